// fihris analyze: what becomes of each word, stage by stage.
#include <iostream>
#include <iterator>
#include <string>
#include <string_view>
#include <vector>

#include "arguments.h"
#include "commands.h"
#include "exit_code.h"
#include "fihris/searcher/writers.h"
#include "fihris/stemmer/stages.h"
#include "output.h"

namespace fihris::cli {
namespace {

struct Options {
  std::vector<std::string> text;
  bool json = false;
  bool words = false;
};

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

int print_stages(const std::string& text, bool json) {
  Analyzer analyzer;
  const std::vector<Stages> stages = analyze_stages(text, analyzer);
  Output out;
  if (json) {
    out.line(to_json(text, stages));
  } else {
    for (const Stages& token : stages) out.write(as_text(token));
  }
  out.close();
  return stages.empty() ? kNothingFound : kDone;
}

// word<TAB>key<TAB>lemma for each line of `words`, in order. A line of several words gets those of
// all. The word is written back byte for byte, without a closing CR.
void lemmatize_lines(std::istream& words) {
  Analyzer analyzer;
  std::vector<Token> tokens;
  Output out;
  for (std::string line; std::getline(words, line);) {
    if (!line.empty() && line.back() == '\r') line.pop_back();
    const TextLemmas lemmas = lemmas_of(line, analyzer, tokens);
    out.line(line + '\t' + lemmas.keys + '\t' + lemmas.spelled);
  }
  out.close();
}

int run(const Options& options) {
  std::ios::sync_with_stdio(false);
  if (options.words) {
    lemmatize_lines(std::cin);
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
