#include "fihris/store/settings.h"

#include <algorithm>

#include "fihris/store/error.h"
#include "fihris/store/internal/files.h"

namespace fihris {

namespace fs = std::filesystem;

std::string_view to_string(AttributeType type) {
  switch (type) {
    case AttributeType::kText:
      return "text";
    case AttributeType::kNumber:
      return "number";
    case AttributeType::kBoolean:
      return "boolean";
    case AttributeType::kDate:
      return "date";
    case AttributeType::kUnknown:
      break;
  }
  return "";
}

const Attribute* IndexSettings::find(std::string_view name) const {
  const auto found = std::find_if(attributes.begin(), attributes.end(),
                                  [name](const Attribute& each) { return each.name == name; });
  return found == attributes.end() ? nullptr : &*found;
}

bool IndexSettings::same_analysis(const IndexSettings& other) const {
  const auto same = [](const Attribute& a, const Attribute& b) {
    // A type that was found in the articles is as good as one that is stated.
    const bool types =
        a.type == b.type || a.type == AttributeType::kUnknown || b.type == AttributeType::kUnknown;
    return types && a.name == b.name && a.searchable == b.searchable &&
           a.filterable == b.filterable && a.sortable == b.sortable &&
           (!a.searchable || a.weight == b.weight);
  };
  return search_all == other.search_all &&
         std::equal(attributes.begin(), attributes.end(), other.attributes.begin(),
                    other.attributes.end(), same);
}

IndexSettings read_settings(const fs::path& index_dir) {
  const fs::path path = index_dir / kSettingsFile;
  const std::optional<std::string> text = store::read_file(path);
  return text ? settings_from_json(*text, path.string()) : IndexSettings();
}

void write_settings(const fs::path& index_dir, const IndexSettings& settings) {
  const fs::path aside = index_dir / (std::string(kSettingsFile) + ".tmp");
  store::write_durably(aside, to_json(settings));
  store::rename_path(aside, index_dir / kSettingsFile);
  store::sync_directory(index_dir);
}

IndexSettings with_found_types(IndexSettings written, const IndexSettings& of_articles) {
  for (Attribute& attribute : written.attributes) {
    const Attribute* found = of_articles.find(attribute.name);
    if (attribute.type == AttributeType::kUnknown && found != nullptr) attribute.type = found->type;
  }
  return written;
}

}  // namespace fihris
