// What a search gives back. Plain values; writers turn them into JSON, HTML or terminal text.
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "fihris/searcher/query.h"
#include "fihris/searcher/request.h"
#include "fihris/searcher/trace.h"
#include "fihris/stemmer/token.h"
#include "fihris/store/article.h"

namespace fihris {

// The best kind of match the hit has for the words of the query.
enum class MatchTier : std::uint8_t { kExact, kForm, kLemma, kFamily };
std::string_view to_string(MatchTier tier);

// A piece of an article with the matching words marked. `text` is byte for byte the article's
// (UTF-8); `marks` are byte ranges in `text`, ascending, not overlapping, on grapheme boundaries.
struct Snippet {
  std::string field;  // "title" | "summary" | "body"
  std::string text;
  std::vector<Span> marks;
  std::size_t offset = 0;   // byte offset of text in the field
  bool cut_before = false;  // the field goes on before / after
  bool cut_after = false;
};

// An article named, not shown.
struct ArticleRef {
  std::string id, title, source, date, url;
};

struct Hit {
  Article article;  // the stored article, complete
  double score = 0;
  MatchTier tier = MatchTier::kLemma;
  Snippet title;  // the whole title with its marks
  std::vector<Snippet>
      snippets;  // best first; when no word of the text matches, the lead without marks
  std::optional<ScoreParts> parts;     // when the request says `explain`
  std::vector<ArticleRef> duplicates;  // the same story elsewhere, folded into this hit; by date
};

// How many of the articles found have a value. Values that differ only in what normalisation takes
// away are one; it is shown as it is printed most often.
struct FacetCount {
  std::string value;
  std::uint64_t count = 0;
};
// Of the numbers of a field, or of its moments in seconds since 1970.
struct FacetStats {
  double min = 0;
  double max = 0;
};
struct Facet {
  std::string field;                               // its English name: "source", "year", …
  std::vector<FacetCount> values;                  // most frequent first; equal counts by value
  std::optional<FacetStats> stats = std::nullopt;  // of a field of numbers, when it has any
};
struct DateCount {
  std::string period;  // "2025", "2025-12" or "2025-12-23"
  std::uint64_t count = 0;
};

// The query as the searcher thinks it was meant.
struct Correction {
  enum class Reason : std::uint8_t {
    kSpelling,  // a mistyped word, or two run together
    kKeyboard,  // typed with the other keyboard layout
    kLatin,     // a name in Latin letters
  };
  std::string query;
  Reason reason = Reason::kSpelling;
};
std::string_view to_string(Correction::Reason reason);

// What goes together with an article.
struct RelatedArticles {
  std::string id;                      // the article asked about
  std::vector<Hit> hits;               // best first, without snippets; near-duplicates folded
  std::vector<ArticleRef> duplicates;  // the article itself elsewhere; by date
  double processing_ms = 0;
};

struct Suggestion {
  enum class Kind : std::uint8_t { kPhrase, kName, kTitle } kind = Kind::kPhrase;
  std::string text;         // as printed
  std::uint64_t count = 0;  // how often articles begin with it; of a title: 1
  std::string id;           // of a title's article
};
std::string_view to_string(Suggestion::Kind kind);  // "phrase", "name", "title"

// What somebody who is typing may mean, best first.
struct Suggestions {
  std::string prefix;
  std::vector<Suggestion> suggestions;
  double processing_ms = 0;
};

// What became of a word of a query that finds nothing.
struct WordReport {
  std::string word;                // as typed
  std::string lemma;               // looked up in the index
  std::uint64_t articles = 0;      // that have the lemma; whatever else the query demands
  bool function_word = false;      // decides nothing beside other words
  std::vector<std::string> tried;  // other spellings in the index that would have matched as well
};

// The query with one demand less.
struct Relaxation {
  enum class Kind : std::uint8_t {
    kFilter,     // given beside the query
    kField,      // `source:…`, `title:…`
    kDates,      // `date:…`
    kQuotes,     // a phrase
    kRequired,   // `+word`
    kExcluded,   // `-word`
    kForm,       // `=word`
    kOperators,  // AND, NOT, …: any of the words instead
  };
  Kind kind = Kind::kFilter;
  std::string part;                  // what is given up, as written
  std::string query;                 // what is left
  std::vector<std::string> filters;  // likewise
  std::uint64_t articles = 0;        // found then; never 0
};
std::string_view to_string(Relaxation::Kind kind);

// An article found, for runs and evaluation.
struct RankedId {
  std::string id;
  double score;
};

// Why nothing was found, and what would help.
struct Explanation {
  std::vector<WordReport> words;
  std::vector<Relaxation> relaxations;
};

struct SearchResults {
  std::string query;
  std::vector<std::string> fields;  // members of the articles to be written; empty: all but `path`
  MarkUnit mark_unit = MarkUnit::kCodePoints;
  std::vector<Hit> hits;
  std::size_t offset = 0;
  std::size_t limit = 0;
  std::uint64_t estimated_total = 0;  // articles, with those folded into others
  bool exhaustive = false;            // estimated_total is exact
  bool timed_out = false;  // the time limit came first: there may be more and better hits
  double processing_ms = 0;
  std::vector<query::Diagnostic> diagnostics;
  std::optional<QueryTrace> trace;        // when the request says `explain`
  std::vector<Facet> facets;              // in the order asked for
  std::vector<DateCount> date_histogram;  // ascending; periods without an article are left out
  Histogram histogram = Histogram::kNone;
  // False: of more articles than kMaxCounted a sample was counted, and the counts are estimates.
  bool facets_exact = true;
  // The query as typed finds nothing: the hits are those of this one.
  std::optional<Correction> corrected;
  // What else may be meant. Without `corrected`, the hits are those of the query as typed, and a
  // word of it is not in the index; beside it, the same keys are another word on another keyboard.
  std::optional<Correction> did_you_mean;
  // When nothing is found, not for a corrected query either.
  std::optional<Explanation> explanation;
};

}  // namespace fihris
