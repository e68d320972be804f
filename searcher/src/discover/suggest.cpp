#include "discover/suggest.h"

#include <algorithm>
#include <iterator>
#include <map>
#include <string>
#include <utility>
#include <vector>

#include "discover/suggested_titles.h"
#include "discover/typed_words.h"
#include "fihris/store/internal/phrase_table.h"

namespace fihris::searcher::discover {
namespace {

constexpr std::size_t kMaxLikelyWords = 8;

struct Found {
  std::string_view text;
  std::uint64_t count = 0;
  bool name = false;
};
using FoundByKey = std::map<std::string_view, Found>;

// The most frequent phrases of a part whose key begins so, not yet counted.
void find_in(const store::PhraseTable& table, const std::string& beginning, std::size_t most,
             FoundByKey& found) {
  std::vector<std::size_t> matching;
  for (std::size_t i = table.lower_bound(beginning); i < table.size(); ++i) {
    if (!table.key(i).starts_with(beginning)) break;
    matching.push_back(i);
  }
  const std::size_t kept = std::min(most, matching.size());
  std::partial_sort(matching.begin(), matching.begin() + static_cast<std::ptrdiff_t>(kept),
                    matching.end(), [&table](std::size_t a, std::size_t b) {
                      const std::uint32_t first = table.count(a);
                      const std::uint32_t second = table.count(b);
                      return first != second ? first > second : a < b;
                    });
  for (std::size_t i = 0; i < kept; ++i) {
    const std::size_t at = matching[i];
    Found& phrase = found[table.key(at)];
    if (phrase.text.empty()) phrase.text = table.text(at);
    phrase.name = phrase.name || table.is_name(at);
  }
}

std::uint64_t count_of(std::string_view key, const std::vector<store::PhraseTable>& tables) {
  std::uint64_t count = 0;
  for (const store::PhraseTable& table : tables) {
    const std::size_t at = table.lower_bound(key);
    if (at < table.size() && table.key(at) == key) count += table.count(at);
  }
  return count;
}

std::vector<Suggestion> phrases_beginning(store::OpenIndex& index, const std::string& complete,
                                          const std::vector<std::string>& beginnings,
                                          std::size_t most) {
  FoundByKey found;
  const std::vector<store::PhraseTable>& tables = index.phrases();
  for (const std::string& beginning : beginnings) {
    // What several tables have may be frequent only together.
    for (const store::PhraseTable& table : tables) {
      find_in(table, complete + beginning, 2 * most, found);
    }
  }
  for (auto& [key, phrase] : found) phrase.count = count_of(key, tables);
  std::vector<Suggestion> phrases;
  for (const auto& [key, phrase] : found) {
    const auto kind = phrase.name ? Suggestion::Kind::kName : Suggestion::Kind::kPhrase;
    phrases.push_back({kind, std::string(phrase.text), phrase.count, {}});
  }
  std::stable_sort(phrases.begin(), phrases.end(),
                   [](const Suggestion& a, const Suggestion& b) { return a.count > b.count; });
  if (phrases.size() > most) phrases.resize(most);
  return phrases;
}

// The printed words that stand where the word at hand does.
std::vector<std::string> words_at(const std::vector<Suggestion>& phrases,
                                  const std::string& complete) {
  const auto place = std::count(complete.begin(), complete.end(), ' ');
  std::vector<std::string> words;
  for (const Suggestion& phrase : phrases) {
    if (words.size() == kMaxLikelyWords) break;
    std::size_t begin = 0;
    for (auto i = place; i > 0 && begin != std::string::npos; --i) {
      begin = phrase.text.find(' ', begin);
      if (begin != std::string::npos) ++begin;
    }
    if (begin == std::string::npos) continue;
    words.push_back(phrase.text.substr(begin, phrase.text.find(' ', begin) - begin));
  }
  return words;
}

// The suggestions for what is typed, phrases first: they are short and lead to many articles.
// Titles have a third of the places, and those that phrases leave free.
std::vector<Suggestion> complete(rank::ThreadContext& context, const TypedWords& typed,
                                 std::size_t limit) {
  std::vector<std::string> beginnings = typed.beginnings;
  if (beginnings.empty()) beginnings.emplace_back();
  std::vector<Suggestion> all =
      phrases_beginning(context.index, typed.complete_key, beginnings, limit);
  const std::size_t places = std::max((limit + 2) / 3, limit - std::min(limit, all.size()));
  std::vector<Suggestion> titles =
      suggest_titles(context, typed, words_at(all, typed.complete_key), places);
  all.resize(std::min(all.size(), limit - titles.size()));
  std::move(titles.begin(), titles.end(), std::back_inserter(all));
  return all;
}

}  // namespace

Suggestions suggest(rank::ThreadContext& context, std::string_view prefix, std::size_t limit) {
  Suggestions found;
  found.prefix = prefix;
  TypedWords typed = read_typed(prefix, context.analyzer);
  if (typed.empty() || limit == 0) return found;
  found.suggestions = complete(context, typed, limit);
  if (!found.suggestions.empty() || typed.less_likely.empty()) return found;
  typed.beginnings = std::move(typed.less_likely);
  found.suggestions = complete(context, typed, limit);
  return found;
}

}  // namespace fihris::searcher::discover
