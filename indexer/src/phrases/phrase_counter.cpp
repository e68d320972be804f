#include "phrases/phrase_counter.h"

#include <xxhash.h>

#include <algorithm>
#include <utility>

namespace fihris::indexer::phrases {

namespace {

constexpr std::size_t kFirstSlots = std::size_t{1} << 12U;
constexpr std::size_t kLongestPhrase = 120;  // bytes
// Beyond this many the rarest are forgotten (lossy counting: Manku & Motwani 2002).
constexpr std::size_t kMostPhrases = 400'000;

bool is_word(const Token& token) {
  return !token.stop && (token.kind == TokenKind::kArabic || token.kind == TokenKind::kLatin);
}

bool only_blanks(std::string_view gap) {
  return gap.find_first_not_of(' ') == std::string_view::npos;
}

}  // namespace

PhraseCounter::PhraseCounter() : slots_(kFirstSlots) {}

std::size_t PhraseCounter::add(std::string_view text, std::span<const Token> tokens,
                               std::size_t limit) {
  std::size_t taken = 0;
  run_.clear();
  for (const Token& token : tokens) {
    if (!token.in_sequence) continue;
    if (taken++ == limit) break;
    const bool adjacent =
        !run_.empty() && !token.sentence_start &&
        only_blanks(text.substr(run_.back().span.end, token.span.begin - run_.back().span.end));
    if (!adjacent || !is_word(token)) run_.clear();
    if (!is_word(token)) continue;
    run_.push_back({token.span, XXH3_64bits(token.norm.data(), token.norm.size())});
    if (run_.size() > kMaxWords) run_.erase(run_.begin());
    count_runs_ending_with(text);
  }
  return std::min(taken, limit);
}

void PhraseCounter::count_runs_ending_with(std::string_view text) {
  const std::size_t end = run_.back().span.end;
  std::uint64_t hash = 0;
  for (std::size_t words = 1; words <= run_.size(); ++words) {
    const Word& first = run_[run_.size() - words];
    hash = (hash ^ first.hash) * 0x9E37'79B9'7F4A'7C15U + words;
    count(hash == 0 ? 1 : hash, text.substr(first.span.begin, end - first.span.begin));
  }
}

void PhraseCounter::count(std::uint64_t hash, std::string_view text) {
  if (text.size() > kLongestPhrase) return;
  std::size_t at = hash >> 20U;
  const std::size_t mask = slots_.size() - 1;
  while (slots_[at & mask].hash != 0 && slots_[at & mask].hash != hash) ++at;
  Slot& slot = slots_[at & mask];
  if (slot.hash == 0) {
    slot = {hash, 1, static_cast<std::uint32_t>(met_.size())};
    met_.push_back(
        {hash, static_cast<std::uint32_t>(texts_.size()), static_cast<std::uint32_t>(text.size())});
    texts_ += text;
    if (2 * met_.size() > slots_.size()) grow();
    return;
  }
  ++slot.count;
}

void PhraseCounter::grow() {
  std::vector<Slot> larger(2 * slots_.size());
  const std::size_t mask = larger.size() - 1;
  for (const Slot& slot : slots_) {
    if (slot.hash == 0) continue;
    std::size_t at = slot.hash >> 20U;
    while (larger[at & mask].hash != 0) ++at;
    larger[at & mask] = slot;
  }
  slots_ = std::move(larger);
}

std::vector<CountedPhrase> PhraseCounter::take(std::uint32_t least) {
  std::vector<std::uint32_t> counts(met_.size());
  for (const Slot& slot : slots_) {
    if (slot.hash != 0) counts[slot.phrase] = slot.count;
  }
  std::vector<CountedPhrase> phrases;
  for (std::size_t i = 0; i < counts.size(); ++i) {
    if (counts[i] < least) continue;
    phrases.push_back({met_[i].hash, counts[i], texts_.substr(met_[i].begin, met_[i].size)});
  }
  std::fill(slots_.begin(), slots_.end(), Slot());
  met_.clear();
  texts_.clear();
  return phrases;
}

void PhraseTotals::add(std::vector<CountedPhrase> phrases) {
  for (CountedPhrase& phrase : phrases) {
    const auto [entry, fresh] = phrases_.try_emplace(phrase.hash);
    if (fresh) {
      entry->second = std::move(phrase);
    } else {
      entry->second.count += phrase.count;
    }
  }
  if (phrases_.size() > kMostPhrases) prune();
}

void PhraseTotals::add(const PhraseTotals& other) {
  std::vector<CountedPhrase> phrases;
  phrases.reserve(other.phrases_.size());
  for (const auto& [hash, phrase] : other.phrases_) phrases.push_back(phrase);
  add(std::move(phrases));
}

void PhraseTotals::prune() {
  for (std::uint32_t least = 3; phrases_.size() > kMostPhrases / 2; least *= 2) {
    std::erase_if(phrases_, [least](const auto& entry) { return entry.second.count < least; });
  }
}

}  // namespace fihris::indexer::phrases
