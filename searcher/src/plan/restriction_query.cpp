#include "plan/restriction_query.h"

#include <algorithm>
#include <chrono>
#include <cmath>
#include <string>
#include <vector>

#include "fihris/store/fields.h"
#include "fihris/store/internal/attribute_values.h"
#include "plan/number_filter.h"

namespace fihris::searcher::plan {
namespace {

using Kind = query::Restriction::Kind;
using Xapian::Query;

// Of more values that begin so, the first ones of the alphabet.
constexpr std::size_t kMaxBeginning = 50'000;

Query any_of(const std::vector<Query>& queries) {
  if (queries.empty()) return Query::MatchNothing;
  if (queries.size() == 1) return queries.front();
  return {Query::OP_OR, queries.begin(), queries.end()};
}

// An OR of many terms. Xapian compares its members by how often they are to be expected, which it
// adds up anew for each comparison: 10,000 of them took 8 s. So there are ORs of a few, which it
// would put back into one if nothing stood between.
Query any_of_terms(const std::vector<std::string>& terms) {
  constexpr std::size_t kFew = 64;
  if (terms.empty()) return Query::MatchNothing;
  std::vector<Query> groups;
  for (std::size_t i = 0; i < terms.size(); i += kFew) {
    const auto first = terms.begin() + static_cast<std::ptrdiff_t>(i);
    const auto behind = first + static_cast<std::ptrdiff_t>(std::min(kFew, terms.size() - i));
    groups.emplace_back(Query::OP_SCALE_WEIGHT, Query(Query::OP_OR, first, behind), 0.0);
  }
  return any_of(groups);
}

// «yyyymmddHHMMSS», as the slot of dates has them. Beyond the years of four digits: their end.
std::string date_digits(double seconds) {
  constexpr double kFirst = -62'167'219'200;  // 0000-01-01
  constexpr double kLast = 253'402'300'799;   // 9999-12-31T23:59:59
  const auto when = std::chrono::sys_seconds(
      std::chrono::seconds(static_cast<std::int64_t>(std::clamp(seconds, kFirst, kLast))));
  const auto day = std::chrono::floor<std::chrono::days>(when);
  const std::chrono::year_month_day date(day);
  const std::chrono::hh_mm_ss time(when - day);
  const auto padded = [](std::int64_t number, std::size_t width) {
    const std::string digits = std::to_string(number);
    return std::string(width - std::min(width, digits.size()), '0') + digits;
  };
  return padded(static_cast<int>(date.year()), 4) + padded(static_cast<unsigned>(date.month()), 2) +
         padded(static_cast<unsigned>(date.day()), 2) + padded(time.hours().count(), 2) +
         padded(time.minutes().count(), 2) + padded(time.seconds().count(), 2);
}

// Articles without a date are in no range: their slot is empty, which sorts before "0".
Query dates_query(const std::vector<query::NumberRange>& ranges) {
  std::vector<Query> queries;
  for (const query::NumberRange& range : ranges) {
    const double first = std::ceil(*range.first);
    const double last = std::floor(*range.last);
    if (first > last) continue;
    queries.emplace_back(Query::OP_VALUE_RANGE, slot::kDate, date_digits(first), date_digits(last));
  }
  return any_of(queries);
}

class Builder {
 public:
  explicit Builder(store::OpenIndex& index) : index_(index) {}

  Query build(const query::Restriction& restriction) {
    switch (restriction.kind) {
      case Kind::kAll:
        return all(restriction.parts);
      case Kind::kAny:
        return any_of(each(restriction.parts));
      case Kind::kNot:
        return {Query::OP_AND_NOT, Query::MatchAll, build(restriction.parts.front())};
      case Kind::kValues:
        return values(restriction);
      case Kind::kNumbers:
        if (restriction.field->role == FieldRole::kDate) return dates_query(restriction.ranges);
        return number_query(*restriction.field, restriction.ranges, index_);
      case Kind::kBeginning:
        return beginning(restriction);
      default:
        return presence(restriction);
    }
  }

 private:
  std::vector<Query> each(const std::vector<query::Restriction>& parts) {
    std::vector<Query> queries;
    queries.reserve(parts.size());
    for (const query::Restriction& part : parts) queries.push_back(build(part));
    return queries;
  }

  // What must not be is taken away from what must be.
  Query all(const std::vector<query::Restriction>& parts) {
    std::vector<Query> must;
    std::vector<Query> must_not;
    for (const query::Restriction& part : parts) {
      const bool negated = part.kind == Kind::kNot;
      (negated ? must_not : must).push_back(build(negated ? part.parts.front() : part));
    }
    Query query = Query::MatchAll;
    if (!must.empty()) query = Query(Query::OP_AND, must.begin(), must.end());
    if (must_not.empty()) return query;
    return {Query::OP_AND_NOT, query, any_of(must_not)};
  }

  static Query values(const query::Restriction& restriction) {
    std::vector<std::string> terms;
    for (const std::string& value : restriction.values) {
      terms.push_back(exact_term(*restriction.field, value));
    }
    std::sort(terms.begin(), terms.end());
    terms.erase(std::unique(terms.begin(), terms.end()), terms.end());
    return any_of_terms(terms);
  }

  Query beginning(const query::Restriction& restriction) {
    const std::string begin = exact_term(*restriction.field, restriction.values.front());
    const Xapian::Database& database = index_.database();
    std::vector<std::string> terms;
    const Xapian::TermIterator end = database.allterms_end(begin);
    for (auto term = database.allterms_begin(begin); term != end; ++term) {
      if (terms.size() == kMaxBeginning) break;
      terms.push_back(*term);
    }
    return any_of_terms(terms);
  }

  // Whether a built-in field is null or empty is not kept.
  static Query presence(const query::Restriction& restriction) {
    using store::PresenceTerm;
    const FieldSpec& field = *restriction.field;
    const bool exists = restriction.kind == Kind::kExists;
    if (field.attribute == nullptr) return exists ? any_value_query(field) : Query::MatchNothing;
    const auto term = [&field](PresenceTerm what) {
      return Query(store::presence_term(field, what));
    };
    if (restriction.kind == Kind::kNull) return term(PresenceTerm::kNull);
    if (restriction.kind == Kind::kEmpty) return term(PresenceTerm::kEmpty);
    return any_of({any_value_query(field), term(PresenceTerm::kNull), term(PresenceTerm::kEmpty),
                   term(PresenceTerm::kOther)});
  }

  store::OpenIndex& index_;
};

}  // namespace

Query restriction_query(const query::Restriction& restriction, store::OpenIndex& index) {
  return Builder(index).build(restriction);
}

}  // namespace fihris::searcher::plan
