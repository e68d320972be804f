#include "generation/layout.h"

#include <algorithm>
#include <charconv>
#include <string_view>

#include "fihris/store/internal/files.h"
#include "generation/manifest.h"

namespace fihris::store {

namespace fs = std::filesystem;

namespace {

constexpr std::string_view kGenerationPrefix = "gen-";

std::optional<std::uint64_t> generation_number(std::string_view name) {
  if (name.substr(0, kGenerationPrefix.size()) != kGenerationPrefix) return std::nullopt;
  name.remove_prefix(kGenerationPrefix.size());
  std::uint64_t number = 0;
  const auto [end, error] = std::from_chars(name.data(), name.data() + name.size(), number);
  const bool whole = error == std::errc() && end == name.data() + name.size();
  if (!whole || number == 0 || name.front() == '0') return std::nullopt;
  return number;
}

void sort_in(Layout& layout, const fs::path& entry) {
  const std::string name = entry.filename().string();
  if (name == "CURRENT") {
    layout.pointer_exists = true;
  } else if (name == "CURRENT.tmp" || name.substr(0, 4) == "tmp-") {
    layout.scratch.push_back(entry);
  } else if (const std::optional<std::uint64_t> number = generation_number(name)) {
    layout.generations.push_back(*number);
  } else if (name != "lock" && name != kSynonymsFile) {
    layout.foreign.push_back(name);
  }
}

bool is_foreign_xapian(const Layout& layout) {
  return std::any_of(layout.foreign.begin(), layout.foreign.end(), [](const std::string& name) {
    return name == "iamglass" || name == "iamchert" || name == "iamhoney" || name == "XAPIANDB";
  });
}

std::string repair_hint(const fs::path& index_dir, const Layout& layout) {
  if (layout.generations.empty()) return "Index the articles again into a new directory.";
  std::string lines = pointer_text(newest_state(index_dir, layout));
  lines.pop_back();
  const bool one = lines.find('\n') == std::string::npos;
  for (std::size_t at = 0; (at = lines.find('\n', at)) != std::string::npos; at += 2) {
    lines.replace(at, 1, ", ");
  }
  return std::string("Write the ") + (one ? "line " : "lines ") + lines + " into " +
         (index_dir / "CURRENT").string() + ", then run `fihris check --db DIR`.";
}

Error missing(const fs::path& index_dir, const std::string& why) {
  return {ErrorCode::kIndexMissing, "no index at " + index_dir.string() + ": " + why,
          "Make one with `fihris index --db DIR PATH...`."};
}

}  // namespace

std::string generation_name(std::uint64_t number) {
  return std::string(kGenerationPrefix) + std::to_string(number);
}

Generation generation_at(const fs::path& index_dir, std::uint64_t number) {
  return {index_dir / generation_name(number), number};
}

std::vector<Generation> generations_at(const fs::path& index_dir,
                                       const std::vector<std::uint64_t>& numbers) {
  std::vector<Generation> generations;
  for (const std::uint64_t number : numbers)
    generations.push_back(generation_at(index_dir, number));
  return generations;
}

std::string pointer_text(const std::vector<std::uint64_t>& numbers) {
  std::string text;
  for (const std::uint64_t number : numbers) text += generation_name(number) + "\n";
  return text;
}

std::vector<Generation> pointed_generations(const fs::path& index_dir) {
  const std::string text = read_file(index_dir / "CURRENT").value_or("");
  std::vector<Generation> generations;
  for (std::size_t begin = 0; begin == 0 || begin < text.size();) {
    const std::size_t end = std::min(text.find('\n', begin), text.size());
    const auto number = generation_number(std::string_view(text).substr(begin, end - begin));
    const std::uint64_t before = generations.empty() ? 0 : generations.back().number;
    if (!number || *number <= before) return {};
    generations.push_back(generation_at(index_dir, *number));
    std::error_code ignored;
    if (!fs::is_directory(generations.back().dir, ignored)) return {};
    begin = end + 1;
  }
  return generations;
}

Layout look_at(const fs::path& index_dir) {
  Layout layout;
  std::error_code error;
  fs::directory_iterator entry(index_dir, error);
  if (error == std::errc::no_such_file_or_directory) return layout;
  layout.exists = true;
  if (error == std::errc::not_a_directory) return layout;
  layout.directory = true;
  for (const fs::directory_iterator end; !error && entry != end; entry.increment(error)) {
    sort_in(layout, entry->path());
  }
  if (error) throw system_error("cannot read the directory", index_dir, error.value());
  std::sort(layout.generations.begin(), layout.generations.end());
  // The pointer last: a generation that it names was there before it, so the list above may only
  // lack a newer one.
  for (const Generation& each : pointed_generations(index_dir)) {
    layout.current.push_back(each.number);
  }
  return layout;
}

std::vector<std::uint64_t> newest_state(const fs::path& index_dir, const Layout& layout) {
  const std::uint64_t newest = layout.generations.back();
  const fs::path file = generation_at(index_dir, newest).manifest();
  std::vector<std::uint64_t> numbers;
  try {
    if (const auto text = read_file(file)) numbers = manifest_from_json(*text, file).earlier;
  } catch (const Error&) {
    numbers.clear();
  }
  numbers.push_back(newest);
  return numbers;
}

Error missing_or_damaged(const fs::path& index_dir, const Layout& layout) {
  if (!layout.exists) return missing(index_dir, "the directory does not exist");
  if (!layout.directory) return missing(index_dir, "it is not a directory");
  if (layout.pointer_exists) {
    return {ErrorCode::kIndexDamaged,
            "the file " + (index_dir / "CURRENT").string() +
                " does not name generations that are there",
            repair_hint(index_dir, layout)};
  }
  if (!layout.generations.empty()) {
    return {ErrorCode::kIndexDamaged,
            "the file " + (index_dir / "CURRENT").string() + " is missing",
            repair_hint(index_dir, layout)};
  }
  if (is_foreign_xapian(layout)) {
    return missing(index_dir, "the directory is a Xapian database that Fihris did not make");
  }
  if (!layout.foreign.empty()) return missing(index_dir, "the directory holds other files");
  return missing(index_dir, "the directory is empty");
}

bool is_unfinished(const fs::path& index_dir, const Layout& layout) {
  if (layout.pointer_exists) return false;
  if (layout.generations.empty()) return true;
  if (layout.generations != std::vector<std::uint64_t>{1}) return false;
  const Generation first = generation_at(index_dir, 1);
  const std::optional<std::string> manifest = read_file(first.manifest());
  std::error_code ignored;
  if (!manifest || fs::exists(first.delta(), ignored)) return false;
  return manifest_from_json(*manifest, first.manifest()).info.articles == 0;
}

void require_ours_or_empty(const fs::path& index_dir, const Layout& layout) {
  if (layout.exists && !layout.directory) {
    throw Error(ErrorCode::kUsage, index_dir.string() + " is not a directory",
                "Name a new or an empty directory.");
  }
  const bool ours = layout.pointer_exists || !layout.generations.empty();
  if (ours || layout.foreign.empty()) return;
  const std::string what = is_foreign_xapian(layout)
                               ? " is a Xapian database that Fihris did not make"
                               : " holds other files and no index";
  throw Error(ErrorCode::kUsage, "the directory " + index_dir.string() + what,
              "Name a new or an empty directory.");
}

}  // namespace fihris::store
