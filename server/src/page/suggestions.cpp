#include "page/suggestions.h"

#include "errors/api_error.h"

namespace fihris::server::page {
namespace {

Html option(const Frame& frame, const Json& suggestion, std::size_t number) {
  const std::string text = text_in(suggestion, "text");
  const std::string id = text_in(suggestion, "id");
  Html html;
  html << "<li role=\"option\" aria-selected=\"false\"";
  html.attribute("id", "option-" + std::to_string(number)).attribute("data-text", text);
  if (!id.empty()) html.attribute("data-href", frame.article(id, ""));
  html << "><span dir=\"auto\">";
  html.text(text) << "</span>";
  if (id.empty()) {
    html << " <span class=\"count\" aria-hidden=\"true\">";
    html.text(frame.manner().number(suggestion.value("count", std::uint64_t{0}))) << "</span>";
  }
  return html << "</li>";
}

}  // namespace

Html suggestions(const Api& api, const Frame& frame) {
  Html html;
  if (frame.state.q.empty()) return html;
  try {
    const Json answer =
        api.get({"indexes", frame.index, "suggest"}, {{"q", frame.state.q}, {"limit", "8"}});
    std::size_t number = 0;
    for (const Json& suggestion : answer.value("suggestions", Json::array()))
      html << option(frame, suggestion, ++number);
  } catch (const errors::ApiError& error) {
    if (error.status() != 403) throw;
  }
  return html;
}

}  // namespace fihris::server::page
