// The databases of an index, opened one by one so that a damaged one does not hide the other.
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
  std::string name;  // "generation", "delta"
  std::filesystem::path path;
  Xapian::Database database;
  std::optional<IndexInfo> info;
  Tombstones dead;  // documents of the generation that this part calls dead
};

struct OpenedParts {
  // Read-only. What is not readable is listed. Throws Error: kIndexMissing, kIndexDamaged (there is
  // no generation), kInputOutput.
  explicit OpenedParts(const std::filesystem::path& index_dir);

  bool is_dead(const OpenedPart& part, DocId document) const;
  // Throws Error{kIndexDamaged} naming the first thing that is not readable, if there is one: for
  // questions whose answer would be wrong without it.
  void require_readable() const;
  // Of the generation, else of the delta, else the usual one.
  AnalyzerConfig analyzer_config() const;

  std::vector<Damage> unreadable;
  std::optional<GenerationLease> lease;  // nothing where the pointer is damaged
  Generation generation;
  FieldTable fields;              // of the generation; the built-in ones where it can't be read
  std::vector<OpenedPart> parts;  // generation, delta: those that can be opened

 private:
  void open(const std::string& name, const std::filesystem::path& path);
};

}  // namespace fihris::store
