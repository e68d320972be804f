#include "search/formatted.h"

#include <algorithm>
#include <charconv>
#include <utility>

#include "search/crop.h"
#include "search/index_view.h"

namespace fihris::server::search {
namespace {

// Calls visit(attribute, indices, value) for each text or number below a value.
template <class Value, class Visit>
void each_leaf(Value& value, const std::string& attribute, std::vector<std::size_t>& indices,
               Visit& visit) {
  if (value.is_object()) {
    for (auto& [name, inner] : value.items())
      each_leaf(inner, attribute.empty() ? name : attribute + "." + name, indices, visit);
  } else if (value.is_array()) {
    for (std::size_t i = 0; i < value.size(); ++i) {
      indices.push_back(i);
      each_leaf(value[i], attribute, indices, visit);
      indices.pop_back();
    }
  } else if (value.is_string() || value.is_number()) {
    visit(attribute, indices, value);
  }
}

std::string text_of(const Json& value) {
  return value.is_string() ? value.get<std::string>() : value.dump();
}

// A piece of a text with tags around the marks in it.
std::string with_tags(std::string_view text, Span piece, const std::vector<Span>& marks,
                      const SearchQuery& query) {
  std::string out;
  std::size_t at = piece.begin;
  for (const Span& mark : marks) {
    if (mark.begin < at || mark.end > piece.end) continue;
    out.append(text.substr(at, mark.begin - at)).append(query.pre_tag);
    out.append(text.substr(mark.begin, mark.end - mark.begin)).append(query.post_tag);
    at = mark.end;
  }
  return out.append(text.substr(at, piece.end - at));
}

std::pair<std::string, std::size_t> crop_of(const std::string& spec, std::size_t otherwise) {
  const std::size_t colon = spec.rfind(':');
  std::size_t words = 0;
  if (colon != spec.npos) {
    const auto [end, error] =
        std::from_chars(spec.data() + colon + 1, spec.data() + spec.size(), words);
    if (error == std::errc() && end == spec.data() + spec.size())
      return {spec.substr(0, colon), words};
  }
  return {spec, otherwise};
}

}  // namespace

Formatting::Formatting(const SearchQuery& query) : highlight_(query.attributes_to_highlight) {
  for (const std::string& spec : query.attributes_to_crop)
    crop_.push_back(crop_of(spec, query.crop_length));
}

bool Formatting::marks(std::string_view attribute) const { return covers(highlight_, attribute); }

std::size_t Formatting::words_of(std::string_view attribute) const {
  std::size_t words = 0;
  for (const auto& [name, length] : crop_) {
    if (name == attribute) return length;
    if (covers({name}, attribute)) words = length;
  }
  return words;
}

std::vector<std::string> Formatting::named() const {
  std::vector<std::string> names = highlight_;
  for (const auto& [name, words] : crop_) names.push_back(name);
  return names;
}

std::vector<Leaf> leaves_of(const Json& document) {
  std::vector<Leaf> leaves;
  std::vector<std::size_t> indices;
  const auto visit = [&](const std::string& attribute, const std::vector<std::size_t>& where,
                         const Json& value) {
    leaves.push_back({attribute, where, text_of(value)});
  };
  each_leaf(document, "", indices, visit);
  return leaves;
}

Json formatted(const Json& document, const std::vector<std::vector<Span>>& marks,
               const Formatting& formatting, const SearchQuery& query) {
  static const std::vector<Span> kNone;
  Json result = document;
  std::size_t leaf = 0;
  std::vector<std::size_t> indices;
  const auto visit = [&](const std::string& attribute, const std::vector<std::size_t>&,
                         Json& value) {
    const std::vector<Span>& own = marks[leaf++];
    const std::string text = text_of(value);
    const std::size_t words = formatting.words_of(attribute);
    const Span piece = words == 0 ? Span{0, text.size()} : cropped(text, own, words);
    std::string shown = with_tags(text, piece, formatting.marks(attribute) ? own : kNone, query);
    if (piece.begin > 0) shown.insert(0, query.crop_marker);
    if (piece.end < text.size()) shown += query.crop_marker;
    value = std::move(shown);
  };
  each_leaf(result, "", indices, visit);
  return result;
}

Json positions(const std::vector<Leaf>& leaves, const std::vector<std::vector<Span>>& marks) {
  Json result = Json::object();
  for (std::size_t i = 0; i < leaves.size(); ++i) {
    for (const Span& mark : marks[i]) {
      Json position = {{"start", mark.begin}, {"length", mark.end - mark.begin}};
      if (!leaves[i].indices.empty()) position["indices"] = leaves[i].indices;
      result[leaves[i].attribute].push_back(std::move(position));
    }
  }
  return result;
}

}  // namespace fihris::server::search
