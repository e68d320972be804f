// fihris-lemma-table: makes the counted words and the lemma image at build time. See
// docs/lemmatizer.md.
//
//   fihris-lemma-table counts [LEAST]  < articles.jsonl  > word_counts.tsv
//   fihris-lemma-table image LEXICON_DIRECTORY OUTPUT [ar.aff ar.dic]
#include <exception>
#include <fstream>
#include <iostream>
#include <memory>
#include <stdexcept>
#include <string>
#include <vector>

#include "decisions.h"
#include "dictionary.h"
#include "families.h"
#include "image_writer.h"
#include "word_counts.h"

namespace {

using namespace fihris::lemma_tool;

int count_words(const std::vector<std::string>& arguments) {
  WordCounts counts;
  const std::size_t skipped = count_json_lines(std::cin, counts);
  counts.write(std::cout, arguments.empty() ? 3 : std::stoull(arguments[0]));
  if (skipped > 0)
    std::cerr << "fihris-lemma-table: " << skipped << " lines were not JSON objects\n";
  return 0;
}

int make_image_file(const std::vector<std::string>& arguments) {
  const std::filesystem::path lexicon = arguments.at(0);
  std::unique_ptr<Dictionary> dictionary;
  if (arguments.size() >= 4) dictionary = std::make_unique<Dictionary>(arguments[2], arguments[3]);
  const WordCounts counts = WordCounts::read(lexicon / "word_counts.tsv");
  const Lexicon lists = read_lexicon(lexicon);
  const auto [forms, spellings] = decide(counts, lists, dictionary.get());
  const Families families = find_families(forms, counts, lists, dictionary.get());
  const std::string image = make_image(forms, dictionary != nullptr, families, spellings);
  std::ofstream out(arguments.at(1), std::ios::binary);
  out.write(image.data(), static_cast<std::streamsize>(image.size()));
  if (!out.flush()) throw std::runtime_error("cannot write " + arguments.at(1));
  return 0;
}

}  // namespace

int main(int argc, char** argv) {
  const std::vector<std::string> arguments(argv + 1, argv + argc);
  const std::vector<std::string> rest(arguments.begin() + (arguments.empty() ? 0 : 1),
                                      arguments.end());
  try {
    if (!arguments.empty() && arguments[0] == "counts") return count_words(rest);
    if (rest.size() >= 2 && arguments[0] == "image") return make_image_file(rest);
    std::cerr << "usage: fihris-lemma-table counts [LEAST] < articles.jsonl > word_counts.tsv\n"
                 "       fihris-lemma-table image LEXICON_DIRECTORY OUTPUT [ar.aff ar.dic]\n";
    return 2;
  } catch (const std::exception& error) {
    std::cerr << "fihris-lemma-table: " << error.what() << '\n';
    return 1;
  }
}
