#include "help/explainer.h"

#include <utility>

#include "fihris/store/fields.h"
#include "help/relaxations.h"
#include "query/searched_words.h"

namespace fihris::searcher::help {
namespace {

void report_words(std::string_view text, const SearchRequest& request,
                  const Xapian::Database& database, Analyzer& analyzer,
                  words::VariantFinder& variants, std::vector<WordReport>& reports) {
  std::vector<Token> tokens;
  analyzer.analyze(text, tokens);
  for (const Token& token : tokens) {
    if (!token.in_sequence) continue;
    WordReport report;
    report.word = query::slice(text, token.span);
    report.lemma = token.lemma;
    report.articles = database.get_termfreq(term_of(token.kind, token.lemma, false));
    report.function_word = token.stop;
    if (request.variants) report.tried = variants.find(token);
    reports.push_back(std::move(report));
  }
}

}  // namespace

Explanation explain_nothing(const SearchRequest& request, const Xapian::Database& database,
                            Analyzer& analyzer, words::VariantFinder& variants,
                            const CountArticles& count) {
  Explanation explanation;
  for (const Span word : query::searched_words(request.query)) {
    report_words(query::slice(request.query, word), request, database, analyzer, variants,
                 explanation.words);
  }
  for (Relaxation& relaxation : relaxations_of(request)) {
    SearchRequest relaxed = request;
    relaxed.query = relaxation.query;
    relaxed.filters = relaxation.filters;
    relaxed.offset = 0;
    relaxed.limit = 1;
    relaxed.snippets = false;
    relaxation.articles = count(relaxed);
    if (relaxation.articles > 0) explanation.relaxations.push_back(std::move(relaxation));
  }
  return explanation;
}

}  // namespace fihris::searcher::help
