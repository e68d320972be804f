#include <nlohmann/json.hpp>
#include <string>
#include <variant>

#include "checks.h"
#include "dates/dates.h"
#include "document/article_document.h"
#include "fihris/indexer/article_reader.h"
#include "fihris/indexer/cleaner.h"
#include "fihris/searcher/writers.h"
#include "fihris/stemmer/analyzer.h"
#include "fihris/store/document_codec.h"
#include "fihris/store/fields.h"
#include "scratch_directory.h"
#include "text/unicode_text.h"

namespace fihris::fuzz {
namespace {

void require_fields(const Article& article) {
  for (const FieldSpec& field : kFields) {
    for (const std::string& value : values_of(field, article)) {
      require(is_valid_utf8(value), "the fields of an article are valid UTF-8");
    }
  }
}

void require_article(const Article& article) {
  require(!article.id.empty(), "an article has an id");
  require(indexer::text::has_words(article.title) || indexer::text::has_words(article.summary) ||
              indexer::text::has_words(article.body),
          "an article has text");
  require(article.title.find('\n') == std::string::npos, "a title is one line");
  require(article.date.empty() || indexer::dates::stated_date(article.date) == article.date,
          "a date is one, in one spelling");
  if (!article.extra.empty()) {
    require(nlohmann::json::parse(article.extra).is_object(), "unknown fields are a JSON object");
  }
  require_fields(article);
}

void require_document(const Article& article) {
  const Xapian::Document document =
      indexer::document::DocumentMaker(AnalyzerConfig{}).make(article);
  for (auto term = document.termlist_begin(); term != document.termlist_end(); ++term) {
    require((*term).size() <= 245, "terms fit Xapian");
  }
  DocumentCodec codec;
  require(codec.decode(document.get_value(slot::kArticle)) == article,
          "an article is stored as it is");
}

std::variant<Article, SourceError> parsed(RawRecord::Format format, std::string_view bytes) {
  return ArticleParser().parse({format, std::string(bytes), "folder/f", "f", 1});
}

// What `fihris export` prints must come back as it was.
void require_round_trip(const Article& article) {
  const auto again = parsed(RawRecord::Format::kJson, to_json(article));
  require(std::holds_alternative<Article>(again), "an exported article is read again");
  Article expected = article;
  std::erase(expected.extra, '\n');  // an export has one line an article
  require(std::get<Article>(again) == expected, "an exported article comes back as it was");
}

void check_record(const std::variant<Article, SourceError>& result) {
  if (const auto* error = std::get_if<SourceError>(&result)) {
    require(!error->what.empty(), "a refusal says why");
    return;
  }
  const auto& article = std::get<Article>(result);
  require_article(article);
  require_document(article);
  require_round_trip(article);
}

}  // namespace

void check_json(std::string_view bytes) { check_record(parsed(RawRecord::Format::kJson, bytes)); }

void check_html(std::string_view bytes) { check_record(parsed(RawRecord::Format::kHtml, bytes)); }

void check_page(std::string_view bytes) {
  const Article article = clean_page(bytes);
  require_fields(article);
  const bool has_text = indexer::text::has_words(article.title) ||
                        indexer::text::has_words(article.summary) ||
                        indexer::text::has_words(article.body);
  require(has_text == indexer::text::has_words(repair_utf8(bytes)),
          "a page with words gives an article with text");
  check_record(parsed(RawRecord::Format::kText, bytes));
  const auto date = indexer::dates::parse_date(bytes.substr(0, 200));
  require(!date || indexer::dates::iso_date(*date).has_value(),
          "a date that was understood is one");
  indexer::dates::parse_dateline(bytes.substr(0, 200));
}

void check_source(std::string_view bytes) {
  static const testing::TemporaryDirectory scratch(testing::ScratchPlace::kMemory);
  const std::filesystem::path file = scratch / "f.txt";
  testing::write_file(file, bytes);
  SourceReader reader({file.string()});
  std::size_t items = 0;
  while (const auto item = reader.next()) {
    ++items;
    if (const auto* record = std::get_if<RawRecord>(&*item)) {
      check_record(ArticleParser().parse(*record));
    } else {
      require(!std::get<SourceError>(*item).what.empty(), "a refusal says why");
    }
  }
  require(items > 0, "a file named gives records or an error");
  require(reader.bytes_total() == reader.bytes_read(), "all that was read is counted");
}

}  // namespace fihris::fuzz
