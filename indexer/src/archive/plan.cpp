#include "archive/plan.h"

#include <algorithm>
#include <array>
#include <utility>

#include "read/byte_source.h"
#include "text/unicode_text.h"

namespace fihris::indexer::archive {

namespace fs = std::filesystem;

namespace {

// Of all bytes of a file; nothing when it cannot be read.
std::optional<std::int64_t> content_hash(const fs::path& path) {
  const std::unique_ptr<read::ByteSource> source = read::open_file(path);
  std::array<char, std::size_t{64} << 10> piece{};
  while (source->read(piece.data(), piece.size()) > 0) {
  }
  const auto hash = source->hash();
  if (!source->error().empty() || !hash) return std::nullopt;
  return static_cast<std::int64_t>(*hash);
}

// Paths are compared with this at their end, so that a folder is not taken for the beginning of
// another's name.
std::string with_slash(const std::string& folder) { return folder.empty() ? folder : folder + '/'; }

// Surely: what may not be looked at may be there.
bool is_gone(const fs::path& path) {
  std::error_code error;
  return fs::status(path, error).type() == fs::file_type::not_found;
}

}  // namespace

bool Plan::add(const std::string& path) {
  if (path == kStandardInput) {
    files_.push_back({{path, "stdin", 0, 0, false, true}, 0, "stdin"});
    return true;
  }
  return add(path, nullptr);
}

bool Plan::add(const SourceRow& source) {
  const SourcePlace place{source, {}};
  return add(source.directory, &place);
}

bool Plan::add(const fs::path& path, const SourcePlace* known) {
  read::FoundFiles found = read::find_files(path, options_.read.leave_out);
  if (found.error) {
    ledger_.trouble(0, *found.error);
    return false;
  }
  if (found.is_folder) {
    const SourcePlace place = known != nullptr ? *known : sources_.place_of(path);
    if (options_.sync && found.is_empty() && place.below.empty() && has_files(place)) {
      ledger_.trouble(0, {text::printable_path(path.native()), 0,
                          "is empty, though articles were read from it: nothing was deleted. Is a "
                          "disk missing? fihris delete takes articles out"});
      return false;
    }
    add_folder(path, std::move(found), place);
    return true;
  }
  add_file(std::move(found.files.front()), sources_.place_of(folder_of(path)));
  return true;
}

void Plan::add(const ChangedPath& changed) {
  if (is_gone(changed.root)) return;  // its articles stay, as in any run
  const SourcePlace root = sources_.place_of(fs::path(changed.root));
  const SourcePlace place = sources_.place_of(root, text::printable_path(changed.relative));
  read::FoundFiles found =
      read::find_files(fs::path(changed.root) / changed.relative, options_.read.leave_out);
  if (found.is_folder) {
    add_folder(changed.root, std::move(found), place);
  } else if (found.error) {
    if (!is_gone(fs::path(changed.root) / changed.relative)) return;
    find_gone(place, {});
    const auto file = state_.find_file(place.source.number, place.below);
    if (file) note_gone(file->number);
  } else {
    read::FoundFile& file = found.files.front();
    file.named = false;
    file.relative = changed.relative;
    add_file(std::move(file), root);
  }
}

void Plan::add_folder(const fs::path& path, read::FoundFiles found, const SourcePlace& place) {
  for (const PassedOver& other : found.others) ledger_.passed_over(other);
  for (const read::UnreadFolder& unread : found.unread) ledger_.trouble(0, unread.error);
  if (found.files.empty() && found.unread.empty() && !options_.sync)
    ledger_.trouble(0, {text::printable_path(path.native()), 0, "no articles in this folder"});
  for (read::FoundFile& file : found.files) add_file(std::move(file), place);
  if (options_.sync) find_gone(place, found.unread);
}

void Plan::add_file(read::FoundFile file, const SourcePlace& place) {
  const SourcePlace of = sources_.place_of(place, text::printable_path(file.relative));
  std::optional<FileRow> row = state_.find_file(of.source.number, of.below);
  if (!row) row.emplace().number = state_.add_file(of.source.number, of.below);
  if (!mark_seen(row->number) && (options_.sync || !file.named)) return;
  const bool unchanged = options_.sync && is_unchanged(*row, file);
  if (unchanged) ledger_.unchanged(*row, text::printable_path(file.path.native()));
  PlannedFile planned{std::move(file), row->number, of.source.prefix + of.below};
  if (!unchanged) {
    if (row->read_to_its_end()) ledger_.release(row->number);
    files_.push_back(std::move(planned));
  } else if (!state_.troubles_of(row->number).empty()) {
    unchanged_with_troubles_.push_back(std::move(planned));
  }
}

// Its time alone may have changed: then the content tells.
bool Plan::is_unchanged(FileRow& row, const read::FoundFile& file) {
  if (!file.has_size || row.size != static_cast<std::int64_t>(file.bytes)) return false;
  if (row.modified == file.modified) return true;
  if (!row.hash || content_hash(file.path) != row.hash) return false;
  row.modified = file.modified;
  state_.update_file(row);
  return true;
}

void Plan::find_gone(const SourcePlace& place, const std::vector<read::UnreadFolder>& unread) {
  const std::string begin = with_slash(place.below);
  const auto is_hidden = [&](std::string_view path) {
    return std::any_of(unread.begin(), unread.end(), [&](const read::UnreadFolder& folder) {
      return path.starts_with(with_slash(joined(place.below, folder.relative)));
    });
  };
  state_.each_file(place.source.number, begin, [&](std::int64_t number, std::string_view path) {
    const bool seen = static_cast<std::size_t>(number) < seen_.size() && seen_[number];
    if (seen || is_hidden(path)) return;
    note_gone(number);
  });
  // Sources within this one are part of the folder.
  const std::string folder = with_slash(joined(place.source.directory, place.below));
  for (const SourceRow& inner : sources_.rows()) {
    if (inner.number != place.source.number && inner.directory.starts_with(folder))
      find_gone({inner, {}}, {});
  }
}

bool Plan::has_files(const SourcePlace& place) {
  bool any = false;
  state_.each_file(place.source.number, with_slash(place.below),
                   [&any](std::int64_t, std::string_view) { any = true; });
  return any;
}

void Plan::note_gone(std::int64_t file) {
  gone_.push_back(file);
  ledger_.release(file);
}

bool Plan::mark_seen(std::int64_t file) {
  const auto number = static_cast<std::size_t>(file);
  if (number >= seen_.size()) seen_.resize(number + number / 2 + 64);
  if (seen_[number]) return false;
  seen_[number] = true;
  return true;
}

void Plan::read_again(std::int64_t file) {
  const auto found = std::find_if(unchanged_with_troubles_.begin(), unchanged_with_troubles_.end(),
                                  [file](const PlannedFile& each) { return each.number == file; });
  if (found == unchanged_with_troubles_.end()) return;
  files_.push_back(std::move(*found));
  unchanged_with_troubles_.erase(found);
}

}  // namespace fihris::indexer::archive
