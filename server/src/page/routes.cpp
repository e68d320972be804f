#include "page/routes.h"

#include <algorithm>
#include <array>
#include <memory>
#include <optional>
#include <utility>

#include "errors/api_error.h"
#include "page/admin.h"
#include "page/api.h"
#include "page/assets.h"
#include "page/layout.h"
#include "page/phrases.h"
#include "page/visits.h"

namespace fihris::server::page {
namespace {

using errors::ApiError;
using http::Request;
using http::Response;

struct Route {
  std::string_view name;   // as metrics have it
  std::string_view first;  // part of the path; empty: "/"
  std::size_t parts;
  Response (*answer)(const Visit& visit);
};

constexpr auto kRoutes = std::to_array<Route>({
    {"/", "", 0, search_page},
    {"/fragment", "fragment", 1, fragment},
    {"/suggest", "suggest", 1, suggest},
    {"/a", "a", 1, article_page},
    {"/a/{id}", "a", 2, article_page},
    {"/export", "export", 1, export_file},
    {"/rss", "rss", 1, feed},
    {"/trend", "trend", 1, trend_page},
});

constexpr std::string_view kAssetRoute = "/assets/{name}";
constexpr std::string_view kAdminRoute = "/admin";

bool is_asset(const Request& request) {
  return request.method == "GET" && request.path.size() == 2 && request.path[0] == "assets";
}

const Route* route_of(const Request& request) {
  if (request.method != "GET") return nullptr;
  const auto* const found = std::ranges::find_if(kRoutes, [&](const Route& route) {
    return route.parts == request.path.size() &&
           (route.parts == 0 || route.first == request.path[0]);
  });
  return found == kRoutes.end() ? nullptr : found;
}

const Phrase& phrase_of(const ApiError& error) {
  if (error.code() == "index_not_found") return phrase::kIndexGone;
  if (error.code() == "document_not_found") return phrase::kArticleGone;
  if (error.code() == "not_found") return phrase::kNotFound;
  return error.status() == 401 || error.status() == 403 ? phrase::kRefused : phrase::kBroken;
}

// What went wrong, in the place of the results.
Html trouble(const Frame& frame, const Phrase& phrase) {
  State front;
  front.manner = frame.manner();
  Html html;
  html << "<div id=\"results\" class=\"results\"><section class=\"nothing\"><h1>";
  html.text(frame.say(phrase)) << "</h1><p><a";
  html.attribute("href", frame.link(front)) << ">";
  return html.text(frame.say(phrase::kHome)) << "</a></p></section></div>";
}

class Pages {
 public:
  Pages(http::Handler api, Site site, bool keyed, Complain complain)
      : handler_(std::move(api)),
        site_(std::move(site)),
        keyed_(keyed),
        off_(keyed && site_.key.empty()),
        complain_(std::move(complain)),
        api_(handler_.answer, site_) {}

  http::Lane lane(const Request& request) const {
    if (off_ || route_of(request) == nullptr) return handler_.lane(request);
    return http::Lane::kSearch;
  }

  std::string_view route(const Request& request) const {
    if (is_admin(request)) return kAdminRoute;
    if (is_asset(request)) return kAssetRoute;
    const Route* const found = off_ ? nullptr : route_of(request);
    return found == nullptr ? handler_.route(request) : found->name;
  }

  // What goes wrong in making a page must not end the service.
  Response answer(const Request& request) const {
    try {
      return answer_of(request);
    } catch (const std::exception& error) {
      if (complain_) complain_(std::string("a page failed: ") + error.what() + ".");
      return {.status = 500, .content_type = "text/plain", .body = "Unexpected failure."};
    }
  }

 private:
  bool is_admin(const Request& request) const {
    return keyed_ && request.method == "GET" && request.path.size() == 1 &&
           request.path[0] == "admin";
  }

  Response answer_of(const Request& request) const {
    if (is_admin(request)) return admin_page(handler_.answer, request, site_);
    if (is_asset(request)) {
      if (std::optional<Response> file = asset(request.path[1], site_)) return *std::move(file);
    }
    if (off_) return handler_.answer(request);
    if (const Route* const found = route_of(request)) return page(*found, request);
    if (const std::string other = other_address(request); !other.empty())
      return {.status = 302, .content_type = "text/plain", .headers = {{"Location", other}}};
    return handler_.answer(request);
  }

  Response page(const Route& route, const Request& request) const {
    const State state = read_state(request, site_);
    Frame frame{site_, state};
    if (route.first == "a" && route.parts == 2) frame.path = "/a/" + url_encoded(request.path[1]);
    if (route.first == "trend") frame.path = "/trend";
    if (value_of(request, "absolute") == "1") frame.base = whole_base(request, site_);
    std::vector<std::string> indexes;
    try {
      indexes = api_.indexes();
      frame.index = index_of(state, indexes);
      return route.answer({request, api_, frame, indexes});
    } catch (const ApiError& error) {
      return error_page(route, frame, indexes, error);
    }
  }

  // "/news" and "/news/a/7" are the pages of one index; empty for what is no index or has an answer
  // of its own.
  std::string other_address(const Request& request) const {
    const bool front = request.path.size() == 1;
    const bool article = request.path.size() == 3 && request.path[1] == "a";
    if (request.method != "GET" || (!front && !article) || handler_.route(request) != "other")
      return "";
    try {
      if (std::ranges::count(api_.indexes(), request.path[0]) == 0) return "";
    } catch (const ApiError&) {
      return "";
    }
    const std::string index = "?index=" + url_encoded(request.path[0]);
    return front ? "/" + index : "/a/" + url_encoded(request.path[2]) + index;
  }

  static std::string index_of(const State& state, const std::vector<std::string>& indexes) {
    const std::string& wanted = state.index;
    if (!wanted.empty() && std::ranges::find(indexes, wanted) == indexes.end())
      throw ApiError("index_not_found", "");
    if (indexes.empty()) throw ApiError("no_indexes", "");
    return wanted.empty() ? indexes.front() : wanted;
  }

  static Response error_page(const Route& route, const Frame& frame,
                             const std::vector<std::string>& indexes, const ApiError& error) {
    const bool none = error.code() == "no_indexes";
    const Phrase& phrase = none ? phrase::kNoIndexes : phrase_of(error);
    const int status = none ? 200 : error.status();
    Html html = trouble(frame, phrase);
    if (route.first == "fragment") return html_response(std::move(html), status);
    return html_response(
        document(frame, indexes, titled(frame, std::string(frame.say(phrase))), html), status);
  }

  http::Handler handler_;
  Site site_;
  bool keyed_;
  bool off_;
  Complain complain_;
  Api api_;
};

}  // namespace

http::Handler with_pages(http::Handler api, Site site, bool keyed, Complain complain) {
  const auto pages =
      std::make_shared<const Pages>(std::move(api), std::move(site), keyed, std::move(complain));
  return {.lane = [pages](const Request& request) { return pages->lane(request); },
          .answer = [pages](const Request& request) { return pages->answer(request); },
          .route = [pages](const Request& request) { return pages->route(request); }};
}

}  // namespace fihris::server::page
