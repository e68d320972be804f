// From an article to its Xapian document. What is in one: docs/index-format.md.
#pragma once

#include <xapian.h>

#include <cstdint>
#include <map>
#include <string>
#include <string_view>
#include <unordered_map>
#include <vector>

#include "document/attribute_index.h"
#include "fihris/stemmer/analyzer.h"
#include "fihris/store/article.h"
#include "fihris/store/document_codec.h"
#include "fihris/store/fields.h"
#include "fihris/store/token_column.h"
#include "phrases/phrase_counter.h"

namespace fihris::indexer::document {

// UTF-8 bytes of title, summary and body.
std::uint64_t text_bytes(const Article& article);

// What documents will take on disk, at most, for require_space() before a commit. Xapian 1.4.22
// must not run into a full disk while it writes values: the destructor of its ValueUpdater throws,
// which ends the process.
class SpaceEstimate {
 public:
  void add(const Xapian::Document& document);
  std::uint64_t bytes() const { return bytes_; }

 private:
  std::uint64_t bytes_ = std::uint64_t{1} << 16;  // the empty tables
};

// Makes documents. One per thread: it keeps the analyser, buffers, and the terms of the lemmas it
// has met.
class DocumentMaker {
 public:
  // With a counter, the phrases with which articles begin are counted. It must outlive the maker.
  explicit DocumentMaker(const AnalyzerConfig& config, const FieldTable& fields = FieldTable(),
                         phrases::PhraseCounter* phrases = nullptr);
  // Any article is good: words too long for Xapian are shortened to stay findable, an invalid date
  // is no date.
  Xapian::Document make(const Article& article);
  // Values of attributes since the last call that are not of their types.
  std::map<std::string, UnfitValues> take_unfit() { return attributes_.take_unfit(); }

 private:
  // What the words of a text count for.
  struct Part {
    std::uint32_t weight = 1;
    const FieldSpec* field = nullptr;  // whose terms they get besides
  };

  void add_text(std::string_view text, Part part);
  void analyze_piece(std::string_view piece, Part part);
  void count(const Token& token, std::uint32_t weight);
  void carry_counts();
  void post_counts(Xapian::Document& document);
  void add_column(Xapian::Document& document);
  void add_exact(const FieldSpec& field, const Article& article, Xapian::Document& document);
  void add_date(const Article& article, Xapian::Document& document);
  const std::string& normalized(const std::string& value);

  Analyzer analyzer_;
  std::uint64_t epoch_;
  std::vector<Token> tokens_;
  // By lemma_id. Apart, because the counts are touched for every token and should stay in the
  // cache.
  std::vector<std::uint32_t> counts_;   // weighted occurrences in the article at hand
  std::vector<std::string> terms_;      // empty until met since the analyser renumbered
  std::vector<std::uint32_t> counted_;  // the lemma_ids with a count
  std::map<std::string, std::uint32_t> field_counts_;  // by term of a field
  std::map<std::string, std::uint32_t> carried_;       // counts from before the analyser renumbered
  std::uint64_t length_ = 0;                           // sum of all counts
  TokenColumnBuilder column_;
  phrases::PhraseCounter* phrases_;
  std::size_t phrase_tokens_ = 0;  // to be counted yet, of the article at hand
  DocumentCodec codec_;
  AttributeIndex attributes_;
  std::unordered_map<std::string, std::string>
      normalized_;  // sources, authors …: few, over and over
};

}  // namespace fihris::indexer::document
