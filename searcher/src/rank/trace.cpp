#include "rank/trace.h"

#include <utility>
#include <vector>

#include "fihris/store/fields.h"
#include "rank/rerank.h"

namespace fihris::searcher::rank {
namespace {

TracedToken traced(const Token& token, std::string_view text, const Xapian::Database& database) {
  TracedToken traced;
  traced.span = token.span;
  traced.text = text.substr(token.span.begin, token.span.end - token.span.begin);
  traced.norm = token.norm;
  traced.lemma = token.lemma;
  traced.stop = token.stop;
  if (!token.stop) traced.articles = database.get_termfreq(term_of(token.kind, token.lemma, false));
  return traced;
}

}  // namespace

QueryTrace trace_of(const query::ParsedQuery& query, const plan::Plan& plan,
                    const Xapian::Database& database, Analyzer& analyzer) {
  QueryTrace trace;
  std::vector<Token> tokens;
  analyzer.analyze(query.text, tokens);
  for (const Token& token : tokens) trace.tokens.push_back(traced(token, query.text, database));
  for (TracedToken& token : trace.tokens) {
    token.source = to_string(analyzer.explain(token.text).source);
  }
  if (query.root) trace.tree = query::describe(*query.root);
  trace.xapian = plan.query.get_description();
  return trace;
}

ScoreParts score_parts(const Ranked& ranked, const plan::Plan& plan,
                       const Xapian::Database& database) {
  ScoreParts parts;
  if (ranked.second_pass) {
    Reranker reranker(plan);
    const std::string column = database.get_document(ranked.id).get_value(slot::kColumn);
    parts = reranker.parts(TokenColumn(column));
  }
  parts.first_pass = ranked.score - bonus_of(parts);
  return parts;
}

}  // namespace fihris::searcher::rank
