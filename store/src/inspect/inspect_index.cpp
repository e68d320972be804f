#include <algorithm>

#include "disk/undisturbed.h"
#include "fihris/store/fields.h"
#include "fihris/store/inspect.h"
#include "fihris/store/internal/article_columns.h"
#include "fihris/store/internal/metadata.h"
#include "fihris/store/internal/name_index.h"
#include "fihris/store/internal/phrase_table.h"
#include "fihris/store/internal/xapian_errors.h"
#include "generation/layout.h"
#include "inspect/inspect_side_files.h"
#include "inspect/meanings.h"
#include "inspect/opened_parts.h"

namespace fihris {

namespace fs = std::filesystem;
using store::attempt;
using store::OpenedPart;
using store::OpenedParts;

namespace {

std::string read_pointer(const fs::path& index_dir) {
  std::string text = store::read_file(index_dir / "CURRENT").value_or("");
  if (text.ends_with('\n')) text.pop_back();
  std::replace(text.begin(), text.end(), '\n', ' ');
  return text;
}

// Files that vanish meanwhile are left out.
std::vector<InspectedBytes> list_files(const fs::path& index_dir) {
  std::vector<InspectedBytes> files;
  std::error_code error;
  fs::recursive_directory_iterator entry(index_dir, error);
  for (const fs::recursive_directory_iterator end; !error && entry != end; entry.increment(error)) {
    std::error_code vanished;
    if (!entry->is_regular_file(vanished)) continue;
    const std::uintmax_t size = entry->file_size(vanished);
    if (!vanished) files.push_back({entry->path().lexically_relative(index_dir).string(), size});
  }
  std::sort(files.begin(), files.end(),
            [](const InspectedBytes& a, const InspectedBytes& b) { return a.name < b.name; });
  return files;
}

// Counts into `prefixes` as far as the list of terms is readable.
void count_terms(const Xapian::Database& database, const store::Meanings& meanings,
                 std::vector<InspectedPrefix>& prefixes) {
  for (const store::TermKind& kind : meanings.term_kinds()) {
    prefixes.push_back({kind.prefix, kind.meaning, 0, 0});
  }
  for (auto term = database.allterms_begin(); term != database.allterms_end(); ++term) {
    InspectedPrefix& prefix = prefixes[meanings.kind_of_term(*term)];
    ++prefix.terms;
    prefix.postings += term.get_termfreq();
  }
}

InspectedValues inspect_values(const Xapian::Database& database, const store::Meanings& meanings,
                               std::uint32_t slot) {
  InspectedValues values{
      slot, meanings.meaning_of_slot(slot), database.get_value_freq(slot), {}, {}};
  if (store::Meanings::has_readable_bounds(slot)) {
    values.first = meanings.readable_value(slot, database.get_value_lower_bound(slot));
    values.last = meanings.readable_value(slot, database.get_value_upper_bound(slot));
  }
  return values;
}

double average_length(const Xapian::Database& database) {
  const std::string term(prefix::kLength);
  const double articles = database.get_termfreq(term);
  return articles == 0 ? 0 : static_cast<double>(database.get_collection_freq(term)) / articles;
}

InspectedDatabase inspect_part(const OpenedPart& part, const store::Meanings& meanings,
                               std::vector<Damage>& unreadable) {
  InspectedDatabase inspected;
  inspected.name = part.name;
  inspected.info = part.info;
  inspected.dead = part.dead.ids();
  attempt(unreadable, part.path, [&] {
    const Xapian::Database& database = part.database;
    inspected.documents = database.get_doccount();
    inspected.last_document = database.get_lastdocid();
    for (const char* key :
         {store::kInfoKey, store::kTombstonesKey, store::kDigestKey, store::kSettingsKey}) {
      inspected.metadata_bytes += database.get_metadata(key).size();
    }
    inspected.average_length = average_length(database);
  });
  attempt(unreadable, part.path, [&] { count_terms(part.database, meanings, inspected.prefixes); });
  std::erase_if(inspected.prefixes, [](const InspectedPrefix& each) { return each.terms == 0; });
  for (std::uint32_t slot = 0; slot < meanings.slots(); ++slot) {
    attempt(unreadable, part.path, [&] {
      InspectedValues values = inspect_values(part.database, meanings, slot);
      if (values.documents > 0) inspected.values.push_back(std::move(values));
    });
  }
  return inspected;
}

InspectedSideFiles inspect_side_files(const store::Generation& generation, const std::string& part,
                                      const FieldTable& fields, std::vector<Damage>& unreadable) {
  InspectedSideFiles files;
  files.part = part;
  const fs::path columns = generation.db() / store::kColumnsFile;
  attempt(unreadable, columns, [&] { store::inspect_columns(columns, fields, files.columns); });
  const fs::path names = generation.db() / store::kNamesFile;
  attempt(unreadable, names, [&] { files.names = store::inspect_names(names); });
  std::vector<fs::path> phrases{generation.db() / store::kPhrasesFile};
  std::error_code ignored;
  if (fs::exists(generation.delta_phrases(), ignored)) {
    phrases.push_back(generation.delta_phrases());
  }
  for (const fs::path& path : phrases) {
    attempt(unreadable, path, [&] { files.phrases.push_back(store::inspect_phrases(path)); });
  }
  return files;
}

IndexInspection inspect_once(const fs::path& index_dir) {
  OpenedParts opened(index_dir);
  IndexInspection inspection;
  inspection.pointer = read_pointer(index_dir);
  inspection.generation = opened.generations.back().number;
  inspection.generations = store::look_at(index_dir).generations;
  inspection.files = list_files(index_dir);
  inspection.fingerprint_here = Analyzer(opened.analyzer_config()).fingerprint();
  inspection.unreadable = std::move(opened.unreadable);
  const store::Meanings meanings(opened.fields);
  for (const OpenedPart& part : opened.parts) {
    inspection.databases.push_back(inspect_part(part, meanings, inspection.unreadable));
  }
  for (const store::Generation& each : opened.generations) {
    inspection.side_files.push_back(
        inspect_side_files(each, opened.name_of(each), opened.fields, inspection.unreadable));
  }
  return inspection;
}

std::vector<CountedTerm> terms_once(const fs::path& index_dir, const std::string& prefix) {
  const OpenedParts opened(index_dir);
  opened.require_readable();
  Xapian::Database both;
  for (const OpenedPart& part : opened.parts) both.add_database(part.database);
  std::vector<CountedTerm> terms;
  const auto end = both.allterms_end(prefix);
  for (auto term = both.allterms_begin(prefix); term != end; ++term) {
    terms.push_back({*term, term.get_termfreq()});
  }
  return terms;
}

}  // namespace

IndexInspection inspect_index(const fs::path& index_dir) {
  return store::guarded(
      index_dir, [&] { return store::undisturbed([&] { return inspect_once(index_dir); }); });
}

std::vector<CountedTerm> inspect_terms(const fs::path& index_dir, std::string_view prefix) {
  return store::guarded(index_dir, [&] {
    return store::undisturbed([&] { return terms_once(index_dir, std::string(prefix)); });
  });
}

}  // namespace fihris
