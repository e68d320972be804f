#include "inspect/opened_parts.h"

#include <algorithm>

#include "fihris/store/internal/metadata.h"
#include "generation/layout.h"

namespace fihris::store {

namespace fs = std::filesystem;

namespace {

// The current generation, and where the pointer or the lock file is lost, the newest.
Generation choose_generation(const fs::path& index_dir, OpenedParts& parts) {
  try {
    parts.lease = GenerationLease::take(index_dir);
    return parts.lease->generation();
  } catch (const Error& error) {
    if (error.code() != ErrorCode::kIndexDamaged) throw;
    const Layout layout = look_at(index_dir);
    if (layout.generations.empty()) throw;
    parts.unreadable.push_back({index_dir / "CURRENT", error.what()});
    return generation_at(index_dir, layout.current.value_or(layout.generations.back()));
  }
}

}  // namespace

OpenedParts::OpenedParts(const fs::path& index_dir)
    : generation(choose_generation(index_dir, *this)) {
  open("generation", generation.db());
  if (!parts.empty()) {
    attempt(unreadable, generation.db(),
            [&] { fields = read_fields(parts.front().database, generation.db()); });
  }
  std::error_code ignored;
  if (fs::exists(generation.delta(), ignored)) open("delta", generation.delta());
}

void OpenedParts::open(const std::string& name, const fs::path& path) {
  attempt(unreadable, path, [&] {
    parts.push_back({name, path, Xapian::Database(path.string()), std::nullopt, {}});
  });
  if (parts.empty() || parts.back().name != name) return;
  OpenedPart& part = parts.back();
  attempt(unreadable, path, [&] { part.info = read_info(part.database, path); });
  // Those of a delta are documents of the generation, which may be unreadable.
  if (parts.front().name != "generation") return;
  attempt(unreadable, path,
          [&] { part.dead = read_tombstones(part.database, parts.front().database); });
}

bool OpenedParts::is_dead(const OpenedPart& part, DocId document) const {
  return part.name == "generation" &&
         std::any_of(parts.begin(), parts.end(),
                     [&](const OpenedPart& each) { return each.dead.contains(document); });
}

void OpenedParts::require_readable() const {
  if (unreadable.empty()) return;
  const Damage& damage = unreadable.front();
  throw Error(ErrorCode::kIndexDamaged, damage.file.string() + ": " + damage.what,
              "Run `fihris check --db DIR` to see which files are damaged.");
}

AnalyzerConfig OpenedParts::analyzer_config() const {
  for (const OpenedPart& part : parts) {
    if (part.info) return part.info->analyzer;
  }
  return {};
}

}  // namespace fihris::store
