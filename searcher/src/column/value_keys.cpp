#include "column/value_keys.h"

#include <bit>
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
    : field_(field), index_(index), shards_(index.shards()) {
  const bool numbers = field.role == FieldRole::kNumber;
  for (std::size_t i = 0; i < shards_.size(); ++i) {
    if (!index.has_columns(i)) continue;
    shards_[i].columns = &index.columns(i);
    if (numbers) continue;
    const std::size_t values = shards_[i].columns->values(field.facet);
    if (i > 0) shards_[i].keys.resize(values + 1, kNone);
    known_ += values;
  }
  next_ = numbers ? 0 : shards_.front().columns->values(field.facet) + 1;
  const std::size_t last = shards_.size() - 1;
  if (shards_[last].columns != nullptr) return;
  shards_[last].keys.resize(index.shard(last).get_lastdocid() + std::size_t{1}, kNone);
  if (numbers) {
    read_numbers(index.shard(last));
  } else {
    read_texts(index.shard(last));
  }
}

// The numbers of a slot ascend: the first is the least.
void ValueKeys::read_numbers(const Xapian::Database& delta) {
  each_text(delta, field_.slot, [this](Xapian::docid id, const std::string& keys) {
    if (keys.size() >= store::kNumberBytes)
      shards_.back().keys[id] = key_of(store::number_of(keys));
  });
}

void ValueKeys::read_texts(const Xapian::Database& delta) {
  each_text(delta, field_.slot, [&](Xapian::docid id, const std::string& joined) {
    const std::string keys = normalized_values(joined);
    if (keys.empty()) return;
    const std::uint64_t before = next_;
    shards_.back().keys[id] = key_of_text(keys.substr(0, keys.find(kTagSeparator)));
    known_ += next_ - before;
  });
}

// Values that the oldest part does not have are numbered behind its own.
std::uint64_t ValueKeys::key_of_text(std::string_view text) const {
  const std::uint64_t key = shards_.front().columns->find(field_.facet, text);
  if (key != kNone) return key;
  const auto found = fresh_.find(text);
  if (found != fresh_.end()) return found->second;
  fresh_.emplace(text, next_);
  return next_++;
}

std::uint64_t ValueKeys::of(Xapian::docid id) const {
  const store::OpenIndex::Place place = index_.place_of(id);
  const Shard& shard = shards_[place.shard];
  if (shard.columns == nullptr) return shard.keys[place.id];
  if (field_.role == FieldRole::kNumber) {
    std::uint64_t key = kNone;
    shard.columns->each_number(field_.facet, place.id, [&key](double number) {
      if (key == kNone) key = key_of(number);
    });
    return key;
  }
  const std::size_t value = shard.columns->first_value(field_.facet, place.id);
  if (place.shard == 0 || value == kNone) return value;
  std::uint64_t& key = shard.keys[value];
  if (key == kNone) key = key_of_text(shard.columns->key(field_.facet, value));
  return key;
}

}  // namespace fihris::searcher::column
