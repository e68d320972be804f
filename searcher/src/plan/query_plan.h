// A query made ready for an index: what to ask Xapian, what to check in the token column, how to
// rank again, what to mark.
#pragma once

#include <xapian.h>

#include <algorithm>
#include <chrono>
#include <cstdint>
#include <memory>
#include <optional>
#include <string>
#include <unordered_map>
#include <vector>

#include "column/column_source.h"
#include "fihris/searcher/query.h"
#include "fihris/store/fields.h"
#include "plan/any_of.h"
#include "plan/deadline.h"
#include "plan/wanted.h"

namespace fihris::searcher::plan {

// A word that ranks: distinct by lemma, function words left out.
struct PlanWord {
  std::uint16_t lemma = 0;          // fingerprints
  std::vector<std::uint8_t> forms;  // as typed, once or more often
  double idf = 0;                   // times what such a word counts for
  std::vector<std::uint16_t>
      origins;  // fingerprints of lemmas that count as the word: origins_of()
  std::vector<std::string> relatives;  // the other lemmas of its family, all Arabic
  bool title_only = false;             // wherever the query has it, it stands below `title:`
};

// Two words of the query that follow one another.
struct PlanPair {
  std::size_t left = 0;  // indexes in Plan::words
  std::size_t right = 0;
  unsigned distance = 1;  // 1: nothing between them
  bool quoted = false;
};

// Words of the query and what else matches for them, as indexes in Plan::wanted. A hit that has
// some of `others` but not all of `typed` is of the family tier.
struct PlanAlternative {
  std::vector<std::size_t> typed;
  std::vector<std::size_t> others;
};

// What the text of a hit must have to be shown, in terms of Plan::wanted.
struct Condition {
  enum class Kind : std::uint8_t { kTrue, kWanted, kAll, kAny } kind = Kind::kTrue;
  std::size_t wanted = 0;
  std::vector<Condition> children;
};

// A value slot that hits are sorted by.
struct SortSlot {
  std::uint32_t slot = slot::kDate;
  bool descending = true;
};

struct Plan {
  Xapian::Query query;  // empty: nothing can match
  AnyOf any;            // `query` without its filters and exclusions, where that is an OR or a term
  column::Patterns required;                                        // in the token column, besides
  std::unordered_map<std::string, Xapian::doccount> articles_with;  // of its terms, as far as known
  std::vector<PlanWord> words;
  std::vector<PlanPair> pairs;
  // What is looked for in the text of a hit. First what `condition` names, of which `shown` is
  // marked; then, to judge the tier, every word in its typed form, and last all of them in a row.
  std::vector<Wanted> wanted;
  std::vector<bool> shown;
  std::size_t first_typed = 0;
  std::size_t typed_words = 0;
  std::vector<PlanAlternative> alternatives;
  bool lists_articles = false;  // the query has no word: the newest come first
  bool has_prefix = false;      // `word*`: has no typed form of its own
  Condition condition;
  // Hits that are not ranked are sorted by these.
  std::vector<SortSlot> sort_slots{{slot::kDate, true}};
  double recency_half_life_days = 0;           // 0: age does not matter
  std::optional<std::chrono::sys_days> today;  // nothing: the system clock's
  bool check_text = false;  // fingerprints took part: shown hits are checked against `condition`
  std::shared_ptr<bool> gave_up;       // a scan of columns stopped early
  std::shared_ptr<Deadline> deadline;  // null: there is none
  std::vector<query::Diagnostic> diagnostics;
  // How many entries the posting lists of its terms have together.
  std::uint64_t postings() const {
    std::uint64_t sum = 0;
    for (const auto& [term, articles] : articles_with) sum += articles;
    return sum;
  }
  // A word that ranks is nowhere in the index.
  bool has_unknown_word() const {
    return std::any_of(words.begin(), words.end(), [](const PlanWord& w) { return w.idf == 0; });
  }
};

}  // namespace fihris::searcher::plan
