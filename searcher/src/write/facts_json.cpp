// What is no result of a search, as JSON: analysed text, what an index holds, errors.
#include "fihris/searcher/writers.h"
#include "fihris/stemmer/analyzer.h"
#include "fihris/stemmer/lexicon.h"
#include "write/article_json.h"

namespace fihris {
namespace {

using searcher::write::dumped;
using searcher::write::Json;

Json token_json(const Stages& token) {
  return {{"surface", token.surface},   {"span", {token.span.begin, token.span.end}},
          {"position", token.position}, {"sequence", token.in_sequence},
          {"kind", token.kind},         {"repaired", token.repaired},
          {"norm", token.norm},         {"clitics", token.clitics},
          {"core", token.core},         {"key", token.key},
          {"lemma", token.lemma},       {"source", token.source},
          {"stop", token.stop}};
}

// Whose fault it is: that of the one who asks, the machine's, or the index's.
std::string_view type_of(ErrorCode code) {
  switch (code) {
    case ErrorCode::kUsage:
    case ErrorCode::kIndexMissing:
      return "invalid_request";
    case ErrorCode::kIndexLocked:
    case ErrorCode::kInputOutput:
      return "system";
    case ErrorCode::kIndexDamaged:
    case ErrorCode::kIndexIncompatible:
      return "internal";
  }
  return "internal";
}

}  // namespace

std::string to_json(std::string_view text, const std::vector<Stages>& tokens) {
  Json list = Json::array();
  for (const Stages& token : tokens) list.push_back(token_json(token));
  return dumped({{"text", repair_utf8(text)}, {"tokens", std::move(list)}});
}

std::string to_json(const IndexStats& stats) {
  return dumped({{"articles", stats.articles},
                 {"indexBytes", stats.bytes},
                 {"generationArticles", stats.info.articles},
                 {"generationTextBytes", stats.info.text_bytes},
                 {"created", stats.info.created},
                 {"schemaVersion", stats.info.schema_version},
                 {"latinLanguage", stats.info.analyzer.latin_language},
                 {"fingerprint", stats.info.fingerprint},
                 {"lemmaDictionary", lemma_table_has_dictionary()}});
}

std::string to_json(const Error& error) {
  std::string message = error.what();
  if (!error.hint().empty()) {
    // The libraries' messages are no whole sentences.
    if (!message.ends_with('.') && !message.ends_with('?')) message += '.';
    message += ' ' + error.hint();
  }
  return error_json(message, to_string(error.code()), type_of(error.code()), "");
}

std::string error_json(std::string_view message, std::string_view code, std::string_view type,
                       std::string_view link) {
  return dumped({{"message", message}, {"code", code}, {"type", type}, {"link", link}});
}

}  // namespace fihris
