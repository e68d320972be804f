// fihris analyze: what becomes of each word, stage by stage.
#include <iostream>
#include <iterator>
#include <nlohmann/json.hpp>
#include <string>
#include <string_view>
#include <vector>

#include "analysis.h"
#include "arguments.h"
#include "commands.h"
#include "exit_code.h"
#include "fihris/stemmer/analyzer.h"
#include "output.h"

namespace fihris::cli {
namespace {

struct Options {
  std::vector<std::string> text;
  bool json = false;
  bool words = false;
};

std::string joined(const std::vector<std::string>& parts, std::string_view separator) {
  std::string text;
  for (const std::string& part : parts) {
    if (!text.empty()) text.append(separator);
    text.append(part);
  }
  return text;
}

std::string as_text(const Stages& s) {
  std::string text = s.repaired + "\n";
  if (s.repaired != s.surface) text += "  (ill-formed UTF-8 repaired)\n";
  const auto row = [&text](std::string_view name, std::string_view value) {
    text.append("  ")
        .append(name)
        .append(std::string(10 - name.size(), ' '))
        .append(value)
        .append("\n");
  };
  row("span", std::to_string(s.span.begin) + "-" + std::to_string(s.span.end));
  row("position", std::to_string(s.position) + (s.in_sequence ? "" : " (beside the sequence)"));
  row("kind", s.kind);
  row("norm", s.norm);
  if (!s.clitics.empty()) row("clitics", joined(s.clitics, " + "));
  if (!s.core.empty()) row("core", s.core);
  row("key", s.key);
  row("lemma", s.lemma);
  row("source", s.source);
  row("stop", s.stop ? "yes" : "no");
  return text;
}

nlohmann::ordered_json as_json(const Stages& s) {
  return {{"surface", s.surface},   {"span", {s.span.begin, s.span.end}},
          {"position", s.position}, {"sequence", s.in_sequence},
          {"kind", s.kind},         {"repaired", s.repaired},
          {"norm", s.norm},         {"clitics", s.clitics},
          {"core", s.core},         {"key", s.key},
          {"lemma", s.lemma},       {"source", s.source},
          {"stop", s.stop}};
}

int print_stages(const std::string& text, bool json) {
  Output out;
  auto tokens = nlohmann::ordered_json::array();
  const std::vector<Stages> stages = analyze_stages(text);
  for (const Stages& token : stages) {
    if (json) {
      tokens.push_back(as_json(token));
    } else {
      out.write(as_text(token));
    }
  }
  if (json) {
    using Json = nlohmann::ordered_json;
    const Json whole = {{"text", repair_utf8(text)}, {"tokens", std::move(tokens)}};
    out.line(whole.dump(-1, ' ', false, Json::error_handler_t::replace));
  }
  out.close();
  return stages.empty() ? kNothingFound : kDone;
}

int run(const Options& options) {
  std::ios::sync_with_stdio(false);
  if (options.words) {
    Output out;
    lemmatize_lines(std::cin, out);
    return kDone;
  }
  if (options.text.empty()) {
    const std::string text{std::istreambuf_iterator<char>(std::cin), {}};
    return print_stages(text, options.json);
  }
  std::string text = options.text.front();
  for (std::size_t i = 1; i < options.text.size(); ++i) text += " " + options.text[i];
  return print_stages(text, options.json);
}

void describe(CLI::App& command, Options& options) {
  CLI::Option* text =
      add_texts(command, "TEXT", options.text, "What to analyse; without it, standard input");
  CLI::Option* json = command.add_flag("--json", options.json, "One JSON object instead of text");
  command
      .add_flag("--words", options.words,
                "One word a line on standard input → word<TAB>key<TAB>lemma")
      ->excludes(text)
      ->excludes(json);
  command.footer(
      "The stages: surface (as printed), norm (spelling variants folded), clitics (taken off), "
      "core\n"
      "(what was looked up), key (what the index has), lemma (as people write it) and source (how\n"
      "it was found).\n"
      "Spans are byte offsets.\n"
      "Examples:\n"
      "  fihris analyze والمكتبات\n"
      "  fihris analyze --words < كلمات.txt");
}

}  // namespace

void add_analyze(CLI::App& app, Action& action) {
  add_command<Options>(app, action, "analyze", "Show how words become index keys", describe, run);
}

}  // namespace fihris::cli
