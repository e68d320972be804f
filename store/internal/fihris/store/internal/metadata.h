// What an index says of itself, in the metadata of its Xapian databases.
//
//   key "fihris"             both databases: IndexInfo as JSON (in a delta: the articles and bytes
//                            of the delta)
//   key "fihris.tombstones"  generation: documents dead when it was built; delta: those of the
//                            generation that died since. The union counts. See tombstones.h for
//                            the bytes.
//   key "fihris.settings"    generation: the settings (settings.h) with which its documents and
//                            those of its delta were made; absent when there are no attributes
//   key "fihris.digest"      delta: a checksum of what it holds, see content_digest.h; what a
//                            generation inherits under this name means nothing
#pragma once

#include <xapian.h>

#include <filesystem>
#include <string>
#include <string_view>

#include "fihris/store/field_table.h"
#include "fihris/store/generations.h"
#include "fihris/store/internal/tombstones.h"

namespace fihris::store {

inline constexpr const char* kInfoKey = "fihris";
inline constexpr const char* kTombstonesKey = "fihris.tombstones";
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
// The fields that the documents of a generation have.
FieldTable read_fields(const Xapian::Database& generation, const std::filesystem::path& where);
// The same fields with what settings.json says of them that concerns no document: Arabic names,
// what is displayed, what is distinct. A file that can not be read says nothing.
FieldTable with_present_names(const FieldTable& fields, const std::filesystem::path& index_dir);
// `generation` is the one whose documents are meant: `database` itself, or the one that a delta
// belongs to.
Tombstones read_tombstones(const Xapian::Database& database, const Xapian::Database& generation);

// Throws Error{kIndexIncompatible} when this program can not search or extend an index that says
// this of itself.
void require_compatible(const IndexInfo& info, const std::filesystem::path& index_dir);
// The half of it that a rebuild needs: stored articles are read from all formats up to the present
// one.
void require_readable(const IndexInfo& info, const std::filesystem::path& index_dir);

// Now, as ISO 8601 in UTC to the second.
std::string utc_now();

}  // namespace fihris::store
