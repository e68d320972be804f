#include "counts/facet_counts.h"

#include <algorithm>
#include <map>
#include <optional>
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
  std::vector<Ids> of_shard;
  Xapian::docid stride = 1;

  std::size_t size() const {
    std::size_t size = 0;
    for (const Ids& ids : of_shard) size += ids.size();
    return size;
  }
};

// All of them; nothing where they are more than are counted.
std::optional<Found> find_all(store::OpenIndex& index, const Xapian::Query& query,
                              const column::Patterns& required) {
  Found found;
  std::size_t left = kMaxCounted;
  for (std::size_t shard = 0; shard < index.shards(); ++shard) {
    MatchingDocuments matching = matching_documents(index.shard(shard), query, required, left);
    if (!matching.all) return std::nullopt;
    left -= matching.ids.size();
    found.of_shard.push_back(std::move(matching.ids));
  }
  return found;
}

Found find(store::OpenIndex& index, const Xapian::Query& query, const column::Patterns& required) {
  if (std::optional<Found> all = find_all(index, query, required)) return *std::move(all);
  Found found;
  const std::size_t articles = index.database().get_doccount();
  found.stride = static_cast<Xapian::docid>(articles / kMaxCounted + 1);
  for (std::size_t shard = 0; shard < index.shards(); ++shard) {
    found.of_shard.push_back(
        matching_documents(index.shard(shard), query, required, kMaxCounted, found.stride).ids);
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

  std::uint64_t articles() const { return found_.size() * std::uint64_t{found_.stride}; }

 private:
  struct Value {
    std::string printed;
    std::uint64_t count = 0;
  };

  std::vector<FacetCount> field_counts(FacetField field) {
    const store::ArticleColumns& oldest = index_.columns(0);
    std::vector<std::uint64_t> counts(oldest.values(field) + 1);
    std::unordered_map<std::string, Value> others;
    for (std::size_t shard = 0; shard < found_.of_shard.size(); ++shard) {
      const Ids& ids = found_.of_shard[shard];
      if (ids.empty()) continue;
      if (shard == 0) {
        oldest.count(field, ids, counts);
      } else if (index_.has_columns(shard)) {
        add_part(field, shard, counts, others);
      } else {
        add_delta(field, shard, counts, others);
      }
    }
    std::vector<FacetCount> values;
    for (std::size_t value = 1; value < counts.size(); ++value) {
      if (counts[value] == 0) continue;
      values.push_back({std::string(oldest.printed(field, value)), counts[value] * found_.stride});
    }
    for (auto& [key, value] : others) {
      values.push_back({std::move(value.printed), value.count * found_.stride});
    }
    return values;
  }

  // Adds to the counts of the oldest part's values by their keys, and to `others` what that does
  // not have. A value is printed as the oldest part that has it prints it.
  void add_value(FacetField field, std::string_view key, std::string_view printed,
                 std::uint64_t count, std::vector<std::uint64_t>& counts,
                 std::unordered_map<std::string, Value>& others) {
    if (const std::size_t value = index_.columns(0).find(field, key)) {
      counts[value] += count;
    } else {
      others.try_emplace(std::string(key), Value{std::string(printed), 0}).first->second.count +=
          count;
    }
  }

  void add_part(FacetField field, std::size_t shard, std::vector<std::uint64_t>& counts,
                std::unordered_map<std::string, Value>& others) {
    const store::ArticleColumns& columns = index_.columns(shard);
    std::vector<std::uint64_t> of_part(columns.values(field) + 1);
    columns.count(field, found_.of_shard[shard], of_part);
    for (std::size_t value = 1; value < of_part.size(); ++value) {
      if (of_part[value] == 0) continue;
      add_value(field, columns.key(field, value), columns.printed(field, value), of_part[value],
                counts, others);
    }
  }

  void add_delta(FacetField field, std::size_t shard, std::vector<std::uint64_t>& counts,
                 std::unordered_map<std::string, Value>& others) {
    const FieldSpec& of_article = index_.fields().field_of(field);
    std::map<std::string, std::uint64_t, std::less<>> spellings;
    column::each_slot_text(index_.shard(shard), of_article.slot, found_.of_shard[shard],
                           [&](Xapian::docid, const std::string& text) {
                             const auto add = [&](std::string_view value) {
                               ++spellings[std::string(value)];
                             };
                             each_value(text, add);
                           });
    for (const auto& [spelling, count] : spellings) {
      const std::string key = normalize(spelling);
      if (!key.empty()) add_value(field, key, spelling, count, counts, others);
    }
  }

  std::map<double, std::uint64_t> count_numbers(const FieldSpec& field) {
    std::map<double, std::uint64_t> counts;
    const auto add = [&counts](double number) { ++counts[number]; };
    for (std::size_t shard = 0; shard < found_.of_shard.size(); ++shard) {
      const Ids& ids = found_.of_shard[shard];
      if (index_.has_columns(shard)) {
        const store::ArticleColumns& columns = index_.columns(shard);
        for (const Xapian::docid id : ids) columns.each_number(field.facet, id, add);
        continue;
      }
      column::each_slot_text(
          index_.shard(shard), field.slot, ids, [&](Xapian::docid, std::string_view keys) {
            for (; keys.size() >= store::kNumberBytes; keys.remove_prefix(store::kNumberBytes)) {
              add(store::number_of(keys));
            }
          });
    }
    return counts;
  }

  // The numbers of an attribute, each with its articles, and their bounds.
  Facet number_facet(const std::string& name, const FieldSpec& field) {
    const std::map<double, std::uint64_t> counts = count_numbers(field);
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
    std::unordered_map<std::uint32_t, std::uint64_t> counts;
    for (std::size_t shard = 0; shard < found_.of_shard.size(); ++shard) {
      const Ids& ids = found_.of_shard[shard];
      if (index_.has_columns(shard)) {
        const store::ArticleColumns& columns = index_.columns(shard);
        for (const Xapian::docid id : ids) ++counts[columns.day(id)];
        continue;
      }
      column::each_slot_text(index_.shard(shard), slot::kDate, ids,
                             [&](Xapian::docid, const std::string& text) {
                               ++counts[static_cast<std::uint32_t>(std::stoul(text.substr(0, 8)))];
                             });
    }
    counts.erase(0);
    days_.insert(counts.begin(), counts.end());
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
