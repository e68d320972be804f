#include "fihris/store/internal/metadata.h"

#include <ctime>
#include <nlohmann/json.hpp>

#include "fihris/store/error.h"

namespace fihris::store {

namespace {

using nlohmann::json;

constexpr const char* kRebuildHint =
    "Run `fihris compact --db DIR --rebuild` to make the index anew from its stored articles.";

Error other_format(const IndexInfo& info, const std::filesystem::path& index_dir,
                   const char* hint) {
  return {ErrorCode::kIndexIncompatible,
          "the index " + index_dir.string() + " has format " + std::to_string(info.schema_version) +
              ", this program reads format " + std::to_string(kSchemaVersion),
          hint};
}

}  // namespace

std::string to_json(const IndexInfo& info) {
  const json object{{"schema_version", info.schema_version},
                    {"analyzer", {{"latin_language", info.analyzer.latin_language}}},
                    {"fingerprint", info.fingerprint},
                    {"created", info.created},
                    {"articles", info.articles},
                    {"text_bytes", info.text_bytes}};
  // The strings are ours and valid UTF-8; "replace" only keeps dump() from throwing.
  return object.dump(-1, ' ', false, json::error_handler_t::replace);
}

IndexInfo info_from_json(std::string_view text, const std::filesystem::path& where) {
  try {
    const json object = json::parse(text);
    IndexInfo info;
    object.at("schema_version").get_to(info.schema_version);
    object.at("analyzer").at("latin_language").get_to(info.analyzer.latin_language);
    object.at("fingerprint").get_to(info.fingerprint);
    object.at("created").get_to(info.created);
    object.at("articles").get_to(info.articles);
    object.at("text_bytes").get_to(info.text_bytes);
    return info;
  } catch (const json::exception&) {
    throw Error(ErrorCode::kIndexDamaged,
                "the description of the index in " + where.string() + " is not readable",
                "Run `fihris check --db DIR` to see which files are damaged.");
  }
}

IndexInfo read_info(const Xapian::Database& database, const std::filesystem::path& where) {
  return info_from_json(database.get_metadata(kInfoKey), where);
}

std::string settings_metadata(const FieldTable& fields) {
  const bool plain = fields.own().empty() && !fields.settings().search_all;
  return plain ? std::string() : to_json(fields.settings());
}

FieldTable read_fields(const Xapian::Database& part, const std::filesystem::path& where) {
  const std::string json = part.get_metadata(kSettingsKey);
  if (json.empty()) return {};
  try {
    return FieldTable(settings_from_json(json, "the settings kept in " + where.string()));
  } catch (const Error& error) {
    throw Error(ErrorCode::kIndexDamaged, error.what(),
                "Run `fihris check --db DIR` to see which files are damaged.");
  }
}

FieldTable with_present_names(const FieldTable& fields, const std::filesystem::path& index_dir) {
  IndexSettings settings = fields.settings();
  try {
    const IndexSettings present = read_settings(index_dir);
    settings.displayed = present.displayed;
    settings.distinct = present.distinct;
    for (Attribute& attribute : settings.attributes) {
      const Attribute* named = present.find(attribute.name);
      attribute.arabic_name = named == nullptr ? std::string() : named->arabic_name;
    }
  } catch (const Error&) {
    return fields;
  }
  return settings == fields.settings() ? fields : FieldTable(settings);
}

std::vector<NumberedDatabase> open_parts(const std::vector<Generation>& parts) {
  std::vector<NumberedDatabase> databases;
  databases.reserve(parts.size());
  for (const Generation& part : parts) {
    databases.push_back({part.number, Xapian::Database(part.db().string())});
  }
  return databases;
}

IndexInfo info_of_parts(std::span<const NumberedDatabase> opened,
                        const std::vector<Generation>& parts) {
  IndexInfo info;
  std::uint64_t articles = 0;
  std::uint64_t text_bytes = 0;
  for (std::size_t part = 0; part < opened.size(); ++part) {
    info = read_info(opened[part].database, parts[part].db());
    articles += info.articles;
    text_bytes += info.text_bytes;
  }
  info.articles = articles;
  info.text_bytes = text_bytes;
  return info;
}

Tombstones tombstones_said(const NumberedDatabase& speaker, const NumberedDatabase& part) {
  const DocId last = part.database.get_lastdocid();
  if (speaker.number == part.number) {
    return Tombstones::decode(speaker.database.get_metadata(kTombstonesKey), last);
  }
  return decode_of_part(speaker.database.get_metadata(kEarlierTombstonesKey), part.number, last);
}

std::vector<Tombstones> tombstones_of(std::span<const NumberedDatabase> parts) {
  std::vector<Tombstones> dead(parts.size());
  for (std::size_t part = 0; part < parts.size(); ++part) {
    for (std::size_t speaker = part; speaker < parts.size(); ++speaker) {
      dead[part].insert_all(tombstones_said(parts[speaker], parts[part]));
    }
  }
  return dead;
}

void require_readable(const IndexInfo& info, const std::filesystem::path& index_dir) {
  if (info.schema_version <= kSchemaVersion) return;
  throw other_format(info, index_dir, "Use the newer version of Fihris that made it.");
}

void require_compatible(const IndexInfo& info, const std::filesystem::path& index_dir) {
  require_readable(info, index_dir);
  if (info.schema_version != kSchemaVersion) throw other_format(info, index_dir, kRebuildHint);
  if (info.fingerprint == Analyzer(info.analyzer).fingerprint()) return;
  throw Error(ErrorCode::kIndexIncompatible,
              "the index " + index_dir.string() +
                  " was made by a version of Fihris that analyses words differently",
              kRebuildHint);
}

std::string utc_now() {
  const std::time_t now = std::time(nullptr);
  std::tm parts{};
  gmtime_r(&now, &parts);
  char text[sizeof "2025-12-23T18:05:00Z"];
  std::strftime(text, sizeof text, "%Y-%m-%dT%H:%M:%SZ", &parts);
  return text;
}

}  // namespace fihris::store
