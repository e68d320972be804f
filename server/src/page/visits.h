// The answers to the addresses of pages.
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "http/message.h"
#include "page/api.h"
#include "page/frame.h"

namespace fihris::server::page {

// What a page is made of.
struct Visit {
  const http::Request& request;
  const Api& api;
  const Frame& frame;
  const std::vector<std::string>& indexes;
};

// Each throws ApiError where the API does.
http::Response search_page(const Visit& visit);
http::Response fragment(const Visit& visit);
http::Response suggest(const Visit& visit);
http::Response article_page(const Visit& visit);
http::Response export_file(const Visit& visit);
http::Response feed(const Visit& visit);
http::Response trend_page(const Visit& visit);

// A page, or a piece of one, with the rules for what it may load.
http::Response html_response(Html html, int status = 200);
// A parameter's value; empty for none.
std::string value_of(const http::Request& request, std::string_view name);
// "https://archive.example.org", from outside.
std::string whole_base(const http::Request& request, const Site& site);

}  // namespace fihris::server::page
