#include "write/json_members.h"

#include <nlohmann/json.hpp>

#include "fihris/stemmer/internal/utf8.h"

namespace fihris::searcher::write {
namespace {

constexpr std::string_view kBlanks = " \t\r\n";

std::string_view trimmed(std::string_view text) { return stemmer::trim(text, kBlanks); }

// Behind the text that begins with the quotation mark at `begin`.
std::size_t end_of_text(std::string_view json, std::size_t begin) {
  std::size_t i = begin + 1;
  while (json[i] != '"') i += json[i] == '\\' ? 2 : 1;
  return i + 1;
}

// Behind the member that begins at `begin`: its comma, or the object's brace.
std::size_t end_of_member(std::string_view json, std::size_t begin) {
  int depth = 0;
  for (std::size_t i = begin;;) {
    const char c = json[i];
    if (c == '"') {
      i = end_of_text(json, i);
      continue;
    }
    if (depth == 0 && (c == ',' || c == '}')) return i;
    depth += (c == '{' || c == '[') ? 1 : 0;
    depth -= (c == '}' || c == ']') ? 1 : 0;
    ++i;
  }
}

}  // namespace

std::vector<JsonMember> members_of(std::string_view json) {
  json = trimmed(json);
  // What follows relies on every bracket and quotation mark having its partner.
  if (json.empty() || json.front() != '{' || !nlohmann::json::accept(json)) return {};
  std::vector<JsonMember> members;
  for (std::size_t begin = 1; begin < json.size();) {
    const std::size_t end = end_of_member(json, begin);
    const std::string_view member = trimmed(json.substr(begin, end - begin));
    begin = end + 1;
    if (member.empty()) continue;  // {}
    const auto name = nlohmann::json::parse(member.substr(0, end_of_text(member, 0)));
    members.push_back({name.get<std::string>(), member});
  }
  return members;
}

}  // namespace fihris::searcher::write
