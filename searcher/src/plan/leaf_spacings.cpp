// The part of LeafBuilder that finds names however they are spaced: عبدالله and عبد الله, فيسبوك
// and فيس بوك. Nothing is listed: the archive's own words say what may be joined and split.
#include <algorithm>
#include <optional>
#include <utility>

#include "fihris/stemmer/letters.h"
#include "fihris/stemmer/lexicon.h"
#include "plan/leaf_builder.h"
#include "plan/ranking_weights.h"

namespace fihris::searcher::plan {
namespace {

// Letters of a word that may be two, and of each of them.
constexpr std::size_t kLeastJoined = 5;
constexpr std::size_t kLeastPart = 2;
constexpr std::size_t kMostJoined = 20;
// Of one query.
constexpr std::size_t kMostSpacings = 4;

bool may_be_part(const Token& token) { return token.kind == TokenKind::kArabic && !token.stop; }

// A word of the language, and no name.
bool is_common(std::string_view letters) {
  const Familiarity known = familiarity(letters);
  return known == Familiarity::kWord || known == Familiarity::kCommon;
}

// Words that many names begin with.
bool begins_names(std::string_view letters) {
  static constexpr std::string_view kBegins[] = {"Ebd", "Abw", "Aby", "AbA", "Abn",
                                                 "bn",  "Al",  "Am",  "*w",  "dy"};
  return std::find(std::begin(kBegins), std::end(kBegins), letters) != std::end(kBegins);
}

}  // namespace

// The key under which the archive has the two words as one, if it has them so.
std::optional<std::string> LeafBuilder::joined(const Token& left, const Token& right, Scope scope) {
  if (!may_be_part(left) || !may_be_part(right)) return std::nullopt;
  const std::string word = std::string(left.norm) + std::string(right.norm);
  const std::optional<std::string> letters = to_letters(word);
  if (!letters || letters->size() < kLeastJoined || letters->size() > kMostJoined)
    return std::nullopt;
  if (is_common(*letters)) return std::nullopt;
  std::string lemma = key_of_word(word);
  if (articles_with(scope.term(TokenKind::kArabic, lemma)) == 0) return std::nullopt;
  return lemma;
}

// The keys of the two words that the archive may have instead of one that is no common word. Of
// several ways the one whose rarer word is the commonest.
std::vector<std::string> LeafBuilder::split(const Token& token, Scope scope) {
  const std::optional<std::string> letters =
      may_be_part(token) ? to_letters(token.norm) : std::nullopt;
  if (!letters || letters->size() < kLeastJoined || letters->size() > kMostJoined) return {};
  const bool common = is_common(*letters);
  // Words run together that nobody has written so are for the corrector to part.
  const bool nowhere = familiarity(*letters) == Familiarity::kUnknown &&
                       articles_with(scope.term(token.kind, token.lemma)) == 0;
  std::vector<std::string> best;
  Xapian::doccount most = 0;
  for (std::size_t at = kLeastPart; at + kLeastPart <= letters->size(); ++at) {
    const bool name = begins_names(letters->substr(0, at));
    if (!name && (common || nowhere)) continue;
    std::vector<std::string> parts = {key_of_word(from_letters(letters->substr(0, at))),
                                      key_of_word(from_letters(letters->substr(at)))};
    const Xapian::doccount left = articles_with(scope.term(TokenKind::kArabic, parts[0]));
    if (left == 0) continue;
    const Xapian::doccount rarer =
        std::min(left, articles_with(scope.term(TokenKind::kArabic, parts[1])));
    if (rarer == 0 || (rarer <= most && !name)) continue;
    most = rarer;
    best = std::move(parts);
    if (name) break;
  }
  return best;
}

std::vector<LeafBuilder::Spacing> LeafBuilder::other_spacings(const Leaf& leaf, Scope scope) {
  std::vector<Spacing> found;
  const std::vector<Token>& words = leaf.sequence;
  for (std::size_t i = 0; i < words.size() && found.size() < kMostSpacings; ++i) {
    if (i + 1 < words.size()) {
      if (std::optional<std::string> lemma = joined(words[i], words[i + 1], scope)) {
        found.push_back({i, 2, {*std::move(lemma)}});
        ++i;
        continue;
      }
    }
    std::vector<std::string> parts = split(words[i], scope);
    if (!parts.empty()) found.push_back({i, 1, std::move(parts)});
  }
  return found;
}

// The leaf with other words in the place of some. Lives no longer than `spacings` and `leaf`.
LeafBuilder::Leaf LeafBuilder::respaced(const Leaf& leaf, std::span<const Spacing> spacings) {
  Leaf other;
  std::size_t next = 0;
  const auto copy_to = [&](std::size_t end) {
    for (; next < end; ++next) other.sequence.push_back(leaf.sequence[next]);
  };
  for (const Spacing& spacing : spacings) {
    copy_to(spacing.first);
    for (const std::string& lemma : spacing.lemmas) {
      Token token = leaf.sequence[spacing.first];
      token.lemma = token.norm = lemma;
      other.sequence.push_back(token);
    }
    next = spacing.first + spacing.length;
  }
  copy_to(leaf.sequence.size());
  return other;
}

void LeafBuilder::add_spacings(const Leaf& leaf, Scope scope,
                               const std::vector<std::size_t>& word_of, WordRun& run) {
  for (const Spacing& spacing : other_spacings(leaf, scope)) {
    Leaf place;
    place.sequence.assign(
        leaf.sequence.begin() + static_cast<std::ptrdiff_t>(spacing.first),
        leaf.sequence.begin() + static_cast<std::ptrdiff_t>(spacing.first + spacing.length));
    Spacing at_front = spacing;
    at_front.first = 0;
    Clause other = sequence_clause(respaced(place, {&at_front, 1}), {}, scope);
    PlanAlternative alternative{{}, {other.condition.wanted}};
    const std::size_t first = word_of[spacing.first];
    const std::size_t last = word_of[spacing.first + spacing.length - 1];
    alternative.typed.push_back(typed_wanted(run.words[first]));
    if (last != first) alternative.typed.push_back(typed_wanted(run.words[last]));
    other = scaled(std::move(other), spacing_weight(place, spacing, scope));
    if (spacing.length == 1) {
      std::vector<Clause> either;
      either.push_back(std::move(run.words[first]));
      either.push_back(std::move(other));
      run.words[first] = any_of_clauses(std::move(either));
    } else if (!add_alternative({first, last, std::move(other)}, run)) {
      continue;
    }
    plan_.alternatives.push_back(std::move(alternative));
  }
}

// A rare spelling is worth no more than the common one.
double LeafBuilder::spacing_weight(const Leaf& typed, const Spacing& spacing, Scope scope) {
  double as_typed = 0, otherwise = 0;
  for (const Token& token : typed.sequence) as_typed += idf(scope.term(token.kind, token.lemma));
  for (const std::string& lemma : spacing.lemmas)
    otherwise += idf(scope.term(TokenKind::kArabic, lemma));
  const bool dearer = as_typed > 0 && otherwise > as_typed;
  return OtherWordWeights::kOtherSpacing * (dearer ? as_typed / otherwise : 1);
}

// Puts it in its place, unless one of the words has another alternative.
bool LeafBuilder::add_alternative(WordRun::Alternative alternative, WordRun& run) {
  if (alternative.last <= alternative.first) return false;  // a word that occurs twice
  const auto behind =
      std::find_if(run.alternatives.begin(), run.alternatives.end(),
                   [&](const auto& each) { return each.last >= alternative.first; });
  if (behind != run.alternatives.end() && behind->first <= alternative.last) return false;
  run.alternatives.insert(behind, std::move(alternative));
  return true;
}

// The wholes of compounds rank; a telephone number may also stand for the groups of its digits.
void LeafBuilder::add_wholes(const Leaf& leaf, Scope scope, bool extras,
                             const std::vector<std::size_t>& word_of, WordRun& run) {
  for (const Token& token : leaf.compounds) {
    Clause whole = token_clause(token, scope);
    if (token.kind != TokenKind::kNumber || !extras) {
      run.wholes.push_back(std::move(whole));
      continue;
    }
    WordRun::Alternative number{word_of.size(), 0, std::move(whole)};
    for (std::size_t i = 0; i < leaf.sequence.size(); ++i) {
      const Span span = leaf.sequence[i].span;
      if (span.begin < token.span.begin || span.end > token.span.end) continue;
      number.first = std::min(number.first, word_of[i]);
      number.last = std::max(number.last, word_of[i]);
    }
    add_alternative(std::move(number), run);
  }
}

// A phrase as typed or with its names spaced otherwise: each alone, and all together.
Clause LeafBuilder::spaced_phrase(const Leaf& leaf, const query::Phrase& phrase, Scope scope) {
  Clause typed = sequence_clause(leaf, phrase, scope);
  if (phrase.slop != 0 || phrase.exact || scope.excluded) return typed;
  const std::vector<Spacing> spacings = other_spacings(leaf, scope);
  if (spacings.empty()) return typed;
  std::vector<Clause> either;
  either.push_back(std::move(typed));
  for (const Spacing& spacing : spacings)
    either.push_back(sequence_clause(respaced(leaf, {&spacing, 1}), phrase, scope));
  if (spacings.size() > 1)
    either.push_back(sequence_clause(respaced(leaf, spacings), phrase, scope));
  return any_of_clauses(std::move(either));
}

}  // namespace fihris::searcher::plan
