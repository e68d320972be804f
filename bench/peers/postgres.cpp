// PostgreSQL full-text search with its built-in 'arabic' configuration, as a client of the
// temporary server that postgres.sh starts. --db is the folder of the server's socket.
#include <libpq-fe.h>
#include <unistd.h>

#include <fstream>
#include <stdexcept>

#include "peer.h"

namespace {

using peers::Article;
using peers::Hit;

struct Finish {
  void operator()(PGconn* connection) const { PQfinish(connection); }
};
struct Clear {
  void operator()(PGresult* result) const { PQclear(result); }
};
using Connection = std::unique_ptr<PGconn, Finish>;
using Result = std::unique_ptr<PGresult, Clear>;

// plainto_tsquery joins the words by AND; lexemes hold no spaces, so this turns them into OR.
constexpr const char* kTop =
    "(SELECT id, title, body, words, ts_rank(lexemes, words) AS score FROM article, "
    "(SELECT replace(plainto_tsquery('arabic', $1)::text, ' & ', ' | ')::tsquery AS words) "
    "AS query WHERE lexemes @@ words ORDER BY score DESC LIMIT $2::int) AS top "
    "ORDER BY score DESC";

// The escapes of COPY's text format.
void append_copy_field(std::string& row, const std::string& text, char end) {
  for (const char c : text) {
    switch (c) {
      case '\\':
        row += "\\\\";
        break;
      case '\n':
        row += "\\n";
        break;
      case '\r':
        row += "\\r";
        break;
      case '\t':
        row += "\\t";
        break;
      default:
        row += c;
    }
  }
  row += end;
}

class Postgres : public peers::Peer {
 public:
  explicit Postgres(const std::string& socket_folder)
      : connection_(
            PQconnectdb(("host='" + socket_folder + "' user=postgres dbname=postgres").c_str())) {
    if (PQstatus(connection_.get()) != CONNECTION_OK) {
      fail();
    }
  }

  void begin() override {
    run("SET client_min_messages = warning");
    run("DROP TABLE IF EXISTS article");
    run("CREATE TABLE article (id text PRIMARY KEY, title text, body text, lexemes tsvector "
        "GENERATED ALWAYS AS (to_tsvector('arabic', title || ' ' || body)) STORED)");
    check(Result(PQexec(connection_.get(), "COPY article (id, title, body) FROM STDIN")),
          PGRES_COPY_IN);
  }

  void add(const Article& article) override {
    row_.clear();
    append_copy_field(row_, article.id, '\t');
    append_copy_field(row_, article.title, '\t');
    append_copy_field(row_, article.body, '\n');
    if (PQputCopyData(connection_.get(), row_.data(), static_cast<int>(row_.size())) != 1) {
      fail();
    }
  }

  void commit() override {
    if (PQputCopyEnd(connection_.get(), nullptr) != 1) {
      fail();
    }
    for (Result result(PQgetResult(connection_.get())); result;
         result.reset(PQgetResult(connection_.get()))) {
      check(result, PGRES_COMMAND_OK);
    }
    // After the rows are in, as the manual advises: much faster than keeping it up row by row.
    run("CREATE INDEX ON article USING gin (lexemes)");
  }

  void tidy() override { run("VACUUM ANALYZE article"); }

  [[nodiscard]] std::uint64_t index_bytes() const override {
    return std::stoull(ask("SELECT pg_total_relation_size('article')"));
  }

  // The backend of this connection does the work; Linux keeps count in /proc. The server's own
  // background writers are not in it.
  [[nodiscard]] peers::ServerUse server_use() const override {
    const std::string process = std::to_string(PQbackendPID(connection_.get()));
    peers::ServerUse use;
    use.peak_rss_kib = peers::peak_rss_kib(process);
    std::ifstream stat("/proc/" + process + "/stat");
    std::string field;
    std::getline(stat, field, ')');  // the name may hold spaces; fields are counted after it
    for (int skipped = 0; skipped < 11; ++skipped) {
      stat >> field;
    }
    long user_ticks = 0;
    long system_ticks = 0;
    stat >> user_ticks >> system_ticks;
    use.cpu_s =
        static_cast<double>(user_ticks + system_ticks) / static_cast<double>(sysconf(_SC_CLK_TCK));
    return use;
  }

  void open() override {
    // The headline is made outside of the LIMIT, as the manual advises: only for the shown rows.
    prepare("with_snippets", "SELECT id, title, score, ts_headline('arabic', body, words) FROM ");
    prepare("without_snippets", "SELECT id, title, score FROM ");
  }

  std::vector<Hit> search(const std::string& words, unsigned limit, bool snippets) override {
    const std::string limit_text = std::to_string(limit);
    const char* const values[] = {words.c_str(), limit_text.c_str()};
    const Result result(PQexecPrepared(connection_.get(),
                                       snippets ? "with_snippets" : "without_snippets", 2, values,
                                       nullptr, nullptr, 0));
    check(result, PGRES_TUPLES_OK);
    std::vector<Hit> hits;
    for (int row = 0; row < PQntuples(result.get()); ++row) {
      const auto cell = [&](int column) { return PQgetvalue(result.get(), row, column); };
      hits.push_back({cell(0), cell(1), snippets ? cell(3) : "", std::stod(cell(2))});
    }
    return hits;
  }

 private:
  [[noreturn]] void fail() const { throw std::runtime_error(PQerrorMessage(connection_.get())); }

  void check(const Result& result, ExecStatusType wanted) const {
    if (PQresultStatus(result.get()) != wanted) {
      fail();
    }
  }

  void run(const char* sql) { check(Result(PQexec(connection_.get(), sql)), PGRES_COMMAND_OK); }

  void prepare(const char* name, const std::string& select) {
    const std::string sql = select + kTop;
    check(Result(PQprepare(connection_.get(), name, sql.c_str(), 0, nullptr)), PGRES_COMMAND_OK);
  }

  [[nodiscard]] std::string ask(const char* sql) const {
    const Result result(PQexec(connection_.get(), sql));
    check(result, PGRES_TUPLES_OK);
    return PQgetvalue(result.get(), 0, 0);
  }

  Connection connection_;
  std::string row_;
};

}  // namespace

int main(int argc, char** argv) {
  return peers::peer_main(argc, argv, "postgres",
                          [](const std::string& db) { return std::make_unique<Postgres>(db); });
}
