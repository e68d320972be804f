#include "fihris/store/internal/open_index.h"

#include <algorithm>
#include <optional>

#include "disk/undisturbed.h"
#include "fihris/store/fields.h"
#include "fihris/store/internal/index_directory.h"
#include "fihris/store/internal/metadata.h"
#include "fihris/store/internal/xapian_errors.h"

namespace fihris::store {

namespace fs = std::filesystem;

namespace {

// What lies beside a part's database, mapped when it is first asked for.
struct PartFiles {
  MappedFile columns_file;
  std::optional<ArticleColumns> columns;
  MappedFile names_file;
  MappedFile phrases_file;
};

bool same_parts(const std::vector<Generation>& a, const std::vector<Generation>& b) {
  return std::equal(a.begin(), a.end(), b.begin(), b.end(),
                    [](const Generation& x, const Generation& y) { return x.number == y.number; });
}

}  // namespace

struct OpenIndex::State {
  State(const fs::path& index_dir, Accept accept_which);
  void require_acceptable() const;
  bool attach_delta();
  void read_dead();
  bool follow();
  void set_version();
  fs::file_time_type settings_time() const;

  fs::path dir;
  Accept accept;
  GenerationLease lease;
  std::vector<NumberedDatabase> shards;  // the parts, then the delta
  std::vector<std::string> uuids;        // of each
  bool has_delta = false;
  Xapian::Database all;  // shares those above: reopening the delta reopens it here too
  std::string version;
  IndexInfo info;
  FieldTable fields;
  fs::file_time_type settings_read;  // when the settings that name them were written
  std::vector<Tombstones> built_in;  // of each part, without what the delta says
  std::vector<Tombstones> dead;      // of each shard
  std::vector<PartFiles> files;      // of each part
  MappedFile delta_phrases_file;
  std::string delta_names;
  std::vector<PhraseTable> phrases;  // empty until asked for
  std::vector<NameIndex> names;      // likewise
};

OpenIndex::State::State(const fs::path& index_dir, Accept accept_which)
    : dir(index_dir),
      accept(accept_which),
      lease(GenerationLease::take(index_dir)),
      shards(open_parts(lease.parts())),
      info(info_of_parts(shards, lease.parts())),
      files(shards.size()) {
  require_acceptable();
  settings_read = settings_time();
  fields = with_present_names(read_fields(shards.back().database, lease.newest().db()), dir);
  built_in = tombstones_of(shards);
  dead = built_in;
  for (const NumberedDatabase& part : shards) {
    all.add_database(part.database);
    uuids.push_back(part.database.get_uuid());
  }
  attach_delta();
  set_version();
}

void OpenIndex::State::require_acceptable() const {
  if (accept == Accept::kAny) {
    require_readable(info, dir);
  } else {
    require_compatible(info, dir);
  }
}

// The earliest there is without a file.
fs::file_time_type OpenIndex::State::settings_time() const {
  std::error_code missing;
  const auto time = fs::last_write_time(dir / kSettingsFile, missing);
  return missing ? fs::file_time_type::min() : time;
}

bool OpenIndex::State::attach_delta() {
  const fs::path path = lease.newest().delta();
  std::error_code ignored;
  if (!fs::exists(path, ignored)) return false;
  Xapian::Database opened(path.string());
  all.add_database(opened);
  uuids.push_back(opened.get_uuid());
  shards.push_back({lease.newest().number, std::move(opened)});
  has_delta = true;
  read_dead();
  return true;
}

// When the delta has changed.
void OpenIndex::State::read_dead() {
  dead = built_in;
  for (std::size_t part = 0; part < built_in.size(); ++part) {
    dead[part].insert_all(tombstones_said(shards.back(), shards[part]));
  }
  dead.emplace_back();
  phrases.clear();
  names.clear();
}

// False when nothing has changed. The parts must still be the current ones.
bool OpenIndex::State::follow() {
  if (!has_delta) {
    if (!attach_delta()) return false;
  } else {
    if (!shards.back().database.reopen()) return false;
    read_dead();
  }
  set_version();
  return true;
}

void OpenIndex::State::set_version() {
  version = all.get_uuid();
  if (has_delta) version += ' ' + std::to_string(shards.back().database.get_revision());
}

OpenIndex::OpenIndex(std::unique_ptr<State> state) : state_(std::move(state)) {}
OpenIndex::~OpenIndex() = default;
OpenIndex::OpenIndex(OpenIndex&&) noexcept = default;
OpenIndex& OpenIndex::operator=(OpenIndex&&) noexcept = default;

OpenIndex OpenIndex::open(const fs::path& index_dir, Accept accept) {
  return guarded(index_dir, [&] {
    return undisturbed([&] { return OpenIndex(std::make_unique<State>(index_dir, accept)); });
  });
}

bool OpenIndex::refresh() {
  const auto reopen = [this] { state_ = std::make_unique<State>(state_->dir, state_->accept); };
  return guarded(state_->dir, [&] {
    if (!same_parts(current_parts(state_->dir), state_->lease.parts()) ||
        state_->settings_time() != state_->settings_read) {
      undisturbed(reopen);
      return true;
    }
    try {
      return state_->follow();
    } catch (const Xapian::DatabaseModifiedError&) {
      undisturbed(reopen);
      return true;
    }
  });
}

const std::string& OpenIndex::version() const { return state_->version; }

Xapian::Database& OpenIndex::database() { return state_->all; }

std::size_t OpenIndex::shards() const { return state_->shards.size(); }

Xapian::Database& OpenIndex::shard(std::size_t shard) { return state_->shards[shard].database; }

std::size_t OpenIndex::shard_of(const Xapian::Database& database) const {
  const std::vector<std::string>& uuids = state_->uuids;
  const auto found = std::find(uuids.begin(), uuids.end(), database.get_uuid());
  return static_cast<std::size_t>(found - uuids.begin());
}

bool OpenIndex::has_columns(std::size_t shard) const { return shard < state_->files.size(); }

const ArticleColumns& OpenIndex::columns(std::size_t shard) {
  PartFiles& files = state_->files[shard];
  if (!files.columns) {
    const fs::path path = state_->lease.parts()[shard].db() / kColumnsFile;
    files.columns_file = MappedFile(path);
    files.columns.emplace(files.columns_file.bytes(), path, state_->fields);
  }
  return *files.columns;
}

const Tombstones& OpenIndex::dead(std::size_t shard) const { return state_->dead[shard]; }

const std::vector<PhraseTable>& OpenIndex::phrases() {
  State& state = *state_;
  if (!state.phrases.empty()) return state.phrases;
  std::vector<PhraseTable> tables;
  const auto map = [&tables](const fs::path& path, MappedFile& file) {
    file = MappedFile(path);
    tables.emplace_back(file.bytes(), path);
  };
  for (std::size_t part = 0; part < state.files.size(); ++part) {
    map(state.lease.parts()[part].db() / kPhrasesFile, state.files[part].phrases_file);
  }
  // It is replaced by rename, so what is mapped stays whole.
  const fs::path of_delta = state.lease.newest().delta_phrases();
  std::error_code ignored;
  if (fs::exists(of_delta, ignored)) map(of_delta, state.delta_phrases_file);
  state.phrases = std::move(tables);
  return state.phrases;
}

const std::vector<NameIndex>& OpenIndex::names() {
  State& state = *state_;
  if (!state.names.empty()) return state.names;
  std::vector<NameIndex> names;
  for (std::size_t part = 0; part < state.files.size(); ++part) {
    const fs::path path = state.lease.parts()[part].db() / kNamesFile;
    state.files[part].names_file = MappedFile(path);
    names.emplace_back(state.files[part].names_file.bytes(), path);
  }
  if (state.has_delta) {
    state.delta_names = encode_names(state.shards.back().database);
    names.emplace_back(state.delta_names, state.lease.newest().delta());
  }
  state.names = std::move(names);
  return state.names;
}

const IndexInfo& OpenIndex::info() const { return state_->info; }

const FieldTable& OpenIndex::fields() const { return state_->fields; }

bool OpenIndex::is_live(Xapian::docid id) const {
  const Place place = place_of(id);
  return !state_->dead[place.shard].contains(place.id);
}

Xapian::docid OpenIndex::find_article(std::string_view id) const {
  const std::string term = id_term(id);
  const Xapian::Database& all = state_->all;
  for (auto found = all.postlist_begin(term); found != all.postlist_end(term); ++found) {
    if (is_live(*found)) return *found;
  }
  return 0;
}

bool OpenIndex::has_dead() const { return live_articles() < state_->all.get_doccount(); }

std::uint64_t OpenIndex::live_articles() const {
  std::uint64_t articles = state_->all.get_doccount();
  for (const Tombstones& dead : state_->dead) articles -= dead.size();
  return articles;
}

}  // namespace fihris::store

namespace fihris {

IndexSettings settings_of_articles(const std::filesystem::path& index_dir) {
  return store::OpenIndex::open(index_dir, store::OpenIndex::Accept::kAny).fields().settings();
}

}  // namespace fihris
