#include "search/search_query.h"

#include <algorithm>
#include <array>
#include <charconv>
#include <span>
#include <variant>

#include "documents/json_text.h"
#include "errors/api_error.h"

namespace fihris::server::search {
namespace {

using documents::excerpt;
using errors::ApiError;

using Text = std::string SearchQuery::*;
using OptionalText = std::optional<std::string> SearchQuery::*;
using Count = std::size_t SearchQuery::*;
using OptionalCount = std::optional<std::size_t> SearchQuery::*;
using Flag = bool SearchQuery::*;
using OptionalFlag = std::optional<bool> SearchQuery::*;
using Number = double SearchQuery::*;
using OptionalNumber = std::optional<double> SearchQuery::*;
using List = Names SearchQuery::*;
using OptionalList = std::optional<Names> SearchQuery::*;
using Any = Json SearchQuery::*;

// A member of a search: the one table for POST and GET.
struct Member {
  std::string_view name;
  std::string_view code;
  std::variant<Text, OptionalText, Count, OptionalCount, Flag, OptionalFlag, Number, OptionalNumber,
               List, OptionalList, Any>
      place;
};

constexpr auto kMembers = std::to_array<Member>({
    {"q", "invalid_search_q", &SearchQuery::q},
    {"offset", "invalid_search_offset", &SearchQuery::offset},
    {"limit", "invalid_search_limit", &SearchQuery::limit},
    {"page", "invalid_search_page", &SearchQuery::page},
    {"hitsPerPage", "invalid_search_hits_per_page", &SearchQuery::hits_per_page},
    {"attributesToRetrieve", "invalid_search_attributes_to_retrieve",
     &SearchQuery::attributes_to_retrieve},
    {"attributesToCrop", "invalid_search_attributes_to_crop", &SearchQuery::attributes_to_crop},
    {"cropLength", "invalid_search_crop_length", &SearchQuery::crop_length},
    {"attributesToHighlight", "invalid_search_attributes_to_highlight",
     &SearchQuery::attributes_to_highlight},
    {"showMatchesPosition", "invalid_search_show_matches_position",
     &SearchQuery::show_matches_position},
    {"showRankingScore", "invalid_search_show_ranking_score", &SearchQuery::show_ranking_score},
    {"showRankingScoreDetails", "invalid_search_show_ranking_score_details",
     &SearchQuery::show_ranking_score_details},
    {"retrieveVectors", "invalid_search_retrieve_vectors", &SearchQuery::retrieve_vectors},
    {"filter", "invalid_search_filter", &SearchQuery::filter},
    {"sort", "invalid_search_sort", &SearchQuery::sort},
    {"distinct", "invalid_search_distinct", &SearchQuery::distinct},
    {"facets", "invalid_search_facets", &SearchQuery::facets},
    {"highlightPreTag", "invalid_search_highlight_pre_tag", &SearchQuery::pre_tag},
    {"highlightPostTag", "invalid_search_highlight_post_tag", &SearchQuery::post_tag},
    {"cropMarker", "invalid_search_crop_marker", &SearchQuery::crop_marker},
    {"matchingStrategy", "invalid_search_matching_strategy", &SearchQuery::matching_strategy},
    {"attributesToSearchOn", "invalid_search_attributes_to_search_on",
     &SearchQuery::attributes_to_search_on},
    {"rankingScoreThreshold", "invalid_search_ranking_score_threshold",
     &SearchQuery::ranking_score_threshold},
    {"locales", "invalid_search_locales", &SearchQuery::locales},
    {"indexUid", "invalid_index_uid", &SearchQuery::index_uid},
    {"federationOptions", "invalid_multi_search_federation_options",
     &SearchQuery::federation_options},
    {"language", "invalid_search_language", &SearchQuery::language},
    {"snippets", "invalid_search_snippets", &SearchQuery::snippets},
    {"snippetLength", "invalid_search_snippet_length", &SearchQuery::snippet_length},
    {"dateHistogram", "invalid_search_date_histogram", &SearchQuery::date_histogram},
    {"recency", "invalid_search_recency", &SearchQuery::recency},
    {"today", "invalid_search_today", &SearchQuery::today},
    {"corrections", "invalid_search_corrections", &SearchQuery::corrections},
    {"fold", "invalid_search_fold", &SearchQuery::fold},
    {"prefixLast", "invalid_search_prefix_last", &SearchQuery::prefix_last},
    {"explain", "invalid_search_explain", &SearchQuery::explain},
    {"markUnit", "invalid_search_mark_unit", &SearchQuery::mark_unit},
});

// Members of the protocol that need what an index here does not have.
constexpr auto kUnsupported =
    std::to_array<std::string_view>({"hybrid", "vector", "media", "personalize", "useNetwork"});

ApiError wrong_type(const Member& member, const char* wanted, const Json& value) {
  return {member.code, "Invalid value type at `." + std::string(member.name) + "`: expected " +
                           wanted + ", but found " + documents::described(value)};
}

const std::string& text_of(const Member& member, const Json& value) {
  if (!value.is_string()) throw wrong_type(member, "a string", value);
  return value.get_ref<const std::string&>();
}

std::size_t count_of(const Member& member, const Json& value) {
  if (!value.is_number_integer()) throw wrong_type(member, "a positive integer", value);
  if (!value.is_number_unsigned()) {
    throw ApiError(member.code, "Invalid value at `." + std::string(member.name) + "`: value: `" +
                                    value.dump() +
                                    "` is too small to be deserialized, minimum allowed is 0");
  }
  return value.get<std::size_t>();
}

double number_of(const Member& member, const Json& value) {
  if (!value.is_number()) throw wrong_type(member, "a number", value);
  return value.get<double>();
}

bool flag_of(const Member& member, const Json& value) {
  if (!value.is_boolean()) throw wrong_type(member, "a boolean", value);
  return value.get<bool>();
}

Names list_of(const Member& member, const Json& value) {
  if (value.is_string() && member.name == "sort") return {value.get<std::string>()};
  if (!value.is_array()) throw wrong_type(member, "an array", value);
  Names names;
  for (const Json& item : value) {
    if (!item.is_string()) {
      throw ApiError(member.code, "Invalid value type at `." + std::string(member.name) + "[" +
                                      std::to_string(names.size()) +
                                      "]`: expected a string, but found " +
                                      documents::described(item));
    }
    names.push_back(item.get<std::string>());
  }
  return names;
}

// Puts a value where its member belongs.
class Setter {
 public:
  Setter(SearchQuery& query, const Member& member, const Json& value)
      : query_(query), member_(member), value_(value) {}

  void operator()(Text place) const { query_.*place = text_of(member_, value_); }
  void operator()(OptionalText place) const { query_.*place = text_of(member_, value_); }
  void operator()(Count place) const { query_.*place = count_of(member_, value_); }
  void operator()(OptionalCount place) const { query_.*place = count_of(member_, value_); }
  void operator()(Flag place) const { query_.*place = flag_of(member_, value_); }
  void operator()(OptionalFlag place) const { query_.*place = flag_of(member_, value_); }
  void operator()(Number place) const { query_.*place = number_of(member_, value_); }
  void operator()(OptionalNumber place) const { query_.*place = number_of(member_, value_); }
  void operator()(List place) const { query_.*place = list_of(member_, value_); }
  void operator()(OptionalList place) const { query_.*place = list_of(member_, value_); }
  void operator()(Any place) const { query_.*place = value_; }

 private:
  SearchQuery& query_;
  const Member& member_;
  const Json& value_;
};

const Member& member_called(const std::string& name) {
  const auto* const found =
      std::ranges::find_if(kMembers, [&](const Member& member) { return member.name == name; });
  if (found != kMembers.end()) return *found;
  if (std::ranges::find(kUnsupported, name) != kUnsupported.end()) {
    throw ApiError("feature_not_enabled", "`" + name +
                                              "` is not supported by this service: it "
                                              "searches by words, not by vectors.");
  }
  std::vector<std::string_view> known;
  for (const Member& member : kMembers) known.push_back(member.name);
  throw ApiError("bad_request",
                 "Unknown field `" + name + "`: expected one of " + documents::quoted_list(known));
}

void require_one_of(const std::string& value, std::string_view code, const char* name,
                    std::initializer_list<std::string_view> allowed) {
  if (std::ranges::find(allowed, value) != allowed.end()) return;
  throw ApiError(code, "Unknown value `" + excerpt(value) + "` at `." + name +
                           "`: expected one of " + documents::quoted_list(allowed));
}

// What is put around every mark of every hit.
void require_short(const std::string& text, std::string_view code, const char* name) {
  constexpr std::size_t kMaxTagBytes = 1024;
  if (text.size() <= kMaxTagBytes) return;
  throw ApiError(code, "Invalid value at `." + std::string(name) + "`: it may have up to " +
                           std::to_string(kMaxTagBytes) + " bytes.");
}

// Each entry costs its share of the work.
void require_few(const Names& names, std::string_view code, const char* name) {
  constexpr std::size_t kMaxNames = 200;
  if (names.size() <= kMaxNames) return;
  throw ApiError(code, "Invalid value at `." + std::string(name) + "`: it may have up to " +
                           std::to_string(kMaxNames) + " entries.");
}

void require_legal(const SearchQuery& query) {
  require_short(query.pre_tag, "invalid_search_highlight_pre_tag", "highlightPreTag");
  require_short(query.post_tag, "invalid_search_highlight_post_tag", "highlightPostTag");
  require_short(query.crop_marker, "invalid_search_crop_marker", "cropMarker");
  require_few(query.facets, "invalid_search_facets", "facets");
  require_few(query.sort, "invalid_search_sort", "sort");
  require_few(query.attributes_to_crop, "invalid_search_attributes_to_crop", "attributesToCrop");
  require_few(query.attributes_to_highlight, "invalid_search_attributes_to_highlight",
              "attributesToHighlight");
  if (query.recency < 0) {
    throw ApiError("invalid_search_recency",
                   "Invalid value at `.recency`: a number of days from 0 on was expected.");
  }
  require_one_of(query.matching_strategy, "invalid_search_matching_strategy", "matchingStrategy",
                 {"last", "all", "frequency", "any"});
  require_one_of(query.language, "invalid_search_language", "language", {"meilisearch", "fihris"});
  require_one_of(query.date_histogram, "invalid_search_date_histogram", "dateHistogram",
                 {"", "year", "month", "day"});
  require_one_of(query.mark_unit, "invalid_search_mark_unit", "markUnit",
                 {"bytes", "utf16", "codepoints"});
  if (query.ranking_score_threshold &&
      (*query.ranking_score_threshold < 0 || *query.ranking_score_threshold > 1)) {
    throw ApiError("invalid_search_ranking_score_threshold",
                   "Invalid value at `.rankingScoreThreshold`: the value of "
                   "`rankingScoreThreshold` is invalid, expected a float between `0.0` and `1.0`.");
  }
}

// A parameter of a GET request as the JSON it stands for.
Json parameter_value(const Member& member, const std::string& text) {
  const auto parsed = [&](const char* wanted) {
    Json value = Json::parse(text, nullptr, false);
    if (value.is_discarded() || value.is_string()) {
      throw ApiError(member.code, "Invalid value in parameter `" + std::string(member.name) +
                                      "`: could not parse `" + excerpt(text) + "` as " + wanted);
    }
    return value;
  };
  const auto list = [&] {
    Json items = Json::array();
    for (std::size_t begin = 0; begin <= text.size() && !text.empty();) {
      const std::size_t end = std::min(text.find(',', begin), text.size());
      items.push_back(text.substr(begin, end - begin));
      begin = end + 1;
    }
    return items;
  };
  const auto& place = member.place;
  if (std::holds_alternative<Count>(place) || std::holds_alternative<OptionalCount>(place))
    return parsed("a positive integer");
  if (std::holds_alternative<Flag>(place) || std::holds_alternative<OptionalFlag>(place))
    return parsed("a boolean");
  if (std::holds_alternative<Number>(place) || std::holds_alternative<OptionalNumber>(place))
    return parsed("a number");
  if (std::holds_alternative<List>(place) || std::holds_alternative<OptionalList>(place))
    return list();
  if (std::holds_alternative<Any>(place)) {
    Json value = Json::parse(text, nullptr, false);
    return value.is_array() ? value : Json(text);
  }
  return text;
}

}  // namespace

SearchQuery read_search(const Json& json) {
  documents::require_object(json);
  SearchQuery query;
  for (const auto& [name, value] : json.items()) {
    const Member& member = member_called(name);
    if (value.is_null()) continue;
    std::visit(Setter(query, member, value), member.place);
  }
  require_legal(query);
  return query;
}

SearchQuery read_search(std::string_view json) { return read_search(documents::parse_json(json)); }

SearchQuery read_search(const std::vector<std::pair<std::string, std::string>>& parameters) {
  Json json = Json::object();
  for (const auto& [name, text] : parameters)
    json[name] = parameter_value(member_called(name), text);
  return read_search(json);
}

}  // namespace fihris::server::search
