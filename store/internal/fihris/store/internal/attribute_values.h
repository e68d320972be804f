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

// Whether an article has an attribute at all; what is empty is "", [] or {}.
struct Presence {
  bool there = false;  // maybe null or empty
  bool null = false;
  bool empty = false;
};

// The boolean term of an article in which an attribute that filters is null, empty, or there
// without a value that filters. Where it has one, its slot says that it is there.
enum class PresenceTerm : char { kNull = 'n', kEmpty = 'e', kOther = 'o' };
std::string presence_term(const FieldSpec& field, PresenceTerm what);
inline constexpr std::string_view kPresencePrefix = "XP";

// A text that is searched besides title, summary and body.
struct SearchedText {
  std::string_view field;                // the way to it
  std::string_view text;                 // of a number, as printed
  const FieldSpec* attribute = nullptr;  // null: searched because all is
};

// Finds the values of attributes in an article: in its document if it has one, else in its unknown
// members and, for an attribute named as a built-in field, in that. A name with full stops leads
// into objects; lists on the way give all of their items. Keeps its buffers: one per thread.
class AttributeReader {
 public:
  explicit AttributeReader(FieldTable fields);
  ~AttributeReader();
  AttributeReader(AttributeReader&&) noexcept;
  AttributeReader& operator=(AttributeReader&&) noexcept;

  // One list for each field of fields.own(); valid until the next call. What is null has no value;
  // what is too many is left out and said by overflowed().
  const std::vector<std::vector<AttributeValue>>& read(const Article& article);
  // Of the article read last, for the number of a field in fields.own().
  bool overflowed(std::size_t field) const;
  const Presence& presence(std::size_t field) const;
  // Likewise its texts that are searched, in the order in which the token column has them, which is
  // behind the body: those of searched attributes, then what is searched because all is.
  const std::vector<SearchedText>& searched_texts() const;

 private:
  struct Impl;
  std::unique_ptr<Impl> impl_;
};

// A number as people write it: 1250, -3.5, 1e6, ١٢٥٠, 1,250,000, ١٬٢٥٠٫٥. Nothing for other text
// and for numbers out of range.
std::optional<double> read_number(std::string_view text);

// Yes or no as people write it: true, false, yes, no, 1, 0, نعم, لا; capitals do not matter.
std::optional<bool> read_boolean(std::string_view text);

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
