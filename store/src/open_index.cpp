#include "fihris/store/internal/open_index.h"

#include <optional>

#include "disk/undisturbed.h"
#include "fihris/store/fields.h"
#include "fihris/store/internal/index_directory.h"
#include "fihris/store/internal/metadata.h"
#include "fihris/store/internal/tombstones.h"
#include "fihris/store/internal/xapian_errors.h"

namespace fihris::store {

namespace fs = std::filesystem;

struct OpenIndex::State {
  State(const fs::path& index_dir, Accept accept_which);
  bool attach_delta();
  Tombstones read_dead(const Xapian::Database& of_delta) const;
  bool follow();
  void set_version();
  fs::file_time_type settings_time() const;

  fs::path dir;
  Accept accept;
  GenerationLease lease;
  Xapian::Database generation;
  std::optional<Xapian::Database> delta;
  Xapian::Database both;  // shares the two above: reopening `delta` reopens it here too
  std::string version;
  IndexInfo info;
  FieldTable fields;
  fs::file_time_type settings_read;  // when the settings that name them were written
  Tombstones built_in;               // of the generation
  Tombstones dead;                   // with those of the delta
  MappedFile columns_file;
  std::optional<ArticleColumns> columns;
  MappedFile phrases_file;
  std::optional<PhraseTable> phrases;
  bool looked_for_delta_phrases = false;
  MappedFile delta_phrases_file;
  std::optional<PhraseTable> delta_phrases;
  MappedFile names_file;
  std::string delta_names;
  std::vector<NameIndex> names;  // of generation and delta; empty until asked for
};

OpenIndex::State::State(const fs::path& index_dir, Accept accept_which)
    : dir(index_dir),
      accept(accept_which),
      lease(GenerationLease::take(index_dir)),
      generation(lease.generation().db().string()),
      both(generation) {
  info = read_info(generation, lease.generation().db());
  if (accept == Accept::kAny) {
    require_readable(info, dir);
  } else {
    require_compatible(info, dir);
  }
  settings_read = settings_time();
  fields = with_present_names(read_fields(generation, lease.generation().db()), dir);
  built_in = read_tombstones(generation, generation);
  if (!attach_delta()) dead = built_in;
  set_version();
}

// The earliest there is without a file.
fs::file_time_type OpenIndex::State::settings_time() const {
  std::error_code missing;
  const auto time = fs::last_write_time(dir / kSettingsFile, missing);
  return missing ? fs::file_time_type::min() : time;
}

bool OpenIndex::State::attach_delta() {
  const fs::path path = lease.generation().delta();
  std::error_code ignored;
  if (!fs::exists(path, ignored)) return false;
  Xapian::Database opened(path.string());
  dead = read_dead(opened);
  both = generation;
  both.add_database(opened);
  delta = std::move(opened);
  looked_for_delta_phrases = false;
  return true;
}

Tombstones OpenIndex::State::read_dead(const Xapian::Database& of_delta) const {
  Tombstones all = read_tombstones(of_delta, generation);
  all.insert_all(built_in);
  return all;
}

// False when nothing has changed. The generation must still be the current one.
bool OpenIndex::State::follow() {
  if (!delta) {
    if (!attach_delta()) return false;
  } else {
    if (!delta->reopen()) return false;
    dead = read_dead(*delta);
    looked_for_delta_phrases = false;
  }
  set_version();
  return true;
}

void OpenIndex::State::set_version() {
  version = both.get_uuid();
  if (delta) version += ' ' + std::to_string(delta->get_revision());
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
    if (current_generation(state_->dir).number != state_->lease.generation().number ||
        state_->settings_time() != state_->settings_read) {
      undisturbed(reopen);
      return true;
    }
    try {
      const bool changed = state_->follow();
      if (changed) state_->names.clear();
      return changed;
    } catch (const Xapian::DatabaseModifiedError&) {
      undisturbed(reopen);
      return true;
    }
  });
}

const std::string& OpenIndex::version() const { return state_->version; }

Xapian::Database& OpenIndex::database() { return state_->both; }

Xapian::Database& OpenIndex::generation() { return state_->generation; }

Xapian::Database* OpenIndex::delta() { return state_->delta ? &*state_->delta : nullptr; }

const ArticleColumns& OpenIndex::columns() {
  if (!state_->columns) {
    const fs::path path = state_->lease.generation().db() / kColumnsFile;
    state_->columns_file = MappedFile(path);
    state_->columns.emplace(state_->columns_file.bytes(), path, state_->fields);
  }
  return *state_->columns;
}

const PhraseTable& OpenIndex::phrases() {
  if (!state_->phrases) {
    const fs::path path = state_->lease.generation().db() / kPhrasesFile;
    state_->phrases_file = MappedFile(path);
    state_->phrases.emplace(state_->phrases_file.bytes(), path);
  }
  return *state_->phrases;
}

// It is replaced by rename, so what is mapped stays whole.
const PhraseTable* OpenIndex::delta_phrases() {
  const fs::path path = state_->lease.generation().delta_phrases();
  if (!state_->looked_for_delta_phrases) {
    state_->delta_phrases.reset();
    std::error_code ignored;
    if (fs::exists(path, ignored)) {
      state_->delta_phrases_file = MappedFile(path);
      state_->delta_phrases.emplace(state_->delta_phrases_file.bytes(), path);
    }
    state_->looked_for_delta_phrases = true;
  }
  return state_->delta_phrases ? &*state_->delta_phrases : nullptr;
}

const std::vector<NameIndex>& OpenIndex::names() {
  State& state = *state_;
  if (!state.names.empty()) return state.names;
  const fs::path path = state.lease.generation().db() / kNamesFile;
  state.names_file = MappedFile(path);
  state.names.emplace_back(state.names_file.bytes(), path);
  if (!state.delta) return state.names;
  state.delta_names = encode_names(*state.delta);
  state.names.emplace_back(state.delta_names, state.lease.generation().delta());
  return state.names;
}

const IndexInfo& OpenIndex::info() const { return state_->info; }

const FieldTable& OpenIndex::fields() const { return state_->fields; }

bool OpenIndex::is_live(Xapian::docid id) const {
  if (!state_->delta) return !state_->dead.contains(id);
  const bool of_generation = id % 2 == 1;
  return !of_generation || !state_->dead.contains((id - 1) / 2 + 1);
}

Xapian::docid OpenIndex::find_article(std::string_view id) const {
  const std::string term = id_term(id);
  const Xapian::Database& both = state_->both;
  for (auto found = both.postlist_begin(term); found != both.postlist_end(term); ++found) {
    if (is_live(*found)) return *found;
  }
  return 0;
}

bool OpenIndex::has_dead() const { return !state_->dead.empty(); }

std::uint64_t OpenIndex::live_articles() const {
  return state_->both.get_doccount() - state_->dead.size();
}

}  // namespace fihris::store

namespace fihris {

IndexSettings settings_of_articles(const std::filesystem::path& index_dir) {
  return store::OpenIndex::open(index_dir, store::OpenIndex::Accept::kAny).fields().settings();
}

}  // namespace fihris
