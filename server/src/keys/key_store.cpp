#include "keys/key_store.h"

#include <algorithm>
#include <utility>

#include "errors/api_error.h"
#include "fihris/store/error.h"
#include "keys/secrets.h"

namespace fihris::server::keys {
namespace {

using errors::ApiError;

std::vector<std::string> list_of(const std::string& json) {
  const Json list = Json::parse(json, nullptr, false);
  std::vector<std::string> items;
  if (!list.is_array()) return items;
  for (const Json& item : list) {
    if (item.is_string()) items.push_back(item.get<std::string>());
  }
  return items;
}

Moment moment_of(const std::string& text) {
  const auto moment = state::read_moment(text);
  if (!moment)
    throw Error(ErrorCode::kInputOutput,
                "A key in the service's database has no date but \"" + text + "\".");
  return *moment;
}

Key row_of(const state::Statement& row) {
  Key key;
  key.uid = row.text(0);
  key.name = row.optional_text(1);
  key.description = row.optional_text(2);
  key.actions = list_of(row.text(3));
  key.indexes = list_of(row.text(4));
  if (!row.is_null(5)) key.expires = moment_of(row.text(5));
  key.created = moment_of(row.text(6));
  key.updated = moment_of(row.text(7));
  return key;
}

Key default_key(const char* name, const char* description, std::vector<std::string> actions) {
  Key key;
  key.uid = new_uuid();
  key.name = name;
  key.description = description;
  key.actions = std::move(actions);
  key.indexes = {"*"};
  key.created = key.updated = state::now();
  return key;
}

KeyStore::Keys::const_iterator position(const KeyStore::Keys& keys, std::string_view uid) {
  return std::ranges::find_if(keys, [uid](const auto& key) { return key->uid == uid; });
}

}  // namespace

KeyStore::KeyStore(state::Database& database, std::string master_key)
    : database_(database), master_key_(std::move(master_key)) {
  load();
  if (!master_key_.empty() && all()->empty()) create_defaults();
}

void KeyStore::load() {
  Keys keys;
  {
    state::Database::Transaction transaction(database_);
    auto rows = transaction.prepare(
        "SELECT uid, name, description, actions, indexes, expires, created, updated FROM keys");
    while (rows.next()) {
      Key key = row_of(rows);
      if (!master_key_.empty()) key.secret = hex(hmac(Hash::kSha256, master_key_, key.uid));
      keys.push_back(std::make_shared<const Key>(std::move(key)));
    }
  }
  std::ranges::stable_sort(keys,
                           [](const auto& a, const auto& b) { return a->created > b->created; });
  publish(std::move(keys));
}

// Names and descriptions are the protocol's: programs look the keys up by them.
void KeyStore::create_defaults() {
  create(default_key("Default Chat API Key", "Use it to chat and search from the frontend",
                     {"chatCompletions", "search"}));
  create(default_key("Default Admin API Key",
                     "Use it for anything that is not a search operation. Caution! Do not expose "
                     "it on a public frontend",
                     {"*"}));
  create(default_key("Default Search API Key", "Use it to search from the frontend", {"search"}));
  create(default_key("Default Read-Only Admin API Key",
                     "Use it to read information across the whole database. Caution! Do not expose "
                     "this key on a public frontend",
                     {"*.get", "keys.get"}));
}

std::shared_ptr<const KeyStore::Keys> KeyStore::all() const {
  const std::lock_guard lock(reading_);
  return keys_;
}

void KeyStore::publish(Keys keys) {
  auto fresh = std::make_shared<const Keys>(std::move(keys));
  const std::lock_guard lock(reading_);
  keys_ = std::move(fresh);
}

// All are looked at, so that the time tells nothing of which it was.
std::shared_ptr<const Key> KeyStore::find_secret(std::string_view secret) const {
  std::shared_ptr<const Key> found;
  if (master_key_.empty()) return found;
  for (const auto& key : *all()) {
    if (same_secret(key->secret, secret)) found = key;
  }
  return found;
}

std::shared_ptr<const Key> KeyStore::find_uid(std::string_view uid) const {
  const auto keys = all();
  const auto found = position(*keys, uid);
  return found == keys->end() ? nullptr : *found;
}

std::shared_ptr<const Key> KeyStore::get(std::string_view uid_or_secret) const {
  const auto uid = canonical_uuid(uid_or_secret);
  auto key = uid ? find_uid(*uid) : find_secret(uid_or_secret);
  if (key != nullptr) return key;
  throw ApiError("api_key_not_found", "API key `" + std::string(uid_or_secret) + "` not found.");
}

void KeyStore::write(const Key& key) {
  state::Database::Transaction transaction(database_);
  const auto expires = key.expires ? std::optional(state::to_text(*key.expires)) : std::nullopt;
  transaction
      .prepare(
          "REPLACE INTO keys(uid, name, description, actions, indexes, expires, created, "
          "updated) VALUES(?, ?, ?, ?, ?, ?, ?, ?)")
      .bind(key.uid)
      .bind(key.name)
      .bind(key.description)
      .bind(Json(key.actions).dump())
      .bind(Json(key.indexes).dump())
      .bind(expires)
      .bind(state::to_text(key.created))
      .bind(state::to_text(key.updated))
      .run();
  transaction.commit();
}

std::shared_ptr<const Key> KeyStore::create(Key key) {
  const std::lock_guard lock(writing_);
  if (find_uid(key.uid) != nullptr) {
    throw ApiError("api_key_already_exists",
                   "`uid` field value `" + key.uid + "` is already an existing API key.");
  }
  if (!master_key_.empty()) key.secret = hex(hmac(Hash::kSha256, master_key_, key.uid));
  write(key);
  auto created = std::make_shared<const Key>(std::move(key));
  Keys keys = *all();
  keys.insert(keys.begin(), created);
  publish(std::move(keys));
  return created;
}

std::shared_ptr<const Key> KeyStore::update(std::string_view uid_or_secret,
                                            const KeyChange& change) {
  const std::lock_guard lock(writing_);
  Key key = *get(uid_or_secret);
  if (change.name) key.name = *change.name;
  if (change.description) key.description = *change.description;
  key.updated = state::now();
  write(key);
  auto updated = std::make_shared<const Key>(std::move(key));
  Keys keys = *all();
  keys[static_cast<std::size_t>(position(keys, updated->uid) - keys.cbegin())] = updated;
  publish(std::move(keys));
  return updated;
}

void KeyStore::remove(std::string_view uid_or_secret) {
  const std::lock_guard lock(writing_);
  const auto key = get(uid_or_secret);
  {
    state::Database::Transaction transaction(database_);
    transaction.prepare("DELETE FROM keys WHERE uid = ?").bind(key->uid).run();
    transaction.commit();
  }
  Keys keys = *all();
  keys.erase(position(keys, key->uid));
  publish(std::move(keys));
}

}  // namespace fihris::server::keys
