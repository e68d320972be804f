#include "generation/manifest.h"

#include <algorithm>
#include <nlohmann/json.hpp>
#include <optional>

#include "disk/sha256.h"
#include "fihris/store/error.h"
#include "fihris/store/internal/files.h"
#include "fihris/store/internal/metadata.h"

namespace fihris::store {

namespace fs = std::filesystem;
using nlohmann::json;

namespace {

std::vector<std::string> files_in(const fs::path& directory) {
  std::vector<std::string> names;
  std::error_code error;
  for (fs::directory_iterator entry(directory, error), end; !error && entry != end;
       entry.increment(error)) {
    names.push_back(entry->path().filename().string());
  }
  if (error) throw system_error("cannot read the directory", directory, error.value());
  std::sort(names.begin(), names.end());
  return names;
}

std::optional<std::string> difference(const Manifest::File& expected, const fs::path& file) {
  std::error_code error;
  const std::uintmax_t size = fs::file_size(file, error);
  if (error == std::errc::no_such_file_or_directory) return "missing";
  if (error) return "not readable: " + error.message();
  if (size != expected.size) {
    return "size " + std::to_string(size) + ", expected " + std::to_string(expected.size);
  }
  if (sha256_of_file(file) != expected.sha256) return "SHA-256 differs";
  return std::nullopt;
}

bool lists(const Manifest& manifest, const std::string& name) {
  return std::any_of(manifest.files.begin(), manifest.files.end(),
                     [&](const Manifest::File& file) { return file.name == name; });
}

}  // namespace

Manifest describe(const fs::path& database, const IndexInfo& info) {
  Manifest manifest{info, {}, {}};
  for (const std::string& name : files_in(database)) {
    const fs::path file = database / name;
    std::error_code error;
    const std::uintmax_t size = fs::file_size(file, error);
    if (error) throw system_error("cannot read", file, error.value());
    manifest.files.push_back({name, size, sha256_of_file(file)});
  }
  return manifest;
}

std::string to_json(const Manifest& manifest) {
  json object = json::parse(to_json(manifest.info));
  for (const Manifest::File& file : manifest.files) {
    object["files"].push_back({{"name", file.name}, {"size", file.size}, {"sha256", file.sha256}});
  }
  if (!manifest.earlier.empty()) object["earlier"] = manifest.earlier;
  return object.dump(1) + "\n";
}

Manifest manifest_from_json(std::string_view text, const fs::path& where) {
  Manifest manifest;
  manifest.info = info_from_json(text, where);
  try {
    const json object = json::parse(text);
    for (const json& entry : object.at("files")) {
      manifest.files.push_back({entry.at("name").get<std::string>(),
                                entry.at("size").get<std::uint64_t>(),
                                entry.at("sha256").get<std::string>()});
    }
    manifest.earlier = object.value("earlier", std::vector<std::uint64_t>());
    return manifest;
  } catch (const json::exception&) {
    throw Error(ErrorCode::kIndexDamaged,
                "the list of files in " + where.string() + " is not readable",
                "Restore the generation from a copy, or index the articles again.");
  }
}

std::vector<Damage> compare(const Manifest& manifest, const fs::path& database) {
  std::vector<Damage> damages;
  for (const Manifest::File& expected : manifest.files) {
    const fs::path file = database / expected.name;
    if (std::optional<std::string> what = difference(expected, file)) {
      damages.push_back({file, *std::move(what)});
    }
  }
  std::error_code ignored;
  if (!fs::is_directory(database, ignored)) return damages;
  for (const std::string& name : files_in(database)) {
    if (!lists(manifest, name)) damages.push_back({database / name, "not in the manifest"});
  }
  return damages;
}

}  // namespace fihris::store
