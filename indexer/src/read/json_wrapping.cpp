#include "read/json_wrapping.h"

#include <simdjson.h>

#include <algorithm>
#include <array>
#include <string_view>
#include <utility>

#include "fihris/store/internal/other_names.h"

namespace fihris::indexer::read {
namespace {

namespace ondemand = simdjson::ondemand;

// As other programs call the list of what they found, and what stands around it.
constexpr std::array<std::string_view, 16> kLists{
    "articles", "items", "posts",   "results", "docs",  "documents", "hits",    "data",
    "entries",  "news",  "records", "rows",    "value", "stories",   "content", "messages"};
constexpr std::array<std::string_view, 6> kAround{"hits",   "response", "data",
                                                  "result", "channel",  "feed"};
constexpr int kMostAround = 3;

template <std::size_t Size>
bool contains(const std::array<std::string_view, Size>& all, std::string_view one) {
  return std::find(all.begin(), all.end(), one) != all.end();
}

// Members of an object with the text of their values in it.
struct Member {
  std::string name;
  std::string_view raw;
};

class Wrapping {
 public:
  explicit Wrapping(const std::string& json) : json_(json) {}

  std::vector<WrappedObject> objects() {
    std::string_view object = json_;
    for (int depth = 0; depth < kMostAround; ++depth) {
      std::vector<Member> members;
      if (!read(object, members) || has_text(members)) return {};
      if (const Member* list = find(members, kLists, '[')) return elements(list->raw);
      const Member* around = find(members, kAround, '{');
      if (around == nullptr) return all_articles(members);
      object = around->raw;
    }
    return {};
  }

 private:
  bool read(std::string_view object, std::vector<Member>& members) {
    const simdjson::padded_string padded(object);
    ondemand::parser parser;
    ondemand::document document;
    ondemand::object opened;
    if (parser.iterate(padded).get(document) != simdjson::SUCCESS ||
        document.get_object().get(opened) != simdjson::SUCCESS)
      return false;
    for (auto field : opened) {
      std::string_view name;
      ondemand::value value;
      std::string_view raw;
      if (field.unescaped_key().get(name) != simdjson::SUCCESS) return false;
      std::string kept(name);
      if (field.value().get(value) != simdjson::SUCCESS ||
          simdjson::to_json_string(value).get(raw) != simdjson::SUCCESS)
        return false;
      members.push_back({std::move(kept), in(object, padded, raw)});
    }
    return true;
  }

  // The same bytes in what outlives the parser.
  static std::string_view in(std::string_view whole, const simdjson::padded_string& padded,
                             std::string_view part) {
    return whole.substr(static_cast<std::size_t>(part.data() - padded.data()), part.size());
  }

  static bool has_text(const std::vector<Member>& members) {
    return std::any_of(members.begin(), members.end(), [](const Member& member) {
      return store::names_text(member.name) && !member.raw.empty() && member.raw.front() == '"';
    });
  }

  template <std::size_t Size>
  static const Member* find(const std::vector<Member>& members,
                            const std::array<std::string_view, Size>& names, char opening) {
    for (const Member& member : members) {
      if (!contains(names, member.name) || member.raw.empty() || member.raw.front() != opening)
        continue;
      const std::size_t first = member.raw.find_first_not_of(" \t\r\n", 1);
      if (opening == '{' || (first != std::string_view::npos && member.raw[first] == '{'))
        return &member;
    }
    return nullptr;
  }

  std::vector<WrappedObject> elements(std::string_view list) {
    const simdjson::padded_string padded(list);
    ondemand::parser parser;
    ondemand::document document;
    ondemand::array array;
    std::vector<WrappedObject> objects;
    if (parser.iterate(padded).get(document) != simdjson::SUCCESS ||
        document.get_array().get(array) != simdjson::SUCCESS)
      return objects;
    for (auto element : array) {
      ondemand::value value;
      std::string_view raw;
      if (element.get(value) != simdjson::SUCCESS ||
          simdjson::to_json_string(value).get(raw) != simdjson::SUCCESS)
        break;
      objects.push_back(wrapped(in(list, padded, raw)));
    }
    return objects;
  }

  std::vector<WrappedObject> all_articles(const std::vector<Member>& members) {
    const bool all = members.size() > 1 &&
                     std::all_of(members.begin(), members.end(), [this](const Member& member) {
                       std::vector<Member> inner;
                       return !member.raw.empty() && member.raw.front() == '{' &&
                              read(member.raw, inner) && has_text(inner);
                     });
    std::vector<WrappedObject> objects;
    for (const Member& member : members) {
      if (all) objects.push_back(wrapped(member.raw));
    }
    return objects;
  }

  WrappedObject wrapped(std::string_view raw) const {
    const auto before = static_cast<std::ptrdiff_t>(raw.data() - json_.data());
    return {std::string(raw),
            static_cast<std::uint64_t>(std::count(json_.begin(), json_.begin() + before, '\n'))};
  }

  const std::string& json_;
};

}  // namespace

std::vector<WrappedObject> wrapped_objects(const std::string& json) {
  return Wrapping(json).objects();
}

}  // namespace fihris::indexer::read
