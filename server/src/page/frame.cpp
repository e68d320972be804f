#include "page/frame.h"

#include "page/phrases.h"

namespace fihris::server::page {
namespace {

using Json = nlohmann::ordered_json;

// The pattern with the id in place of {id}.
std::string filled(std::string pattern, const std::string& id) {
  const std::size_t at = pattern.find("{id}");
  return pattern.replace(at, 4, url_encoded(id));
}

// Browsers read these as the folder they are in and the one above.
bool is_dots(const std::string& id) { return id == "." || id == ".."; }

}  // namespace

std::string Frame::article(const std::string& id, const std::string& url) const {
  if (site.article_link == "{url}" && is_web_address(url)) return url;
  if (site.article_link.find("{id}") != std::string::npos) return filled(site.article_link, id);
  return is_dots(id) ? link("/a", {{"id", id}}) : link("/a/" + url_encoded(id));
}

Html dated(const Frame& frame, const std::string& iso) {
  Html html;
  if (iso.empty()) {
    html << "<span class=\"undated\">";
    return html.text(frame.say(phrase::kUndated)) << "</span>";
  }
  html << "<time";
  html.attribute("datetime", iso) << ">";
  return html.text(frame.manner().date(iso)) << "</time>";
}

std::string block_text(const std::string& html) {
  constexpr std::string_view kBegin = "<bdi>";
  constexpr std::string_view kEnd = "</bdi>";
  if (!html.starts_with(kBegin) || !html.ends_with(kEnd)) return html;
  return html.substr(kBegin.size(), html.size() - kBegin.size() - kEnd.size());
}

std::string text_in(const Json& object, std::string_view name) {
  const auto found = object.find(name);
  return found != object.end() && found->is_string() ? found->get<std::string>() : std::string();
}

std::string joined(const Frame& frame, const Json& object, std::string_view name) {
  const auto found = object.find(name);
  if (found == object.end()) return "";
  if (found->is_string()) return found->get<std::string>();
  std::string all;
  for (const Json& value : *found) {
    if (!value.is_string()) continue;
    if (!all.empty()) all += frame.manner().language == Language::kArabic ? "، " : ", ";
    all += value.get<std::string>();
  }
  return all;
}

Html byline(const Frame& frame, const Json& article) {
  Html html;
  html << "<p class=\"byline\">";
  if (const std::string source = joined(frame, article, "source"); !source.empty()) {
    html << "<span class=\"source\">";
    html.isolated(source) << "</span> <span class=\"dot\" aria-hidden=\"true\">·</span> ";
  }
  html << dated(frame, text_in(article, "date"));
  for (const char* const name : {"section", "author"}) {
    const std::string value = joined(frame, article, name);
    if (value.empty()) continue;
    html << " <span class=\"dot\" aria-hidden=\"true\">·</span> ";
    html.isolated(value);
  }
  return html << "</p>";
}

}  // namespace fihris::server::page
