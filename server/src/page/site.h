// What a site makes its own of the page: the file of `--page`.
#pragma once

#include <filesystem>
#include <string>
#include <string_view>
#include <vector>

#include "page/manner.h"

namespace fihris::server::page {

// A text in both languages that somebody else wrote.
struct LocalText {
  std::string arabic;
  std::string english;

  const std::string& in(Language language) const {
    return language == Language::kArabic ? arabic : english;
  }
};

// A field whose values are offered beside the results.
struct FacetField {
  std::string field;
  LocalText name;
};

struct Logo {
  std::string type;  // "image/svg+xml"; empty: there is none
  std::string bytes;
};

struct Site {
  LocalText name;
  Logo logo;
  std::string accent;       // "#7a1f1f"; empty: ours
  std::string accent_dark;  // on dark ground
  Manner manner;
  std::vector<FacetField> facets;
  // "https://example.org/articles/{id}", or "{url}"; empty: articles are shown by the page.
  std::string article_link;
  std::string address;  // "https://archive.example.org", for feeds and citations; may be empty
  std::vector<std::string> indexes;  // that are offered; empty: all
  std::string key;                   // for searching; empty: none is needed
};

Site usual_site();
// Throws Error: kInputOutput for a file that cannot be read, kUsage that names the member, what it
// must be and what it is.
Site read_site(const std::filesystem::path& file);
// The same of the file's text; files that it names lie in `folder`.
Site site_of(std::string_view json, const std::filesystem::path& folder);

}  // namespace fihris::server::page
