// Where articles come from.
#pragma once

#include <cstdint>
#include <filesystem>
#include <map>
#include <memory>
#include <optional>
#include <string>
#include <string_view>
#include <utility>
#include <variant>
#include <vector>

#include "fihris/store/article.h"

namespace fihris {

// As a path and as SourceError::file.
inline constexpr std::string_view kStandardInput = "-";

// An article that could not be read. Never stops a run.
struct SourceError {
  std::string file;        // as given by the user; "-" for standard input
  std::uint64_t line = 0;  // 1-based; 0 when a line means nothing
  std::string what;        // what is wrong and, where it helps, what to do
};

// How the bytes of an article became text, and what is missing in it. Anything but UTF-8 is worth a
// look: it was judged by the look of the letters where nothing said it.
struct Reading {
  std::string encoding;         // "windows-1256", "UTF-16LE", …; empty for UTF-8
  int times_repaired = 0;       // how often the text had been encoded once more than it should be
  bool has_unreadable = false;  // some bytes meant nothing and are U+FFFD now
  bool undated = false;         // nothing says when it was published
  std::string unusable_date;    // of an undated one: what was given as its date, shortened
};

// Values of an attribute that are not of its type (settings.h).
struct UnfitValues {
  std::uint64_t count = 0;
  std::string wanted;   // "a number", "a date", …
  std::string example;  // the first of them, shortened
  std::string article;  // its id
};

// A name that ReadOptions.encoding may have: those of IANA, MIME and ICU, and "cp720".
bool is_known_encoding(const std::string& name);

// A format that can be read.
struct FormatInfo {
  std::string name;
  std::string found_by;  // what in a file tells it
};
std::vector<FormatInfo> known_formats();

// Fields of an article by their names in JSON, and the members that hold them, "content.rendered"
// for one within another: before what they are called otherwise.
using FieldMap = std::vector<std::pair<std::string, std::string>>;

struct ReadOptions {
  std::string encoding;  // of every file, whatever it looks like; empty: judged file by file
  std::filesystem::path leave_out = {};  // a folder that is not read: the index itself
  FieldMap map = {};                     // of JSON and tables
};

// What lies in a folder and is plainly no article.
struct PassedOver {
  std::string file;
  std::string reason;
};

class RecordWatcher;
namespace indexer::read {
class RecordFeed;
}

// A raw record, cheap to hand from the reading thread to a worker that will parse it.
struct RawRecord {
  enum class Format : std::uint8_t { kJson, kText, kHtml };
  Format format = Format::kJson;
  std::string bytes;  // one JSON line, or a whole file
  std::string file;
  // As its source names it: its path below the folder the user named, or the file name of a file
  // named itself.
  std::string relative_path;
  std::uint64_t line = 0;
  std::string encoding = {};     // that the reader made UTF-8 of; empty: `bytes` are as in the file
  std::int64_t file_number = 0;  // by which the watcher knows the file
  RecordWatcher* watcher = nullptr;  // outlives the record
  const FieldMap* map = nullptr;     // likewise
};

// Is told what the records of a reader turned out to be, and has a say in it. Thread-safe: records
// are parsed in many threads.
class RecordWatcher {
 public:
  virtual ~RecordWatcher() = default;
  // Nothing: the article is taken in. Else it is left out for this reason; an empty one says that
  // there is nothing to complain of.
  virtual std::optional<SourceError> judge(const RawRecord& record, const Article& article,
                                           const Reading& reading) = 0;
  virtual void rejected(const RawRecord& record, const SourceError& error) = 0;
};

// How many articles were read otherwise than as plain UTF-8, or without a date.
struct ReadingCounts {
  std::map<std::string, std::uint64_t> encodings;  // articles by encoding, without UTF-8
  std::uint64_t repaired = 0;                      // from double encoding
  std::uint64_t unreadable = 0;                    // with bytes that meant nothing
  std::uint64_t undated = 0;                       // for which no date is given
  std::uint64_t unusable_dates = 0;                // for which one is given that cannot be read
  std::vector<SourceError> doubts;  // the first kMaxDoubtsKept of these dates, and where they are
  std::map<std::string, UnfitValues> unfit;  // by attribute

  // `record` is where the article came from.
  void add(const Reading& reading, const RawRecord& record);
  void add(const ReadingCounts& counts);
};
inline constexpr std::size_t kMaxDoubtsKept = 20;

// Reads paths in the order given; folders recursively in byte order of their paths, hidden files
// left out.
// "-" is JSON Lines on standard input. The format is found by content, not by name. Not
// thread-safe.
class SourceReader {
 public:
  explicit SourceReader(std::vector<std::string> paths, ReadOptions options = {});
  // What somebody has in memory, read as standard input is: JSON Lines, a list of objects, one.
  static SourceReader of_text(std::string text);
  explicit SourceReader(std::unique_ptr<indexer::read::RecordFeed> feed);  // of this library
  ~SourceReader();
  SourceReader(SourceReader&&) noexcept;
  SourceReader& operator=(SourceReader&&) noexcept;

  // The next record or the next trouble; nullopt at the end. A path that does not exist, cannot be
  // opened or holds no article is a SourceError; but files of a folder that are plainly something
  // else (XML, pictures, programs, tables) are passed over in silence.
  std::optional<std::variant<RawRecord, SourceError>> next();
  // How many files were passed over so far.
  std::uint64_t passed_over() const;
  std::uint64_t bytes_read() const;
  // Sum of the sizes of all that is read, bytes_read() included (for a progress bar); nullopt with
  // standard input.
  std::optional<std::uint64_t> bytes_total() const;

 private:
  std::unique_ptr<indexer::read::RecordFeed> feed_;
};

// Parses, repairs, cleans and completes a record: the article as it will be stored. Pure; one per
// thread because it keeps parser buffers.
class ArticleParser {
 public:
  ArticleParser();
  ~ArticleParser();
  ArticleParser(ArticleParser&&) noexcept;
  ArticleParser& operator=(ArticleParser&&) noexcept;

  std::variant<Article, SourceError> parse(const RawRecord& record);
  // The article of a JSON object of any shape, which need have neither title nor body. `json` is
  // kept in Article::document. `id` is any text that is not empty; a member "id" is not looked at.
  // What the fields we know can not hold is no error but stays among the unknown members. An error
  // only when `json` is no object in UTF-8, or nested more than 64 deep.
  std::variant<Article, SourceError> parse_document(std::string_view json, std::string_view id);
  // Of the record parsed last.
  const Reading& reading() const;

 private:
  struct Impl;
  std::unique_ptr<Impl> impl_;
};

}  // namespace fihris
