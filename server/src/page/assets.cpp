#include "page/assets.h"

#include <array>
#include <cstdio>
#include <functional>

extern "C" {
extern const char fihris_page_css[];
extern const char fihris_page_css_end[];
extern const char fihris_page_js[];
extern const char fihris_page_js_end[];
extern const char fihris_box_js[];
extern const char fihris_box_js_end[];
extern const char fihris_icon_svg[];
extern const char fihris_icon_svg_end[];
}

namespace fihris::server::page {
namespace {

struct File {
  std::string_view name;
  std::string_view type;
  const char* begin;
  const char* end;

  std::string_view bytes() const { return {begin, static_cast<std::size_t>(end - begin)}; }
};

const std::array<File, 4>& files() {
  static const std::array<File, 4> all = {{
      {"page.css", "text/css; charset=utf-8", fihris_page_css, fihris_page_css_end},
      {"page.js", "text/javascript; charset=utf-8", fihris_page_js, fihris_page_js_end},
      {"box.js", "text/javascript; charset=utf-8", fihris_box_js, fihris_box_js_end},
      {"icon.svg", "image/svg+xml", fihris_icon_svg, fihris_icon_svg_end},
  }};
  return all;
}

std::string digest(std::string_view bytes) {
  std::array<char, 20> text{};
  std::snprintf(text.data(), text.size(), "%016zx", std::hash<std::string_view>{}(bytes));
  return text.data();
}

// The colours of the site over those of page.css.
std::string site_css(const Site& site) {
  const std::string& dark = site.accent_dark.empty() ? site.accent : site.accent_dark;
  std::string css;
  if (!site.accent.empty()) css += ":root{--accent:" + site.accent + "}";
  if (!dark.empty()) {
    css += "@media(prefers-color-scheme:dark){:root:not([data-theme=light]){--accent:" + dark +
           "}}:root[data-theme=dark]{--accent:" + dark + "}";
  }
  return css;
}

http::Response file_response(std::string_view type, std::string_view bytes) {
  // A picture that is opened by itself runs nothing.
  return {.content_type = std::string(type),
          .body = std::string(bytes),
          .headers = {{"ETag", '"' + digest(bytes) + '"'},
                      {"Cache-Control", "no-cache"},
                      {"Content-Security-Policy",
                       "default-src 'none'; style-src 'unsafe-inline'; sandbox"}}};
}

}  // namespace

std::string asset_address(std::string_view name) { return "/assets/" + std::string(name); }

std::optional<http::Response> asset(std::string_view name, const Site& site) {
  if (name == "site.css") return file_response("text/css; charset=utf-8", site_css(site));
  if (name == "logo" && !site.logo.type.empty())
    return file_response(site.logo.type, site.logo.bytes);
  for (const File& file : files()) {
    if (file.name == name) return file_response(file.type, file.bytes());
  }
  return std::nullopt;
}

}  // namespace fihris::server::page
