#include "fihris/searcher/searcher.h"

#include <sched.h>

#include <algorithm>
#include <chrono>
#include <unordered_set>
#include <utility>

#include "discover/related.h"
#include "discover/suggest.h"
#include "fihris/store/fields.h"
#include "fihris/store/internal/xapian_errors.h"
#include "help/correcting_search.h"
#include "query/parsed_query.h"
#include "query/query_filters.h"
#include "query/request_day.h"
#include "rank/executor.h"
#include "rank/thread_context.h"
#include "search/plain_search.h"
#include "show/given_texts.h"

namespace fihris {

namespace {

using searcher::rank::ThreadContext;

// A writer that commits twice during one request is rare; so often in a row it is not an accident.
constexpr int kAttempts = 3;

double milliseconds_since(std::chrono::steady_clock::time_point start) {
  const std::chrono::duration<double, std::milli> taken = std::chrono::steady_clock::now() - start;
  return taken.count();
}

// How many processors this process may run on.
unsigned processors() {
  cpu_set_t set;
  return sched_getaffinity(0, sizeof set, &set) == 0 ? static_cast<unsigned>(CPU_COUNT(&set)) : 1;
}

// How many threads a searcher works with. What more than two gain has not been measured.
unsigned threads_for(SearcherOptions options) {
  constexpr unsigned kMost = 2;
  return std::min(options.threads != 0 ? options.threads : processors(), kMost);
}

// The request without what changes nothing in which words are marked.
SearchRequest what_marks(SearchRequest request) {
  const SearchRequest plain;
  request.offset = plain.offset;
  request.limit = 0;
  request.snippets = false;
  request.fragments = plain.fragments;
  request.snippet_graphemes = plain.snippet_graphemes;
  request.fields.clear();
  request.mark_unit = plain.mark_unit;
  request.explain = false;
  request.facets.clear();
  request.facet_values = plain.facet_values;
  request.histogram = plain.histogram;
  request.fold = false;
  return request;
}

}  // namespace

struct Searcher::Impl {
  Impl(std::filesystem::path path, std::size_t threads)
      : dir(std::move(path)),
        context(dir),
        executor(context, dir, threads),
        plain(executor, dir),
        correcting(plain, context) {}

  // Runs a whole request, again when a writer pulled the index away underneath it.
  template <class Request>
  auto attempt(Request request) {
    return store::guarded(dir, [&] {
      for (int tried = 1;; ++tried) {
        try {
          follow();
          return request();
        } catch (const Xapian::DatabaseModifiedError&) {
          if (tried == kAttempts) throw;
        }
      }
    });
  }

  void follow() {
    using Changed = ThreadContext::Changed;
    const Changed changed = context.follow();
    if (changed == Changed::kNothing) return;
    marked.reset();
    plain.forget_words();
    correcting.forget_words();
    if (changed == Changed::kAnalyzer) plain.forget_analysis();
  }

  std::optional<Article> get(std::string_view id);
  SearchResults answer(const SearchRequest& request);
  // Visits the articles whose ids are not yet in `visited`.
  void visit_all(const std::function<void(const Article&)>& visit,
                 std::unordered_set<std::string>& visited);

  std::filesystem::path dir;
  ThreadContext context;
  searcher::rank::Executor executor;
  searcher::search::PlainSearch plain;
  searcher::help::CorrectingSearch correcting;
  std::optional<SearchRequest> marked;  // correcting.marking() is for what this asks
};

SearchResults Searcher::Impl::answer(const SearchRequest& request) {
  const auto today = query::today_of(request);
  executor.wake();
  plain.start(request.time_limit_seconds);
  marked.reset();
  SearchResults results = attempt([&] {
    const FieldTable fields = context.index.fields();
    const std::vector<query::Node> filters = query::read_filters(request.filters, today, fields);
    std::optional<query::Restriction> restriction;
    if (request.filter) restriction = query::read_restriction(*request.filter, today, fields);
    const query::ParsedQuery query =
        query::read_query(request.query, request.full_syntax, today, fields);
    return correcting.answer(
        {request, query, filters, today, fields, restriction ? &*restriction : nullptr});
  });
  marked = what_marks(request);
  return results;
}

std::optional<Article> Searcher::Impl::get(std::string_view id) {
  const Xapian::docid document = context.index.find_article(id);
  if (document == 0) return std::nullopt;
  return context.codec.decode(
      context.index.database().get_document(document).get_value(slot::kArticle));
}

void Searcher::Impl::visit_all(const std::function<void(const Article&)>& visit,
                               std::unordered_set<std::string>& visited) {
  Xapian::Database& database = context.index.database();
  const Xapian::ValueIterator end = database.valuestream_end(slot::kArticle);
  for (auto stored = database.valuestream_begin(slot::kArticle); stored != end; ++stored) {
    if (!context.index.is_live(stored.get_docid())) continue;
    const Article article = context.codec.decode(*stored);
    if (visited.insert(article.id).second) visit(article);
  }
}

Searcher::Searcher(std::unique_ptr<Impl> impl) : impl_(std::move(impl)) {}
Searcher::~Searcher() = default;
Searcher::Searcher(Searcher&&) noexcept = default;
Searcher& Searcher::operator=(Searcher&&) noexcept = default;

Searcher Searcher::open(const std::filesystem::path& dir, SearcherOptions options) {
  return Searcher(std::make_unique<Impl>(dir, threads_for(options)));
}

SearchResults Searcher::search(const SearchRequest& request) {
  const auto started = std::chrono::steady_clock::now();
  SearchResults results = impl_->answer(request);
  results.processing_ms = milliseconds_since(started);
  return results;
}

std::vector<std::vector<Span>> Searcher::mark(const SearchRequest& request,
                                              std::span<const std::string_view> texts) {
  const SearchRequest wanted = what_marks(request);
  if (impl_->marked != wanted) impl_->answer(wanted);
  return searcher::show::marks_in(impl_->correcting.marking(), texts, impl_->context.analyzer);
}

std::vector<RankedId> Searcher::rank(std::string_view text, std::size_t limit,
                                     std::string_view today) {
  SearchRequest request;
  request.today = today;
  request.distinct = kNotDistinct;
  request.limit = limit;
  const auto day = query::today_of(request);
  impl_->plain.start(0);
  return impl_->attempt([&] {
    const FieldTable fields = impl_->context.index.fields();
    const query::ParsedQuery query = query::read_query(std::string(text), false, day, fields);
    return impl_->correcting.ranked_ids({request, query, {}, day, fields});
  });
}

std::optional<Article> Searcher::get(std::string_view id) {
  return impl_->attempt([&] { return impl_->get(id); });
}

std::optional<RelatedArticles> Searcher::related(std::string_view id, std::size_t limit) {
  const auto started = std::chrono::steady_clock::now();
  std::optional<RelatedArticles> found =
      impl_->attempt([&] { return searcher::discover::find_related(impl_->context, id, limit); });
  if (found) found->processing_ms = milliseconds_since(started);
  return found;
}

Suggestions Searcher::suggest(std::string_view prefix, std::size_t limit) {
  const auto started = std::chrono::steady_clock::now();
  Suggestions found =
      impl_->attempt([&] { return searcher::discover::suggest(impl_->context, prefix, limit); });
  found.processing_ms = milliseconds_since(started);
  return found;
}

void Searcher::for_each_article(const std::function<void(const Article&)>& visit) {
  std::unordered_set<std::string> visited;  // across attempts
  impl_->attempt([&] { impl_->visit_all(visit, visited); });
}

IndexInfo Searcher::info() const { return impl_->context.index.info(); }

std::uint64_t Searcher::live_articles() const { return impl_->context.index.live_articles(); }

}  // namespace fihris
