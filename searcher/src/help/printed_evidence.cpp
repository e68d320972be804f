#include "help/printed_evidence.h"

#include <algorithm>
#include <optional>
#include <string>
#include <vector>

#include "fihris/stemmer/letters.h"
#include "query/searched_words.h"
#include "rank/bm25.h"
#include "text/query_chars.h"

namespace fihris::searcher::help {
namespace {

// The letters of a word, alefs as one, without what is printed above and below them.
std::string letters_in(std::string_view printed) {
  std::string letters;
  for (std::size_t at = 0; at < printed.size();) {
    const std::size_t next = text::code_point_at(printed, at).next;
    const std::optional<std::string> letter = to_letters(printed.substr(at, next - at));
    if (letter) letters += *letter == "|" || *letter == ">" || *letter == "<" ? "A" : *letter;
    at = next;
  }
  return letters;
}

// Whether one of the marked words has these letters.
bool marks_as_printed(const Snippet& snippet, const std::string& letters) {
  return std::any_of(snippet.marks.begin(), snippet.marks.end(), [&](const Span& mark) {
    return letters_in(query::slice(snippet.text, mark)) == letters;
  });
}

// Printed once in so many words is hardly ever.
constexpr double kRarity = 1e6;

// How many hits show the word with these letters in their title or a snippet.
std::size_t printed_in(const std::vector<Hit>& hits, const std::string& letters) {
  const auto as_printed = [&](const Snippet& each) { return marks_as_printed(each, letters); };
  return static_cast<std::size_t>(std::count_if(hits.begin(), hits.end(), [&](const Hit& hit) {
    return as_printed(hit.title) ||
           std::any_of(hit.snippets.begin(), hit.snippets.end(), as_printed);
  }));
}

}  // namespace

words::PrintedEvidence printed_evidence(std::string_view word, search::PlainSearch& search,
                                        const Xapian::Database& database) {
  SearchRequest request;
  const query::ParsedQuery query = query::read_query("=" + std::string(word));
  const std::vector<Hit> hits = search.marked_hits({request, query, {}, {}, FieldTable()});
  if (hits.empty()) return words::PrintedEvidence::kNone;
  const std::string letters = letters_in(word);
  if (letters.empty()) return words::PrintedEvidence::kPrinted;
  const std::size_t printed = printed_in(hits, letters);
  if (printed == 0) return words::PrintedEvidence::kFolded;
  const bool mistake = 2 * printed < hits.size();
  const bool rare = printed == 1 && rank::total_words(database) >= kRarity;
  return mistake || rare ? words::PrintedEvidence::kPrintedRarely
                         : words::PrintedEvidence::kPrinted;
}

}  // namespace fihris::searcher::help
