// All that the answers to requests are made with.
#pragma once

#include <map>
#include <memory>
#include <mutex>
#include <string>
#include <utility>
#include <vector>

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

// What searches need of the indexes, remembered until their settings change. Thread-safe.
class ViewCache {
 public:
  using View = std::shared_ptr<const search::IndexView>;

  // `state` changes whenever what `make` makes does.
  template <class Make>
  View get(const std::string& uid, const std::string& state, Make make) {
    {
      const std::lock_guard lock(mutex_);
      const auto found = views_.find(uid);
      if (found != views_.end() && found->second.first == state) return found->second.second;
    }
    View view = std::make_shared<const search::IndexView>(make());
    const std::lock_guard lock(mutex_);
    views_[uid] = {state, view};
    return view;
  }

 private:
  std::mutex mutex_;
  std::map<std::string, std::pair<std::string, View>> views_;
};

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
  ViewCache views = {};
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
