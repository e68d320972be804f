#include "indexes/catalog.h"

#include <fcntl.h>

#include <algorithm>
#include <cstdio>
#include <mutex>
#include <utility>

#include "errors/api_error.h"
#include "fihris/store/error.h"
#include "state/moment.h"

namespace fihris::server::indexes {
namespace {

namespace fs = std::filesystem;
using errors::ApiError;

// It names a folder.
constexpr std::size_t kMaxUidBytes = 255;

bool holds_index(const fs::path& dir) {
  std::error_code ignored;
  return fs::exists(dir / "CURRENT", ignored);
}

// The name of a folder, made a uid.
std::string uid_of(const fs::path& dir) {
  const fs::path name = dir.has_filename() ? dir.filename() : dir.parent_path().filename();
  std::string uid = name.string();
  if (!is_valid_uid(uid)) uid = "archive";
  return uid;
}

std::string time_of(const fs::path& file) {
  std::error_code failed;
  const auto written = fs::last_write_time(file, failed);
  if (failed) return state::now_text();
  return state::full_text(
      std::chrono::floor<std::chrono::microseconds>(std::chrono::file_clock::to_sys(written)));
}

// The primary key of articles that the command line took in.
constexpr const char* kOwnPrimaryKey = "id";

}  // namespace

bool is_valid_uid(std::string_view uid) {
  return !uid.empty() && uid.size() <= kMaxUidBytes && std::ranges::all_of(uid, [](char c) {
    return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9') || c == '-' ||
           c == '_';
  });
}

void require_valid_uid(std::string_view uid) {
  if (is_valid_uid(uid)) return;
  throw ApiError("invalid_index_uid",
                 "`" + std::string(uid) +
                     "` is not a valid index uid. Index uid can be an integer or a string "
                     "containing only alphanumeric characters, hyphens (-) and underscores (_), "
                     "and can not be more than 255 bytes.");
}

Catalog::Catalog(state::Database& database, fs::path data, std::string only)
    : database_(database), data_(std::move(data)), only_(std::move(only)) {
  load();
}

Catalog Catalog::of_folder(state::Database& database, fs::path data) {
  return {database, std::move(data), ""};
}

Catalog Catalog::of_index(state::Database& database, const fs::path& db) {
  return {database, db, uid_of(fs::absolute(db))};
}

fs::path Catalog::directory(std::string_view uid) const {
  return only_.empty() ? data_ / uid : data_;
}

void Catalog::load() {
  state::Database::Transaction transaction(database_);
  auto rows =
      transaction.prepare("SELECT uid, primary_key, created, updated, settings FROM indexes");
  while (rows.next()) {
    rows_[rows.text(0)] = {rows.text(0), rows.optional_text(1), rows.text(2), rows.text(3),
                           rows.text(4)};
  }
}

void Catalog::store(const IndexRow& row) {
  state::Database::Transaction transaction(database_);
  transaction
      .prepare(
          "INSERT INTO indexes(uid, primary_key, created, updated, settings) "
          "VALUES(?,?,?,?,?) ON CONFLICT(uid) DO UPDATE SET primary_key=excluded.primary_key, "
          "updated=excluded.updated, settings=excluded.settings")
      .bind(row.uid)
      .bind(row.primary_key)
      .bind(row.created)
      .bind(row.updated)
      .bind(row.settings)
      .run();
  transaction.commit();
  rows_[row.uid] = row;
}

bool Catalog::discover(const std::string& uid) {
  if (rows_.contains(uid)) return true;
  if (!is_valid_uid(uid) || (!only_.empty() && uid != only_)) return false;
  const fs::path pointer = directory(uid) / "CURRENT";
  if (!holds_index(directory(uid))) return false;
  store({uid, kOwnPrimaryKey, time_of(pointer), time_of(pointer)});
  return true;
}

void Catalog::discover() {
  if (!only_.empty()) {
    discover(only_);
    return;
  }
  std::error_code failed;
  for (const fs::directory_entry& entry : fs::directory_iterator(data_, failed)) {
    if (entry.is_directory(failed)) discover(entry.path().filename().string());
  }
}

std::vector<IndexRow> Catalog::list() {
  const std::unique_lock lock(mutex_);
  discover();
  std::vector<IndexRow> rows;
  for (const auto& [uid, row] : rows_) rows.push_back(row);
  return rows;
}

std::optional<IndexRow> Catalog::find(std::string_view uid) {
  {
    const std::shared_lock lock(mutex_);
    const auto found = rows_.find(uid);
    if (found != rows_.end()) return found->second;
  }
  const std::unique_lock lock(mutex_);
  if (!discover(std::string(uid))) return std::nullopt;
  return rows_.find(uid)->second;
}

IndexRow Catalog::get(std::string_view uid) {
  std::optional<IndexRow> row = find(uid);
  if (!row) throw ApiError("index_not_found", "Index `" + std::string(uid) + "` not found.");
  return *std::move(row);
}

void Catalog::require_folder_of_indexes() const {
  if (only_.empty()) return;
  throw ApiError("feature_not_enabled", "This service serves the one index `" + only_ +
                                            "`. To rename or delete it, start it with --data DIR.");
}

void Catalog::create(const std::string& uid, const std::optional<std::string>& primary_key) {
  require_valid_uid(uid);
  const std::unique_lock lock(mutex_);
  if (discover(uid)) {
    throw ApiError("index_already_exists", "Index `" + uid + "` already exists.");
  }
  if (!only_.empty() && uid != only_) {
    throw ApiError("feature_not_enabled", "This service serves the one index `" + only_ +
                                              "`. For several, start it with --data DIR.");
  }
  const std::string now = state::now_text();
  store({uid, primary_key, now, now});
}

void Catalog::remove(const std::string& uid) {
  require_folder_of_indexes();
  const std::unique_lock lock(mutex_);
  state::Database::Transaction transaction(database_);
  transaction.prepare("DELETE FROM indexes WHERE uid=?").bind(uid).run();
  transaction.commit();
  rows_.erase(uid);
}

void Catalog::set_primary_key(const std::string& uid,
                              const std::optional<std::string>& primary_key) {
  const std::unique_lock lock(mutex_);
  IndexRow row = rows_.at(uid);
  row.primary_key = primary_key;
  row.updated = state::now_text();
  store(row);
}

void Catalog::set_settings(const std::string& uid, const std::string& settings) {
  const std::unique_lock lock(mutex_);
  IndexRow row = rows_.at(uid);
  row.settings = settings;
  row.updated = state::now_text();
  store(row);
}

void Catalog::touch(const std::string& uid) {
  const std::unique_lock lock(mutex_);
  const auto found = rows_.find(uid);
  if (found == rows_.end()) return;
  IndexRow row = found->second;
  row.updated = state::now_text();
  store(row);
}

void Catalog::rename(const std::string& uid, const std::string& new_uid) {
  require_valid_uid(new_uid);
  require_folder_of_indexes();
  const std::unique_lock lock(mutex_);
  if (discover(new_uid))
    throw ApiError("index_already_exists", "Index `" + new_uid + "` already exists.");
  std::error_code missing;
  fs::rename(directory(uid), directory(new_uid), missing);
  IndexRow row = rows_.at(uid);
  row.uid = new_uid;
  row.updated = state::now_text();
  state::Database::Transaction transaction(database_);
  transaction.prepare("UPDATE indexes SET uid=?, updated=? WHERE uid=?")
      .bind(new_uid)
      .bind(row.updated)
      .bind(uid)
      .run();
  transaction.commit();
  rows_.erase(uid);
  rows_[new_uid] = std::move(row);
}

// Exchanges the folders in one step of the file system, then the rows.
void Catalog::swap(const std::string& a, const std::string& b) {
  const std::unique_lock lock(mutex_);
  const bool both = fs::exists(directory(a)) && fs::exists(directory(b));
  if (both && ::renameat2(AT_FDCWD, directory(a).c_str(), AT_FDCWD, directory(b).c_str(),
                          RENAME_EXCHANGE) != 0) {
    throw Error(ErrorCode::kInputOutput,
                "cannot exchange the folders of `" + a + "` and `" + b + "`.");
  }
  if (!both && fs::exists(directory(a)))
    fs::rename(directory(a), directory(b));
  else if (!both && fs::exists(directory(b)))
    fs::rename(directory(b), directory(a));
  IndexRow first = rows_.at(a);
  IndexRow second = rows_.at(b);
  std::swap(first.uid, second.uid);
  first.updated = second.updated = state::now_text();
  store(first);
  store(second);
}

}  // namespace fihris::server::indexes
