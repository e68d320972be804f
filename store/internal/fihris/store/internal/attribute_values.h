// The values that an article has of the index's own attributes, as they are in its stored JSON and
// as they are in value slots.
#pragma once

#include <cstddef>
#include <cstdint>
#include <limits>
#include <memory>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "fihris/store/field_table.h"

namespace fihris::store {

// A value as JSON has it.
struct AttributeValue {
  enum class Kind : std::uint8_t { kText, kNumber, kBoolean, kOther } kind = Kind::kText;
  std::string text;  // of a number, as printed; of kBoolean "true" or "false"; of kOther empty
};

// Of more values an attribute has the first so many.
inline constexpr std::size_t kMaxAttributeValues = 1000;

// Finds the values of attributes in the unknown members of an article. A name with full stops leads
// into objects; lists on the way give all of their items. Keeps its buffers: one per thread.
class AttributeReader {
 public:
  explicit AttributeReader(FieldTable fields);
  ~AttributeReader();
  AttributeReader(AttributeReader&&) noexcept;
  AttributeReader& operator=(AttributeReader&&) noexcept;

  // `extra` as in Article. One list for each field of fields.own(); valid until the next call. What
  // is null has no value; what is too many is left out and said by overflowed().
  const std::vector<std::vector<AttributeValue>>& read(std::string_view extra);
  bool overflowed(std::size_t field) const;

 private:
  struct Impl;
  std::unique_ptr<Impl> impl_;
};

// Calls visit(field, text) for each text of an article that is searched besides title, summary and
// body, in the order in which the token column has them: behind the body.
template <class Visit>
void each_searched_text(const FieldTable& fields,
                        const std::vector<std::vector<AttributeValue>>& values, Visit visit) {
  for (std::size_t i = 0; i < values.size(); ++i) {
    const FieldSpec& field = fields.own()[i];
    if (field.word_prefix.empty()) continue;
    for (const AttributeValue& value : values[i]) {
      if (value.kind == AttributeValue::Kind::kText) visit(field, value.text);
    }
  }
}

// A number as people write it: 1250, -3.5, 1e6, ١٢٥٠, 1,250,000, ١٬٢٥٠٫٥. Nothing for other text
// and for numbers out of range.
std::optional<double> read_number(std::string_view text);

// Eight bytes that sort as the numbers do. A slot holds those of all values, ascending.
void append_number(std::string& slot_value, double number);
inline constexpr std::size_t kNumberBytes = 8;
// The number at the beginning of eight such bytes.
double number_of(std::string_view bytes);

// Bounds of numbers, both included.
struct NumberRange {
  double first = -std::numeric_limits<double>::infinity();
  double last = std::numeric_limits<double>::infinity();
  bool has(double number) const { return first <= number && number <= last; }
};

}  // namespace fihris::store
