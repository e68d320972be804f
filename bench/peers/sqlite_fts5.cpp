// SQLite's full-text table with its Unicode tokenizer. It has no Arabic stemmer: a word is found
// only in the form it was typed.
#include <sqlite3.h>

#include <filesystem>
#include <stdexcept>

#include "peer.h"

namespace {

using peers::Article;
using peers::Hit;

struct CloseDatabase {
  void operator()(sqlite3* database) const { sqlite3_close(database); }
};
struct FinalizeStatement {
  void operator()(sqlite3_stmt* statement) const { sqlite3_finalize(statement); }
};
using Database = std::unique_ptr<sqlite3, CloseDatabase>;
using Statement = std::unique_ptr<sqlite3_stmt, FinalizeStatement>;

// 40 tokens are about as much text as the snippets of the other peers.
constexpr const char* kSearchWithSnippets =
    "SELECT id, title, rank, snippet(article, 1, '<b>', '</b>', '…', 40) "
    "FROM article WHERE article MATCH ?1 ORDER BY rank LIMIT ?2";
constexpr const char* kSearch =
    "SELECT id, title, rank FROM article WHERE article MATCH ?1 ORDER BY rank LIMIT ?2";

std::string column_text(sqlite3_stmt* row, int column) {
  const auto* text = reinterpret_cast<const char*>(sqlite3_column_text(row, column));
  return text == nullptr ? std::string() : std::string(text);
}

// Every word as a quoted string, so that nothing in it is read as FTS5 syntax.
std::string any_of(const std::string& text) {
  std::string expression;
  for (const std::string& word : peers::split_words(text)) {
    expression += expression.empty() ? "\"" : " OR \"";
    expression += word;
    expression += '"';
  }
  return expression;
}

class SqliteFts5 : public peers::Peer {
 public:
  explicit SqliteFts5(std::string path) : path_(std::move(path)) {}

  void begin() override {
    std::filesystem::remove(path_);
    connect(SQLITE_OPEN_READWRITE | SQLITE_OPEN_CREATE);
    run("CREATE VIRTUAL TABLE article USING fts5(title, body, id UNINDEXED, "
        "tokenize = 'unicode61 remove_diacritics 2')");
    run("BEGIN");
    insert_ = prepare("INSERT INTO article(title, body, id) VALUES (?1, ?2, ?3)");
  }

  void add(const Article& article) override {
    bind(insert_, 1, article.title);
    bind(insert_, 2, article.body);
    bind(insert_, 3, article.id);
    check(sqlite3_step(insert_.get()), SQLITE_DONE);
    sqlite3_reset(insert_.get());
  }

  void commit() override { run("COMMIT"); }

  void tidy() override {
    insert_.reset();
    run("INSERT INTO article(article) VALUES ('optimize')");
    run("VACUUM");
  }

  [[nodiscard]] std::uint64_t index_bytes() const override { return peers::bytes_on_disk(path_); }

  void open() override {
    connect(SQLITE_OPEN_READONLY);
    search_with_snippets_ = prepare(kSearchWithSnippets);
    search_ = prepare(kSearch);
  }

  std::vector<Hit> search(const std::string& words, unsigned limit, bool snippets) override {
    const Statement& statement = snippets ? search_with_snippets_ : search_;
    bind(statement, 1, any_of(words));
    check(sqlite3_bind_int64(statement.get(), 2, limit), SQLITE_OK);
    std::vector<Hit> hits;
    int state = sqlite3_step(statement.get());
    for (; state == SQLITE_ROW; state = sqlite3_step(statement.get())) {
      hits.push_back({column_text(statement.get(), 0), column_text(statement.get(), 1),
                      snippets ? column_text(statement.get(), 3) : std::string(),
                      -sqlite3_column_double(statement.get(), 2)});  // bm25() is negated in FTS5
    }
    check(state, SQLITE_DONE);
    sqlite3_reset(statement.get());
    return hits;
  }

 private:
  void check(int state, int wanted) const {
    if (state != wanted) {
      throw std::runtime_error(sqlite3_errmsg(database_.get()));
    }
  }

  void connect(int flags) {
    sqlite3* database = nullptr;
    const int state = sqlite3_open_v2(path_.c_str(), &database, flags, nullptr);
    database_.reset(database);
    check(state, SQLITE_OK);
  }

  void run(const char* sql) {
    check(sqlite3_exec(database_.get(), sql, nullptr, nullptr, nullptr), SQLITE_OK);
  }

  Statement prepare(const char* sql) {
    sqlite3_stmt* statement = nullptr;
    check(sqlite3_prepare_v2(database_.get(), sql, -1, &statement, nullptr), SQLITE_OK);
    return Statement(statement);
  }

  void bind(const Statement& statement, int index, const std::string& text) const {
    check(sqlite3_bind_text(statement.get(), index, text.data(), static_cast<int>(text.size()),
                            SQLITE_TRANSIENT),
          SQLITE_OK);
  }

  std::string path_;
  Database database_;  // declared before the statements, so that it is closed after them
  Statement insert_;
  Statement search_with_snippets_;
  Statement search_;
};

}  // namespace

int main(int argc, char** argv) {
  return peers::peer_main(argc, argv, "sqlite_fts5",
                          [](const std::string& db) { return std::make_unique<SqliteFts5>(db); });
}
