// The description of the API, which the program carries with it.
#include <string_view>

#include "api/service.h"

extern "C" const char fihris_openapi[];
extern "C" const char fihris_openapi_end[];

namespace fihris::server::api {

http::Response open_api(const Call&) {
  return {.body = std::string(fihris_openapi, fihris_openapi_end)};
}

}  // namespace fihris::server::api
