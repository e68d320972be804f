// What an index holds, laid open for those who look for a mistake: nothing here is needed for a
// search. The bytes behind it: docs/index-format.md.
//
// Everything is opened read-only, also an index of another format or another analyser. Of a damaged
// one as much is read as can be, and what cannot is listed. Where a writer commits again and again
// meanwhile: Error{kInputOutput}. Functions may be called from any thread.
#pragma once

#include <cstdint>
#include <filesystem>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "fihris/store/article.h"
#include "fihris/store/generations.h"

namespace fihris {

// A file or a part of one; `name` is below the index directory, or the name of the section.
struct InspectedBytes {
  std::string name;
  std::uint64_t bytes = 0;
};

// A group of terms: those of one prefix.
struct InspectedPrefix {
  std::string prefix;   // empty for lemmas
  std::string meaning;  // in English, a few words
  std::uint64_t terms = 0;
  std::uint64_t postings = 0;  // pairs of term and document, dead ones included
};

struct InspectedValues {
  std::uint32_t slot = 0;
  std::string meaning;
  std::uint64_t documents = 0;  // that have something in the slot, dead ones included
  std::string first;  // smallest and largest, of slots with dates or text; empty of the others
  std::string last;
};

// One of the Xapian databases of an index.
struct InspectedDatabase {
  std::string name;  // "generation", the oldest part; "gen-7", another; "delta"
  std::uint64_t documents = 0;
  std::uint64_t last_document = 0;
  double average_length = 0;      // in words, as the ranking takes it
  std::optional<IndexInfo> info;  // what its metadata say; nothing when not readable
  std::uint64_t metadata_bytes = 0;
  std::vector<std::uint32_t> dead;  // its documents that any of the databases calls dead
  std::vector<InspectedPrefix> prefixes;
  std::vector<InspectedValues> values;
};

// The file `columns`.
struct InspectedColumns {
  std::vector<InspectedBytes> sections;
  std::uint64_t rows = 0;
  std::vector<InspectedBytes> different_values;  // by field; their number, not bytes
  std::uint64_t dated = 0;                       // rows with a date
  std::uint32_t first_day = 0;                   // yyyymmdd; 0: none is dated
  std::uint32_t last_day = 0;
  std::uint64_t signed_texts = 0;  // rows with a text signature
};

// A word of the file `names`.
struct InspectedName {
  std::string word;
  std::string skeleton;
  std::uint64_t articles = 0;  // when the file was made
};
struct InspectedNames {
  std::uint64_t entries = 0;
  std::vector<InspectedName> most_frequent;  // at most kInspectedSample
};

struct InspectedPhrase {
  std::string text;
  std::uint64_t count = 0;
  bool name = false;
};
// The file `phrases` or `delta-phrases`.
struct InspectedPhrases {
  std::string file;
  std::uint64_t entries = 0;
  std::uint64_t articles = 0;                  // in which they were counted
  std::vector<InspectedPhrase> most_frequent;  // at most kInspectedSample
};

inline constexpr std::size_t kInspectedSample = 10;

// The files beside a part's database.
struct InspectedSideFiles {
  std::string part;  // InspectedDatabase::name
  std::optional<InspectedColumns> columns;
  std::optional<InspectedNames> names;
  std::vector<InspectedPhrases> phrases;
};

struct IndexInspection {
  std::string pointer;                     // the lines of CURRENT with blanks between
  std::uint64_t generation = 0;            // the newest part
  std::vector<std::uint64_t> generations;  // all that are there
  std::vector<InspectedBytes> files;       // of the whole directory, by name
  std::vector<InspectedDatabase> databases;
  std::vector<InspectedSideFiles> side_files;  // of each part
  std::string fingerprint_here;  // of this program's analyser, configured as the index says
  std::vector<Damage> unreadable;
};

// Reads the whole index but its stored articles; takes seconds for a million articles. A damaged
// pointer is listed, and the newest generation is read instead. Throws Error: kIndexMissing,
// kIndexDamaged (there is no generation at all), kInputOutput.
IndexInspection inspect_index(const std::filesystem::path& index_dir);

// A term of an article, without its prefix.
struct InspectedTerm {
  std::string term;
  std::uint32_t wdf = 0;          // as Xapian has it; 0 for exact terms
  std::uint32_t occurrences = 0;  // unpacked from the wdf
  std::uint64_t articles = 0;     // document frequency in all databases, dead ones included
};
struct InspectedTerms {
  std::string prefix;
  std::string meaning;
  std::vector<InspectedTerm> terms;
};

struct InspectedSlot {
  std::uint32_t slot = 0;
  std::string meaning;
  std::string value;  // as readable text
  std::uint64_t bytes = 0;
};

// A place of the token column and what analysing the stored text gives there today. Of a place that
// only one of the two has, the other's members are empty or 0.
struct InspectedToken {
  std::uint64_t position = 0;
  bool title = false;
  bool sentence_start = false;
  std::uint16_t lemma_fingerprint = 0;
  std::uint8_t norm_fingerprint = 0;
  std::string word;  // as printed
  std::string lemma;
  bool agrees = false;  // fingerprints and marks are those of the word
};

struct ArticleInspection {
  std::string part;                     // InspectedDatabase::name
  std::uint32_t document = 0;           // its number there
  std::uint32_t document_of_index = 0;  // that of all as one database; changes with every commit
  std::uint32_t length = 0;             // in words, as counted
  std::optional<Article> article;       // nothing when not readable
  std::vector<InspectedTerms> terms;
  std::vector<InspectedSlot> slots;
  std::vector<InspectedToken> tokens;
  std::vector<Damage> unreadable;
};

// The live article with this id; nothing when there is none. Goes through all terms, because a
// generation keeps no list of an article's: up to a second for 100,000 articles. Throws as
// inspect_index(), and kIndexDamaged when the article may be in what is not readable.
std::optional<ArticleInspection> inspect_article(const std::filesystem::path& index_dir,
                                                 std::string_view id);

struct CountedTerm {
  std::string term;
  std::uint64_t articles = 0;  // counted as in InspectedTerm
};
// The terms that begin so, ascending; all terms for an empty prefix. Throws as inspect_index(), and
// kIndexDamaged when a database is not readable.
std::vector<CountedTerm> inspect_terms(const std::filesystem::path& index_dir,
                                       std::string_view prefix);

}  // namespace fihris
