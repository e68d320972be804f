#include "page/trend.h"

#include <algorithm>

#include "fihris/stemmer/internal/utf8.h"
#include "page/periods.h"
#include "page/phrases.h"
#include "page/question.h"

namespace fihris::server::page {
namespace {

constexpr std::size_t kMaxWords = 5;
constexpr std::size_t kWidth = 1000;
constexpr std::size_t kHeight = 300;

// What is drawn for a word: its articles in each of the periods of all.
struct Line {
  std::string word;
  std::vector<std::uint64_t> counts;
};

Json months_of(const Api& api, const Frame& frame, const std::string& words) {
  State state = frame.state;
  state.q = words;
  Json json = counting_question(state);
  json["matchingStrategy"] = "all";
  json["dateHistogram"] = "month";
  return api.search(frame.index, json).value("dateHistogram", Json::array());
}

bool lies_in(const std::string& month, const Bar& bar) {
  return month >= bar.first && month.substr(0, bar.last.size()) <= bar.last;
}

Line line_of(const std::string& word, const Json& months, const std::vector<Bar>& bars) {
  Line line{word, std::vector<std::uint64_t>(bars.size())};
  for (const Json& entry : months) {
    const std::string month = text_in(entry, "month");
    const auto bar = std::ranges::find_if(bars, [&](const Bar& b) { return lies_in(month, b); });
    if (bar != bars.end())
      line.counts[static_cast<std::size_t>(bar - bars.begin())] +=
          entry.value("count", std::uint64_t{0});
  }
  return line;
}

double share(std::uint64_t count, std::uint64_t all) {
  return all == 0 ? 0 : static_cast<double>(count) / static_cast<double>(all);
}

double highest_share(const std::vector<Line>& lines, const std::vector<Bar>& bars) {
  double highest = 0;
  for (const Line& line : lines) {
    for (std::size_t i = 0; i < bars.size(); ++i)
      highest = std::max(highest, share(line.counts[i], bars[i].count));
  }
  return highest;
}

// "0,300 500,120 …": time runs as the language is written.
std::string points(const Frame& frame, const Line& line, const std::vector<Bar>& bars,
                   double highest) {
  const bool rightwards = frame.manner().language == Language::kEnglish;
  const std::size_t steps = std::max<std::size_t>(1, bars.size() - 1);
  std::string text;
  for (std::size_t i = 0; i < bars.size(); ++i) {
    const std::size_t x = (rightwards ? i : bars.size() - 1 - i) * kWidth / steps;
    const double part = highest == 0 ? 0 : share(line.counts[i], bars[i].count) / highest;
    const auto y = static_cast<std::size_t>(static_cast<double>(kHeight) * (1 - part));
    text += std::to_string(x) + ',' + std::to_string(y) + ' ';
  }
  return text;
}

std::string line_class(std::size_t number) { return "line line-" + std::to_string(number + 1); }

Html chart(const Frame& frame, const std::vector<Line>& lines, const std::vector<Bar>& bars) {
  const double highest = highest_share(lines, bars);
  Html html;
  html << "<svg class=\"trend\" viewBox=\"-10 -10 1020 320\" preserveAspectRatio=\"none\" "
          "role=\"img\"";
  html.attribute("aria-label", frame.say(phrase::kTrend)) << ">";
  for (std::size_t i = 0; i < lines.size(); ++i) {
    html << "<polyline";
    html.attribute("class", line_class(i))
            .attribute("points", points(frame, lines[i], bars, highest))
        << "/>";
  }
  html << "</svg><div class=\"axis\"><span>";
  html.text(bars.front().label) << "</span><span>";
  return html.text(bars.back().label) << "</span></div>";
}

Html legend(const std::vector<Line>& lines) {
  Html html;
  html << "<ul class=\"legend\">";
  for (std::size_t i = 0; i < lines.size(); ++i) {
    html << "<li><svg viewBox=\"0 0 40 10\" width=\"40\" height=\"10\" aria-hidden=\"true\">"
            "<polyline points=\"0,5 40,5\"";
    html.attribute("class", line_class(i)) << "/></svg> ";
    html.isolated(lines[i].word) << "</li>";
  }
  return html << "</ul>";
}

void add_cell(Html& html, const Frame& frame, const Line& line, const Bar& bar,
              std::uint64_t count) {
  State there = frame.state.within(bar.first, bar.last);
  there.q = line.word;
  html << "<td>";
  if (count > 0) {
    html << "<a";
    html.attribute("href", frame.link(there)) << ">";
    html.text(frame.manner().number(count)) << "</a>";
  }
  html << "</td>";
}

Html table(const Frame& frame, const std::vector<Line>& lines, const std::vector<Bar>& bars) {
  Html html;
  html << "<table class=\"counts\"><thead><tr><th scope=\"col\">";
  html.text(frame.say(phrase::kDates)) << "</th>";
  for (const Line& line : lines) {
    html << "<th scope=\"col\">";
    html.isolated(line.word) << "</th>";
  }
  html << "<th scope=\"col\">";
  html.text(frame.say(phrase::kAllArticles)) << "</th></tr></thead><tbody>";
  for (std::size_t i = 0; i < bars.size(); ++i) {
    if (bars[i].count == 0) continue;
    html << "<tr><th scope=\"row\">";
    html.text(bars[i].label) << "</th>";
    for (const Line& line : lines) add_cell(html, frame, line, bars[i], line.counts[i]);
    html << "<td>";
    html.text(frame.manner().number(bars[i].count)) << "</td></tr>";
  }
  return html << "</tbody></table>";
}

Html words_form(const Frame& frame) {
  State kept = frame.state;
  kept.q.clear();
  Html html;
  html << "<form class=\"words\" action=\"/trend\" method=\"get\"><label for=\"words\">";
  html.text(frame.say(phrase::kTrendWords))
      << "</label> <input id=\"words\" name=\"q\" dir=\"auto\"";
  html.attribute("value", frame.state.q) << ">";
  for (const auto& [name, value] : parameters_of(kept, frame.site)) {
    html << "<input type=\"hidden\"";
    html.attribute("name", name).attribute("value", value) << ">";
  }
  html << " <button type=\"submit\">";
  return html.text(frame.say(phrase::kDraw)) << "</button></form>";
}

}  // namespace

std::vector<std::string> trend_words(const std::string& query) {
  std::vector<std::string> words(1);
  stemmer::each_code_point(query, [&words](char32_t c, std::size_t) {
    if (c == U',' || c == 0x060C) {  // U+060C ARABIC COMMA
      words.emplace_back();
    } else {
      stemmer::append_utf8(words.back(), c);
    }
  });
  for (std::string& word : words) word = std::string(stemmer::trim(word, " "));
  std::erase(words, "");
  words.resize(std::min(words.size(), kMaxWords));
  return words;
}

Html trend_view(const Api& api, const Frame& frame) {
  Manner gregorian = frame.manner();
  gregorian.hijri = false;
  const std::vector<Bar> bars = bars_of(months_of(api, frame, ""), gregorian);
  std::vector<Line> lines;
  for (const std::string& word : trend_words(frame.state.q))
    lines.push_back(line_of(word, months_of(api, frame, word), bars));
  Html html;
  html << "<div id=\"results\" class=\"trend-page\"><h1>";
  html.text(frame.say(phrase::kTrend)) << "</h1>" << words_form(frame);
  if (!bars.empty() && !lines.empty()) {
    html << legend(lines);
    html << "<p class=\"quiet\">";
    html.text(frame.say(phrase::kTrendNote)) << "</p>";
    html << chart(frame, lines, bars) << table(frame, lines, bars);
  }
  return html << "</div>";
}

}  // namespace fihris::server::page
