// The second pass: how well the words of a query sit together in an article, read from its token
// column.
#pragma once

#include <array>
#include <cstdint>
#include <vector>

#include "fihris/searcher/trace.h"
#include "fihris/store/token_column.h"
#include "plan/query_plan.h"

namespace fihris::searcher::rank {

// The sum of what the second pass gives.
inline double bonus_of(const ScoreParts& parts) {
  return parts.exact + parts.window + parts.adjacent + parts.quoted + parts.title + parts.lead +
         parts.family;
}

// One per query and thread. The plan must outlive it and have words that rank.
class Reranker {
 public:
  explicit Reranker(const plan::Plan& plan);

  // What the article gains, weights included; `first_pass` stays 0.
  ScoreParts parts(const TokenColumn& column);
  // Whether that article has a relative of a word it lacks.
  bool has_relatives() const;

 private:
  struct Occurrence {
    std::uint32_t position;
    std::uint16_t word;
    bool typed;
  };

  void collect(const TokenColumn& column);
  template <class Counts>
  double share_of(Counts counts);
  double window_share();
  double closeness(const plan::PlanPair& pair) const;
  void add_neighbours(ScoreParts& parts) const;
  double family_share() const;

  const plan::Plan& plan_;
  double total_ = 0;                          // idf of all words
  std::array<std::uint64_t, 1024> wanted_{};  // one bit per fingerprint
  struct Key {
    std::uint16_t lemma;  // fingerprint
    std::uint16_t word;
    bool relative;  // of the word
  };
  std::vector<Key> keys_;  // by lemma
  std::vector<Occurrence> found_;
  std::vector<std::uint32_t> counts_;       // per word, scratch
  std::vector<std::uint8_t> seen_;          // per word, scratch
  std::vector<std::uint8_t> has_relative_;  // per word: it is missing, a relative is there
};

}  // namespace fihris::searcher::rank
