#include "fihris/store/field_table.h"

#include <algorithm>
#include <deque>
#include <string>
#include <utility>

#include "fihris/stemmer/analyzer.h"

namespace fihris {

namespace {

FieldRole role_of(const Attribute& attribute) {
  if (!attribute.filterable) return attribute.searchable ? FieldRole::kWords : FieldRole::kStored;
  return sorts_as_number(attribute) ? FieldRole::kNumber : FieldRole::kExact;
}

bool has_use(const FieldSpec& field, FieldTable::Use use) {
  if (use == FieldTable::Use::kCount) return field.facet != FacetField::kNone;
  if (field.role == FieldRole::kDate) return true;
  if (use == FieldTable::Use::kSort) return field.sort_slot != kNoSlot;
  return field.role == FieldRole::kExact || field.role == FieldRole::kNumber;
}

}  // namespace

struct FieldTable::Data {
  IndexSettings settings;
  std::deque<std::string> texts;  // what the views below show
  std::vector<FieldSpec> own;
  std::vector<std::string> normalized;  // of each own field its name and its Arabic name

  const FieldSpec* named(std::string_view name) const {
    const auto found = std::find_if(own.begin(), own.end(),
                                    [name](const FieldSpec& field) { return field.name == name; });
    return found == own.end() ? nullptr : &*found;
  }

  std::string_view keep(std::string text) { return texts.emplace_back(std::move(text)); }

  void add(const Attribute& attribute) {
    const auto number = static_cast<std::uint32_t>(own.size());
    FieldSpec field;
    field.name = attribute.name;
    field.arabic_name = attribute.arabic_name;
    field.attribute = &attribute;
    field.role = role_of(attribute);
    field.slot = slot::kFirstOwn + 2 * number;
    // A colon ends the number, so that no prefix begins another.
    if (field.role == FieldRole::kExact) {
      field.prefix = keep("XO" + std::to_string(number) + ':');
    }
    if (attribute.searchable) field.word_prefix = keep("XW" + std::to_string(number) + ':');
    if (attribute.sortable) field.sort_slot = field.slot + 1;
    if (attribute.filterable) field.facet = static_cast<FacetField>(kFacetFields + facets++);
    own.push_back(field);
    normalized.push_back(normalize(attribute.name));
    normalized.push_back(normalize(attribute.arabic_name));
  }

  std::size_t facets = 0;
};

FieldTable::FieldTable() : data_(std::make_shared<const Data>()) {}

FieldTable::FieldTable(IndexSettings settings) {
  auto data = std::make_shared<Data>();
  data->settings = std::move(settings);
  for (const Attribute& attribute : data->settings.attributes) data->add(attribute);
  data_ = std::move(data);
}

const IndexSettings& FieldTable::settings() const { return data_->settings; }

std::span<const FieldSpec> FieldTable::own() const { return data_->own; }

const FieldSpec* FieldTable::find(std::string_view name) const {
  const FieldSpec* const built_in = find_field(name);
  if (built_in != nullptr && (name == built_in->name || name == built_in->json_name)) {
    return built_in;
  }
  if (const FieldSpec* field = data_->named(name)) return field;
  if (built_in != nullptr) return built_in;
  const std::string wanted = normalize(name);
  for (std::size_t i = 0; i < data_->own.size(); ++i) {
    const FieldSpec& field = data_->own[i];
    const std::string& arabic = data_->normalized[2 * i + 1];
    if (wanted == data_->normalized[2 * i]) return &field;
    if (!arabic.empty() && wanted == arabic) return &field;
  }
  return nullptr;
}

const FieldSpec* FieldTable::find(std::string_view name, Use use) const {
  for (const FieldSpec* field : {data_->named(name), find(name)}) {
    if (field != nullptr && has_use(*field, use)) return field;
  }
  return nullptr;
}

const FieldSpec& FieldTable::field_of(FacetField facet) const {
  if (static_cast<std::size_t>(facet) < kFacetFields) return fihris::field_of(facet);
  return *std::find_if(data_->own.begin(), data_->own.end(),
                       [facet](const FieldSpec& field) { return field.facet == facet; });
}

std::size_t FieldTable::facets() const { return kFacetFields + data_->facets; }

std::vector<std::string_view> FieldTable::query_names() const {
  std::vector<std::string_view> names = fihris::query_names();
  for (const FieldSpec& field : data_->own) {
    if (field.role != FieldRole::kStored) names.push_back(field.name);
  }
  return names;
}

std::vector<std::string_view> FieldTable::facet_names() const {
  std::vector<std::string_view> names = fihris::facet_names();
  for (const FieldSpec& field : data_->own) {
    if (field.facet != FacetField::kNone) names.push_back(field.name);
  }
  return names;
}

std::vector<std::string_view> FieldTable::sort_names() const {
  std::vector<std::string_view> names{"date"};
  for (const FieldSpec& field : data_->own) {
    if (field.sort_slot != kNoSlot) names.push_back(field.name);
  }
  return names;
}

}  // namespace fihris
