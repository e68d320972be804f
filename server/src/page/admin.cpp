#include "page/admin.h"

#include <algorithm>
#include <optional>
#include <string>
#include <utility>

#include "errors/api_error.h"
#include "fihris/stemmer/internal/utf8.h"
#include "keys/secrets.h"
#include "page/api.h"
#include "page/assets.h"
#include "page/frame.h"
#include "page/phrases.h"
#include "page/visits.h"

namespace fihris::server::page {
namespace {

using errors::ApiError;
using http::Request;
using http::Response;

// The password that a browser sends; empty for none.
std::string key_in(const Request& request) {
  constexpr std::string_view kBasic = "Basic ";
  if (!request.authorization.starts_with(kBasic)) return "";
  std::string coded = request.authorization.substr(kBasic.size());
  // The two alphabets differ in these.
  std::ranges::replace(coded, '+', '-');
  std::ranges::replace(coded, '/', '_');
  const std::optional<std::string> pair = keys::from_base64url(stemmer::trim(coded, " ="));
  const std::size_t colon = pair ? pair->find(':') : std::string::npos;
  return colon == std::string::npos ? "" : pair->substr(colon + 1);
}

Response asking_for_key(const Manner& manner) {
  Html html;
  html << "<!doctype html><meta charset=\"utf-8\"><p>";
  html.text(manner.say(phrase::kKeyNeeded)) << "</p>";
  Response response = html_response(std::move(html), 401);
  response.headers.emplace_back("WWW-Authenticate", "Basic realm=\"Fihris\", charset=\"UTF-8\"");
  return response;
}

void add_row(Html& html, const Frame& frame, const Phrase& name, const std::string& value) {
  html << "<tr><th scope=\"row\">";
  html.text(frame.say(name)) << "</th><td>";
  html.isolated(value) << "</td></tr>";
}

Html index_section(const Frame& frame, const Json& index, const Json& stats, const Json& settings) {
  constexpr std::uint64_t kKilobyte = 1024;
  Html html;
  html << "<section><h2 dir=\"auto\">";
  html.text(text_in(index, "uid")) << "</h2><table class=\"counts\">";
  add_row(html, frame, phrase::kAllArticles,
          frame.manner().number(stats.value("numberOfDocuments", std::uint64_t{0})));
  add_row(html, frame, phrase::kSize,
          frame.manner().number(stats.value("rawDocumentDbSize", std::uint64_t{0}) / kKilobyte) +
              " KB");
  add_row(html, frame, phrase::kChanged, text_in(index, "updatedAt"));
  html << "</table><details><summary>";
  html.text(frame.say(phrase::kSettings)) << "</summary>";
  for (const auto& [name, value] : settings.items()) {
    html << "<p><code>";
    html.text(name) << "</code>: <code dir=\"ltr\">";
    html.text(documents::dumped(value)) << "</code></p>";
  }
  return html << "</details></section>";
}

Html task_rows(const Frame& frame, const Json& tasks) {
  Html html;
  html << "<section><h2>";
  html.text(frame.say(phrase::kTasks)) << "</h2><table class=\"counts\"><tbody dir=\"ltr\">";
  for (const Json& task : tasks) {
    html << "<tr><td>";
    html.text(std::to_string(task.value("uid", std::uint64_t{0})));
    for (const char* const name : {"indexUid", "type", "status", "enqueuedAt", "duration"}) {
      html << "</td><td>";
      html.isolated(text_in(task, name));
    }
    html << "</td><td>";
    if (const auto error = task.find("error"); error != task.end() && error->is_object())
      html.isolated(text_in(*error, "message"));
    html << "</td></tr>";
  }
  return html << "</tbody></table></section>";
}

Html content(const Api& api, const Frame& frame) {
  const Json indexes = api.get({"indexes"}, {{"limit", "1000"}});
  Html html;
  html << "<main class=\"trend-page\"><h1>";
  html.text(frame.say(phrase::kAdmin)) << "</h1>";
  for (const Json& index : indexes["results"]) {
    const std::string uid = text_in(index, "uid");
    html << index_section(frame, index, api.get({"indexes", uid, "stats"}),
                          api.get({"indexes", uid, "settings"}));
  }
  const Json tasks = api.get({"tasks"}, {{"limit", "30"}});
  return html << task_rows(frame, tasks["results"]) << "</main>";
}

Html whole(const Frame& frame, const Html& content) {
  const bool arabic = frame.manner().language == Language::kArabic;
  Html html;
  html << "<!doctype html><html";
  html.attribute("lang", arabic ? "ar" : "en").attribute("dir", arabic ? "rtl" : "ltr");
  html << "><head><meta charset=\"utf-8\"><title>";
  html.text(frame.say(phrase::kAdmin))
      << "</title><meta name=\"viewport\" content=\"width=device-width, initial-scale=1\">"
         "<link rel=\"stylesheet\"";
  html.attribute("href", asset_address("page.css")) << "></head><body>" << content;
  return html << "</body></html>";
}

}  // namespace

Response admin_page(const std::function<Response(const Request&)>& answer, const Request& request,
                    const Site& site) {
  const State state = read_state(request, site);
  const Frame frame{site, state};
  Site keyed;
  keyed.key = key_in(request);
  if (keyed.key.empty()) return asking_for_key(state.manner);
  try {
    return html_response(whole(frame, content(Api(answer, keyed), frame)));
  } catch (const ApiError& error) {
    if (error.status() == 401 || error.status() == 403) return asking_for_key(state.manner);
    throw;
  }
}

}  // namespace fihris::server::page
