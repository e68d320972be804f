#include "fihris/indexer/index_writer.h"

#include <algorithm>
#include <chrono>
#include <deque>
#include <thread>
#include <utility>

#include "build/delta.h"
#include "build/delta_phrases.h"
#include "build/generation_build.h"
#include "build/settings_change.h"
#include "document/article_document.h"
#include "document/article_feed.h"
#include "document/type_guess.h"
#include "fihris/store/internal/files.h"
#include "fihris/store/internal/index_directory.h"
#include "fihris/store/internal/metadata.h"
#include "fihris/store/internal/open_index.h"
#include "fihris/store/internal/xapian_errors.h"

namespace fihris {

namespace fs = std::filesystem;
using indexer::build::BuildPurpose;
using indexer::document::ArticleFeed;

namespace {

// An input up to this size goes to the delta.
constexpr std::size_t kDeltaArticles = 1000;
constexpr std::size_t kDeltaBytes = std::size_t{8} << 20;
// A delta with more articles than this becomes a part; where it has so many tombstones, parts are
// looked at that may be mostly dead.
constexpr std::uint64_t kMergeChanges = 2000;

void reject(IndexReport& report, SourceError error) {
  ++report.rejected_count;
  if (report.rejected.size() < kMaxRejectedKept) report.rejected.push_back(std::move(error));
}

}  // namespace

struct IndexWriter::Impl {
  Impl(const fs::path& dir, IndexOptions given);

  IndexReport add(ArticleFeed& feed);
  IndexReport remove(const std::vector<std::string>& ids);
  void compact();
  IndexReport rebuild();

  void create_empty();
  void read_present();
  bool has_delta() const;
  void require_compatible() const;
  bool is_empty() const;
  store::OpenIndex open_present() const;
  indexer::build::Delta& open_delta();
  IndexReport add_to_delta(const std::deque<indexer::document::Pending>& items);
  IndexReport add_in_bulk(ArticleFeed& feed, BuildPurpose purpose);
  indexer::build::GenerationReport build(ArticleFeed& feed, BuildPurpose purpose);
  void merge_when_large();
  template <class Body>
  IndexReport timed(Body&& body);

  store::IndexDirectory directory;
  IndexOptions options;
  IndexInfo info;           // of the present parts together
  FieldTable fields;        // of their articles
  std::string fingerprint;  // of this program with the index's configuration
  std::optional<indexer::document::DocumentMaker> documents;
  std::optional<indexer::build::Delta> delta;
};

IndexWriter::Impl::Impl(const fs::path& dir, IndexOptions given)
    : directory(store::IndexDirectory::lock(dir)), options(std::move(given)) {
  if (options.threads == 0) options.threads = std::max(1U, std::thread::hardware_concurrency());
  if (!directory.has_generation()) create_empty();
  read_present();
  store::require_readable(info, directory.path());
  fingerprint = Analyzer(info.analyzer).fingerprint();
  if (!options.for_rebuild) require_compatible();
}

// Publishes an empty generation. From then on the directory is an index: the pointer is there
// before any article is.
void IndexWriter::Impl::create_empty() {
  info.analyzer = options.analyzer;
  fingerprint = Analyzer(info.analyzer).fingerprint();
  indexer::document::NoArticles none;
  build(none, BuildPurpose::kMerge);
}

void IndexWriter::Impl::read_present() {
  const std::vector<store::NumberedDatabase> opened = store::open_parts(directory.parts());
  info = store::info_of_parts(opened, directory.parts());
  fields = store::read_fields(opened.back().database, directory.current().db());
}

bool IndexWriter::Impl::has_delta() const {
  std::error_code ignored;
  return fs::exists(directory.current().delta(), ignored);
}

void IndexWriter::Impl::require_compatible() const {
  const bool same = info.schema_version == kSchemaVersion && info.fingerprint == fingerprint;
  if (!same) store::require_compatible(info, directory.path());
}

bool IndexWriter::Impl::is_empty() const { return info.articles == 0 && !has_delta(); }

store::OpenIndex IndexWriter::Impl::open_present() const {
  return store::OpenIndex::open(directory.path(), store::OpenIndex::Accept::kAny);
}

indexer::build::Delta& IndexWriter::Impl::open_delta() {
  if (!delta) delta.emplace(directory.parts());
  return *delta;
}

indexer::build::GenerationReport IndexWriter::Impl::build(ArticleFeed& feed, BuildPurpose purpose) {
  store::require_space(directory.path(), indexer::build::space_needed(directory, feed, purpose));
  delta.reset();
  indexer::build::GenerationReport report = indexer::build::build_generation(
      directory, feed,
      {info.analyzer, fingerprint, fields, options.threads, purpose, options.progress});
  documents.reset();
  read_present();
  return report;
}

template <class Body>
IndexReport IndexWriter::Impl::timed(Body&& body) {
  const auto start = std::chrono::steady_clock::now();
  IndexReport report = store::guarded(directory.path(), std::forward<Body>(body));
  const std::chrono::duration<double> elapsed = std::chrono::steady_clock::now() - start;
  report.seconds = elapsed.count();
  report.index_bytes = index_bytes(directory.path());
  report.index_articles = open_present().live_articles();
  return report;
}

IndexReport IndexWriter::Impl::add(ArticleFeed& feed) {
  require_compatible();
  indexer::document::FeedFront front =
      indexer::document::take_front(feed, kDeltaArticles, kDeltaBytes);
  const auto open = [this] { return open_present(); };
  BuildPurpose purpose = BuildPurpose::kAdd;
  if (is_empty()) {
    // The first articles are made as the settings say; what they leave open, these tell.
    indexer::document::TypeGuess guess(read_settings(directory.path()));
    if (guess.needed()) look_at(guess, front.items);
    fields = FieldTable(guess.settled());
  } else if (const auto told = types_told_by(front.items, fields.settings(), open)) {
    fields = FieldTable(*told);
    purpose = BuildPurpose::kRebuild;
  } else if (front.is_all) {
    return add_to_delta(front.items);
  }
  indexer::document::ResumedFeed whole(std::move(front.items), feed);
  return add_in_bulk(whole, purpose);
}

IndexReport IndexWriter::Impl::add_in_bulk(ArticleFeed& feed, BuildPurpose purpose) {
  indexer::build::GenerationReport built = build(feed, purpose);
  IndexReport report;
  report.articles = built.articles;
  report.replaced = built.replaced;
  report.text_bytes = built.text_bytes;
  report.rejected = std::move(built.rejected);
  report.rejected_count = built.rejected_count;
  report.readings = std::move(built.readings);
  return report;
}

IndexReport IndexWriter::Impl::add_to_delta(const std::deque<indexer::document::Pending>& items) {
  const indexer::build::DeltaTransaction transaction(delta);
  if (!documents) documents.emplace(info.analyzer, fields);
  indexer::document::ArticleIntake intake;
  IndexReport report;
  for (const indexer::document::Pending& item : items) {
    std::variant<const Article*, SourceError> opened = intake.open(item);
    if (auto* error = std::get_if<SourceError>(&opened)) {
      reject(report, std::move(*error));
      continue;
    }
    const Article& article = *std::get<const Article*>(opened);
    if (open_delta().put(article, documents->make(article))) ++report.replaced;
    ++report.articles;
    report.text_bytes += indexer::document::text_bytes(article);
  }
  report.readings = intake.take_readings();
  report.readings.unfit = documents->take_unfit();
  if (report.articles != 0) {
    delta->commit();
    indexer::build::refresh_delta_phrases(directory.current(), info.analyzer);
  }
  merge_when_large();
  return report;
}

IndexReport IndexWriter::Impl::remove(const std::vector<std::string>& ids) {
  require_compatible();
  const indexer::build::DeltaTransaction transaction(delta);
  const store::OpenIndex present = open_present();
  IndexReport report;
  for (const std::string& id : ids) {
    // Looked up first: ids that are not there must not make a delta.
    if (present.find_article(id) != 0 && open_delta().remove(id)) ++report.deleted;
  }
  if (report.deleted != 0) delta->commit();
  merge_when_large();
  return report;
}

// Makes a part of the delta when it has become large. Only a matter of speed: without room for it,
// what was committed stays in the delta.
void IndexWriter::Impl::merge_when_large() {
  if (!delta || std::max(delta->documents(), delta->dead()) <= kMergeChanges) return;
  indexer::document::NoArticles none;
  const auto needed = indexer::build::space_needed(directory, none, BuildPurpose::kMerge);
  if (store::has_space(directory.path(), needed)) build(none, BuildPurpose::kMerge);
}

void IndexWriter::Impl::compact() {
  require_compatible();
  const bool has_dead = open_present().has_dead();
  if (!has_dead && !has_delta() && directory.parts().size() == 1) return;
  indexer::document::NoArticles none;
  build(none, has_dead ? BuildPurpose::kRebuild : BuildPurpose::kCompact);
}

IndexReport IndexWriter::Impl::rebuild() {
  indexer::document::NoArticles none;
  indexer::document::TypeGuess guess(
      indexer::document::with_told_types(read_settings(directory.path()), fields.settings()));
  if (guess.needed()) look_at(guess, open_present());
  fields = FieldTable(guess.settled());
  indexer::build::GenerationReport built = build(none, BuildPurpose::kRebuild);
  IndexReport report;
  report.readings = std::move(built.readings);
  report.articles = built.live_articles;
  report.text_bytes = info.text_bytes;
  return report;
}

IndexWriter::IndexWriter(std::unique_ptr<Impl> impl) : impl_(std::move(impl)) {}
IndexWriter::~IndexWriter() = default;
IndexWriter::IndexWriter(IndexWriter&&) noexcept = default;
IndexWriter& IndexWriter::operator=(IndexWriter&&) noexcept = default;

IndexWriter IndexWriter::open(const fs::path& dir, IndexOptions options) {
  return store::guarded(
      dir, [&] { return IndexWriter(std::make_unique<Impl>(dir, std::move(options))); });
}

IndexReport IndexWriter::add(SourceReader& reader) {
  indexer::document::ReaderFeed feed(reader);
  const std::uint64_t passed_over_before = reader.passed_over();
  IndexReport report = impl_->timed([&] { return impl_->add(feed); });
  report.passed_over = reader.passed_over() - passed_over_before;
  return report;
}

IndexReport IndexWriter::add(const std::vector<Article>& articles) {
  indexer::document::ArticlesFeed feed(articles);
  return impl_->timed([&] { return impl_->add(feed); });
}

IndexReport IndexWriter::remove(const std::vector<std::string>& ids) {
  return impl_->timed([&] { return impl_->remove(ids); });
}

void IndexWriter::compact() {
  store::guarded(impl_->directory.path(), [this] { impl_->compact(); });
}

std::optional<IndexReport> IndexWriter::set_settings(const IndexSettings& settings) {
  indexer::build::SettingsChange change(impl_->directory.path(), settings);
  std::optional<IndexReport> report;
  if (!impl_->is_empty() && !impl_->fields.settings().same_analysis(settings)) report = rebuild();
  change.keep();
  return report;
}

IndexReport IndexWriter::rebuild() {
  return impl_->timed([this] { return impl_->rebuild(); });
}

}  // namespace fihris
