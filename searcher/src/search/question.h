// What is searched for.
#pragma once

#include <chrono>
#include <optional>
#include <span>

#include "fihris/searcher/request.h"
#include "query/parsed_query.h"
#include "query/restriction.h"

namespace fihris::searcher::search {

// A request whose texts have been read, so that nobody need read them again. A view: what it is
// made of must outlive it. The query may be another one than the request's: a correction of it, or
// one that demands less.
struct Question {
  const SearchRequest& request;
  const query::ParsedQuery& query;
  std::span<const query::Node> filters;
  std::optional<std::chrono::sys_days> today;  // nothing: the system clock's
  const FieldTable& fields;
  const query::Restriction* restriction = nullptr;  // null: there is none

  // Reads another query text for the same request.
  query::ParsedQuery read(std::string text) const {
    return query::read_query(std::move(text), request.full_syntax, today, fields);
  }
  // The same question about another query.
  Question about(const query::ParsedQuery& other) const {
    return {request, other, filters, today, fields, restriction};
  }
};

}  // namespace fihris::searcher::search
