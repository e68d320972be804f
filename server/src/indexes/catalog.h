// Which indexes there are, and what the service knows of each.
#pragma once

#include <filesystem>
#include <map>
#include <optional>
#include <shared_mutex>
#include <string>
#include <string_view>
#include <vector>

#include "state/database.h"

namespace fihris::server::indexes {

struct IndexRow {
  std::string uid;
  std::optional<std::string> primary_key;
  std::string created;  // ISO 8601
  std::string updated;
  std::string settings = "{}";  // those that were set, as JSON
};

// The indexes in a folder, one in each of its folders, or a single one. Thread-safe. Those that the
// command line made are found, too.
class Catalog {
 public:
  // The folder is made if need be.
  static Catalog of_folder(state::Database& database, std::filesystem::path data);
  static Catalog of_index(state::Database& database, const std::filesystem::path& db);

  std::vector<IndexRow> list();  // by uid
  std::optional<IndexRow> find(std::string_view uid);
  // Throws ApiError{index_not_found}.
  IndexRow get(std::string_view uid);
  std::filesystem::path directory(std::string_view uid) const;

  // Throws ApiError{index_already_exists}. The folder is made with the first articles.
  void create(const std::string& uid, const std::optional<std::string>& primary_key);
  // Throws ApiError{feature_not_enabled} where there is a single index, which stays.
  void require_folder_of_indexes() const;
  void remove(const std::string& uid);
  void set_primary_key(const std::string& uid, const std::optional<std::string>& primary_key);
  void set_settings(const std::string& uid, const std::string& settings);
  void touch(const std::string& uid);  // it has been updated now
  void rename(const std::string& uid, const std::string& new_uid);
  void swap(const std::string& a, const std::string& b);

 private:
  Catalog(state::Database& database, std::filesystem::path data, std::string only);

  void load();
  void discover();
  bool discover(const std::string& uid);
  void store(const IndexRow& row);

  state::Database& database_;
  std::filesystem::path data_;
  std::string only_;  // the uid of the single index; empty: a folder of them
  std::shared_mutex mutex_;
  std::map<std::string, IndexRow, std::less<>> rows_;
};

// Letters, digits, - and _, at most 255 bytes.
bool is_valid_uid(std::string_view uid);
// Throws ApiError{invalid_index_uid}.
void require_valid_uid(std::string_view uid);

}  // namespace fihris::server::indexes
