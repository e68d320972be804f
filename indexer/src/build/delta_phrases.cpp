#include "build/delta_phrases.h"

#include <algorithm>
#include <string>

#include "fihris/store/document_codec.h"
#include "fihris/store/fields.h"
#include "fihris/store/internal/files.h"
#include "fihris/store/internal/mapped_file.h"
#include "fihris/store/internal/phrase_table.h"
#include "phrases/phrase_choice.h"

namespace fihris::indexer::build {

namespace fs = std::filesystem;

namespace {

constexpr std::size_t kTitleTokens = 30;
constexpr std::size_t kLeadTokens = 20;
constexpr std::size_t kLeadBytes = 600;
// Fewer are not worth a file.
constexpr std::uint64_t kFirst = 16;

std::size_t cut(std::string_view text, std::size_t bytes) {
  if (text.size() <= bytes) return text.size();
  const std::size_t blank = text.rfind(' ', bytes);
  return blank == std::string_view::npos ? 0 : blank;
}

}  // namespace

std::vector<phrases::CountedPhrase> count_phrases(const Xapian::Database& delta,
                                                  const AnalyzerConfig& config) {
  Analyzer analyzer(config);
  DocumentCodec codec;
  phrases::PhraseCounter counter;
  std::vector<Token> tokens;
  const Xapian::ValueIterator end = delta.valuestream_end(slot::kArticle);
  for (auto stored = delta.valuestream_begin(slot::kArticle); stored != end; ++stored) {
    const Article article = codec.decode(*stored);
    analyzer.analyze(article.title, tokens);
    counter.add(article.title, tokens, kTitleTokens);
    const std::string& text = article.summary.empty() ? article.body : article.summary;
    const std::string_view lead = std::string_view(text).substr(0, cut(text, kLeadBytes));
    analyzer.analyze(lead, tokens);
    counter.add(lead, tokens, kLeadTokens);
  }
  return counter.take(1);
}

void refresh_delta_phrases(const store::Generation& generation, const AnalyzerConfig& config) {
  const Xapian::Database delta(generation.delta().string());
  const std::uint64_t articles = delta.get_doccount();
  const fs::path file = generation.delta_phrases();
  std::error_code ignored;
  std::uint64_t counted = 0;
  if (fs::exists(file, ignored)) {
    const store::MappedFile present(file);
    counted = store::PhraseTable(present.bytes(), file).articles();
  }
  if (articles < std::max(kFirst, 2 * counted)) return;
  phrases::PhraseTotals totals;
  totals.add(count_phrases(delta, config));
  Analyzer analyzer(config);
  const std::string table = phrases::choose_phrases({}, totals, articles, analyzer);
  // Only a matter of suggestions: without room for them the articles are there all the same.
  if (!store::has_space(generation.dir, table.size())) return;
  const fs::path aside = file.string() + ".tmp";
  store::write_durably(aside, table);
  store::rename_path(aside, file);
}

}  // namespace fihris::indexer::build
