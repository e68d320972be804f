#include "counts/facet_counts.h"

#include <algorithm>
#include <map>
#include <string>
#include <unordered_map>
#include <utility>

#include "column/slot_texts.h"
#include "counts/matching_documents.h"
#include "fihris/searcher/request.h"
#include "fihris/stemmer/analyzer.h"
#include "fihris/store/fields.h"
#include "text/number_text.h"

namespace fihris::searcher::counts {
namespace {

using Ids = std::vector<Xapian::docid>;

// The articles found, apart by database.
struct Found {
  Ids generation;
  Ids delta;
  Xapian::docid stride = 1;
};

Found find(store::OpenIndex& index, const Xapian::Query& query, const column::Patterns& required) {
  Found found;
  MatchingDocuments first = matching_documents(index.generation(), query, required, kMaxCounted);
  MatchingDocuments rest;
  if (Xapian::Database* delta = index.delta(); delta != nullptr && first.all) {
    rest = matching_documents(*delta, query, required, kMaxCounted - first.ids.size());
  }
  if (first.all && rest.all) return {std::move(first.ids), std::move(rest.ids), 1};
  const std::size_t articles = index.database().get_doccount();
  found.stride = static_cast<Xapian::docid>(articles / kMaxCounted + 1);
  found.generation =
      matching_documents(index.generation(), query, required, kMaxCounted, found.stride).ids;
  if (Xapian::Database* delta = index.delta()) {
    found.delta = matching_documents(*delta, query, required, kMaxCounted, found.stride).ids;
  }
  return found;
}

class Counter {
 public:
  Counter(store::OpenIndex& index, Found found, std::size_t most)
      : index_(index), found_(std::move(found)), most_(most) {}

  Facet facet(const FacetSpec& spec) {
    if (const auto* field = std::get_if<FacetField>(&spec.what)) {
      const FieldSpec& of_article = index_.fields().field_of(*field);
      if (of_article.role == FieldRole::kNumber) return number_facet(spec.name, of_article);
      return {spec.name, most_frequent(field_counts(*field))};
    }
    std::vector<FacetCount> counts;
    for (DateCount& date : histogram(std::get<Histogram>(spec.what))) {
      counts.push_back({std::move(date.period), date.count});
    }
    return {spec.name, most_frequent(std::move(counts))};
  }

  std::vector<DateCount> histogram(Histogram step) {
    if (step == Histogram::kNone) return {};
    if (days_.empty()) count_days();
    std::vector<DateCount> dates;
    for (const auto& [day, count] : days_) {
      std::string period = period_of(day, step);
      if (dates.empty() || dates.back().period != period) dates.push_back({std::move(period), 0});
      dates.back().count += count * found_.stride;
    }
    return dates;
  }

  std::uint64_t articles() const {
    return (found_.generation.size() + found_.delta.size()) * std::uint64_t{found_.stride};
  }

 private:
  struct Value {
    std::string printed;
    std::uint64_t count = 0;
  };

  std::vector<FacetCount> field_counts(FacetField field) {
    const store::ArticleColumns& columns = index_.columns();
    std::vector<std::uint64_t> counts(columns.values(field) + 1);
    columns.count(field, found_.generation, counts);
    std::vector<FacetCount> values;
    if (found_.delta.empty()) {
      for (std::size_t value = 1; value < counts.size(); ++value) {
        if (counts[value] == 0) continue;
        values.push_back({std::string(columns.printed(field, value)), counts[value]});
      }
    } else {
      for (auto& [key, value] : with_delta(field, counts)) {
        values.push_back({std::move(value.printed), value.count});
      }
    }
    for (FacetCount& value : values) value.count *= found_.stride;
    return values;
  }

  // The values of generation and delta together, by key. What is printed in the generation stays as
  // it is printed there.
  std::unordered_map<std::string, Value> with_delta(FacetField field,
                                                    const std::vector<std::uint64_t>& counts) {
    const store::ArticleColumns& columns = index_.columns();
    std::unordered_map<std::string, Value> values;
    for (std::size_t value = 1; value < counts.size(); ++value) {
      if (counts[value] == 0) continue;
      values.emplace(columns.key(field, value),
                     Value{std::string(columns.printed(field, value)), counts[value]});
    }
    const FieldSpec& of_article = index_.fields().field_of(field);
    std::map<std::string, std::uint64_t, std::less<>> spellings;
    column::each_slot_text(*index_.delta(), of_article.slot, found_.delta,
                           [&](Xapian::docid, const std::string& text) {
                             const auto add = [&](std::string_view value) {
                               ++spellings[std::string(value)];
                             };
                             each_value(text, add);
                           });
    for (const auto& [spelling, count] : spellings) {
      const std::string key = normalize(spelling);
      if (key.empty()) continue;
      values.try_emplace(key, Value{spelling, 0}).first->second.count += count;
    }
    return values;
  }

  // The numbers of an attribute, each with its articles, and their bounds.
  Facet number_facet(const std::string& name, const FieldSpec& field) {
    std::map<double, std::uint64_t> counts;
    for (const Xapian::docid id : found_.generation) {
      index_.columns().each_number(field.facet, id, [&](double number) { ++counts[number]; });
    }
    if (!found_.delta.empty()) {
      column::each_slot_text(
          *index_.delta(), field.slot, found_.delta, [&](Xapian::docid, std::string_view keys) {
            for (; keys.size() >= store::kNumberBytes; keys.remove_prefix(store::kNumberBytes)) {
              ++counts[store::number_of(keys)];
            }
          });
    }
    Facet facet{name, {}};
    if (counts.empty()) return facet;
    facet.stats = FacetStats{counts.begin()->first, counts.rbegin()->first};
    const bool moments = field.attribute->type == AttributeType::kDate;
    std::vector<FacetCount> values;
    for (const auto& [number, count] : counts) {
      values.push_back(
          {moments ? text::moment_text(number) : text::number_text(number), count * found_.stride});
    }
    facet.values = most_frequent(std::move(values));
    return facet;
  }

  void count_days() {
    const store::ArticleColumns& columns = index_.columns();
    std::unordered_map<std::uint32_t, std::uint64_t> counts;
    for (const Xapian::docid id : found_.generation) ++counts[columns.day(id)];
    counts.erase(0);
    days_.insert(counts.begin(), counts.end());
    if (found_.delta.empty()) return;
    column::each_slot_text(*index_.delta(), slot::kDate, found_.delta,
                           [&](Xapian::docid, const std::string& text) {
                             ++days_[static_cast<std::uint32_t>(std::stoul(text.substr(0, 8)))];
                           });
  }

  // yyyymmdd → "2025", "2025-12" or "2025-12-23".
  static std::string period_of(std::uint32_t day, Histogram step) {
    std::string digits = std::to_string(day);
    digits.insert(0, 8 - std::min<std::size_t>(8, digits.size()), '0');
    std::string period = digits.substr(0, 4);
    if (step != Histogram::kYear) period += '-' + digits.substr(4, 2);
    if (step == Histogram::kDay) period += '-' + digits.substr(6, 2);
    return period;
  }

  std::vector<FacetCount> most_frequent(std::vector<FacetCount> counts) const {
    const auto before = [](const FacetCount& a, const FacetCount& b) {
      return a.count != b.count ? a.count > b.count : a.value < b.value;
    };
    const auto shown = counts.begin() + static_cast<std::ptrdiff_t>(std::min(most_, counts.size()));
    std::partial_sort(counts.begin(), shown, counts.end(), before);
    counts.erase(shown, counts.end());
    return counts;
  }

  store::OpenIndex& index_;
  Found found_;
  std::size_t most_;
  std::map<std::uint32_t, std::uint64_t> days_;
};

}  // namespace

FacetAnswer count_facets(store::OpenIndex& index, const Xapian::Query& query,
                         const column::Patterns& required, const FacetQuestion& question) {
  FacetAnswer answer;
  Found found;
  if (!query.empty()) found = find(index, query, required);
  answer.exact = found.stride == 1;
  Counter counter(index, std::move(found), question.values);
  answer.articles = counter.articles();
  for (const FacetSpec& spec : question.facets) answer.facets.push_back(counter.facet(spec));
  answer.histogram = counter.histogram(question.histogram);
  return answer;
}

}  // namespace fihris::searcher::counts
