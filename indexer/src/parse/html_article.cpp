#include "parse/html_article.h"

#include <utility>

#include "clean/cleaner_rules.h"
#include "encodings/decode.h"
#include "html/html_body.h"
#include "html/html_prepass.h"
#include "html/html_tree.h"
#include "html/page_metadata.h"
#include "parse/record_identity.h"
#include "text/unicode_text.h"

namespace fihris::indexer::parse {
namespace {

constexpr std::size_t kMaxPageBytes = std::size_t{16} << 20;

// Whether the text found in the markup is clearly less than the page's own account of it, which
// then replaces it.
bool is_clearly_less(const std::string& found, const std::string& stated) {
  return found.size() * 10 < stated.size() * 6;
}

}  // namespace

std::variant<Article, SourceError> parse_html_article(const RawRecord& record, Reading& reading) {
  if (record.bytes.size() > kMaxPageBytes) {
    return error_at(record, "page is larger than 16 MB; save the article alone");
  }
  encodings::Decoded decoded =
      encodings::decode(record.bytes, encodings::declared_charset(record.bytes));
  reading = std::move(decoded.reading);
  const html::HtmlPrepass page = html::prepare_html(std::move(decoded.text));
  if (page.too_deep)
    return error_at(record,
                    "page nests its elements deeper than any article; save it as plain text");
  const html::HtmlTree tree(page.markup);
  html::PageMetadata stated = html::read_metadata(tree, page.json_ld);
  Article article = clean::clean_lines(html::body_lines(tree), stated.article, true);
  if (is_clearly_less(article.body, stated.article_body)) {
    article = clean::clean_lines(stated.article_body, std::move(stated.article), true);
  }
  if (!text::has_words(article.title) && !text::has_words(article.body)) {
    return error_at(record, "page holds no article; its text may be loaded by a script");
  }
  complete_identity(article, record);
  return article;
}

}  // namespace fihris::indexer::parse
