// Answers a query as it is typed.
#pragma once

#include <cstddef>
#include <cstdint>
#include <filesystem>
#include <memory>
#include <vector>

#include "fihris/searcher/results.h"
#include "plan/marking.h"
#include "plan/query_builder.h"
#include "plan/query_extras.h"
#include "rank/executor.h"
#include "search/found.h"
#include "search/page.h"
#include "search/question.h"
#include "search/story_ranking.h"
#include "words/synonyms.h"
#include "words/variant_finder.h"

namespace fihris::searcher::search {

// What a question gives as it is typed.
struct Answer {
  SearchResults results;      // without corrections and explanation
  bool unknown_word = false;  // one of the query's words is not in the index
  plan::Marking marking;      // what is marked in the hits
};

// From a question to its plan, the ranking, the stories and the hits. One per searcher; not
// thread-safe. Xapian's errors pass through.
class PlainSearch {
 public:
  // For the index in `dir` that the executor's contexts have open. The executor must outlive it.
  PlainSearch(rank::Executor& executor, const std::filesystem::path& dir);

  // To be called when a request begins: it may take so long, any time if 0.
  void start(double seconds);
  // The request should end with what there is.
  bool out_of_time() const { return deadline_ && deadline_->passed(); }
  // It has done so.
  bool stopped() const { return deadline_ && deadline_->stopped(); }

  // To be called when the index has changed; and when its analyser has.
  void forget_words() { variants_.forget(); }
  void forget_analysis() { synonyms_.forget(); }

  Answer answer(const Question& question);
  // Ids and scores of the first request.limit articles, not folded.
  std::vector<RankedId> ranked_ids(const Question& question);
  // How many articles answer() would say there are on its first page; shows and folds nothing.
  std::uint64_t count(const Question& question);
  // The hits of answer() with their marks, not the articles folded into them.
  std::vector<Hit> marked_hits(const Question& question);

  words::VariantFinder& variants() { return variants_; }

 private:
  std::size_t articles() const;
  plan::Plan plan_of(const Question& question, plan::Demand demand);
  Found find_demanding(const Question& question, plan::Demand demand, std::size_t depth, bool fold);
  Found find_without_last(const Question& question, std::size_t depth, bool fold);
  Found find(const Question& question, std::size_t depth, bool fold);
  Found find_as_typed(const Question& question, std::size_t depth, bool fold);
  Page find_page(const Question& question, Found& found);
  std::vector<RankedId> ids_that_hold(const Question& question, const Found& found,
                                      std::size_t limit);
  std::size_t dropped_before_first(const Question& question, const Found& found);

  rank::Executor& executor_;
  rank::ThreadContext& context_;  // of the executor
  words::VariantFinder variants_;
  words::Synonyms synonyms_;
  StoryRanking ranking_;
  std::shared_ptr<plan::Deadline> deadline_;  // of the request; null: there is none
};

}  // namespace fihris::searcher::search
