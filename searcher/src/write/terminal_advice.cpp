#include <string_view>

#include "text/result_text.h"
#include "write/terminal_parts.h"

namespace fihris::searcher::write {
namespace {

std::string_view reason_text(Correction::Reason reason) {
  switch (reason) {
    case Correction::Reason::kKeyboard:
      return " (typed with the other keyboard layout)";
    case Correction::Reason::kLatin:
      return " (a name in Latin letters)";
    case Correction::Reason::kSpelling:
      return " (spelling)";
  }
  return {};
}

std::string articles(std::uint64_t count) {
  return std::to_string(count) + (count == 1 ? " article" : " articles");
}

std::string word_line(const WordReport& word) {
  std::string line = "  " + text::shown_text(word.word) + ": ";
  if (word.function_word) return line + "a function word, decides nothing beside other words\n";
  if (word.articles > 0) return line + "in " + articles(word.articles) + '\n';
  line += "not in the index, in no form of " + text::shown_text(word.lemma);
  for (const std::string& other : word.tried) {
    line += (&other == &word.tried.front() ? "; " : ", ") + text::shown_text(other);
  }
  if (!word.tried.empty()) line += " was looked for as well";
  return line + '\n';
}

std::string_view what(Relaxation::Kind kind) {
  switch (kind) {
    case Relaxation::Kind::kFilter:
      return "without the filter ";
    case Relaxation::Kind::kField:
    case Relaxation::Kind::kDates:
    case Relaxation::Kind::kExcluded:
      return "without ";
    case Relaxation::Kind::kQuotes:
      return "without the quotation marks of ";
    case Relaxation::Kind::kRequired:
      return "without demanding ";
    case Relaxation::Kind::kForm:
      return "in any form instead of ";
    case Relaxation::Kind::kOperators:
      return "with any of the words of ";
  }
  return {};
}

}  // namespace

std::string correction_lines(const SearchResults& results) {
  std::string lines;
  if (results.corrected) {
    lines += "Nothing found for: " + text::shown_text(results.query) +
             "\nResults for: " + text::shown_text(results.corrected->query);
    lines.append(reason_text(results.corrected->reason)) += '\n';
  }
  if (results.did_you_mean) {
    lines += "Did you mean: " + text::shown_text(results.did_you_mean->query) + '?';
    lines.append(reason_text(results.did_you_mean->reason)) += '\n';
  }
  return lines;
}

std::string explanation_lines(const SearchResults& results) {
  if (!results.explanation) return {};
  std::string lines;
  if (!results.explanation->words.empty()) lines += "The words:\n";
  for (const WordReport& word : results.explanation->words) lines += word_line(word);
  if (!results.explanation->relaxations.empty()) lines += "There would be:\n";
  for (const Relaxation& each : results.explanation->relaxations) {
    lines += "  " + articles(each.articles) + ' ' + std::string(what(each.kind)) +
             text::shown_text(each.part) + '\n';
  }
  return lines;
}

}  // namespace fihris::searcher::write
