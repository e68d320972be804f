// What a Searcher consists of.
#pragma once

#include <filesystem>
#include <functional>
#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <unordered_set>
#include <utility>
#include <vector>

#include "fihris/searcher/searcher.h"
#include "fihris/store/internal/xapian_errors.h"
#include "help/correcting_search.h"
#include "plan/query_builder.h"
#include "rank/second_thread.h"
#include "rank/thread_context.h"
#include "stories/folding.h"

namespace fihris {

namespace searcher {

// A writer that commits twice during one request is rare; so often in a row it is not an accident.
inline constexpr int kAttempts = 3;

struct Answer {
  plan::Plan plan;
  rank::Ranking ranking;
  std::optional<QueryTrace> trace;
  std::vector<stories::Story> stories;  // of the ranking
};

}  // namespace searcher

struct Searcher::Impl {
  Impl(std::filesystem::path path, SearcherOptions options)
      : dir(std::move(path)),
        threads(options.threads),
        context(dir),
        aid(context.index, context.analyzer, dir) {}

  // Runs a whole request, again when a writer pulled the index away underneath it.
  template <class Request>
  auto attempt(Request request) {
    return store::guarded(dir, [&] {
      for (int tried = 1;; ++tried) {
        try {
          follow();
          return request();
        } catch (const Xapian::DatabaseModifiedError&) {
          if (tried == searcher::kAttempts) throw;
        }
      }
    });
  }

  void follow() {
    const searcher::rank::ThreadContext::Changed changed = context.follow();
    if (changed == searcher::rank::ThreadContext::Changed::kNothing) return;
    aid.forget_words();
    if (changed == searcher::rank::ThreadContext::Changed::kAnalyzer) aid.forget_analysis();
  }

  // The other thread gets ready meanwhile; whether it is in time changes no answer.
  void wake_second_thread();
  searcher::rank::SecondThread* other_thread() { return second_thread ? &*second_thread : nullptr; }
  searcher::Answer answer(const SearchRequest& request, const std::vector<query::Node>& filters,
                          std::size_t depth);
  searcher::help::Typed search_as_typed(const SearchRequest& request,
                                        const std::vector<query::Node>& filters);
  void rank(const SearchRequest& request, std::size_t depth, searcher::Answer& answer);
  SearchResults search(const SearchRequest& request, const std::vector<query::Node>& filters);
  void fill_facets(const SearchRequest& request, const searcher::plan::Plan& plan,
                   SearchResults& results);
  std::vector<Hit> hits(const SearchRequest& request, const searcher::Answer& answer,
                        std::size_t& dropped);
  std::size_t skip_to_page(const SearchRequest& request, const searcher::Answer& answer,
                           std::size_t& dropped);
  std::vector<std::optional<Hit>> read(const SearchRequest& request,
                                       const searcher::plan::Plan& plan,
                                       std::span<const searcher::stories::Story> stories);
  searcher::help::CorrectingSearch::Ask asking();
  std::vector<RankedId> rank_as_typed(const SearchRequest& request);
  std::vector<RankedId> rank(const SearchRequest& request);
  std::optional<Article> get(std::string_view id);
  void visit_all(const std::function<void(const Article&)>& visit,
                 std::unordered_set<std::string>& visited);

  std::filesystem::path dir;
  unsigned threads;
  searcher::rank::ThreadContext context;
  searcher::help::CorrectingSearch aid;
  searcher::stories::StorySize story_size;
  std::optional<searcher::rank::SecondThread> second_thread;
};

}  // namespace fihris
