#include "keys/actions.h"

#include <algorithm>
#include <array>

namespace fihris::server::keys {
namespace {

using namespace std::string_view_literals;

constexpr std::size_t kMaxUidBytes = 400;

// The protocol's, also those of what is not here: a key that names them is not wrong.
constexpr auto kActions = std::to_array({"*"sv,
                                         "*.get"sv,
                                         "search"sv,
                                         "documents.*"sv,
                                         "documents.add"sv,
                                         "documents.get"sv,
                                         "documents.delete"sv,
                                         "indexes.*"sv,
                                         "indexes.create"sv,
                                         "indexes.get"sv,
                                         "indexes.update"sv,
                                         "indexes.delete"sv,
                                         "indexes.swap"sv,
                                         "indexes.compact"sv,
                                         "tasks.*"sv,
                                         "tasks.cancel"sv,
                                         "tasks.delete"sv,
                                         "tasks.get"sv,
                                         "settings.*"sv,
                                         "settings.get"sv,
                                         "settings.update"sv,
                                         "stats.*"sv,
                                         "stats.get"sv,
                                         "metrics.*"sv,
                                         "metrics.get"sv,
                                         "dumps.*"sv,
                                         "dumps.create"sv,
                                         "snapshots.*"sv,
                                         "snapshots.create"sv,
                                         "version"sv,
                                         "keys.create"sv,
                                         "keys.get"sv,
                                         "keys.update"sv,
                                         "keys.delete"sv,
                                         "experimental.get"sv,
                                         "experimental.update"sv,
                                         "export"sv,
                                         "network.get"sv,
                                         "network.update"sv,
                                         "chatCompletions"sv,
                                         "chats.*"sv,
                                         "chats.get"sv,
                                         "chats.delete"sv,
                                         "chatsSettings.*"sv,
                                         "chatsSettings.get"sv,
                                         "chatsSettings.update"sv,
                                         "webhooks.*"sv,
                                         "webhooks.get"sv,
                                         "webhooks.update"sv,
                                         "webhooks.delete"sv,
                                         "webhooks.create"sv});

bool only_reads(std::string_view action) {
  return action == "search" || action == "version" ||
         (action.ends_with(".get") && action != "keys.get");
}

bool allows(std::string_view granted, std::string_view wanted) {
  if (granted == "*" || granted == wanted) return true;
  if (granted == "*.get") return only_reads(wanted);
  return granted.ends_with(".*") && wanted.starts_with(granted.substr(0, granted.size() - 1));
}

}  // namespace

bool is_action(std::string_view action) {
  return std::ranges::find(kActions, action) != kActions.end();
}

std::string known_actions() {
  std::string all;
  for (const std::string_view action : kActions)
    all += (all.empty() ? "`" : ", `") + std::string(action) + "`";
  return all;
}

bool allow_action(const std::vector<std::string>& granted, std::string_view wanted) {
  return std::ranges::any_of(granted,
                             [&](const std::string& each) { return allows(each, wanted); });
}

bool is_index_pattern(std::string_view pattern) {
  if (pattern == "*") return true;
  if (pattern.ends_with('*')) pattern.remove_suffix(1);
  return !pattern.empty() && pattern.size() <= kMaxUidBytes &&
         std::ranges::all_of(pattern, [](char c) {
           return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9') ||
                  c == '-' || c == '_';
         });
}

bool matches_pattern(std::string_view pattern, std::string_view index_uid) {
  if (!pattern.ends_with('*')) return pattern == index_uid;
  return index_uid.starts_with(pattern.substr(0, pattern.size() - 1));
}

bool match_any(const std::vector<std::string>& patterns, std::string_view index_uid) {
  return std::ranges::any_of(
      patterns, [&](const std::string& each) { return matches_pattern(each, index_uid); });
}

}  // namespace fihris::server::keys
