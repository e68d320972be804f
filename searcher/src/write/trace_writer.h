// What `--explain` gathered, as JSON and as lines.
#pragma once

#include <nlohmann/json.hpp>
#include <string>
#include <string_view>

#include "fihris/searcher/trace.h"

namespace fihris::searcher::write {

// Spans become code points of the repaired query.
nlohmann::ordered_json trace_json(const QueryTrace& trace, std::string_view query);
nlohmann::ordered_json parts_json(const ScoreParts& parts);

std::string trace_text(const QueryTrace& trace);
std::string parts_line(double score, const ScoreParts& parts);

}  // namespace fihris::searcher::write
