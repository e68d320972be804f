#include "fihris/searcher/searcher.h"

#include <algorithm>
#include <chrono>
#include <unordered_set>
#include <utility>

#include "facet_counts.h"
#include "corrected_search.h"
#include "fihris/store/document_codec.h"
#include "fihris/store/fields.h"
#include "fihris/store/internal/open_index.h"
#include "fihris/store/internal/xapian_errors.h"
#include "hit_reader.h"
#include "match.h"
#include "query_builder.h"
#include "query_filters.h"
#include "ranking_weights.h"
#include "trace.h"

namespace fihris {

using internal::HitReader;
using internal::OpenIndex;
using internal::Plan;
using internal::PlanOptions;
using internal::Ranked;
using internal::Ranking;

namespace {

// A writer that commits twice during one request is rare; so often in a row it is not an accident.
constexpr int kAttempts = 3;
// Shown hits are checked on the text and may drop out: a few more are kept at hand.
constexpr std::size_t kSpare = 20;

void append(std::vector<query::Diagnostic>& diagnostics,
            const std::vector<query::Diagnostic>& more) {
  diagnostics.insert(diagnostics.end(), more.begin(), more.end());
}

struct Answer {
  Plan plan;
  Ranking ranking;
  std::optional<QueryTrace> trace;
};

}  // namespace

struct Searcher::Impl {
  Impl(std::filesystem::path path, OpenIndex opened)
      : dir(std::move(path)),
        index(std::move(opened)),
        matcher(index),
        analyzer(index.info().analyzer),
        vocabulary(index),
        variants(vocabulary),
        synonyms(dir / kSynonymsFile) {}

  // Runs a whole request, again when a writer pulled the index away underneath it.
  template <class Request>
  auto attempt(Request request) {
    return internal::guarded(dir, [&] {
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
    if (!index.refresh()) return;
    matcher.forget();
    vocabulary.forget();
    variants.forget();
    if (index.info().analyzer == analyzer.config()) return;
    analyzer = Analyzer(index.info().analyzer);
    synonyms.forget();
  }

  internal::QueryExtras extras(const SearchRequest& request);
  Answer answer(const SearchRequest& request, const std::vector<query::Node>& filters,
                std::size_t depth);
  internal::Typed search_as_typed(const SearchRequest& request,
                                  const std::vector<query::Node>& filters);
  SearchResults search(const SearchRequest& request, const std::vector<query::Node>& filters);
  void count(const SearchRequest& request, const Plan& plan, SearchResults& results);
  std::vector<Hit> hits(const SearchRequest& request, const Answer& answer, std::size_t& dropped);
  std::vector<RankedId> rank_as_typed(const SearchRequest& request);
  std::vector<RankedId> rank(const SearchRequest& request);
  std::optional<Article> get(std::string_view id);
  void visit_all(const std::function<void(const Article&)>& visit,
                 std::unordered_set<std::string>& visited);

  std::filesystem::path dir;
  OpenIndex index;
  internal::Matcher matcher;
  Analyzer analyzer;
  DocumentCodec codec;
  internal::LazyVocabulary vocabulary;
  internal::VariantFinder variants;
  internal::Synonyms synonyms;
};

internal::QueryExtras Searcher::Impl::extras(const SearchRequest& request) {
  if (request.synonyms) synonyms.follow(analyzer);
  return {request.variants ? &variants : nullptr, request.synonyms ? &synonyms : nullptr};
}

// By date, an article with one word of the query would hide the one about all of them: so all words
// are demanded, unless that finds nothing.
Answer Searcher::Impl::answer(const SearchRequest& request, const std::vector<query::Node>& filters,
                              std::size_t depth) {
  const query::Parsed parsed = query::parse_query(request.query, request.full_syntax);
  const auto ask = [&](bool all_words) {
    Answer answer;
    const PlanOptions options{filters, all_words, extras(request)};
    answer.plan = internal::make_plan(parsed, options, index.database(), analyzer);
    answer.plan.recency_half_life_days = request.recency_half_life_days;
    const std::size_t spare = answer.plan.check_text ? kSpare : 0;
    answer.ranking = matcher.match(answer.plan, request.sort, depth + spare);
    if (request.explain) {
      answer.trace =
          internal::trace_of(request.query, parsed, answer.plan, index.database(), analyzer);
    }
    return answer;
  };
  if (request.sort == Sort::kRelevance) return ask(false);
  Answer strict = ask(true);
  return strict.ranking.order.empty() ? ask(false) : std::move(strict);
}

std::vector<Hit> Searcher::Impl::hits(const SearchRequest& request, const Answer& answer,
                                      std::size_t& dropped) {
  const std::vector<Ranked>& order = answer.ranking.order;
  HitReader reader(answer.plan, request, index.database(), analyzer, codec);
  const bool check = answer.plan.check_text;
  std::vector<Hit> hits;
  std::size_t at = 0;
  // What fell out on earlier pages must fall out here too, or a hit would come twice.
  for (std::size_t passed = 0; passed < request.offset && at < order.size(); ++at) {
    const bool looked_at = check && at < internal::RerankWeights::kCandidates;
    const bool holds = !looked_at || reader.holds(order[at]);
    holds ? ++passed : ++dropped;
  }
  for (; hits.size() < request.limit && at < order.size(); ++at) {
    if (std::optional<Hit> hit = reader.read(order[at])) {
      if (request.explain) {
        const bool second =
            request.sort == Sort::kRelevance && at < internal::RerankWeights::kCandidates;
        hit->parts = internal::score_parts(order[at], second, answer.plan, index.database());
      }
      hits.push_back(std::move(*hit));
    } else {
      ++dropped;
    }
  }
  return hits;
}

internal::Typed Searcher::Impl::search_as_typed(const SearchRequest& request,
                                                const std::vector<query::Node>& filters) {
  const std::size_t articles = index.database().get_doccount();
  const std::size_t depth = std::min(request.offset, articles) + std::min(request.limit, articles);
  Answer found = answer(request, filters, depth);
  std::size_t dropped = 0;
  SearchResults results;
  results.query = request.query;
  results.offset = request.offset;
  results.limit = request.limit;
  results.hits = hits(request, found, dropped);
  results.estimated_total =
      std::max<std::uint64_t>(found.ranking.estimated_total, dropped) - dropped;
  results.exhaustive = found.ranking.exhaustive;
  count(request, found.plan, results);
  results.diagnostics = std::move(found.plan.diagnostics);
  results.trace = std::move(found.trace);
  if (request.synonyms) append(results.diagnostics, synonyms.remarks());
  return {std::move(results), found.plan.has_unknown_word()};
}

SearchResults Searcher::Impl::search(const SearchRequest& request,
                                     const std::vector<query::Node>& filters) {
  internal::Corrector corrector(index.database(), analyzer, vocabulary);
  return internal::search_with_corrections(request, corrector, [&](const SearchRequest& each) {
    return search_as_typed(each, filters);
  });
}

// Who counts all articles knows how many there are.
void Searcher::Impl::count(const SearchRequest& request, const Plan& plan, SearchResults& results) {
  const internal::FacetQuestion question{internal::read_facets(request.facets),
                                         request.facet_values, request.histogram};
  if (!question.asks()) return;
  const Xapian::Query query = plan.query.empty() ? plan.query : matcher.live(plan);
  internal::FacetAnswer answer = internal::count_facets(index, query, plan.required, question);
  results.facets = std::move(answer.facets);
  results.date_histogram = std::move(answer.histogram);
  results.histogram = request.histogram;
  results.facets_exact = answer.exact && !*plan.gave_up;
  if (!results.facets_exact || plan.check_text) return;
  results.estimated_total = answer.articles;
  results.exhaustive = true;
}

std::vector<RankedId> Searcher::Impl::rank(const SearchRequest& request) {
  std::vector<RankedId> ids = rank_as_typed(request);
  if (!ids.empty()) return ids;
  internal::Corrector corrector(index.database(), analyzer, vocabulary);
  for (Correction& correction : corrector.corrections(request.query, request.corrections)) {
    SearchRequest again = request;
    again.query = std::move(correction.query);
    ids = rank_as_typed(again);
    if (!ids.empty()) return ids;
  }
  return ids;
}

std::vector<RankedId> Searcher::Impl::rank_as_typed(const SearchRequest& request) {
  const std::size_t articles = index.database().get_doccount();
  const std::size_t limit = std::min(request.limit, articles);
  const Answer found = answer(request, {}, limit);
  HitReader reader(found.plan, request, index.database(), analyzer, codec);
  std::vector<RankedId> ids;
  for (std::size_t at = 0; ids.size() < limit && at < found.ranking.order.size(); ++at) {
    const Ranked& ranked = found.ranking.order[at];
    const bool looked_at = found.plan.check_text && at < internal::RerankWeights::kCandidates;
    if (looked_at && !reader.holds(ranked)) continue;
    ids.push_back({index.database().get_document(ranked.id).get_data(), ranked.score});
  }
  return ids;
}

std::optional<Article> Searcher::Impl::get(std::string_view id) {
  Xapian::Database& database = index.database();
  const std::string term = bounded_term(std::string(prefix::kId) + std::string(id));
  const Xapian::PostingIterator end = database.postlist_end(term);
  for (auto posting = database.postlist_begin(term); posting != end; ++posting) {
    if (!index.is_live(*posting)) continue;
    return codec.decode(database.get_document(*posting).get_value(slot::kArticle));
  }
  return std::nullopt;
}

void Searcher::Impl::visit_all(const std::function<void(const Article&)>& visit,
                               std::unordered_set<std::string>& visited) {
  Xapian::Database& database = index.database();
  const Xapian::ValueIterator end = database.valuestream_end(slot::kArticle);
  for (auto stored = database.valuestream_begin(slot::kArticle); stored != end; ++stored) {
    if (!index.is_live(stored.get_docid())) continue;
    const Article article = codec.decode(*stored);
    if (visited.insert(article.id).second) visit(article);
  }
}

Searcher::Searcher(std::unique_ptr<Impl> impl) : impl_(std::move(impl)) {}
Searcher::~Searcher() = default;
Searcher::Searcher(Searcher&&) noexcept = default;
Searcher& Searcher::operator=(Searcher&&) noexcept = default;

Searcher Searcher::open(const std::filesystem::path& dir) {
  return Searcher(std::make_unique<Impl>(dir, OpenIndex::open(dir)));
}

SearchResults Searcher::search(const SearchRequest& request) {
  const auto started = std::chrono::steady_clock::now();
  const std::vector<query::Node> filters = internal::read_filters(request.filters);
  SearchResults results = impl_->attempt([&] { return impl_->search(request, filters); });
  const std::chrono::duration<double, std::milli> taken =
      std::chrono::steady_clock::now() - started;
  results.processing_ms = taken.count();
  return results;
}

std::vector<RankedId> Searcher::rank(std::string_view query, std::size_t limit) {
  SearchRequest request;
  request.query = query;
  request.limit = limit;
  request.snippets = false;
  return impl_->attempt([&] { return impl_->rank(request); });
}

std::optional<Article> Searcher::get(std::string_view id) {
  return impl_->attempt([&] { return impl_->get(id); });
}

void Searcher::for_each_article(const std::function<void(const Article&)>& visit) {
  std::unordered_set<std::string> visited;  // across attempts
  impl_->attempt([&] { impl_->visit_all(visit, visited); });
}

IndexInfo Searcher::info() const { return impl_->index.info(); }

std::uint64_t Searcher::live_articles() const { return impl_->index.live_articles(); }

}  // namespace fihris
