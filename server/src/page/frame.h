// What every part of a page is written with.
#pragma once

#include <nlohmann/json.hpp>
#include <string>
#include <string_view>

#include "page/html.h"
#include "page/site.h"
#include "page/state.h"

namespace fihris::server::page {

struct Frame {
  const Site& site;
  const State& state;
  std::string index = {};  // that is searched
  std::string path = "/";  // of this page
  std::string base = {};  // before the paths of links: "https://…" in pieces for other sites' pages

  const Manner& manner() const { return state.manner; }
  std::string_view say(const Phrase& phrase) const { return state.manner.say(phrase); }
  // The address of the search page in another state.
  std::string link(const State& other) const { return base + address_of("/", other, site); }
  // The address of another page with the same search.
  std::string link(std::string_view other_path, const Parameters& more = {}) const {
    return base + address_of(other_path, state, site, more);
  }
  // The address of this page in another state.
  std::string here(const State& other) const { return base + address_of(path, other, site); }
  Frame with(const State& other) const { return {site, other, index, path, base}; }
  // Where an article is read: at the site's own address, or in the page.
  std::string article(const std::string& id, const std::string& url) const;
};

// `<time datetime="…">5 مارس 2018</time>`, or that there is no date.
Html dated(const Frame& frame, const std::string& iso);
// «رويترز · 5 مارس 2018 · الكاتب» of the API's `_article`.
Html byline(const Frame& frame, const nlohmann::ordered_json& article);
// The escaped text of a piece without the isolation around it, for an element that has a direction
// of its own: what is isolated in it does not count for `dir="auto"`.
std::string block_text(const std::string& html);
// A text of an object of the API's; empty when there is none.
std::string text_in(const nlohmann::ordered_json& object, std::string_view name);
// «أ، ب» of a list or a text.
std::string joined(const Frame& frame, const nlohmann::ordered_json& object, std::string_view name);

}  // namespace fihris::server::page
