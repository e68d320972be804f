#include "help/explainer.h"

#include <cstdint>
#include <utility>
#include <vector>

#include "fihris/store/fields.h"
#include "help/relaxations.h"
#include "query/searched_words.h"

namespace fihris::searcher::help {
namespace {

using search::Question;

// Adds a report on each word that the analyser sees in `text`. `variants`: null when other
// spellings would not have matched.
void report_words(std::string_view text, rank::ThreadContext& context,
                  words::VariantFinder* variants, std::vector<WordReport>& reports) {
  const Xapian::Database& database = context.index.database();
  std::vector<Token> tokens;
  context.analyzer.analyze(text, tokens);
  for (const Token& token : tokens) {
    if (!token.in_sequence) continue;
    WordReport report;
    report.word = query::slice(text, token.span);
    report.lemma = token.lemma;
    report.articles = database.get_termfreq(term_of(token.kind, token.lemma, false));
    report.function_word = token.stop;
    if (variants != nullptr) report.tried = variants->find(token);
    reports.push_back(std::move(report));
  }
}

// How many articles there are with the demand taken back.
std::uint64_t count(const Question& question, const Relaxed& relaxed, search::PlainSearch& search) {
  if (!relaxed.filter) {
    const query::ParsedQuery query = question.read(relaxed.relaxation.query);
    return search.count(question.about(query));
  }
  std::vector<query::Node> filters(question.filters.begin(), question.filters.end());
  filters.erase(filters.begin() + static_cast<std::ptrdiff_t>(*relaxed.filter));
  return search.count({question.request, question.query, filters, question.today, question.fields,
                       question.restriction});
}

}  // namespace

Explanation explain_nothing(const Question& question, search::PlainSearch& search,
                            rank::ThreadContext& context) {
  Explanation explanation;
  words::VariantFinder* variants = question.request.variants ? &search.variants() : nullptr;
  for (const Span word : question.query.searched_words) {
    report_words(query::slice(question.query.text, word), context, variants, explanation.words);
  }
  for (Relaxed& relaxed : relaxations_of(question)) {
    if (search.out_of_time()) break;
    relaxed.relaxation.articles = count(question, relaxed, search);
    if (relaxed.relaxation.articles > 0)
      explanation.relaxations.push_back(std::move(relaxed.relaxation));
  }
  return explanation;
}

}  // namespace fihris::searcher::help
