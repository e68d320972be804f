#include "inspect/opened_parts.h"

#include <algorithm>

#include "fihris/store/internal/metadata.h"
#include "generation/layout.h"

namespace fihris::store {

namespace fs = std::filesystem;

namespace {

// The current generations, and where the pointer or a lock file is lost, the newest state.
std::vector<Generation> choose_generations(const fs::path& index_dir, OpenedParts& parts) {
  try {
    parts.lease = GenerationLease::take(index_dir);
    return parts.lease->parts();
  } catch (const Error& error) {
    if (error.code() != ErrorCode::kIndexDamaged) throw;
    const Layout layout = look_at(index_dir);
    if (layout.generations.empty()) throw;
    parts.unreadable.push_back({index_dir / "CURRENT", error.what()});
    return generations_at(
        index_dir, layout.current.empty() ? newest_state(index_dir, layout) : layout.current);
  }
}

}  // namespace

OpenedParts::OpenedParts(const fs::path& index_dir)
    : generations(choose_generations(index_dir, *this)) {
  for (const Generation& each : generations) open(name_of(each), each.number, each.db());
  if (!parts.empty()) {
    attempt(unreadable, parts.back().path,
            [&] { fields = read_fields(parts.back().database, parts.back().path); });
  }
  std::error_code ignored;
  const Generation& newest = generations.back();
  if (fs::exists(newest.delta(), ignored)) open("delta", newest.number, newest.delta());
  read_dead();
}

std::string OpenedParts::name_of(const Generation& each) const {
  return each.number == generations.front().number ? "generation" : generation_name(each.number);
}

void OpenedParts::open(const std::string& name, std::uint64_t number, const fs::path& path) {
  const std::size_t before = parts.size();
  attempt(unreadable, path, [&] {
    parts.push_back({name, number, path, Xapian::Database(path.string()), std::nullopt, {}});
  });
  if (parts.size() == before) return;
  attempt(unreadable, path, [&] { parts.back().info = read_info(parts.back().database, path); });
}

// What a part says of itself and of those before it; the delta only of others.
void OpenedParts::read_dead() {
  for (std::size_t speaker = 0; speaker < parts.size(); ++speaker) {
    for (std::size_t part = 0; part <= speaker; ++part) {
      if (parts[part].name == "delta") continue;
      attempt(unreadable, parts[speaker].path, [&] {
        parts[part].dead.insert_all(
            tombstones_said({parts[speaker].number, parts[speaker].database},
                            {parts[part].number, parts[part].database}));
      });
    }
  }
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
