#include <xapian.h>

#include <algorithm>
#include <cerrno>
#include <cstdlib>
#include <iterator>
#include <optional>

#include "fihris/store/document_codec.h"
#include "fihris/store/fields.h"
#include "fihris/store/generations.h"
#include "fihris/store/internal/content_digest.h"
#include "fihris/store/internal/files.h"
#include "fihris/store/internal/index_directory.h"
#include "fihris/store/internal/metadata.h"
#include "fihris/store/internal/xapian_errors.h"
#include "generation/manifest.h"

namespace fihris {

namespace fs = std::filesystem;
using store::Generation;
using Parts = std::vector<Generation>;

namespace {

constexpr int kAttempts = 10;

std::optional<Damage> check_description(const Generation& generation, const IndexInfo& expected) {
  try {
    const Xapian::Database database(generation.db().string());
    const IndexInfo info = store::read_info(database, generation.db());
    const store::NumberedDatabase itself{generation.number, database};
    store::tombstones_said(itself, itself);
    if (store::to_json(info) == store::to_json(expected)) return std::nullopt;
    return Damage{generation.manifest(), "describes another index than the database does"};
  } catch (const Xapian::Error& error) {
    return Damage{generation.db(), error.get_msg()};
  } catch (const Error& error) {
    return Damage{generation.db(), error.what()};
  }
}

std::vector<Damage> check_generation(const Generation& generation) {
  const std::optional<std::string> text = store::read_file(generation.manifest());
  if (!text) return {{generation.manifest(), "missing"}};
  std::vector<Damage> damages;
  try {
    const store::Manifest manifest = store::manifest_from_json(*text, generation.manifest());
    damages = store::compare(manifest, generation.db());
    if (!damages.empty()) return damages;
    if (auto damage = check_description(generation, manifest.info)) damages.push_back(*damage);
  } catch (const Error& error) {
    if (error.code() != ErrorCode::kIndexDamaged) throw;
    damages.push_back({generation.manifest(), error.what()});
  }
  return damages;
}

void unpack_every_article(const Xapian::Database& delta) {
  DocumentCodec codec;
  for (auto id = delta.postlist_begin(""); id != delta.postlist_end(""); ++id) {
    codec.decode(delta.get_document(*id).get_value(slot::kArticle));
  }
}

// A folder of our own for what is thrown away when it has been looked at.
store::ScratchDirectory passing_directory() {
  std::string path = (fs::temp_directory_path() / "fihris-check-XXXXXX").string();
  if (::mkdtemp(path.data()) == nullptr) throw store::system_error("cannot make", path, errno);
  return store::ScratchDirectory(path);
}

store::ScratchDirectory copy_of(const fs::path& database) {
  try {
    store::ScratchDirectory copy = passing_directory();
    for (const fs::directory_entry& entry : fs::directory_iterator(database)) {
      const fs::path file = copy.path() / entry.path().filename();
      fs::copy_file(entry.path(), file);
      fs::permissions(file, fs::perms::owner_read | fs::perms::owner_write);
    }
    return copy;
  } catch (const fs::filesystem_error& error) {
    throw store::system_error("cannot copy, to check it,", database, error.code().value());
  }
}

// Looks for mistakes in the structure of a database. Xapian opens for writing what it checks, and
// what is to be checked may be on a medium that nobody can write to: it gets a copy.
std::optional<Damage> check_structure(const fs::path& database) {
  const store::ScratchDirectory copy = copy_of(database);
  try {
    const std::size_t errors = Xapian::Database::check(copy.path().string());
    if (errors == 0) return std::nullopt;
    return Damage{database, std::to_string(errors) + " structural errors"};
  } catch (const Xapian::Error& error) {
    return Damage{database, error.get_msg()};
  }
}

// The pointer and the newest part tell of the same parts: one that is left out would be missed by
// nobody.
std::optional<Damage> check_pointer(const fs::path& index_dir, const Parts& parts) {
  const fs::path file = parts.back().manifest();
  const auto manifest = store::manifest_from_json(store::read_file(file).value_or(""), file);
  const auto same = [](std::uint64_t number, const Generation& part) {
    return number == part.number;
  };
  if (std::equal(manifest.earlier.begin(), manifest.earlier.end(), parts.begin(),
                 std::prev(parts.end()), same)) {
    return std::nullopt;
  }
  return Damage{index_dir / "CURRENT", "does not name the parts that " + file.string() + " names"};
}

std::vector<Damage> check_parts(const fs::path& index_dir, const Parts& parts) {
  std::vector<Damage> damages;
  for (const Generation& part : parts) {
    const std::vector<Damage> of_part = check_generation(part);
    damages.insert(damages.end(), of_part.begin(), of_part.end());
  }
  if (!damages.empty()) return damages;
  if (auto damage = check_pointer(index_dir, parts)) damages.push_back(*std::move(damage));
  return damages;
}

void read_tombstones(const Xapian::Database& delta, const Parts& parts) {
  for (const Generation& part : parts) {
    store::tombstones_said({parts.back().number, delta},
                           {part.number, Xapian::Database(part.db().string())});
  }
}

std::optional<Damage> check_delta_once(const Xapian::Database& delta, const Parts& parts) {
  const fs::path path = parts.back().delta();
  try {
    store::read_info(delta, path);
    read_tombstones(delta, parts);
    unpack_every_article(delta);
    if (!store::is_as_written(delta)) return Damage{path, "holds something else than was written"};
  } catch (const Xapian::Error& error) {
    return Damage{path, error.get_msg()};
  } catch (const Error& error) {
    return Damage{path, error.what()};
  }
  return check_structure(path);
}

std::optional<Damage> check_delta(const Parts& parts) {
  const fs::path path = parts.back().delta();
  try {
    Xapian::Database delta(path.string());
    std::optional<Damage> damage = check_delta_once(delta, parts);
    // A commit in the middle looks like damage: what was being read has been written over.
    for (int attempt = 1; damage && attempt < kAttempts && delta.reopen(); ++attempt) {
      damage = check_delta_once(delta, parts);
    }
    return damage;
  } catch (const Xapian::Error& error) {
    return Damage{path, error.get_msg()};
  }
}

}  // namespace

std::vector<Damage> check_index(const fs::path& index_dir) {
  return store::guarded(index_dir, [&] {
    const store::GenerationLease lease = store::GenerationLease::take(index_dir);
    std::vector<Damage> damages = check_parts(index_dir, lease.parts());
    std::error_code ignored;
    if (!fs::exists(lease.newest().delta(), ignored)) return damages;
    if (std::optional<Damage> damage = check_delta(lease.parts())) {
      damages.push_back(*std::move(damage));
    }
    return damages;
  });
}

std::uint64_t index_bytes(const fs::path& index_dir) { return store::bytes_below(index_dir); }

}  // namespace fihris
