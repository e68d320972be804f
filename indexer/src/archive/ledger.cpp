#include "archive/ledger.h"

#include <xxhash.h>

#include <utility>

#include "archive/doubts.h"
#include "read/formats.h"

namespace fihris::indexer::archive {
namespace {

std::int64_t hash_of(std::string_view bytes) {
  return static_cast<std::int64_t>(XXH3_64bits(bytes.data(), bytes.size()));
}

}  // namespace

// What an article is to the index.
struct Ledger::Standing {
  bool is_there = false;
  bool same = false;                   // and as it is now
  std::optional<ArticleRow> of_other;  // another file has it, and keeps it
};

Ledger::Standing Ledger::standing_of(const RawRecord& record, const std::string& id,
                                     std::int64_t hash) {
  Standing standing;
  const std::optional<ArticleRow> row = state_.find_article(id);
  const bool in_index = index_ != nullptr && index_->find_article(id) != 0;
  standing.is_there = in_index || row.has_value();
  if (record.file_number == 0) {
    const bool before = !piped_.insert(static_cast<std::uint64_t>(hash_of(id))).second;
    standing.is_there = standing.is_there || before;
  } else if (row && row->file == record.file_number) {
    standing.same = row->hash == hash && (in_index || row->run == state_.run());
  } else if (row && (row->run == state_.run() || !released_.contains(row->file))) {
    standing.of_other = row;
  }
  return standing;
}

std::optional<SourceError> Ledger::judge(const RawRecord& record, const Article& article,
                                         const Reading& reading) {
  const std::int64_t hash = hash_of(record.bytes);
  std::vector<Doubt> doubts = doubts_of(article, reading);
  const std::lock_guard lock(mutex_);
  const Standing standing = standing_of(record, article.id, hash);
  if (standing.of_other && options_.sync)
    return taken_by_another(record, article, *standing.of_other);
  if (standing.of_other) {
    doubts.push_back({"in the place of another file's",
                      "had the id of " + state_.path_of(standing.of_other->file)});
  }
  if (record.file_number != 0)
    state_.put_article(article.id, {record.file_number, hash, state_.run()});
  ArchiveItem item{Outcome::kUnchanged, record.file, record.line, article.id, {}, {}};
  const bool left = standing.same && options_.sync;
  if (!left) {
    item.outcome = standing.is_there ? Outcome::kReplaced : Outcome::kAdded;
    if (!doubts.empty()) ++report_.warned;
    for (Doubt& doubt : doubts) {
      ++report_.warnings[doubt.kind];
      item.warnings.push_back(std::move(doubt.text));
    }
  }
  tell(std::move(item));
  return left ? std::optional(SourceError()) : std::nullopt;
}

SourceError Ledger::taken_by_another(const RawRecord& record, const Article& article,
                                     const ArticleRow& owner) {
  SourceError error{
      record.file, record.line,
      "has the id " + article.id + " of " + state_.path_of(owner.file) + ", which is in the index"};
  reject(record.file_number, error, article.id);
  return error;
}

void Ledger::rejected(const RawRecord& record, const SourceError& error) {
  trouble(record.file_number, error);
}

void Ledger::opened(std::int64_t file) {
  const std::lock_guard lock(mutex_);
  state_.clear_troubles(file);
}

void Ledger::trouble(std::int64_t file, const SourceError& error) {
  const std::lock_guard lock(mutex_);
  reject(file, error, {});
}

void Ledger::reject(std::int64_t file, const SourceError& error, std::string_view id) {
  if (file != 0) state_.add_trouble(file, {error.line, error.what}, id);
  if (report_.rejected.size() < kMaxRejectedKept) report_.rejected.push_back(error);
  tell({Outcome::kRejected, error.file, error.line, std::string(id), error.what, {}});
}

void Ledger::passed_over(const PassedOver& what) {
  const std::lock_guard lock(mutex_);
  ++report_.passed_over[read::extension_of(what.file)];
  tell({Outcome::kPassedOver, what.file, 0, {}, what.reason, {}});
}

void Ledger::unchanged(const FileRow& row, const std::string& path) {
  if (!row.passed_over.empty()) return passed_over({path, row.passed_over});
  const std::lock_guard lock(mutex_);
  for (const Trouble& trouble : state_.troubles_of(row.number)) {
    const SourceError error{path, trouble.line, trouble.what};
    if (report_.rejected.size() < kMaxRejectedKept) report_.rejected.push_back(error);
    tell({Outcome::kRejected, path, trouble.line, {}, trouble.what, {}});
  }
  if (!options_.on_item) {
    report_.counts[static_cast<std::size_t>(Outcome::kUnchanged)] +=
        static_cast<std::uint64_t>(state_.count_articles(row.number));
    return;
  }
  for (std::string& id : state_.articles_of(row.number, false))
    tell({Outcome::kUnchanged, path, 0, std::move(id), {}, {}});
}

void Ledger::deleted(const std::string& id, const std::string& path) {
  const std::lock_guard lock(mutex_);
  state_.forget_article(id);
  tell({Outcome::kDeleted, path, 0, id, {}, {}});
}

void Ledger::look_into(store::OpenIndex* index) {
  const std::lock_guard lock(mutex_);
  index_ = index;
  piped_.clear();
}

void Ledger::tell(ArchiveItem item) {
  ++report_.counts[static_cast<std::size_t>(item.outcome)];
  if (options_.on_item) options_.on_item(item);
}

}  // namespace fihris::indexer::archive
