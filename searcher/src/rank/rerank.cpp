#include "rank/rerank.h"

#include <algorithm>

#include "plan/ranking_weights.h"

namespace fihris::searcher::rank {
namespace {

double pair_weight(const plan::Plan& plan, const plan::PlanPair& pair) {
  return std::min(plan.words[pair.left].idf, plan.words[pair.right].idf);
}

}  // namespace

Reranker::Reranker(const plan::Plan& plan)
    : plan_(plan),
      counts_(plan.words.size()),
      seen_(plan.words.size()),
      has_relative_(plan.words.size()) {
  const auto want = [this](std::uint16_t lemma, std::size_t word, bool relative) {
    wanted_[lemma / 64U] |= std::uint64_t{1} << (lemma % 64U);
    keys_.push_back({lemma, static_cast<std::uint16_t>(word), relative});
  };
  for (std::size_t i = 0; i < plan.words.size(); ++i) {
    want(plan.words[i].lemma, i, false);
    for (const std::uint16_t origin : plan.words[i].origins) want(origin, i, false);
    for (const std::string& relative : plan.words[i].relatives) {
      want(lemma_fingerprint(TokenKind::kArabic, relative), i, true);
    }
    total_ += plan.words[i].idf;
  }
  std::sort(keys_.begin(), keys_.end(),
            [](const Key& a, const Key& b) { return a.lemma < b.lemma; });
}

void Reranker::collect(const TokenColumn& column) {
  found_.clear();
  std::fill(has_relative_.begin(), has_relative_.end(), std::uint8_t{0});
  const unsigned char* bytes = column.lemma_bytes();
  const std::size_t size = column.size();
  for (std::size_t i = 0; i < size; ++i) {
    const unsigned lemma = bytes[2 * i] | static_cast<unsigned>(bytes[2 * i + 1]) << 8;
    if (((wanted_[lemma / 64U] >> (lemma % 64U)) & 1U) == 0) continue;
    auto key = std::lower_bound(keys_.begin(), keys_.end(), lemma,
                                [](const Key& k, unsigned l) { return k.lemma < l; });
    for (; key != keys_.end() && key->lemma == lemma; ++key) {
      if (key->relative) {
        has_relative_[key->word] = 1;
        continue;
      }
      const std::vector<std::uint8_t>& forms = plan_.words[key->word].forms;
      const bool typed = std::find(forms.begin(), forms.end(), column.norm(i)) != forms.end();
      found_.push_back({static_cast<std::uint32_t>(i), key->word, typed});
    }
  }
  for (const Occurrence& occurrence : found_) has_relative_[occurrence.word] = 0;
}

ScoreParts Reranker::parts(const TokenColumn& column) {
  using W = plan::RerankWeights;
  ScoreParts parts;
  collect(column);
  if (found_.empty()) return parts;
  parts.exact = W::kExact * share_of([](const Occurrence& o) { return o.typed; });
  parts.title = W::kTitle * share_of([&column](const Occurrence& o) {
                  return o.position < column.title_size();
                });
  const std::size_t lead =
      column.size() < W::kShort ? column.size() : column.title_size() + W::kLeadTokens;
  parts.lead = W::kLead * share_of([lead](const Occurrence& o) { return o.position < lead; });
  parts.window = W::kWindow * window_share();
  parts.family = W::kFamily * family_share();
  add_neighbours(parts);
  return parts;
}

// Adds up the idf of the words that have such an occurrence, each counted once, as a share of all.
template <class Counts>
double Reranker::share_of(Counts counts) {
  std::fill(seen_.begin(), seen_.end(), std::uint8_t{0});
  double mass = 0;
  for (const Occurrence& occurrence : found_) {
    if (seen_[occurrence.word] != 0 || !counts(occurrence)) continue;
    seen_[occurrence.word] = 1;
    mass += plan_.words[occurrence.word].idf;
  }
  return mass / total_;
}

bool Reranker::has_relatives() const {
  return std::find(has_relative_.begin(), has_relative_.end(), 1) != has_relative_.end();
}

double Reranker::family_share() const {
  double mass = 0;
  for (std::size_t i = 0; i < has_relative_.size(); ++i) {
    if (has_relative_[i] != 0) mass += plan_.words[i].idf;
  }
  return mass / total_;
}

double Reranker::window_share() {
  std::fill(counts_.begin(), counts_.end(), 0U);
  double mass = 0;
  double best = 0;
  std::size_t front = 0;
  for (const Occurrence& occurrence : found_) {
    if (counts_[occurrence.word]++ == 0) mass += plan_.words[occurrence.word].idf;
    while (occurrence.position - found_[front].position >= plan::RerankWeights::kWindowTokens) {
      const std::uint16_t word = found_[front++].word;
      if (--counts_[word] == 0) mass -= plan_.words[word].idf;
    }
    best = std::max(best, mass);
  }
  return best / total_;
}

// 1: the words of the pair stand as far apart as in the query; 0.5: nearly; 0: nowhere.
double Reranker::closeness(const plan::PlanPair& pair) const {
  double best = 0;
  for (std::size_t i = 0; i + 1 < found_.size() && best < 1; ++i) {
    if (found_[i].word != pair.left) continue;
    for (std::size_t j = i + 1; j < found_.size(); ++j) {
      const std::uint32_t distance = found_[j].position - found_[i].position;
      if (distance > pair.distance + plan::RerankWeights::kLoose) break;
      if (found_[j].word != pair.right) continue;
      best = std::max(best, distance == pair.distance ? 1.0 : 0.5);
    }
  }
  return best;
}

void Reranker::add_neighbours(ScoreParts& parts) const {
  double all = 0;
  double quoted = 0;
  for (const plan::PlanPair& pair : plan_.pairs) {
    const double gain = closeness(pair) * pair_weight(plan_, pair);
    all += gain;
    if (pair.quoted) quoted += gain;
  }
  parts.adjacent = plan::RerankWeights::kAdjacent * all / total_;
  parts.quoted = plan::RerankWeights::kQuoted * quoted / total_;
}

}  // namespace fihris::searcher::rank
