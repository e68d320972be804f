#include "fihris/searcher/searcher.h"

#include <sched.h>

#include <chrono>
#include <system_error>
#include <unordered_set>
#include <utility>

#include "discover/related.h"
#include "discover/suggest.h"
#include "fihris/store/fields.h"
#include "query/query_filters.h"
#include "query/request_day.h"
#include "searcher_impl.h"

namespace fihris {

namespace {

double milliseconds_since(std::chrono::steady_clock::time_point start) {
  const std::chrono::duration<double, std::milli> taken = std::chrono::steady_clock::now() - start;
  return taken.count();
}

// Those this process may run on.
int processors() {
  cpu_set_t set;
  return sched_getaffinity(0, sizeof set, &set) == 0 ? CPU_COUNT(&set) : 1;
}

}  // namespace

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

void Searcher::Impl::wake_second_thread() {
  if (threads == 0) threads = processors() > 1 ? 2 : 1;
  if (threads == 1) return;
  if (second_thread) {
    second_thread->wake();
    return;
  }
  try {
    second_thread.emplace(dir);
  } catch (const std::system_error&) {
    threads = 1;  // there may be no more threads
  }
}

Searcher::Searcher(std::unique_ptr<Impl> impl) : impl_(std::move(impl)) {}
Searcher::~Searcher() = default;
Searcher::Searcher(Searcher&&) noexcept = default;
Searcher& Searcher::operator=(Searcher&&) noexcept = default;

Searcher Searcher::open(const std::filesystem::path& dir, SearcherOptions options) {
  return Searcher(std::make_unique<Impl>(dir, options));
}

SearchResults Searcher::search(const SearchRequest& request) {
  const auto started = std::chrono::steady_clock::now();
  const std::vector<query::Node> filters =
      query::read_filters(request.filters, query::today_of(request));
  impl_->wake_second_thread();
  SearchResults results = impl_->attempt([&] { return impl_->search(request, filters); });
  results.processing_ms = milliseconds_since(started);
  return results;
}

std::vector<RankedId> Searcher::rank(std::string_view query, std::size_t limit,
                                     std::string_view today) {
  SearchRequest request;
  request.today = today;
  request.query = query;
  request.limit = limit;
  request.snippets = false;
  request.fold = false;
  return impl_->attempt([&] { return impl_->rank(request); });
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
