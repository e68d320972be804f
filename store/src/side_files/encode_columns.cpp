#include <algorithm>
#include <limits>
#include <map>
#include <unordered_map>
#include <utility>

#include "bytes/numbers.h"
#include "fihris/stemmer/analyzer.h"
#include "fihris/store/fields.h"
#include "fihris/store/internal/article_columns.h"
#include "side_files/column_sections.h"

namespace fihris::store {

namespace {

using Number = std::uint32_t;

// Calls visit(document, value) for all documents that have something in the slot.
template <class Visit>
void each_document(const Xapian::Database& database, std::uint32_t slot, Visit visit) {
  const Xapian::ValueIterator end = database.valuestream_end(slot);
  for (auto value = database.valuestream_begin(slot); value != end; ++value) {
    visit(value.get_docid(), *value);
  }
}

// The values of a field as they are met: each spelling has a number, and how often it was met.
class Spellings {
 public:
  Number number(std::string_view spelling) {
    const auto [entry, fresh] = numbers_.try_emplace(std::string(spelling), counts_.size());
    if (fresh) counts_.push_back(0);
    ++counts_[entry->second];
    return static_cast<Number>(entry->second);
  }

  // Numbers the values by their keys from 1, writes the dictionary and tells which value each
  // spelling belongs to; 0 for what has no key.
  std::vector<Number> settle(std::string& dictionary) const {
    struct Value {
      std::uint64_t count = 0;
      std::string_view printed;
      std::vector<std::size_t> spellings;
    };
    std::map<std::string, Value> values;
    for (const auto& [spelling, number] : numbers_) {
      const std::string key = normalized_values(spelling);
      if (key.empty()) continue;
      Value& value = values[key];
      value.spellings.push_back(number);
      const std::uint64_t count = counts_[number];
      // Of equally frequent spellings the first by its bytes: the index must not depend on chance.
      if (count > value.count || (count == value.count && spelling < value.printed)) {
        value.count = count;
        value.printed = spelling;
      }
    }
    std::vector<Number> value_of(counts_.size());
    std::string text;
    append_little_endian(dictionary, static_cast<Number>(values.size()));
    Number at = 0;
    for (const auto& [key, value] : values) {
      ++at;
      for (const std::size_t spelling : value.spellings) value_of[spelling] = at;
      append_little_endian(dictionary, static_cast<Number>((text += key).size()));
      append_little_endian(dictionary, static_cast<Number>((text += value.printed).size()));
    }
    dictionary += text;
    return value_of;
  }

 private:
  std::unordered_map<std::string, std::size_t> numbers_;
  std::vector<std::uint64_t> counts_;
};

class Encoder {
 public:
  Encoder(const Xapian::Database& database, const FieldTable& fields)
      : database_(database),
        fields_(fields),
        rows_(database.get_lastdocid() + std::size_t{1}),
        sections_(column_sections(fields.facets())) {}

  std::string encode() {
    for (std::size_t facet = 0; facet < fields_.facets(); ++facet) {
      const FieldSpec& field = fields_.field_of(static_cast<FacetField>(facet));
      if (field.role == FieldRole::kNumber) {
        add_numbers(field);
      } else if (field.list != nullptr || field.attribute != nullptr) {
        add_list(field);
      } else {
        add_field(field);
      }
    }
    add_days();
    add_signatures();
    return joined();
  }

 private:
  std::string& section(ColumnSection section) {
    return sections_[static_cast<std::size_t>(section)];
  }

  void add_field(const FieldSpec& field) {
    constexpr Number kNone = std::numeric_limits<Number>::max();
    Spellings spellings;
    std::vector<Number> column(rows_, kNone);
    each_document(database_, field.slot, [&](DocId document, const std::string& value) {
      column[document] = spellings.number(value);
      if (value.find(kTagSeparator) == std::string::npos) return;
      each_value(value, [&](std::string_view single) { spellings.number(single); });
    });
    const FacetSections places = sections_of(field.facet);
    const std::vector<Number> value_of = spellings.settle(sections_[places.dictionary]);
    std::string& numbers = sections_[places.numbers];
    const auto largest = static_cast<Number>(value_of.size());
    for (const Number spelling : column) {
      const Number value = spelling == kNone ? 0 : value_of[spelling];
      if (largest <= 0xFF) {
        append_little_endian(numbers, static_cast<std::uint8_t>(value));
      } else if (largest <= 0xFFFF) {
        append_little_endian(numbers, static_cast<std::uint16_t>(value));
      } else {
        append_little_endian(numbers, value);
      }
    }
  }

  void add_list(const FieldSpec& field) {
    Spellings spellings;
    std::vector<Number> counts(rows_);
    std::vector<Number> all;
    each_document(database_, field.slot, [&](DocId document, const std::string& joined) {
      each_value(joined, [&](std::string_view item) {
        all.push_back(spellings.number(item));
        ++counts[document];
      });
    });
    const FacetSections places = sections_of(field.facet);
    const std::vector<Number> value_of = spellings.settle(sections_[places.dictionary]);
    add_starts(counts, sections_[places.starts]);
    for (const Number item : all) append_little_endian(sections_[places.numbers], value_of[item]);
  }

  // Where the items of each document begin, told from how many each has.
  static void add_starts(const std::vector<Number>& counts, std::string& starts) {
    Number start = 0;
    for (const Number count : counts) {
      append_little_endian(starts, start);
      start += count;
    }
    append_little_endian(starts, start);
  }

  void add_numbers(const FieldSpec& field) {
    const FacetSections places = sections_of(field.facet);
    std::string& numbers = sections_[places.numbers];
    std::vector<Number> counts(rows_);
    each_document(database_, field.slot, [&](DocId document, std::string_view keys) {
      for (; keys.size() >= kNumberBytes; keys.remove_prefix(kNumberBytes)) {
        append_little_endian(numbers, std::bit_cast<std::uint64_t>(number_of(keys)));
        ++counts[document];
      }
    });
    add_starts(counts, sections_[places.starts]);
  }

  void add_days() {
    std::vector<Number> days(rows_);
    each_document(database_, slot::kDate, [&](DocId document, const std::string& date) {
      Number day = 0;
      for (const char digit : std::string_view(date).substr(0, 8)) {
        day = 10 * day + static_cast<Number>(digit - '0');
      }
      days[document] = day;
    });
    for (const Number day : days) append_little_endian(section(ColumnSection::kDays), day);
  }

  void add_signatures() {
    std::string& all = section(ColumnSection::kSignatures);
    all.resize(rows_ * kSignatureBytes);
    each_document(database_, slot::kSignature, [&](DocId document, const std::string& signature) {
      if (signature.size() != kSignatureBytes) return;
      all.replace(document * kSignatureBytes, kSignatureBytes, signature);
    });
  }

  // Puts header, table of sections and sections together. Those of one byte a row come before those
  // of four: nothing needs alignment.
  std::string joined() const {
    std::string bytes(kColumnsMagic);
    append_little_endian(bytes, std::uint64_t{rows_});
    std::uint64_t offset = columns_header(sections_.size());
    for (const std::string& section : sections_) {
      append_little_endian(bytes, offset);
      append_little_endian(bytes, std::uint64_t{section.size()});
      offset += section.size();
    }
    for (const std::string& section : sections_) bytes += section;
    return bytes;
  }

  const Xapian::Database& database_;
  const FieldTable& fields_;
  std::size_t rows_;
  std::vector<std::string> sections_;
};

}  // namespace

std::string encode_columns(const Xapian::Database& database, const FieldTable& fields) {
  return Encoder(database, fields).encode();
}

}  // namespace fihris::store
