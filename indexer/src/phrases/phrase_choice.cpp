#include "phrases/phrase_choice.h"

#include <algorithm>
#include <array>
#include <map>
#include <set>
#include <unordered_map>
#include <utility>
#include <vector>

namespace fihris::indexer::phrases {

namespace {

using store::Phrase;
using store::PhraseTable;
using store::WordKey;

// Below so many articles every word counts.
constexpr std::uint64_t kFewArticles = 500;
constexpr std::size_t kLeastEntries = 500;
// A phrase that so large a part of its occurrences continues in one way is not complete.
constexpr double kIncomplete = 0.8;

std::uint32_t least_count(std::uint64_t articles, bool one_word) {
  if (articles < kFewArticles) return one_word ? 1 : 2;
  return articles < 10 * kFewArticles ? 2 : 3;
}

bool is_one_word(std::string_view text) { return text.find(' ') == std::string_view::npos; }

// Whether the last word asks for a name behind it.
bool goes_on(std::string_view key) {
  static constexpr std::array<std::string_view, 5> kParts = {"بن", "بنت", "عبد", "ابو", "ابي"};
  const std::size_t last = key.rfind(' ');
  const std::string_view word = last == std::string_view::npos ? key : key.substr(last + 1);
  return std::find(kParts.begin(), kParts.end(), word) != kParts.end();
}

class Choice {
 public:
  explicit Choice(Analyzer& analyzer) : analyzer_(analyzer) {}

  void add(const PhraseTable& earlier) {
    for (std::size_t i = 0; i < earlier.size(); ++i) {
      Phrase& phrase = phrases_[std::string(earlier.key(i))];
      phrase.count += earlier.count(i);
      if (!phrase.text.empty()) continue;
      phrase.text = earlier.text(i);
      phrase.name = earlier.is_name(i);
    }
  }

  void add(const PhraseTotals& counted, std::uint64_t articles) {
    std::vector<const CountedPhrase*> sorted;
    for (const auto& [hash, phrase] : counted.phrases()) {
      // A phrase that may be added to what another spelling has is counted from two on.
      if (phrase.count >= std::min(least_count(articles, is_one_word(phrase.text)), 2U)) {
        sorted.push_back(&phrase);
      }
    }
    // The most frequent spelling first: it is the one shown.
    std::sort(sorted.begin(), sorted.end(), [](const CountedPhrase* a, const CountedPhrase* b) {
      return a->count != b->count ? a->count > b->count : a->text < b->text;
    });
    for (const CountedPhrase* phrase : sorted) add(*phrase);
  }

  std::vector<Phrase> best(std::uint64_t articles) {
    drop_fragments();
    drop_incomplete();
    std::vector<Phrase> chosen;
    for (auto& [key, phrase] : phrases_) {
      if (phrase.text.empty()) continue;  // never met without something in front
      if (phrase.count < least_count(articles, is_one_word(key))) continue;
      phrase.key = key;
      chosen.push_back(std::move(phrase));
    }
    const auto most = static_cast<std::size_t>(std::max<std::uint64_t>(kLeastEntries, articles));
    if (chosen.size() > most) {
      std::nth_element(chosen.begin(), chosen.begin() + static_cast<std::ptrdiff_t>(most),
                       chosen.end(), [](const Phrase& a, const Phrase& b) {
                         return a.count != b.count ? a.count > b.count : a.key < b.key;
                       });
      chosen.resize(most);
    }
    return chosen;
  }

 private:
  const WordKey& key_of(std::string_view word) {
    const auto [entry, fresh] = words_.try_emplace(std::string(word));
    if (fresh) entry->second = store::word_key(word, analyzer_);
    return entry->second;
  }

  void add(const CountedPhrase& counted) {
    std::string key;
    bool bare = true;
    bool last_bare = true;
    bool name = true;
    std::string_view rest = counted.text;
    while (!rest.empty()) {
      const std::size_t end = std::min(rest.find(' '), rest.size());
      if (end > 0) {
        const WordKey& word = key_of(rest.substr(0, end));
        if (key.empty()) bare = word.bare;
        last_bare = word.bare;
        if (!key.empty()) key += ' ';
        key += word.key;
        name = name && word.name;
      }
      rest.remove_prefix(std::min(end + 1, rest.size()));
    }
    Phrase& phrase = phrases_[key];
    phrase.count += counted.count;
    // What ends with «ل…» or «و…» goes on to something else.
    if (!bare || !last_bare || !phrase.text.empty()) return;
    phrase.text = counted.text;
    phrase.name = name;
  }

  // Drops the ends of longer phrases: two words that nearly always have the same word before them
  // («الوزراء الإسرائيلي»), and with a third word are no more than that.
  void drop_fragments() {
    std::set<std::string, std::less<>> fragments;
    for (const auto& [key, phrase] : phrases_) {
      const std::size_t first = key.find(' ');
      const std::size_t second = first == std::string::npos ? first : key.find(' ', first + 1);
      if (second == std::string::npos) continue;
      const auto end = phrases_.find(key.substr(first + 1));
      if (end != phrases_.end() && phrase.count >= kIncomplete * end->second.count) {
        fragments.insert(end->first);
      }
    }
    for (auto& [key, phrase] : phrases_) {
      const std::size_t first = key.find(' ');
      const std::size_t second = first == std::string::npos ? first : key.find(' ', first + 1);
      if (fragments.contains(std::string_view(key).substr(0, second))) phrase.text.clear();
      if (goes_on(key)) phrase.text.clear();
    }
  }

  // Drops phrases that nearly always go on to a longer one. Keys are sorted: what continues a
  // phrase follows it.
  void drop_incomplete() {
    for (auto phrase = phrases_.begin(); phrase != phrases_.end(); ++phrase) {
      const std::string begin = phrase->first + ' ';
      for (auto next = phrases_.upper_bound(begin);
           next != phrases_.end() && next->first.starts_with(begin); ++next) {
        if (next->second.count < kIncomplete * phrase->second.count) continue;
        if (!next->second.text.empty()) phrase->second.text.clear();
        break;
      }
    }
  }

  Analyzer& analyzer_;
  std::map<std::string, Phrase> phrases_;
  std::unordered_map<std::string, WordKey> words_;
};

}  // namespace

std::string choose_phrases(std::span<const PhraseTable> earlier, const PhraseTotals& counted,
                           std::uint64_t articles, Analyzer& analyzer) {
  Choice choice(analyzer);
  for (const PhraseTable& table : earlier) choice.add(table);
  choice.add(counted, articles);
  return store::encode_phrases(choice.best(articles), articles);
}

}  // namespace fihris::indexer::phrases
