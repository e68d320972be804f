// What an index says of itself, in the metadata of its Xapian databases.
//
//   key "fihris"             all databases: IndexInfo as JSON, of that database alone
//   key "fihris.tombstones"  part: its own documents that were dead when it was built; delta: those
//                            of the part it lies in that died since. See tombstones.h for the
//                            bytes.
//   key "fihris.tombstones.earlier"
//                            part, delta: documents of other parts, older ones, that died with
//                            what this one brought; absent where there were no others. Of each
//                            part the union of all lists counts.
//   key "fihris.settings"    part: the settings (settings.h) with which its documents were made,
//                            the same in all parts; absent when there are no attributes
//   key "fihris.digest"      delta: a checksum of what it holds, see content_digest.h; what a
//                            part inherits under this name means nothing
#pragma once

#include <xapian.h>

#include <filesystem>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "fihris/store/field_table.h"
#include "fihris/store/generations.h"
#include "fihris/store/internal/index_directory.h"
#include "fihris/store/internal/tombstones.h"

namespace fihris::store {

inline constexpr const char* kInfoKey = "fihris";
inline constexpr const char* kTombstonesKey = "fihris.tombstones";
inline constexpr const char* kEarlierTombstonesKey = "fihris.tombstones.earlier";
inline constexpr const char* kSettingsKey = "fihris.settings";
inline constexpr const char* kDigestKey = "fihris.digest";

std::string to_json(const IndexInfo& info);
// Throws Error{kIndexDamaged} when it is not such JSON; `where` is named in the message.
IndexInfo info_from_json(std::string_view json, const std::filesystem::path& where);

// Throw Error{kIndexDamaged} when the database has no or unreadable metadata of ours. Xapian's
// errors pass through.
IndexInfo read_info(const Xapian::Database& database, const std::filesystem::path& where);
// What is kept under kSettingsKey; empty without attributes.
std::string settings_metadata(const FieldTable& fields);
// The fields that the documents of a part have.
FieldTable read_fields(const Xapian::Database& part, const std::filesystem::path& where);
// The same fields with what settings.json says of them that concerns no document: Arabic names,
// what is displayed, what is distinct. A file that can not be read says nothing.
FieldTable with_present_names(const FieldTable& fields, const std::filesystem::path& index_dir);

// A database of an index and the number of the generation directory it lies in. A delta lies in
// that of the newest part.
struct NumberedDatabase {
  std::uint64_t number = 0;
  Xapian::Database database;
};
// Throws Xapian's errors.
std::vector<NumberedDatabase> open_parts(const std::vector<Generation>& parts);
// What the newest part says of itself, with the articles and bytes of all. `parts` are those
// opened.
IndexInfo info_of_parts(std::span<const NumberedDatabase> opened,
                        const std::vector<Generation>& parts);
// What `speaker` says of the documents of `part`, which may be itself.
Tombstones tombstones_said(const NumberedDatabase& speaker, const NumberedDatabase& part);
// The dead of each part as the parts alone say; they stand in their order, oldest first.
std::vector<Tombstones> tombstones_of(std::span<const NumberedDatabase> parts);

// Throws Error{kIndexIncompatible} when this program can not search or extend an index that says
// this of itself.
void require_compatible(const IndexInfo& info, const std::filesystem::path& index_dir);
// The half of it that a rebuild needs: stored articles are read from all formats up to the present
// one.
void require_readable(const IndexInfo& info, const std::filesystem::path& index_dir);

// Now, as ISO 8601 in UTC to the second.
std::string utc_now();

}  // namespace fihris::store
