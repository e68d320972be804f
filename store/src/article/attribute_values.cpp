#include "fihris/store/internal/attribute_values.h"

#include <simdjson.h>

#include <array>
#include <bit>
#include <charconv>
#include <cmath>
#include <utility>

#include "fihris/stemmer/internal/utf8.h"

namespace fihris::store {

namespace {

namespace ondemand = simdjson::ondemand;
using Type = ondemand::json_type;

// The articles' own limit is 64 (see the readers); this one keeps damaged bytes from the stack.
constexpr int kMaxDepth = 100;
// Longer texts are no numbers.
constexpr std::size_t kMaxNumberBytes = 64;

constexpr char32_t kArabicDecimalSeparator = U'\u066B';
constexpr char32_t kArabicThousandsSeparator = U'\u066C';

// The digits, signs and points of a number in ASCII, without what separates thousands; empty for
// text that is no number.
std::string plain_number(std::string_view text) {
  std::string plain;
  for (std::size_t i = 0; i < text.size();) {
    const char32_t c = stemmer::next_code_point(text, i);
    if (const int digit = stemmer::digit_value(c); digit >= 0) {
      plain.push_back(static_cast<char>('0' + digit));
    } else if (c == kArabicDecimalSeparator) {
      plain.push_back('.');
    } else if (c == U',' || c == kArabicThousandsSeparator) {
      if (plain.empty() || plain.find('.') != std::string::npos) return {};
    } else if (c == U'-' || c == U'+' || c == U'.' || c == U'e' || c == U'E') {
      plain.push_back(static_cast<char>(c));
    } else {
      return {};
    }
  }
  if (!plain.empty() && plain.front() == '+') plain.erase(0, 1);
  return plain;
}

// Whether commas stand where those of thousands do: three digits behind each.
bool groups_are_thousands(std::string_view text) {
  std::size_t digits = 0;
  bool grouped = false;
  for (std::size_t i = 0; i < text.size();) {
    const char32_t c = stemmer::next_code_point(text, i);
    const bool separator = c == U',' || c == kArabicThousandsSeparator;
    if (stemmer::digit_value(c) >= 0) {
      ++digits;
      continue;
    }
    if (grouped && digits != 3) return false;
    if (!separator) return true;
    if (digits == 0 || digits > 3) return false;
    grouped = true;
    digits = 0;
  }
  return !grouped || digits == 3;
}

}  // namespace

struct AttributeReader::Impl {
  explicit Impl(FieldTable table)
      : fields(std::move(table)), values(fields.own().size()), overflow(fields.own().size()) {}

  void read(std::string_view extra) {
    json.assign(extra);
    json.reserve(json.size() + simdjson::SIMDJSON_PADDING);
    ondemand::document document;
    ondemand::object object;
    if (parser.iterate(json.data(), json.size(), json.capacity()).get(document) ||
        document.get_object().get(object)) {
      return;
    }
    read_members(object, "", 0);
  }

  void read_members(ondemand::object object, const std::string& path, int depth) {
    for (auto member : object) {
      std::string_view key;
      ondemand::value value;
      if (member.unescaped_key().get(key)) return;
      std::string inner = path.empty() ? std::string(key) : path + '.' + std::string(key);
      if (!leads_to_attribute(inner)) continue;
      if (member.value().get(value)) return;
      read_value(value, inner, depth + 1);
    }
  }

  bool leads_to_attribute(std::string_view path) const {
    for (const FieldSpec& field : fields.own()) {
      const bool begins = field.name.starts_with(path);
      if (begins && (field.name.size() == path.size() || field.name[path.size()] == '.')) {
        return true;
      }
    }
    return false;
  }

  void read_value(ondemand::value value, const std::string& path, int depth) {
    Type type{};
    if (depth > kMaxDepth || value.type().get(type)) return;
    if (type == Type::object) {
      ondemand::object object;
      add(path, {AttributeValue::Kind::kOther, {}});
      if (!value.get_object().get(object)) read_members(object, path, depth);
    } else if (type == Type::array) {
      ondemand::array array;
      if (value.get_array().get(array)) return;
      for (auto item : array) {
        ondemand::value each;
        if (item.get(each)) return;
        read_value(each, path, depth + 1);
      }
    } else {
      read_scalar(value, type, path);
    }
  }

  void read_scalar(ondemand::value value, Type type, const std::string& path) {
    if (type == Type::string) {
      std::string_view text;
      if (!value.get_string().get(text))
        add(path, {AttributeValue::Kind::kText, std::string(text)});
    } else if (type == Type::number) {
      std::string_view token = value.raw_json_token();
      token = stemmer::trim(token, " \t\r\n");
      add(path, {AttributeValue::Kind::kNumber, std::string(token)});
    } else if (type == Type::boolean) {
      bool truth = false;
      if (!value.get_bool().get(truth)) {
        add(path, {AttributeValue::Kind::kBoolean, truth ? "true" : "false"});
      }
    }
  }

  void add(std::string_view path, AttributeValue value) {
    for (std::size_t i = 0; i < values.size(); ++i) {
      if (fields.own()[i].name != path) continue;
      if (values[i].size() < kMaxAttributeValues) {
        values[i].push_back(std::move(value));
      } else {
        overflow[i] = true;
      }
      return;
    }
  }

  FieldTable fields;
  std::vector<std::vector<AttributeValue>> values;
  std::vector<bool> overflow;
  ondemand::parser parser;
  std::string json;
};

AttributeReader::AttributeReader(FieldTable fields)
    : impl_(std::make_unique<Impl>(std::move(fields))) {}
AttributeReader::~AttributeReader() = default;
AttributeReader::AttributeReader(AttributeReader&&) noexcept = default;
AttributeReader& AttributeReader::operator=(AttributeReader&&) noexcept = default;

const std::vector<std::vector<AttributeValue>>& AttributeReader::read(std::string_view extra) {
  for (std::vector<AttributeValue>& values : impl_->values) values.clear();
  impl_->overflow.assign(impl_->values.size(), false);
  if (!extra.empty() && !impl_->values.empty()) impl_->read(extra);
  return impl_->values;
}

bool AttributeReader::overflowed(std::size_t field) const { return impl_->overflow[field]; }

std::optional<double> read_number(std::string_view text) {
  text = stemmer::trim(text, " ");
  if (text.empty() || text.size() > kMaxNumberBytes || !groups_are_thousands(text)) {
    return std::nullopt;
  }
  const std::string plain = plain_number(text);
  double number = 0;
  const char* const end = plain.data() + plain.size();
  const auto [stopped, error] = std::from_chars(plain.data(), end, number);
  if (plain.empty() || error != std::errc() || stopped != end || !std::isfinite(number)) {
    return std::nullopt;
  }
  return number;
}

// The bits of a double sort as the numbers do once the sign bit is turned round, and all bits of a
// negative one.
void append_number(std::string& slot_value, double number) {
  constexpr std::uint64_t kSign = std::uint64_t{1} << 63;
  const auto bits = std::bit_cast<std::uint64_t>(number == 0 ? 0.0 : number);
  const std::uint64_t key = (bits & kSign) != 0 ? ~bits : bits | kSign;
  for (int shift = 56; shift >= 0; shift -= 8) {
    slot_value.push_back(static_cast<char>((key >> shift) & 0xFFU));
  }
}

double number_of(std::string_view bytes) {
  constexpr std::uint64_t kSign = std::uint64_t{1} << 63;
  std::uint64_t key = 0;
  for (std::size_t i = 0; i < kNumberBytes; ++i) {
    key = key << 8 | static_cast<unsigned char>(bytes[i]);
  }
  return std::bit_cast<double>((key & kSign) != 0 ? key & ~kSign : ~key);
}

}  // namespace fihris::store
