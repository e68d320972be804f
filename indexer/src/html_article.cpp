#include "html_article.h"

#include <utility>

#include "charset.h"
#include "cleaner_rules.h"
#include "html_body.h"
#include "html_prepass.h"
#include "html_tree.h"
#include "page_metadata.h"
#include "record_identity.h"
#include "unicode_text.h"

namespace fihris {
namespace {

constexpr std::size_t kMaxPageBytes = std::size_t{16} << 20;

// The page's own account of its text replaces what was found in its markup only where that is
// clearly less.
bool is_clearly_less(const std::string& found, const std::string& stated) {
  return found.size() * 10 < stated.size() * 6;
}

}  // namespace

std::variant<Article, SourceError> parse_html_article(const RawRecord& record) {
  if (record.bytes.size() > kMaxPageBytes) {
    return error_at(record, "page is larger than 16 MB; save the article alone");
  }
  const HtmlPrepass page = prepare_html(to_utf8(record.bytes, declared_charset(record.bytes)));
  if (page.too_deep)
    return error_at(record,
                    "page nests its elements deeper than any article; save it as plain text");
  const HtmlTree tree(page.markup);
  PageMetadata stated = read_metadata(tree, page.json_ld);
  Article article = clean_lines(body_lines(tree), stated.article, true);
  if (is_clearly_less(article.body, stated.article_body)) {
    article = clean_lines(stated.article_body, std::move(stated.article), true);
  }
  if (!has_words(article.title) && !has_words(article.body)) {
    return error_at(record, "page holds no article; its text may be loaded by a script");
  }
  complete_identity(article, record);
  return article;
}

}  // namespace fihris
