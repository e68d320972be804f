// What a search may be asked: the query and all that goes with it. Plain values.
#pragma once

#include <cstddef>
#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace fihris {

// The length of a histogram's steps.
enum class Histogram : std::uint8_t { kNone, kYear, kMonth, kDay };

enum class Sort : std::uint8_t { kRelevance, kDateDescending, kDateAscending };

// Which of the words side by side an article must have. Function words are never demanded.
enum class MatchingStrategy : std::uint8_t {
  kAny,   // one of them; sorted by date: all, if there are such articles
  kAll,   // every one
  kLast,  // every one; when that finds nothing, all but the last, all but the last two, …
};

// What offsets of marks count.
enum class MarkUnit : std::uint8_t { kCodePoints, kUtf16, kBytes };

// Which corrections of a query may be made or offered.
struct CorrectionKinds {
  bool spelling = true;
  bool keyboard = true;
  bool latin = true;
  bool operator==(const CorrectionKinds&) const = default;
};

// The length aimed at for a snippet, in graphemes (characters as a reader counts them).
inline constexpr std::size_t kSnippetGraphemes = 220;

// As SearchRequest::distinct: no field, whatever the index's settings say.
inline constexpr std::string_view kNotDistinct = "none";

// An end of a range.
struct FilterBound {
  std::string value;
  bool included = true;
  bool operator==(const FilterBound&) const = default;
};

// What articles must be, as a tree: the same questions that texts in `filters` ask, but no
// character in a field or a value means anything. Values compare as the field does: as numbers,
// truths or moments (ISO 8601, or seconds since 1970), else whole and normalised; what can not be
// read as such equals nothing.
struct FilterExpression {
  enum class Kind : std::uint8_t {
    kAnd,         // all of `children`; of none: every article
    kOr,          // any of `children`; of none: no article
    kNot,         // not the one child
    kEquals,      // one of the field's values is `value`
    kRange,       // one of the field's numbers or moments lies between `from` and `to`
    kBeginsWith,  // one of the field's values begins with `value`
    kExists,      // the field is there, be it null or empty
    kIsNull,      // … and null
    kIsEmpty,     // … and "", [] or {}
  };
  Kind kind = Kind::kAnd;
  std::vector<FilterExpression> children = {};
  std::string field = {};  // as declared, or a built-in one by either name
  std::string value = {};
  std::optional<FilterBound> from = {};
  std::optional<FilterBound> to = {};
  bool operator==(const FilterExpression&) const = default;
};

// What hits are sorted by.
struct SortKey {
  std::string field;  // as SearchRequest::sort_by
  bool descending = false;
  bool operator==(const SortKey&) const = default;
};

struct SearchRequest {
  // Without a word in it: every article, the newest first.
  std::string query;
  std::size_t offset = 0;
  std::size_t limit = 10;
  Sort sort = Sort::kRelevance;
  // By what, when not by relevance: an attribute of the index's own that sorts, in English or
  // Arabic; empty: the date. What has no value comes last either way.
  std::string sort_by;
  // Decide in turn among hits that are the same by it. Not looked at when sorted by relevance.
  std::vector<SortKey> then_by;
  // "source:…", "date:2025-07..2025-12", …: all must hold; query syntax of one field.
  std::vector<std::string> filters;
  // Must hold besides. Error{kUsage} for a field that does not exist or does not filter, and for a
  // comparison that it has not.
  std::optional<FilterExpression> filter;
  bool snippets = true;       // false: ids, scores and stored fields only
  std::size_t fragments = 2;  // snippets per hit
  // Members of the articles that come back in JSON, each text one or more with commas between;
  // "*": all of them. Empty: what the index's settings display, or else all but `path`, which says
  // where files lie on the server.
  std::vector<std::string> fields;
  MarkUnit mark_unit = MarkUnit::kCodePoints;  // in JSON
  std::size_t snippet_graphemes = kSnippetGraphemes;
  bool full_syntax = false;
  bool explain = false;  // fill in SearchResults::trace and Hit::parts
  // Recent articles gain up to as much as good proximity gives, half of it at this age, counted
  // from the newest article or today, whichever is earlier; 0: age does not matter.
  double recency_half_life_days = 0;
  // Fields whose values are counted over all articles found: source, author, section, tag, year,
  // month, or their Arabic names.
  std::vector<std::string> facets;
  std::size_t facet_values = 100;  // so many of each at most
  Histogram histogram = Histogram::kNone;
  CorrectionKinds corrections;
  bool variants = true;  // other spellings of names the lexicon does not know match as well
  bool synonyms = true;  // so do those of the index's synonyms.txt
  // Near-duplicates are listed with the best of them instead of being hits of their own.
  bool fold = true;
  // Of the hits that have the same value of this field only the best is shown: source, author,
  // section, tag, or a filterable attribute of the index's own; Error{kUsage} for another. Of
  // several values the first counts, of numbers and dates the least. What has no value is a hit of
  // its own. Empty: what the index's settings say. kNotDistinct: none.
  std::string distinct;
  // "2025-12-23": the day that «الأسبوع الماضي» and recency are told from; empty: the system
  // clock's, in UTC. Error{kUsage} for anything else.
  std::string today;
  MatchingStrategy matching = MatchingStrategy::kAny;
  // Somebody is typing: the last word of the query also finds words that begin with it, below those
  // that are it. Not within quotation marks, for `=word`, or for a function word.
  bool last_word_prefix = false;
  // Then the search ends with what it has found, and says so; 0: it may take any time. A match ends
  // within a millisecond, a few hits are read after that, so the answer comes a little later.
  double time_limit_seconds = 0;
  bool operator==(const SearchRequest&) const = default;
};
// Up to so many articles found, facets and histogram are exact.
inline constexpr std::size_t kMaxCounted = 50'000;
// The filters of a request may hold so many words, phrases and dates in all: Error{kUsage} for
// more.
inline constexpr std::size_t kMaxFilterValues = 500;
// In a FilterExpression, the values of one field side by side in a kOr are a list and count apart:
// so many in all. 10,000 texts take a tenth of a second, numbers a hundredth.
inline constexpr std::size_t kMaxFilterListValues = 10'000;

}  // namespace fihris
