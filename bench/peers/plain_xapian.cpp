// What a user of Xapian writes after reading its manual: TermGenerator and QueryParser with the
// Arabic Snowball stemmer, one writable database, default flush threshold, positions on.
#include <xapian.h>

#include <filesystem>
#include <optional>
#include <stdexcept>

#include "peer.h"

namespace {

using peers::Article;
using peers::Hit;

constexpr std::size_t kSnippetBytes = 500;  // the default of MSet::snippet

class PlainXapian : public peers::Peer {
 public:
  explicit PlainXapian(std::string path) : path_(std::move(path)) {}

  void begin() override {
    writer_.emplace(path_, Xapian::DB_CREATE_OR_OVERWRITE);
    generator_.set_stemmer(stem_);
  }

  void add(const Article& article) override {
    Xapian::Document document;
    generator_.set_document(document);
    generator_.index_text(article.title);
    generator_.increase_termpos();  // no phrase runs from the title into the body
    generator_.index_text(article.body);
    document.set_data(peers::article_to_json(article));
    const std::string key = "Q" + article.id;
    document.add_boolean_term(key);
    writer_->replace_document(key, document);
  }

  void commit() override { writer_->commit(); }

  void tidy() override {
    const std::string compacted = path_ + ".compact";
    writer_->compact(compacted);
    writer_.reset();
    std::filesystem::remove_all(path_);
    std::filesystem::rename(compacted, path_);
  }

  [[nodiscard]] std::uint64_t index_bytes() const override { return peers::bytes_on_disk(path_); }

  void open() override {
    reader_.emplace(path_);
    parser_.set_database(*reader_);
    parser_.set_stemmer(stem_);
    parser_.set_stemming_strategy(Xapian::QueryParser::STEM_SOME);
    parser_.set_default_op(Xapian::Query::OP_OR);
  }

  std::vector<Hit> search(const std::string& words, unsigned limit, bool snippets) override {
    Xapian::Enquire enquire(*reader_);
    enquire.set_query(parser_.parse_query(words));
    // k1 and b as Lucene and Fihris have them; Xapian's own defaults rank this text worse.
    enquire.set_weighting_scheme(Xapian::BM25Weight(1.2, 0, 1, 0.75, 0.5));
    const Xapian::MSet matches = enquire.get_mset(0, limit);
    std::vector<Hit> hits;
    for (auto match = matches.begin(); match != matches.end(); ++match) {
      std::string data = match.get_document().get_data();
      Article article = peers::article_from_json(data);
      Hit hit{std::move(article.id), std::move(article.title), {}, match.get_weight()};
      if (snippets) {
        hit.snippet = matches.snippet(article.body, kSnippetBytes, stem_);
      }
      hits.push_back(std::move(hit));
    }
    return hits;
  }

 private:
  std::string path_;
  Xapian::Stem stem_{"arabic"};
  Xapian::TermGenerator generator_;
  Xapian::QueryParser parser_;
  std::optional<Xapian::WritableDatabase> writer_;
  std::optional<Xapian::Database> reader_;
};

}  // namespace

int main(int argc, char** argv) {
  try {
    return peers::peer_main(argc, argv, "plain_xapian", [](const std::string& db) {
      return std::make_unique<PlainXapian>(db);
    });
  } catch (const Xapian::Error& error) {  // not a std::exception
    std::fprintf(stderr, "plain_xapian: %s\n", error.get_description().c_str());
    return 1;
  }
}
