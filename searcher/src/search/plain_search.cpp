#include "search/plain_search.h"

#include <algorithm>
#include <optional>
#include <utility>

#include "fihris/stemmer/internal/utf8.h"
#include "fihris/store/error.h"
#include "query/shorter_query.h"
#include "rank/ranking.h"
#include "rank/trace.h"
#include "search/distinct_field.h"
#include "search/page.h"
#include "search/totals.h"
#include "show/hit_reader.h"

namespace fihris::searcher::search {
namespace {

// Hits are checked on the text and may drop out: a few more are kept at hand.
constexpr std::size_t kSpare = 20;
// The names of a list, each of which may hold several with commas between.
std::vector<std::string> separate_names(const std::vector<std::string>& lists) {
  std::vector<std::string> names;
  for (std::string_view list : lists) {
    while (!list.empty()) {
      const std::size_t comma = std::min(list.find(','), list.size());
      if (const auto name = stemmer::trim(list.substr(0, comma), " "); !name.empty()) {
        names.emplace_back(name);
      }
      list.remove_prefix(std::min(comma + 1, list.size()));
    }
  }
  return names;
}

// Throws Error{kUsage} for a field that does not sort.
std::uint32_t sort_slot(const std::string& name, const FieldTable& fields) {
  if (name.empty()) return slot::kDate;
  if (const FieldSpec* field = fields.find(name, FieldTable::Use::kSort)) {
    return field->role == FieldRole::kDate ? slot::kDate : field->sort_slot;
  }
  throw Error(ErrorCode::kUsage, "the articles can not be sorted by \"" + name + "\"",
              "They can be sorted by " + enumerated(fields.sort_names(), "or") +
                  "; an attribute of the archive's own that is to sort belongs into the setting "
                  "sortableAttributes.");
}

// What hits are sorted by where they are not ranked, the first of which decides first.
std::vector<plan::SortSlot> sort_slots(const SearchRequest& request, const FieldTable& fields) {
  const bool descending = request.sort != Sort::kDateAscending;
  std::vector<plan::SortSlot> slots{{sort_slot(request.sort_by, fields), descending}};
  if (request.sort == Sort::kRelevance) return slots;
  for (const SortKey& key : request.then_by) {
    slots.push_back({sort_slot(key.field, fields), key.descending});
  }
  return slots;
}

// Takes away those whose text has not what fingerprints made it seem to have.
std::uint64_t without(std::uint64_t total, std::size_t dropped) {
  return std::max<std::uint64_t>(total, dropped) - dropped;
}

// Fingerprints of forms have 7 bits: what they count is not exact before the texts are looked at.
bool asks_for_forms(const plan::Plan& plan) {
  const auto has_form = [](const column::ColumnPattern& pattern) {
    return std::any_of(pattern.tokens.begin(), pattern.tokens.end(),
                       [](const column::PatternToken& token) {
                         return token.norm != column::PatternToken::kAnyForm;
                       });
  };
  return std::any_of(plan.required.begin(), plan.required.end(), has_form);
}

}  // namespace

PlainSearch::PlainSearch(rank::Executor& executor, const std::filesystem::path& dir)
    : executor_(executor),
      context_(executor.here()),
      variants_(context_.index),
      synonyms_(dir / kSynonymsFile),
      ranking_(executor) {}

std::size_t PlainSearch::articles() const { return context_.index.database().get_doccount(); }

void PlainSearch::start(double seconds) {
  deadline_ = seconds > 0 ? std::make_shared<plan::Deadline>(seconds) : nullptr;
}

plan::Plan PlainSearch::plan_of(const Question& question, plan::Demand demand) {
  const SearchRequest& request = question.request;
  if (request.synonyms) synonyms_.follow(context_.analyzer);
  const plan::QueryExtras extras{request.variants ? &variants_ : nullptr,
                                 request.synonyms ? &synonyms_ : nullptr};
  plan::Plan plan = plan::make_plan(
      question.query,
      {question.filters, question.restriction, demand, request.last_word_prefix, extras},
      context_.index, context_.analyzer);
  plan.sort_slots = sort_slots(request, context_.index.fields());
  plan.recency_half_life_days = request.recency_half_life_days;
  plan.today = question.today;
  plan.deadline = deadline_;
  return plan;
}

// Makes the plan and ranks `depth` stories, or articles, or more.
Found PlainSearch::find_demanding(const Question& question, plan::Demand demand, std::size_t depth,
                                  bool fold) {
  Found found{plan_of(question, demand), {}, {}};
  const bool by_date = found.plan.lists_articles && question.request.sort == Sort::kRelevance;
  const Sort sort = by_date ? Sort::kDateDescending : question.request.sort;
  found.distinct = distinct_field(question.request, question.fields, found.plan.diagnostics);
  if (found.distinct == nullptr) {
    ranking_.rank(sort, depth + (found.plan.check_text ? kSpare : 0), fold, found);
    return found;
  }
  std::optional<show::HitReader> reader;
  stories::Distinct::Holds holds;
  if (found.plan.check_text) {
    reader.emplace(found.plan, question.request, context_);
    holds = [&reader](const rank::Ranked& ranked) { return reader->holds(ranked); };
  }
  ranking_.rank_distinct(sort, depth, fold, std::move(holds), found);
  return found;
}

// Demands all words, then all but the last, and so on until there is something.
Found PlainSearch::find_without_last(const Question& question, std::size_t depth, bool fold) {
  query::ParsedQuery shorter = question.query;
  for (;;) {
    Found found = find_demanding(question.about(shorter), plan::Demand::kAll, depth, fold);
    if (!found.ranking.order.empty() || out_of_time() || !query::drop_last_word(shorter))
      return found;
  }
}

// A long quotation that is nowhere is ranked as words.
Found PlainSearch::find(const Question& question, std::size_t depth, bool fold) {
  Found found = find_as_typed(question, depth, fold);
  if (!found.ranking.order.empty() || out_of_time()) return found;
  query::ParsedQuery words = question.query;
  if (!query::rank_quotation_as_words(words)) return found;
  return find_as_typed(question.about(words), depth, fold);
}

// By date, an article with one word of the query would hide the one about all of them: so all words
// are demanded, unless that finds nothing.
Found PlainSearch::find_as_typed(const Question& question, std::size_t depth, bool fold) {
  using plan::Demand;
  const SearchRequest& request = question.request;
  if (request.matching == MatchingStrategy::kAll)
    return find_demanding(question, Demand::kAll, depth, fold);
  if (request.matching == MatchingStrategy::kLast) return find_without_last(question, depth, fold);
  if (request.sort == Sort::kRelevance) return find_demanding(question, Demand::kNone, depth, fold);
  Found strict = find_demanding(question, Demand::kWithoutSigns, depth, fold);
  if (!strict.ranking.order.empty()) return strict;
  return find_demanding(question, Demand::kNone, depth, fold);
}

// Finds and reads the page of the request. Where more hits drop out than were kept at hand, it
// looks deeper: a page is short only when it is the last one.
Page PlainSearch::find_page(const Question& question, Found& found) {
  const SearchRequest& request = question.request;
  const std::size_t most = articles();
  const std::size_t last = std::min(request.offset, most) + std::min(request.limit, most);
  for (std::size_t depth = std::max<std::size_t>(last, 1);;) {
    found = find(question, depth, request.fold);
    Page page = read_page(request, found, executor_);
    if (page.hits.size() == request.limit || found.all || out_of_time()) return page;
    depth = 2 * depth + page.dropped;
  }
}

Answer PlainSearch::answer(const Question& question) {
  const SearchRequest& request = question.request;
  Found found;
  Page page = find_page(question, found);
  SearchResults results;
  results.query = question.query.text;
  results.fields = separate_names(
      request.fields.empty() ? context_.index.fields().settings().displayed : request.fields);
  results.mark_unit = request.mark_unit;
  results.offset = request.offset;
  results.limit = request.limit;
  results.hits = std::move(page.hits);
  const Total total = total_of(found, context_);
  results.estimated_total = without(total.articles, page.dropped);
  const bool looked_at_all = found.all && page.to_the_end;
  results.exhaustive = total.exact && (looked_at_all || !asks_for_forms(found.plan)) && !stopped();
  add_facets(request, found, context_, results);
  if (request.explain) {
    results.trace =
        rank::trace_of(question.query, found.plan, context_.index.database(), context_.analyzer);
  }
  Answer answer;
  answer.unknown_word = found.plan.has_unknown_word();
  answer.marking = plan::marking_of(found.plan);
  results.diagnostics = std::move(found.plan.diagnostics);
  if (request.synonyms) {
    const std::vector<query::Diagnostic>& remarks = synonyms_.remarks();
    results.diagnostics.insert(results.diagnostics.end(), remarks.begin(), remarks.end());
  }
  answer.results = std::move(results);
  return answer;
}

std::vector<RankedId> PlainSearch::ranked_ids(const Question& question) {
  const std::size_t limit = std::min(question.request.limit, articles());
  for (std::size_t depth = limit;; depth = 2 * depth + kSpare) {
    const Found found = find(question, depth, false);
    std::vector<RankedId> ids = ids_that_hold(question, found, limit);
    if (ids.size() == limit || found.all || out_of_time()) return ids;
  }
}

// The first `limit` of the articles found that have what was asked for.
std::vector<RankedId> PlainSearch::ids_that_hold(const Question& question, const Found& found,
                                                 std::size_t limit) {
  show::HitReader reader(found.plan, question.request, context_);
  std::vector<RankedId> ids;
  for (const rank::Ranked& ranked : found.ranking.order) {
    if (ids.size() == limit) break;
    if (found.plan.check_text && !reader.holds(ranked)) continue;
    const Xapian::Document document =
        context_.index.database().get_document(ranked.id, Xapian::DOC_ASSUME_VALID);
    ids.push_back({document.get_data(), ranked.score});
  }
  return ids;
}

std::uint64_t PlainSearch::count(const Question& question) {
  const Found found = find(question, 1, false);
  const std::uint64_t total = total_of(found, context_).articles;
  const bool looked_at = !found.plan.check_text || found.distinct != nullptr;
  return looked_at ? total : without(total, dropped_before_first(question, found));
}

// How many articles drop out until one stays.
std::size_t PlainSearch::dropped_before_first(const Question& question, const Found& found) {
  show::HitReader reader(found.plan, question.request, context_);
  const std::vector<rank::Ranked>& order = found.ranking.order;
  const auto first = std::find_if(order.begin(), order.end(),
                                  [&](const rank::Ranked& ranked) { return reader.holds(ranked); });
  return static_cast<std::size_t>(first - order.begin());
}

std::vector<Hit> PlainSearch::marked_hits(const Question& question) {
  Found found;
  std::vector<Hit> hits = find_page(question, found).hits;
  for (Hit& hit : hits) hit.duplicates.clear();
  return hits;
}

}  // namespace fihris::searcher::search
