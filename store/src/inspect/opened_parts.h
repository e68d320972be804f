// The databases of an index, opened one by one so that a damaged one does not hide the others.
#pragma once

#include <xapian.h>

#include <filesystem>
#include <optional>
#include <string>
#include <vector>

#include "fihris/store/error.h"
#include "fihris/store/field_table.h"
#include "fihris/store/generations.h"
#include "fihris/store/internal/index_directory.h"
#include "fihris/store/internal/tombstones.h"

namespace fihris::store {

// Runs `body` and adds to `unreadable` what it throws for damage of `what`.
// Xapian::DatabaseModifiedError passes through: reading again helps.
template <class Body>
void attempt(std::vector<Damage>& unreadable, const std::filesystem::path& what, Body body) {
  try {
    body();
  } catch (const Xapian::DatabaseModifiedError&) {
    throw;
  } catch (const Xapian::Error& error) {
    unreadable.push_back({what, error.get_msg()});
  } catch (const Error& error) {
    unreadable.push_back({what, error.what()});
  }
}

struct OpenedPart {
  std::string name;          // OpenedParts::name_of() its generation, or "delta"
  std::uint64_t number = 0;  // of the generation directory it lies in
  std::filesystem::path path;
  Xapian::Database database;
  std::optional<IndexInfo> info;
  Tombstones dead;  // its documents that any part calls dead
};

struct OpenedParts {
  // Read-only. What is not readable is listed. Throws Error: kIndexMissing, kIndexDamaged (there is
  // no generation), kInputOutput.
  explicit OpenedParts(const std::filesystem::path& index_dir);

  // "generation": the oldest; "gen-7": another.
  std::string name_of(const Generation& each) const;
  // Throws Error{kIndexDamaged} naming the first thing that is not readable, if there is one: for
  // questions whose answer would be wrong without it.
  void require_readable() const;
  // Of the first whose description is readable, else the usual one.
  AnalyzerConfig analyzer_config() const;

  std::vector<Damage> unreadable;
  std::optional<GenerationLease> lease;  // nothing where the pointer is damaged
  std::vector<Generation> generations;   // oldest first
  FieldTable fields;                     // of the parts; the built-in ones where none can be read
  std::vector<OpenedPart> parts;         // those that can be opened, the delta last

 private:
  void open(const std::string& name, std::uint64_t number, const std::filesystem::path& path);
  void read_dead();
};

}  // namespace fihris::store
