#include "column/value_keys.h"

#include <bit>
#include <map>
#include <string>
#include <string_view>

namespace fihris::searcher::column {
namespace {

// No number that JSON can hold has all bits set, so none has the key kNone.
std::uint64_t key_of(double number) { return ~std::bit_cast<std::uint64_t>(number); }

// Calls visit(document, text of the slot) for all documents that have one.
template <class Visit>
void each_text(const Xapian::Database& database, std::uint32_t slot, Visit visit) {
  const Xapian::ValueIterator end = database.valuestream_end(slot);
  for (auto value = database.valuestream_begin(slot); value != end; ++value) {
    visit(value.get_docid(), *value);
  }
}

}  // namespace

ValueKeys::ValueKeys(const FieldSpec& field, store::OpenIndex& index)
    : field_(field), columns_(index.columns()), has_delta_(index.delta() != nullptr) {
  const bool numbers = field.role == FieldRole::kNumber;
  known_ = numbers ? 0 : columns_.values(field.facet);
  if (!has_delta_) return;
  of_delta_.resize(index.delta()->get_lastdocid() + std::size_t{1}, kNone);
  if (numbers) {
    read_numbers(*index.delta());
  } else {
    read_texts(*index.delta());
  }
}

// The numbers of a slot ascend: the first is the least.
void ValueKeys::read_numbers(const Xapian::Database& delta) {
  each_text(delta, field_.slot, [this](Xapian::docid id, const std::string& keys) {
    if (keys.size() >= store::kNumberBytes) of_delta_[id] = key_of(store::number_of(keys));
  });
}

// Values that the generation does not have are numbered behind its own.
void ValueKeys::read_texts(const Xapian::Database& delta) {
  std::map<std::string, std::uint64_t, std::less<>> fresh;
  each_text(delta, field_.slot, [&](Xapian::docid id, const std::string& joined) {
    const std::string keys = normalized_values(joined);
    if (keys.empty()) return;
    const std::string first = keys.substr(0, keys.find(kTagSeparator));
    std::uint64_t key = columns_.find(field_.facet, first);
    if (key == kNone) {
      const auto [at, is_new] = fresh.try_emplace(first, known_ + 1);
      if (is_new) ++known_;
      key = at->second;
    }
    of_delta_[id] = key;
  });
}

// Xapian interleaves the numbers of generation and delta: see OpenIndex.
std::uint64_t ValueKeys::of(Xapian::docid id) const {
  if (!has_delta_) return of_generation(id);
  return id % 2 == 0 ? of_delta_[id / 2] : of_generation((id - 1) / 2 + 1);
}

std::uint64_t ValueKeys::of_generation(Xapian::docid id) const {
  if (field_.role != FieldRole::kNumber) return columns_.first_value(field_.facet, id);
  std::uint64_t key = kNone;
  columns_.each_number(field_.facet, id, [&key](double number) {
    if (key == kNone) key = key_of(number);
  });
  return key;
}

}  // namespace fihris::searcher::column
