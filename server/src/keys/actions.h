// What keys may allow, and where.
#pragma once

#include <string>
#include <string_view>
#include <vector>

namespace fihris::server::keys {

// One of the protocol's: "search", "documents.add", "documents.*", "*.get", "*".
bool is_action(std::string_view action);
// For messages: all of them.
std::string known_actions();
// Whether one of the actions is the wanted one or has it in it. "*.get" does not give keys.get.
bool allow_action(const std::vector<std::string>& granted, std::string_view wanted);

// A uid, the beginning of uids with a star behind it, or a star.
bool is_index_pattern(std::string_view pattern);
bool matches_pattern(std::string_view pattern, std::string_view index_uid);
bool match_any(const std::vector<std::string>& patterns, std::string_view index_uid);

}  // namespace fihris::server::keys
