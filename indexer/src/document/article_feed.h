// Articles on their way into an index, in the cheapest form to hand from one thread to another.
#pragma once

#include <xapian.h>

#include <cstdint>
#include <deque>
#include <optional>
#include <string>
#include <utility>
#include <variant>
#include <vector>

#include "fihris/indexer/article_reader.h"
#include "fihris/store/article.h"
#include "fihris/store/document_codec.h"
#include "fihris/store/internal/tombstones.h"

namespace fihris::indexer::document {

// The bytes of slot kArticle.
struct StoredArticle {
  std::string bytes;
};

// An article pointed to outlives the run.
using Pending = std::variant<RawRecord, const Article*, StoredArticle, SourceError>;
std::size_t bytes_of(const Pending& pending);

class ArticleFeed {
 public:
  virtual ~ArticleFeed() = default;
  virtual std::optional<Pending> next() = 0;
  virtual std::uint64_t bytes_read() const = 0;
  // Bytes of input to come, where known.
  virtual std::optional<std::uint64_t> bytes_left() const = 0;
};

// What a SourceReader reads, after what was taken from it before.
class ReaderFeed : public ArticleFeed {
 public:
  explicit ReaderFeed(SourceReader& reader) : reader_(reader) {}
  std::optional<Pending> next() override;
  std::uint64_t bytes_read() const override { return reader_.bytes_read(); }
  std::optional<std::uint64_t> bytes_left() const override { return reader_.bytes_total(); }

 private:
  SourceReader& reader_;
};

class ArticlesFeed : public ArticleFeed {
 public:
  explicit ArticlesFeed(const std::vector<Article>& articles) : articles_(articles) {}
  std::optional<Pending> next() override;
  std::uint64_t bytes_read() const override { return bytes_read_; }
  std::optional<std::uint64_t> bytes_left() const override;

 private:
  const std::vector<Article>& articles_;
  std::size_t next_ = 0;
  std::uint64_t bytes_read_ = 0;
};

// The stored articles of a database that are not dead, in the order of their documents.
class StoredFeed : public ArticleFeed {
 public:
  StoredFeed(Xapian::Database database, const store::Tombstones& dead);
  std::optional<Pending> next() override;
  std::uint64_t bytes_read() const override { return bytes_read_; }
  std::optional<std::uint64_t> bytes_left() const override { return std::nullopt; }

 private:
  Xapian::Database database_;
  const store::Tombstones& dead_;
  Xapian::PostingIterator id_;
  std::uint64_t bytes_read_ = 0;
};

class NoArticles : public ArticleFeed {
 public:
  std::optional<Pending> next() override { return std::nullopt; }
  std::uint64_t bytes_read() const override { return 0; }
  std::optional<std::uint64_t> bytes_left() const override { return 0; }
};

// The beginning of a feed.
struct FeedFront {
  std::deque<Pending> items;
  bool is_all = false;  // nothing is left in the feed
};
// Takes items off the feed until it is at its end, or they are more than `max_items` or
// `max_bytes`.
FeedFront take_front(ArticleFeed& feed, std::size_t max_items, std::size_t max_bytes);

// First what was already taken from a feed, then the rest of it.
class ResumedFeed : public ArticleFeed {
 public:
  ResumedFeed(std::deque<Pending> taken, ArticleFeed& rest)
      : taken_(std::move(taken)), rest_(rest) {}
  std::optional<Pending> next() override;
  std::uint64_t bytes_read() const override { return rest_.bytes_read(); }
  std::optional<std::uint64_t> bytes_left() const override { return rest_.bytes_left(); }

 private:
  std::deque<Pending> taken_;
  ArticleFeed& rest_;
};

// Opens what a feed gave. One per thread.
class ArticleIntake {
 public:
  // kLeave: only to look at articles that will be opened again.
  enum class Watchers : std::uint8_t { kTell, kLeave };
  explicit ArticleIntake(Watchers watchers = Watchers::kTell) : watchers_(watchers) {}

  // The article stays valid until the next call. Throws Error{kIndexDamaged} for a stored article
  // that is not readable.
  std::variant<const Article*, SourceError> open(const Pending& pending);
  // How the articles opened since the last call were read.
  ReadingCounts take_readings() { return std::exchange(readings_, {}); }

 private:
  std::variant<const Article*, SourceError> keep(std::variant<Article, SourceError> parsed,
                                                 const RawRecord& record);
  std::variant<const Article*, SourceError> accept_parsed(
      std::variant<Article, SourceError> parsed);

  Watchers watchers_;
  ArticleParser parser_;
  DocumentCodec codec_;
  Article article_;
  ReadingCounts readings_;
};

// Longer articles are refused: their token column could grow past what a Xapian value holds (some
// 128 MB).
inline constexpr std::size_t kMaxArticleBytes = std::size_t{64} << 20;

}  // namespace fihris::indexer::document
