// All that the answers to requests are made with.
#pragma once

#include <map>
#include <memory>
#include <mutex>
#include <string>
#include <utility>
#include <vector>

#include "documents/json_text.h"
#include "fihris/server/server.h"
#include "http/message.h"
#include "indexes/catalog.h"
#include "indexes/readers.h"
#include "keys/gate.h"
#include "keys/key_store.h"
#include "metrics/registry.h"
#include "search/index_view.h"
#include "state/database.h"
#include "tasks/task_store.h"

namespace fihris::server::api {

// What is made of an index, remembered until the state that it is made of changes. Thread-safe.
template <class Value>
class Remembered {
 public:
  using Pointer = std::shared_ptr<const Value>;

  // `state` changes whenever what `make` makes does.
  template <class Make>
  Pointer get(const std::string& uid, const std::string& state, Make make) {
    {
      const std::lock_guard lock(mutex_);
      const auto found = values_.find(uid);
      if (found != values_.end() && found->second.first == state) return found->second.second;
    }
    Pointer value = std::make_shared<const Value>(make());
    const std::lock_guard lock(mutex_);
    values_[uid] = {state, value};
    return value;
  }

 private:
  std::mutex mutex_;
  std::map<std::string, std::pair<std::string, Pointer>> values_;
};

using IndexViews = Remembered<search::IndexView>;

struct Service {
  const ServerOptions& options;
  indexes::Catalog& catalog;
  indexes::Readers& readers;
  tasks::TaskStore& tasks;
  keys::KeyStore& keys;
  state::Database& database;
  const keys::Gate& gate;
  metrics::Registry& registry;
  metrics::Counter& searches_without_hits;
  metrics::Counter& searches_corrected;
  IndexViews views = {};
  Remembered<documents::Json> field_counts = {};
};

// A request on its way to be answered.
struct Call {
  Service& service;
  const http::Request& request;
  std::vector<std::string> values;  // of the {…} in its route
  keys::Grant grant;
};

// Each answers the requests of some routes, or throws ApiError or Error.
using Answer = http::Response (*)(const Call& call);

http::Response health(const Call& call);
http::Response version(const Call& call);
http::Response stats(const Call& call);
http::Response index_stats(const Call& call);
http::Response metrics_text(const Call& call);
http::Response front_page(const Call& call);
http::Response open_api(const Call& call);

http::Response list_indexes(const Call& call);
http::Response create_index(const Call& call);
http::Response get_index(const Call& call);
http::Response update_index(const Call& call);
http::Response delete_index(const Call& call);
http::Response swap_indexes(const Call& call);
http::Response compact_index(const Call& call);

http::Response list_documents(const Call& call);
http::Response fetch_documents(const Call& call);
http::Response get_document(const Call& call);
http::Response replace_documents(const Call& call);
http::Response merge_documents(const Call& call);
http::Response delete_document(const Call& call);
http::Response delete_documents_by_ids(const Call& call);
http::Response delete_documents_by_filter(const Call& call);
http::Response delete_all_documents(const Call& call);
http::Response related_documents(const Call& call);
http::Response marked_document(const Call& call);

http::Response get_settings(const Call& call);
http::Response change_settings(const Call& call);
http::Response reset_settings(const Call& call);
http::Response get_setting(const Call& call);
http::Response change_setting(const Call& call);
http::Response reset_setting(const Call& call);

http::Response search(const Call& call);
http::Response search_by_parameters(const Call& call);
http::Response multi_search(const Call& call);
http::Response facet_search(const Call& call);
http::Response similar(const Call& call);
http::Response similar_by_parameters(const Call& call);
http::Response suggest(const Call& call);

http::Response list_tasks(const Call& call);
http::Response get_task(const Call& call);
http::Response cancel_tasks(const Call& call);
http::Response delete_tasks(const Call& call);
http::Response list_batches(const Call& call);
http::Response get_batch(const Call& call);

http::Response answer_key_routes(const Call& call);
http::Response refuse_feature(const Call& call);
http::Response get_features(const Call& call);
http::Response change_features(const Call& call);

}  // namespace fihris::server::api
