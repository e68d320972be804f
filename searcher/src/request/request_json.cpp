#include "fihris/searcher/request_json.h"

#include <algorithm>
#include <cstdint>
#include <nlohmann/json.hpp>
#include <set>
#include <utility>
#include <variant>

#include "fihris/searcher/request_options.h"
#include "fihris/store/error.h"
#include "request/refusal.h"

namespace fihris {

using searcher::request::excerpt;
using searcher::request::refuse;

namespace {

using Json = nlohmann::json;

constexpr const char* kExample = R"(Write an object such as {"q": "وزير", "limit": 5}.)";

enum class Type : std::uint8_t { kNull, kBoolean, kNumber, kText };

// Which type of JSON value stands for an option.
struct Expected {
  Type operator()(const CountOption&) const { return Type::kNumber; }
  Type operator()(const NumberOption&) const { return Type::kNumber; }
  Type operator()(const FlagOption&) const { return Type::kBoolean; }
  template <class Other>
  Type operator()(const Other&) const {
    return Type::kText;
  }
};

bool takes_list(const RequestOption& option) {
  return std::holds_alternative<TextsOption>(option.kind) ||
         std::holds_alternative<SortOption>(option.kind) ||
         std::holds_alternative<NameOption>(option.kind) ||
         std::holds_alternative<NamesOption>(option.kind);
}

const RequestOption& option_called(std::string_view name) {
  const auto options = request_options();
  const auto found = std::find_if(options.begin(), options.end(),
                                  [name](const auto& option) { return option.name == name; });
  if (found != options.end()) return *found;
  std::string names;
  for (const RequestOption& option : options) {
    names.append(names.empty() ? "" : ", ").append(option.name);
  }
  throw Error(ErrorCode::kUsage, "a request has no member " + excerpt(name) + ".",
              "Its members are " + names + ".");
}

[[noreturn]] void throw_no_json(std::size_t position, std::size_t bytes, std::string_view after) {
  throw Error(ErrorCode::kUsage,
              "the request is no JSON: it goes wrong at byte " + std::to_string(position) + " of " +
                  std::to_string(bytes) + ", after " + excerpt(after) + ".",
              kExample);
}

// Fills in a request while the text is read, so that nothing is built of what must be refused:
// lists in lists, however deep, end at the second bracket.
class RequestReader : public Json::json_sax_t {
 public:
  explicit RequestReader(std::size_t bytes) : bytes_(bytes) {}

  SearchRequest take() { return std::move(request_); }

  bool null() override { return scalar(Type::kNull, "null"); }
  bool boolean(bool value) override { return scalar(Type::kBoolean, value ? "true" : "false"); }
  bool number_integer(number_integer_t value) override {
    return scalar(Type::kNumber, std::to_string(value));
  }
  bool number_unsigned(number_unsigned_t value) override {
    return scalar(Type::kNumber, std::to_string(value));
  }
  bool number_float(number_float_t, const string_t& written) override {
    return scalar(Type::kNumber, written);
  }
  bool string(string_t& text) override { return scalar(Type::kText, text); }
  bool binary(binary_t&) override { return false; }  // JSON has none

  bool start_object(std::size_t) override {
    if (place_ != Place::kOutside) refuse_member("an object");
    place_ = Place::kObject;
    return true;
  }

  bool key(string_t& name) override {
    option_ = &option_called(name);
    if (seen_.insert(option_).second) return true;
    throw Error(ErrorCode::kUsage, name + " is there twice.", "Leave one of them out.");
  }

  bool end_object() override { return true; }

  bool start_array(std::size_t) override {
    if (place_ == Place::kOutside) throw_no_object();
    if (place_ == Place::kList) refuse_member("one with a list");
    if (!takes_list(*option_)) refuse_member("a list");
    place_ = Place::kList;
    texts_.clear();
    return true;
  }

  bool end_array() override {
    place_ = Place::kObject;
    set_option(request_, *option_, option_->name, texts_);
    return true;
  }

  // Numbers that no variable holds come here, too, as they were written.
  bool parse_error(std::size_t position, const std::string& token,
                   const Json::exception& error) override {
    constexpr int kNumberOverflow = 406;
    if (error.id == kNumberOverflow) return scalar(Type::kNumber, token);
    throw_no_json(position, bytes_, token);
  }

 private:
  enum class Place : std::uint8_t { kOutside, kObject, kList };

  bool scalar(Type type, const std::string& text) {
    if (place_ == Place::kOutside) throw_no_object();
    if (place_ == Place::kList) return add(type, text);
    if (type == Type::kNull) return true;
    if (type != std::visit(Expected{}, option_->kind)) refuse_member(described(type, text));
    set_option(request_, *option_, option_->name, {text});
    return true;
  }

  bool add(Type type, const std::string& text) {
    if (type != Type::kText) refuse_member("one with " + described(type, text));
    texts_.push_back(text);
    return true;
  }

  static std::string described(Type type, const std::string& text) {
    if (type == Type::kText) return "the text " + excerpt(text);
    return type == Type::kNumber ? "the number " + excerpt(text) : text;
  }

  [[noreturn]] void refuse_member(const std::string& what) const {
    refuse(*option_, option_->name, what);
  }

  [[noreturn]] static void throw_no_object() {
    throw Error(ErrorCode::kUsage, "the request is no JSON object.", kExample);
  }

  std::size_t bytes_;
  SearchRequest request_;
  Place place_ = Place::kOutside;
  const RequestOption* option_ = nullptr;  // the member being read
  std::set<const RequestOption*> seen_;
  std::vector<std::string> texts_;  // of the list being read
};

}  // namespace

SearchRequest read_request(std::string_view json) {
  // The library would take a NUL for the end and never look at what follows.
  const std::size_t nul = json.find('\0');
  if (nul != std::string_view::npos) throw_no_json(nul + 1, json.size(), json.substr(0, nul));
  RequestReader reader(json.size());
  Json::sax_parse(json.begin(), json.end(), &reader);
  return reader.take();
}

}  // namespace fihris
