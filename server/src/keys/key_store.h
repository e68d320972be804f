// The keys that the service gives out.
#pragma once

#include <memory>
#include <mutex>
#include <string>
#include <string_view>
#include <vector>

#include "keys/key_body.h"
#include "state/database.h"

namespace fihris::server::keys {

// Keeps keys in the database and, for every request to look at, in memory. Thread-safe. Throws
// Error{kInputOutput} where the database does.
class KeyStore {
 public:
  using Keys = std::vector<std::shared_ptr<const Key>>;  // the newest first

  // Without a master key there are no secrets: what is kept is kept for when there is one. With
  // one, a database without keys gets the protocol's default ones.
  KeyStore(state::Database& database, std::string master_key);

  const std::string& master_key() const { return master_key_; }
  std::shared_ptr<const Keys> all() const;
  // Null for none.
  std::shared_ptr<const Key> find_secret(std::string_view secret) const;
  std::shared_ptr<const Key> find_uid(std::string_view uid) const;
  // By uid or secret. Throws ApiError{api_key_not_found}.
  std::shared_ptr<const Key> get(std::string_view uid_or_secret) const;

  // Throws ApiError{api_key_already_exists}. Gives back the key with its secret.
  std::shared_ptr<const Key> create(Key key);
  // Throws ApiError{api_key_not_found}.
  std::shared_ptr<const Key> update(std::string_view uid_or_secret, const KeyChange& change);
  void remove(std::string_view uid_or_secret);

 private:
  void load();
  void create_defaults();
  void write(const Key& key);
  void publish(Keys keys);

  state::Database& database_;
  std::string master_key_;
  std::mutex writing_;
  mutable std::mutex reading_;  // held for a copy of the pointer only
  std::shared_ptr<const Keys> keys_ = std::make_shared<const Keys>();
};

}  // namespace fihris::server::keys
