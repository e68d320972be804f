// An index directory: parts that never change, each a generation directory, a small delta for
// updates, and the pointer to the parts.
//
//   DIR/CURRENT                "gen-7\ngen-9\n", the parts, oldest first: replaced by rename, so a
//                              switch is atomic
//   DIR/gen-7/db/              Xapian database, compacted, read-only, without a term list; beside
//                              its tables the files `columns` (what facets and folding need of each
//                              article), `names` and `phrases`
//   DIR/gen-7/manifest.json    schema, analyser, counts, the SHA-256 and size of every file of
//                              db/, and the parts that stood before this one
//   DIR/gen-7/in-use           readers hold a shared lock on it; a generation is removed only when
//                              nobody does
//   DIR/gen-9/delta/           beside the newest part: Xapian database with what was added,
//   replaced
//                              or deleted since; absent until then. Its metadata holds the
//                              tombstones: Xapian docids of the parts that no longer count
//   DIR/gen-9/delta-phrases    phrases of the delta
//   DIR/synonyms.txt           written by hand, if at all; belongs to no generation
//   DIR/settings.json          fields of the archive's own, see settings.h
//   DIR/lock                   the one writer holds an exclusive lock
//   DIR/tmp-*/                 scratch of a build; leftovers are removed by the next writer
#pragma once

#include <cstdint>
#include <filesystem>
#include <memory>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "fihris/stemmer/analyzer.h"

namespace fihris {

inline constexpr std::string_view kSynonymsFile = "synonyms.txt";

inline constexpr int kSchemaVersion = 2;

// What a part says of itself (in its Xapian metadata and its manifest), or an index of all its
// parts.
struct IndexInfo {
  int schema_version = kSchemaVersion;
  AnalyzerConfig analyzer;
  std::string fingerprint;       // Analyzer::fingerprint() of the analyser that built it
  std::string created;           // ISO 8601, UTC
  std::uint64_t articles = 0;    // in the parts, dead ones included
  std::uint64_t text_bytes = 0;  // UTF-8 bytes of titles, summaries and bodies
};

// One file of a generation that does not match its manifest.
struct Damage {
  std::filesystem::path file;
  std::string what;  // "missing", "size 8192, expected 16384", "SHA-256 differs"
};

// Reads every byte of the current parts and compares it with their manifests, and the pointer with
// the newest part's; checks the structure of the delta, unpacks its articles and compares all that
// a search reads with the checksum of the last commit (its files change with every update and have
// no hashes). Empty when all is well. Takes no writer's lock: safe while others read and write.
// Throws Error: kIndexMissing, kIndexDamaged (no generation to check: the pointer CURRENT is lost
// or garbled), kInputOutput.
std::vector<Damage> check_index(const std::filesystem::path& index_dir);

// Bytes on disk of all files of the index, scratch and old generations included.
std::uint64_t index_bytes(const std::filesystem::path& index_dir);

}  // namespace fihris
