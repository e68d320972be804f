#include "words/word_corrections.h"

#include <algorithm>
#include <cmath>
#include <map>
#include <optional>
#include <utility>

#include "fihris/stemmer/analyzer.h"
#include "fihris/stemmer/letters.h"
#include "fihris/stemmer/lexicon.h"
#include "fihris/stemmer/spelling.h"
#include "words/correction_weights.h"

namespace fihris::searcher::words {
namespace {

struct Form {
  LexiconForm form;
  std::uint32_t set;
};

const std::vector<Form>& lexicon_forms() {
  static const std::vector<Form> forms = [] {
    std::vector<Form> all;
    for_each_lexicon_form([&](const LexiconForm& form) {
      all.push_back({form, letter_set(fold_letters(form.letters))});
    });
    return all;
  }();
  return forms;
}

double log_of(double articles) { return std::log(1 + articles); }

// The kMaxCandidates best texts, each once.
class Best {
 public:
  bool takes(double score) const {
    return found_.size() < kMaxCandidates || score < found_.back().score;
  }
  void add(std::string text, double score) {
    if (!takes(score)) return;
    const auto same = [&text](const Candidate& old) { return old.text == text; };
    const auto old = std::find_if(found_.begin(), found_.end(), same);
    if (old != found_.end()) {
      if (old->score <= score) return;
      found_.erase(old);
    }
    const auto worse = [](const Candidate& x, const Candidate& y) {
      return x.score != y.score ? x.score < y.score : x.text < y.text;
    };
    const Candidate added{std::move(text), score};
    found_.insert(std::lower_bound(found_.begin(), found_.end(), added, worse), added);
    if (found_.size() > kMaxCandidates) found_.pop_back();
  }
  bool empty() const { return found_.empty(); }
  Candidates take() { return std::exchange(found_, {}); }

 private:
  Candidates found_;  // best first
};

Cost spelling_limit(std::size_t letters) {
  return SpellingWeights::kLimit[std::min(letters, SpellingWeights::kLimit.size() - 1)];
}

// A word without the clitics before it, and those.
struct Part {
  std::string_view clitics;
  std::string_view word;
};

std::vector<Part> parts_of(std::string_view typed) {
  constexpr std::array<std::string_view, 11> kClitics = {"wAl", "bAl", "fAl", "kAl", "Al", "ll",
                                                         "w",   "f",   "b",   "l",   "k"};
  std::vector<Part> parts = {{{}, typed}};
  for (const std::string_view clitics : kClitics) {
    if (!typed.starts_with(clitics) || typed.size() < clitics.size() + 3) continue;
    parts.push_back({clitics, typed.substr(clitics.size())});
    if (clitics.size() > 1) break;
  }
  return parts;
}

class SpellingSearch {
 public:
  SpellingSearch(const Vocabulary& vocabulary, Best& best) : vocabulary_(vocabulary), best_(best) {}

  void near(const Part& part, Cost limit) {
    limit_ = std::min(limit, spelling_limit(part.word.size()));
    if (limit_ == 0) return;
    extra_letters_ = limit_ <= SpellingWeights::kFirstLimit ? 1 : 2;
    typed_ = part.word;
    before_ = from_letters(part.clitics);
    handicap_ = part.clitics.size() == 1 ? SpellingWeights::kOneLetterClitic : 0;
    set_ = letter_set(fold_letters(typed_));
    for (std::size_t i = 0; i < vocabulary_.size(); ++i) {
      if (too_long(vocabulary_.length_of(i)) || too_far(vocabulary_.letter_set_of(i))) continue;
      const Vocabulary::Word word = vocabulary_.word(i);
      consider(word.letters, word.articles, log_of(word.articles));
    }
    for (const Form& each : lexicon_forms()) {
      if (too_long(each.form.letters.size()) || too_far(each.set)) continue;
      const std::uint32_t articles = vocabulary_.articles(each.form.lemma);
      if (articles > 0) consider(each.form.letters, articles, each.form.frequency * kLogOfByte);
    }
  }

  void joined(std::string_view typed) {
    constexpr std::size_t kShortest = SpellingWeights::kShortestPart;
    for (std::size_t at = 2; at + kShortest <= typed.size(); ++at) {
      const std::string_view second = typed.substr(at);
      const bool article = second.starts_with("Al") && second.size() > kShortest;
      if (!article && at < kShortest) continue;
      const auto left = articles_of(typed.substr(0, at));
      const auto right = articles_of(second);
      if (!left || !right) continue;
      const double cost = article ? SpellingWeights::kJoinedArticle : SpellingWeights::kJoined;
      const double rarer = log_of(std::min(*left, *right));
      best_.add(from_letters(typed.substr(0, at)) + ' ' + from_letters(second),
                cost - (SpellingWeights::kArticles + SpellingWeights::kFrequency) * rarer);
    }
  }

 private:
  static constexpr double kLogOfByte = 0.0693;  // LexiconForm::frequency → natural logarithm

  bool too_far(std::uint32_t set) const { return !may_be_near(set_, set, limit_); }

  bool too_long(std::size_t letters) const {
    const std::size_t shorter = std::min(letters, typed_.size());
    return shorter < 2 || std::max(letters, typed_.size()) - shorter > extra_letters_;
  }

  // The letters of a lemma with their end as it was typed: lemmas are folded, U+0629 TEH MARBUTA
  // and U+0649 ALEF MAKSURA come back.
  std::string with_typed_end(std::string_view letters) const {
    std::string word(letters);
    const bool marbuta = word.back() == 'h' && typed_.back() == 'p';
    const bool maksura = word.back() == 'y' && typed_.back() == 'Y';
    if (marbuta || maksura) word.back() = typed_.back();
    return word;
  }

  void consider(std::string_view letters, std::uint32_t articles, double log_frequency) {
    const Cost cost = spelling_cost(typed_, letters, limit_);
    if (cost > limit_) return;
    const double score = handicap_ + cost - SpellingWeights::kArticles * log_of(articles) -
                         SpellingWeights::kFrequency * log_frequency;
    if (best_.takes(score)) best_.add(before_ + from_letters(with_typed_end(letters)), score);
  }

  // The number of articles with a word, kEverywhere for a function word; nothing when none has it.
  std::optional<double> articles_of(std::string_view letters) const {
    const std::optional<LexiconWord> word = find_in_lexicon(letters);
    if (word && word->stop) return kEverywhere;
    const std::uint32_t articles =
        vocabulary_.articles(word ? std::string(word->lemma) : fold_letters(letters));
    if (articles == 0) return std::nullopt;
    return articles;
  }

  static constexpr double kEverywhere = 1e6;

  const Vocabulary& vocabulary_;
  Best& best_;
  std::string_view typed_;
  std::string before_;
  Cost limit_ = 0;
  std::size_t extra_letters_ = 0;
  double handicap_ = 0;
  std::uint32_t set_ = 0;
};

double latin_score(std::string_view letters, Cost cost, std::uint32_t articles) {
  double score = cost - LatinWeights::kArticles * std::log(articles);
  const Familiarity known = familiarity(letters);
  if (known == Familiarity::kWord) score += LatinWeights::kWord;
  if (known == Familiarity::kCommon) score += LatinWeights::kCommon;
  if (known == Familiarity::kName) score += LatinWeights::kName;
  return score;
}

Cost variant_limit(std::string_view letters) {
  using W = VariantWeights;
  if (familiarity(letters) == Familiarity::kName) return W::kLimitOfNames;
  return std::min(W::kLimit, W::kLimitPerLetter * static_cast<Cost>(letters.size()));
}

bool may_be_variant(std::string_view letters, Cost cost, Cost limit) {
  if (cost > limit) return false;
  const Familiarity known = familiarity(letters);
  if (known == Familiarity::kCommon) return false;
  return known != Familiarity::kWord || cost <= VariantWeights::kLimitOfWords;
}

}  // namespace

Candidates spelling_candidates(std::string_view typed, const Vocabulary& vocabulary) {
  std::optional<std::string> letters = to_letters(typed);
  if (!letters) letters = to_letters(normalize(typed));
  if (!letters || letters->size() > SpellingWeights::kLongest) return {};
  Best best;
  SpellingSearch search(vocabulary, best);
  // Two letters wrong are looked for only when nothing has one: there are very many of those.
  for (const Cost limit : {SpellingWeights::kFirstLimit, SpellingWeights::kLastLimit}) {
    for (const Part& part : parts_of(*letters)) search.near(part, limit);
    search.joined(*letters);
    if (!best.empty()) break;
  }
  return best.take();
}

Candidates latin_candidates(std::string_view typed, const Vocabulary& vocabulary) {
  const std::string latin = latin_letters(typed);
  if (latin.size() < LatinWeights::kShortest) return {};
  const Cost per_letter = LatinWeights::kLimitPerLetter * static_cast<Cost>(latin.size());
  const Cost limit = std::min(LatinWeights::kLimit, per_letter);
  const LatinName name(latin);
  Best best;
  const auto look = [&](const std::string& skeleton) {
    vocabulary.with_skeleton(skeleton, [&](std::size_t index) {
      const Vocabulary::Word word = vocabulary.word(index);
      if (word.letters.size() < 2) return;
      const Cost cost = name.cost(word.letters, limit);
      if (cost > limit) return;
      best.add(from_letters(word.letters), latin_score(word.letters, cost, word.articles));
    });
  };
  for (const std::string& skeleton : name.skeletons()) look(skeleton);
  Candidates found = best.take();
  if (!found.empty()) return found;
  // Silent consonants: Renault, Schmidt.
  for (const std::string& skeleton : name.skeletons()) {
    for (const std::string& near : near_skeletons(skeleton)) look(near);
  }
  return best.take();
}

std::vector<std::string> name_variants(std::string_view letters,
                                       const std::vector<store::NameIndex>& names) {
  using W = VariantWeights;
  const std::string skeleton = name_skeleton(letters);
  if (letters.size() < W::kShortest || letters.size() > W::kLongest) return {};
  if (skeleton.size() < W::kConsonants) return {};
  const Cost limit = variant_limit(letters);
  std::map<std::string_view, std::uint32_t> articles;  // several parts may have the same
  const auto add = [&](std::string_view word, std::uint32_t with) { articles[word] += with; };
  for (const std::string& near : near_skeletons(skeleton)) {
    for (const store::NameIndex& index : names) index.with_skeleton(near, add);
  }
  std::vector<std::pair<double, std::string_view>> found;
  for (const auto& [word, with] : articles) {
    if (word == letters || word.size() < W::kShortest) continue;
    const Cost cost = name_cost(letters, word, limit);
    if (!may_be_variant(word, cost, limit)) continue;
    found.emplace_back(cost - W::kArticles * log_of(with), word);
  }
  std::sort(found.begin(), found.end());
  std::vector<std::string> variants;
  for (const auto& [score, word] : found) {
    if (variants.size() >= (score <= W::kNear ? W::kMostNear : W::kMost)) break;
    variants.emplace_back(word);
  }
  return variants;
}

}  // namespace fihris::searcher::words
