// What the page asks the service: requests of its API, made within the process, with the page's
// key.
#pragma once

#include <optional>
#include <string>
#include <utility>
#include <vector>

#include "documents/json_text.h"
#include "http/message.h"
#include "page/site.h"

namespace fihris::server::page {

using documents::Json;

// Thread-safe.
class Api {
 public:
  // `answer` is that of the API's handler. Both must outlive it.
  Api(const std::function<http::Response(const http::Request&)>& answer, const Site& site)
      : answer_(answer), site_(site) {}

  // Each throws ApiError for an answer that is no success.
  Json search(const std::string& index, const Json& body) const;
  Json get(std::vector<std::string> path,
           std::vector<std::pair<std::string, std::string>> parameters = {}) const;
  // The uids of the indexes that the page offers.
  std::vector<std::string> indexes() const;

 private:
  Json ask(http::Request request) const;

  const std::function<http::Response(const http::Request&)>& answer_;
  const Site& site_;
};

}  // namespace fihris::server::page
