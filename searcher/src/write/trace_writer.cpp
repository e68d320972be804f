#include "write/trace_writer.h"

#include <array>
#include <cstdio>

#include "fihris/stemmer/analyzer.h"
#include "text/result_text.h"

namespace fihris::searcher::write {
namespace {

using Json = nlohmann::ordered_json;

struct NamedPart {
  const char* name;
  double ScoreParts::*part;
};
constexpr std::array<NamedPart, 8> kParts{{{"firstPass", &ScoreParts::first_pass},
                                           {"exact", &ScoreParts::exact},
                                           {"window", &ScoreParts::window},
                                           {"adjacent", &ScoreParts::adjacent},
                                           {"quoted", &ScoreParts::quoted},
                                           {"title", &ScoreParts::title},
                                           {"lead", &ScoreParts::lead},
                                           {"family", &ScoreParts::family}}};

std::string decimals(double number) {
  std::array<char, 32> text{};
  const int size = std::snprintf(text.data(), text.size(), "%.3f", number);
  return {text.data(), static_cast<std::size_t>(size)};
}

std::string token_line(const TracedToken& token) {
  std::string line = "  " + text::shown_text(token.text) + " → " + text::shown_text(token.lemma);
  line += " (" + token.source + "), ";
  if (token.stop) return line + "a function word: it ranks nothing\n";
  return line + "in " + std::to_string(token.articles) +
         (token.articles == 1 ? " article\n" : " articles\n");
}

}  // namespace

Json trace_json(const QueryTrace& trace, std::string_view query) {
  Json tokens = Json::array();
  for (const TracedToken& token : trace.tokens) {
    tokens.push_back({{"text", repair_utf8(token.text)},
                      {"begin", text::code_points_before(query, token.span.begin)},
                      {"end", text::code_points_before(query, token.span.end)},
                      {"norm", token.norm},
                      {"lemma", token.lemma},
                      {"source", token.source},
                      {"stop", token.stop},
                      {"articles", token.articles}});
  }
  return {{"tokens", std::move(tokens)},
          {"tree", repair_utf8(trace.tree)},
          {"xapianQuery", repair_utf8(trace.xapian)}};
}

Json parts_json(const ScoreParts& parts) {
  Json json;
  for (const NamedPart& named : kParts) json[named.name] = parts.*named.part;
  return json;
}

std::string trace_text(const QueryTrace& trace) {
  std::string text = "Words:\n";
  for (const TracedToken& token : trace.tokens) text += token_line(token);
  text += "Read as: " + text::shown_text(trace.tree) + '\n';
  return text + "Asked of Xapian: " + text::shown_text(trace.xapian) + '\n';
}

std::string parts_line(double score, const ScoreParts& parts) {
  std::string line = "score " + decimals(score) + " =";
  for (const NamedPart& named : kParts) {
    if (parts.*named.part == 0) continue;
    line += line.back() == '=' ? " " : " + ";
    line += std::string(named.name) + ' ' + decimals(parts.*named.part);
  }
  return line;
}

}  // namespace fihris::searcher::write
