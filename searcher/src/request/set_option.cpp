// What was written for an option, checked and put into a request.
#include <algorithm>
#include <charconv>
#include <cmath>
#include <optional>

#include "fihris/searcher/request_options.h"
#include "fihris/stemmer/analyzer.h"
#include "fihris/stemmer/internal/utf8.h"
#include "query/day_range.h"
#include "request/refusal.h"

namespace fihris {

using searcher::request::excerpt;
using searcher::request::refuse;

namespace {

using Texts = std::vector<std::string>;

// The whole text as a number in decimal notation.
template <class Number>
std::optional<Number> number_in(std::string_view text) {
  Number number{};
  const char* const end = text.data() + text.size();
  const auto [stop, error] = std::from_chars(text.data(), end, number);
  if (error != std::errc{} || stop != end) return std::nullopt;
  return number;
}

std::optional<std::size_t> place_of(std::span<const std::string_view> names,
                                    std::string_view name) {
  const auto found = std::find(names.begin(), names.end(), name);
  if (found == names.end()) return std::nullopt;
  return static_cast<std::size_t>(found - names.begin());
}

// "a", "a or b", "a, b or c".
std::string listed(std::span<const std::string_view> names) {
  std::string list;
  for (std::size_t i = 0; i < names.size(); ++i) {
    if (i > 0) list += i + 1 < names.size() ? ", " : " or ";
    list += names[i];
  }
  return list;
}

struct Allowed {
  std::string operator()(const TextOption& option) const {
    return "a text of at most " + std::to_string(option.max_bytes) + " bytes";
  }
  std::string operator()(const DayOption&) const { return "a day like 2025-12-23"; }
  std::string operator()(const TextsOption& option) const {
    return "a list of at most " + std::to_string(option.max_values) + " texts of at most " +
           std::to_string(option.max_bytes) + " bytes each";
  }
  std::string operator()(const CountOption& option) const {
    return "a whole number from " + std::to_string(option.min) + " to " +
           std::to_string(option.max);
  }
  std::string operator()(const NumberOption& option) const {
    return "a number from 0 to " + std::to_string(std::llround(option.max));
  }
  std::string operator()(const FlagOption&) const { return "true or false"; }
  std::string operator()(const SortOption&) const {
    return "relevance, date:desc, date:asc, or other fields that sort with :desc or :asc, with "
           "commas between";
  }
  std::string operator()(const NameOption& option) const { return listed(option.names); }
  std::string operator()(const NamesOption& option) const {
    return "some of " + listed(option.names) + ", or none";
  }
};

// Sets one option of a request: a function for each kind.
class Setter {
 public:
  Setter(SearchRequest& request, const RequestOption& option, std::string_view called,
         const Texts& given)
      : request_(request), option_(option), called_(called), given_(given) {}

  void operator()(const TextOption& option) const {
    const std::string& text = only();
    if (text.size() > option.max_bytes) fail("one of " + std::to_string(text.size()));
    request_.*option.value = repair_utf8(text);
  }

  void operator()(const DayOption& option) const {
    const std::string& text = only();
    if (!text.empty() && !query::read_iso_day(text)) fail(excerpt(text));
    request_.*option.value = text;
  }

  void operator()(const TextsOption& option) const {
    if (given_.size() > option.max_values) fail("one of " + std::to_string(given_.size()));
    Texts texts;
    for (const std::string& text : given_) {
      if (text.size() > option.max_bytes)
        fail("one with a text of " + std::to_string(text.size()) + " bytes");
      texts.push_back(repair_utf8(text));
    }
    request_.*option.values = std::move(texts);
  }

  void operator()(const CountOption& option) const {
    const auto count = number_in<std::size_t>(only());
    if (!count || *count < option.min || *count > option.max) fail(excerpt(only()));
    request_.*option.value = *count;
  }

  void operator()(const NumberOption& option) const {
    const auto number = number_in<double>(only());
    const bool is_allowed = number && *number >= 0 && *number <= option.max;  // NaN is not
    if (!is_allowed) fail(excerpt(only()));
    request_.*option.value = *number;
  }

  void operator()(const FlagOption& option) const {
    bool value = !(SearchRequest{}.*option.value);
    if (!given_.empty()) {
      value = only() == "true";
      if (!value && only() != "false") fail(excerpt(only()));
    }
    request_.*option.value = value;
  }

  void operator()(const SortOption&) const {
    std::vector<SortKey> keys;
    for (std::string_view list : given_) {
      for (bool more = true; more;) {
        const std::size_t comma = list.find(',');
        keys.push_back(sort_key(list.substr(0, comma)));
        more = comma != std::string_view::npos;
        if (more) list.remove_prefix(comma + 1);
      }
    }
    request_.sort = Sort::kRelevance;
    request_.then_by.clear();
    const bool ranked = keys.size() == 1 && keys.front().field == kRelevance;
    if (keys.empty() || ranked) return;
    for (const SortKey& key : keys) {
      if (key.field == kRelevance) fail("relevance beside another");
    }
    request_.sort = keys.front().descending ? Sort::kDateDescending : Sort::kDateAscending;
    request_.sort_by = keys.front().field == "date" ? "" : keys.front().field;
    request_.then_by.assign(keys.begin() + 1, keys.end());
  }

  void operator()(const NameOption& option) const {
    if (given_.empty()) return;
    const auto place = place_of(option.names, only());
    if (!place) fail(excerpt(only()));
    option.set(request_, *place);
  }

  void operator()(const NamesOption& option) const {
    std::vector<bool> chosen(option.names.size());
    const bool none = given_.size() == 1 && given_.front() == "none";
    if (!none) {
      for (const std::string& text : given_) choose(option, text, chosen);
    }
    option.set(request_, chosen);
  }

 private:
  static constexpr std::string_view kRelevance = "relevance";

  [[noreturn]] void fail(const std::string& what) const { refuse(option_, called_, what); }

  // "date:desc", or "relevance" alone.
  SortKey sort_key(std::string_view order) const {
    order = stemmer::trim(order, " ");
    if (order == kRelevance) return {std::string(order), true};
    const std::size_t colon = order.rfind(':');
    const std::string_view direction =
        colon == std::string_view::npos ? std::string_view() : order.substr(colon + 1);
    if (colon == 0 || (direction != "asc" && direction != "desc"))
      fail(excerpt(std::string(order)));
    return {repair_utf8(order.substr(0, colon)), direction == "desc"};
  }

  const std::string& only() const {
    if (given_.size() != 1) fail("a list of " + std::to_string(given_.size()));
    return given_.front();
  }

  // "spelling,latin": both.
  void choose(const NamesOption& option, std::string_view list, std::vector<bool>& chosen) const {
    for (bool more = true; more;) {
      const std::size_t comma = list.find(',');
      const auto place = place_of(option.names, list.substr(0, comma));
      if (!place) fail(excerpt(list));
      chosen[*place] = true;
      more = comma != std::string_view::npos;
      if (more) list.remove_prefix(comma + 1);
    }
  }

  SearchRequest& request_;
  const RequestOption& option_;
  std::string_view called_;
  const Texts& given_;
};

}  // namespace

std::string allowed_values(const RequestOption& option) {
  return std::visit(Allowed{}, option.kind);
}

void set_option(SearchRequest& request, const RequestOption& option, std::string_view called,
                const std::vector<std::string>& given) {
  std::visit(Setter(request, option, called, given), option.kind);
}

}  // namespace fihris
