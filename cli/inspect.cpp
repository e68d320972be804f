// fihris inspect: what the index holds, for those who look for a mistake.
#include "fihris/store/inspect.h"

#include <cmath>
#include <nlohmann/json.hpp>
#include <string>

#include "arguments.h"
#include "commands.h"
#include "exit_code.h"
#include "fihris/searcher/writers.h"
#include "fihris/stemmer/analyzer.h"
#include "json_text.h"
#include "output.h"

namespace fihris::cli {
namespace {

using Json = nlohmann::ordered_json;

struct Options {
  std::string db;
  std::string id;
  std::string terms;
  bool json = false;
};

// A list as JSON, each element by `make`.
template <class List, class Make>
Json list_of(const List& list, Make make) {
  Json all = Json::array();
  for (const auto& element : list) all.push_back(make(element));
  return all;
}

Json json_of(const std::vector<Damage>& damages) {
  return list_of(damages, [](const Damage& damage) {
    return Json{{"file", damage.file.string()}, {"what", damage.what}};
  });
}

Json json_of(const IndexInfo& info) {
  return {{"format", info.schema_version},   {"latinLanguage", info.analyzer.latin_language},
          {"fingerprint", info.fingerprint}, {"created", info.created},
          {"articles", info.articles},       {"textBytes", info.text_bytes}};
}

Json json_of(const InspectedDatabase& database) {
  Json json{{"documents", database.documents},
            {"lastDocument", database.last_document},
            {"averageLength", std::round(100 * database.average_length) / 100},
            {"metadataBytes", database.metadata_bytes}};
  json["metadata"] = database.info ? json_of(*database.info) : Json();
  json["tombstones"] = database.dead.size();
  json["deadDocuments"] = database.dead;
  json["terms"] = list_of(database.prefixes, [](const InspectedPrefix& prefix) {
    return Json{{"prefix", prefix.prefix},
                {"terms", prefix.terms},
                {"postings", prefix.postings},
                {"meaning", prefix.meaning}};
  });
  json["slots"] = list_of(database.values, [](const InspectedValues& values) {
    return Json{{"slot", values.slot},
                {"meaning", values.meaning},
                {"documents", values.documents},
                {"first", values.first},
                {"last", values.last}};
  });
  return json;
}

Json json_of(const InspectedColumns& columns) {
  const auto sized = [](const char* name) {
    return [name](const InspectedBytes& each) {
      return Json{{name, each.bytes}, {"name", each.name}};
    };
  };
  return {{"rows", columns.rows},
          {"dated", columns.dated},
          {"firstDay", columns.first_day},
          {"lastDay", columns.last_day},
          {"signatures", columns.signed_texts},
          {"sections", list_of(columns.sections, sized("bytes"))},
          {"differentValues", list_of(columns.different_values, sized("values"))}};
}

Json json_of(const InspectedNames& names) {
  return {
      {"entries", names.entries},
      {"mostFrequent", list_of(names.most_frequent, [](const InspectedName& name) {
         return Json{{"articles", name.articles}, {"skeleton", name.skeleton}, {"word", name.word}};
       })}};
}

Json json_of(const InspectedPhrases& phrases) {
  return {{"entries", phrases.entries},
          {"articles", phrases.articles},
          {"mostFrequent", list_of(phrases.most_frequent, [](const InspectedPhrase& phrase) {
             return Json{{"count", phrase.count}, {"name", phrase.name}, {"text", phrase.text}};
           })}};
}

Json json_of(const IndexInspection& index) {
  Json json{{"pointer", index.pointer},
            {"currentGeneration", index.generation},
            {"generations", index.generations},
            {"fingerprintOfThisProgram", index.fingerprint_here}};
  json["files"] = list_of(index.files, [](const InspectedBytes& file) {
    return Json{{"bytes", file.bytes}, {"name", file.name}};
  });
  json["generation"] = nullptr;
  for (const InspectedDatabase& database : index.databases) {
    json[database.name] = json_of(database);
  }
  // Those of the oldest part stand by themselves, those of others in their part.
  for (const InspectedSideFiles& files : index.side_files) {
    Json& of = files.part == "generation" ? json : json[files.part];
    of["columns"] = files.columns ? json_of(*files.columns) : Json();
    of["names"] = files.names ? json_of(*files.names) : Json();
    for (const InspectedPhrases& phrases : files.phrases) of[phrases.file] = json_of(phrases);
  }
  json["unreadable"] = json_of(index.unreadable);
  return json;
}

Json terms_of(const ArticleInspection& article) {
  Json groups = Json::object();
  for (const InspectedTerms& group : article.terms) {
    const std::string name =
        group.prefix.empty() ? group.meaning : group.prefix + ": " + group.meaning;
    groups[name] = list_of(group.terms, [](const InspectedTerm& term) {
      return Json{{"wdf", term.wdf},
                  {"occurrences", term.occurrences},
                  {"articles", term.articles},
                  {"term", term.term}};
    });
  }
  return groups;
}

Json json_of(const InspectedToken& token) {
  return {{"position", token.position},
          {"lemmaFingerprint", token.lemma_fingerprint},
          {"formFingerprint", token.norm_fingerprint},
          {"title", token.title},
          {"sentenceStart", token.sentence_start},
          {"agrees", token.agrees},
          {"word", token.word},
          {"lemma", token.lemma}};
}

Json json_of(const ArticleInspection& article) {
  std::size_t disagreeing = 0;
  for (const InspectedToken& token : article.tokens) disagreeing += token.agrees ? 0U : 1U;
  Json json{{"part", article.part},
            {"document", article.document},
            {"documentUntilTheNextCommit", article.document_of_index},
            {"length", article.length},
            {"disagreeingTokens", disagreeing}};
  json["stored"] = article.article ? Json::parse(to_json(*article.article)) : Json();
  json["terms"] = terms_of(article);
  json["slots"] = list_of(article.slots, [](const InspectedSlot& slot) {
    return Json{{"slot", slot.slot},
                {"meaning", slot.meaning},
                {"bytes", slot.bytes},
                {"value", slot.value}};
  });
  json["tokens"] =
      list_of(article.tokens, [](const InspectedToken& token) { return json_of(token); });
  json["unreadable"] = json_of(article.unreadable);
  return json;
}

void print(const Json& json, const Options& options) {
  Output out;
  if (options.json) {
    out.line(json.dump(-1, ' ', false, Json::error_handler_t::replace));
  } else {
    out.write(text_of(json));
  }
  out.close();
}

int report(const std::vector<Damage>& unreadable, const Options& options) {
  if (unreadable.empty()) return kDone;
  complain("not all of the index at " + options.db + " is readable.",
           "The last rows name what is not.");
  return kIndexTrouble;
}

int print_index(const Options& options) {
  const IndexInspection index = inspect_index(options.db);
  print(json_of(index), options);
  return report(index.unreadable, options);
}

int print_article(const Options& options) {
  const std::string id = repair_utf8(options.id);
  const auto article = inspect_article(options.db, id);
  if (!article) {
    complain("no article has the id " + id + ".", "Search for it: hits show their ids.");
    return kNothingFound;
  }
  print(json_of(*article), options);
  return report(article->unreadable, options);
}

int print_terms(const Options& options) {
  const std::vector<CountedTerm> terms = inspect_terms(options.db, options.terms);
  if (options.json) {
    print(list_of(terms,
                  [](const CountedTerm& term) {
                    return Json{{"term", term.term}, {"articles", term.articles}};
                  }),
          options);
  } else {
    Output out;
    for (const CountedTerm& term : terms) {
      out.line(repair_utf8(term.term) + "\t" + std::to_string(term.articles));
    }
    out.close();
  }
  return terms.empty() ? kNothingFound : kDone;
}

int run(const Options& options) {
  if (!options.terms.empty()) return print_terms(options);
  return options.id.empty() ? print_index(options) : print_article(options);
}

void describe(CLI::App& command, Options& options) {
  add_db(command, options.db);
  CLI::Option* id = add_text(command, "ID", options.id, "One article; without it, the whole index");
  add_text(command, "--terms", options.terms,
           "Terms that begin so, with their articles: term<TAB>articles")
      ->excludes(id);
  command.add_flag("--json", options.json, "One JSON value instead of text");
  command.footer(
      "For those who look for a mistake; the format is in docs/index-format.md.\n"
      "Everything is opened read-only; of a damaged index as much is shown as can be read.\n"
      "Examples:\n"
      "  fihris inspect --db أرشيف\n"
      "  fihris inspect --db أرشيف أخبار/2025/خبر.txt\n"
      "  fihris inspect --db أرشيف --terms XS\n"
      "Exit codes: 0 shown, 1 no such article or term, 3 not all of the index is readable.");
}

}  // namespace

void add_inspect(CLI::App& app, Action& action) {
  add_command<Options>(app, action, "inspect", "Lay open what the index holds", describe, run);
}

}  // namespace fihris::cli
