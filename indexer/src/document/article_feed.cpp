#include "document/article_feed.h"

#include <utility>

#include "fihris/store/fields.h"

namespace fihris::indexer::document {

namespace {

std::size_t bytes_of(const Article& article) {
  std::size_t bytes = 0;
  for (const FieldSpec& field : kFields) {
    for (const std::string& value : values_of(field, article)) bytes += value.size();
  }
  return bytes;
}

// An error about an article that names where it came from.
SourceError refuse(const Article& article, std::string what) {
  return {article.path.empty() ? article.id : article.path, 0, std::move(what)};
}

std::variant<const Article*, SourceError> accept(const Article& article) {
  if (article.id.empty()) return refuse(article, "the article has no id");
  if (const std::size_t bytes = bytes_of(article); bytes > kMaxArticleBytes) {
    return refuse(article, "the article has " + std::to_string(bytes >> 20) +
                               " MB, more than the 64 MB an article may have: split it");
  }
  return &article;
}

}  // namespace

std::size_t bytes_of(const Pending& pending) {
  if (const auto* raw = std::get_if<RawRecord>(&pending)) return raw->bytes.size();
  if (const auto* article = std::get_if<const Article*>(&pending)) return bytes_of(**article);
  if (const auto* stored = std::get_if<StoredArticle>(&pending)) return stored->bytes.size();
  return std::get<SourceError>(pending).what.size();
}

std::optional<Pending> ReaderFeed::next() {
  std::optional<std::variant<RawRecord, SourceError>> read = reader_.next();
  if (!read) return std::nullopt;
  return std::visit([](auto& value) { return Pending(std::move(value)); }, *read);
}

std::optional<Pending> ArticlesFeed::next() {
  if (next_ == articles_.size()) return std::nullopt;
  const Article& article = articles_[next_++];
  bytes_read_ += bytes_of(article);
  return &article;
}

std::optional<std::uint64_t> ArticlesFeed::bytes_left() const {
  std::uint64_t bytes = 0;
  for (std::size_t i = next_; i < articles_.size(); ++i) bytes += bytes_of(articles_[i]);
  return bytes;
}

StoredFeed::StoredFeed(Xapian::Database database, const store::Tombstones& dead)
    : database_(std::move(database)), dead_(dead), id_(database_.postlist_begin("")) {}

std::optional<Pending> StoredFeed::next() {
  while (id_ != database_.postlist_end("") && dead_.contains(*id_)) ++id_;
  if (id_ == database_.postlist_end("")) return std::nullopt;
  StoredArticle stored{database_.get_document(*id_).get_value(slot::kArticle)};
  ++id_;
  bytes_read_ += stored.bytes.size();
  return stored;
}

FeedFront take_front(ArticleFeed& feed, std::size_t max_items, std::size_t max_bytes) {
  FeedFront front;
  std::size_t bytes = 0;
  while (front.items.size() <= max_items && bytes <= max_bytes) {
    std::optional<Pending> pending = feed.next();
    front.is_all = !pending;
    if (front.is_all) break;
    bytes += bytes_of(*pending);
    front.items.push_back(*std::move(pending));
  }
  return front;
}

std::optional<Pending> ResumedFeed::next() {
  if (taken_.empty()) return rest_.next();
  Pending first = std::move(taken_.front());
  taken_.pop_front();
  return first;
}

std::variant<const Article*, SourceError> ArticleIntake::open(const Pending& pending) {
  if (const auto* error = std::get_if<SourceError>(&pending)) return *error;
  if (const auto* article = std::get_if<const Article*>(&pending)) return accept(**article);
  if (const auto* stored = std::get_if<StoredArticle>(&pending)) {
    article_ = codec_.decode(stored->bytes);
    return accept(article_);
  }
  const RawRecord& record = std::get<RawRecord>(pending);
  return keep(parser_.parse(record), record);
}

std::variant<const Article*, SourceError> ArticleIntake::keep(
    std::variant<Article, SourceError> parsed, const RawRecord& record) {
  std::variant<const Article*, SourceError> kept = accept_parsed(std::move(parsed));
  RecordWatcher* const watcher = watchers_ == Watchers::kTell ? record.watcher : nullptr;
  if (const auto* error = std::get_if<SourceError>(&kept)) {
    if (watcher != nullptr) watcher->rejected(record, *error);
    return kept;
  }
  if (watcher != nullptr) {
    if (auto objection = watcher->judge(record, article_, parser_.reading()))
      return *std::move(objection);
  }
  readings_.add(parser_.reading(), record);
  return kept;
}

std::variant<const Article*, SourceError> ArticleIntake::accept_parsed(
    std::variant<Article, SourceError> parsed) {
  if (auto* error = std::get_if<SourceError>(&parsed)) return std::move(*error);
  article_ = std::get<Article>(std::move(parsed));
  return accept(article_);
}

}  // namespace fihris::indexer::document
