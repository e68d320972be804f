// What the files beside a generation's database hold.
#pragma once

#include <filesystem>
#include <optional>

#include "fihris/store/field_table.h"
#include "fihris/store/inspect.h"

namespace fihris::store {

// Fills `columns` as far as the file is readable. Throws Error: kIndexDamaged, kInputOutput.
void inspect_columns(const std::filesystem::path& path, const FieldTable& fields,
                     std::optional<InspectedColumns>& columns);
// Throw like it.
InspectedNames inspect_names(const std::filesystem::path& path);
InspectedPhrases inspect_phrases(const std::filesystem::path& path);

}  // namespace fihris::store
