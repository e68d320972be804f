#include "page/notices.h"

#include <string_view>

#include "fihris/stemmer/internal/utf8.h"
#include "page/phrases.h"
#include "page/question.h"

namespace fihris::server::page {
namespace {

// Another query as a link.
Html query_link(const Frame& frame, const std::string& query, bool as_typed) {
  State other = frame.state.at_page(1);
  other.q = query;
  other.as_typed = as_typed;
  Html html;
  html << "<a dir=\"auto\"";
  html.attribute("href", frame.link(other)) << ">";
  return html.text(query) << "</a>";
}

Html correction(const Frame& frame, const Json& answer) {
  Html html;
  if (const auto corrected = answer.find("corrected"); corrected != answer.end()) {
    html << "<p class=\"notice\">";
    html.text(frame.say(phrase::kCorrected)) << "<strong>";
    html.isolated(text_in(*corrected, "query")) << "</strong>. ";
    html.text(frame.say(phrase::kAsTyped)) << query_link(frame, frame.state.q, true) << "</p>";
  }
  if (const auto other = answer.find("didYouMean"); other != answer.end()) {
    html << "<p class=\"notice\">";
    html.text(frame.say(phrase::kDidYouMean)) << query_link(frame, text_in(*other, "query"), false);
    html.text(frame.manner().language == Language::kArabic ? "؟" : "?") << "</p>";
  }
  return html;
}

Html unread_parts(const Frame& frame, const Json& answer) {
  Html html;
  if (answer.value("diagnostics", Json::array()).empty()) return html;
  html << "<p class=\"notice quiet\">";
  html.text(frame.say(phrase::kPartNotRead)).isolated(frame.state.q);
  return html << "</p>";
}

Html word_report(const Frame& frame, const Json& word) {
  Html html;
  html << "<li><strong>";
  html.isolated(text_in(word, "word")) << "</strong> ";
  const auto count = word.value("articles", std::uint64_t{0});
  if (count == 0) {
    html.text(frame.say(phrase::kWordMissing));
  } else {
    html.text(frame.say(phrase::kWordIn)).text(frame.manner().articles(count));
  }
  if (const std::string tried = joined(frame, word, "tried"); !tried.empty()) {
    html << " — ";
    html.text(frame.say(phrase::kTriedToo)).isolated(tried);
  }
  return html << "</li>";
}

std::vector<std::string> texts(const Json& list) {
  std::vector<std::string> all;
  for (const Json& item : list) {
    if (item.is_string()) all.push_back(item.get<std::string>());
  }
  return all;
}

Html relaxation(const Frame& frame, const Json& offer) {
  const State other = with_filters(frame.state, text_in(offer, "query"),
                                   texts(offer.value("filters", Json::array())));
  Html html;
  html << "<li><a";
  html.attribute("href", frame.link(other)) << ">";
  html.text(frame.say(phrase::kWithout)).isolated(text_in(offer, "part"));
  html << "</a> <span class=\"count\">";
  return html.text(frame.manner().articles(offer.value("articles", std::uint64_t{0})))
         << "</span></li>";
}

// The first letters of the longest word: a beginning worth trying.
std::string beginning_of(const std::string& query) {
  std::string longest;
  std::string_view rest = query;
  while (!rest.empty()) {
    const std::size_t end = std::min(rest.find(' '), rest.size());
    const std::string_view word = rest.substr(0, end);
    if (word.size() > longest.size()) longest = word;
    rest.remove_prefix(std::min(end + 1, rest.size()));
  }
  return std::string(stemmer::first_bytes(longest, longest.size() / 2 + 1));
}

// The query without the words that no article has; itself where none would be left.
std::string without_missing(const std::string& query, const Json& words) {
  std::string rest = query;
  for (const Json& word : words) {
    const std::string text = text_in(word, "word");
    const std::size_t at = rest.find(text);
    if (word.value("articles", std::uint64_t{0}) > 0 || text.empty() || at == std::string::npos)
      continue;
    const bool demanded = at > 0 && rest[at - 1] == '+';
    rest.erase(demanded ? at - 1 : at, text.size() + (demanded ? 1 : 0));
  }
  return std::string(stemmer::trim(rest, " "));
}

bool is_plain(std::string_view query) {
  return query.find_first_of("\"*:+=()~") == std::string_view::npos &&
         query.find("«") == std::string_view::npos && query.find("“") == std::string_view::npos;
}

Html tips(const Frame& frame, const Json& words) {
  Html html;
  const std::string rest = without_missing(frame.state.q, words);
  if (!rest.empty() && rest != frame.state.q)
    html << "<li>" << query_link(frame, rest, false) << "</li>";
  if (frame.state.has_filters()) {
    State open = frame.state.within("", "");
    open.chosen.clear();
    html << "<li><a";
    html.attribute("href", frame.link(open)) << ">";
    html.text(frame.say(phrase::kClear)) << "</a></li>";
  }
  const std::string beginning = beginning_of(frame.state.q);
  if (is_plain(frame.state.q) && stemmer::count_code_points(beginning) > 2) {
    html << "<li>";
    html.text(frame.say(phrase::kTipSpelling))
        << query_link(frame, beginning + "*", false) << "</li>";
  }
  html << "<li>";
  return html.text(frame.say(phrase::kTipFewer)) << "</li>";
}

}  // namespace

Html notices(const Frame& frame, const Json& answer) {
  Html html = correction(frame, answer);
  if (answer.value("timedOut", false)) {
    html << "<p class=\"notice\">";
    html.text(frame.say(phrase::kTimedOut)) << "</p>";
  }
  return html << unread_parts(frame, answer);
}

Html nothing_found(const Frame& frame, const Json& answer) {
  const Json explanation = answer.value("explanation", Json::object());
  const Json words = explanation.value("words", Json::array());
  Html html;
  html << "<section class=\"nothing\">";
  if (!words.empty()) {
    html << "<h2>";
    html.text(frame.say(phrase::kWhy)) << "</h2><ul>";
    bool all_there = true;
    for (const Json& word : words) {
      html << word_report(frame, word);
      all_there = all_there && word.value("articles", std::uint64_t{0}) > 0;
    }
    html << "</ul>";
    if (all_there) {
      html << "<p>";
      html.text(frame.say(phrase::kWordTogether)) << "</p>";
    }
  }
  html << "<h2>";
  html.text(frame.say(phrase::kWouldHelp)) << "</h2><ul class=\"offers\">";
  for (const Json& offer : explanation.value("relaxations", Json::array()))
    html << relaxation(frame, offer);
  return html << tips(frame, words) << "</ul></section>";
}

std::string in_this_form(const std::string& query) {
  if (!is_plain(query)) return query;
  std::string out;
  bool begins = true;
  for (const char c : query) {
    if (begins && c != ' ' && c != '-') out += '=';
    begins = c == ' ';
    out += c;
  }
  return out;
}

std::string in_all_forms(const std::string& query) {
  std::string out;
  for (std::size_t i = 0; i < query.size(); ++i) {
    const bool begins = i == 0 || query[i - 1] == ' ';
    if (!begins || query[i] != '=') out += query[i];
  }
  return out;
}

}  // namespace fihris::server::page
