#include "lexicon_files.h"

#include <fstream>
#include <functional>
#include <sstream>
#include <stdexcept>
#include <vector>

#include "text/letters.h"

namespace fihris::lemma_tool {
namespace {

using Words = std::vector<std::string>;

Words words_of(const std::string& line, const std::string& where) {
  std::istringstream in(line.substr(0, line.find('#')));
  Words words;
  for (std::string word; in >> word;) {
    if (word == "|") {
      words.push_back(word);
      continue;
    }
    const auto letters = to_letters(word);
    if (!letters) {
      throw std::runtime_error(std::string(where).append(": not a word of Arabic letters: ") +
                               word);
    }
    words.push_back(*letters);
  }
  return words;
}

void for_each_line(const std::filesystem::path& path,
                   const std::function<void(const Words&)>& use) {
  std::ifstream in(path);
  std::size_t number = 0;
  for (std::string line; std::getline(in, line);) {
    ++number;
    const Words words = words_of(line, path.string() + ":" + std::to_string(number));
    if (!words.empty()) use(words);
  }
}

// First word of a line ← each of the others.
void map_to_first(const Words& words, std::map<std::string, std::string>& map) {
  for (std::size_t i = 1; i < words.size(); ++i)
    map.emplace(fold_letters(words[i]), fold_letters(words[0]));
}

void add_nisba(const Words& words, Lexicon& lexicon) {
  if (words.size() < 2) return;
  const std::string nisba = fold_letters(words[0]);
  lexicon.nisbas.emplace(nisba, nisba);
  lexicon.origins.emplace(nisba, fold_letters(words[1]));
  for (std::size_t i = 2; i < words.size(); ++i) {
    if (words[i] != "|") lexicon.nisbas.emplace(fold_letters(words[i]), nisba);
  }
}

}  // namespace

Lexicon read_lexicon(const std::filesystem::path& directory) {
  Lexicon lexicon;
  for_each_line(directory / "broken_plurals.txt", [&](const Words& words) {
    map_to_first(words, lexicon.plurals);
    lexicon.singulars.insert(fold_letters(words[0]));
  });
  for_each_line(directory / "variants.txt",
                [&](const Words& words) { map_to_first(words, lexicon.variants); });
  for_each_line(directory / "names.txt", [&](const Words& words) {
    lexicon.names.emplace(fold_letters(words[0]), fold_letters(words[0]));
    map_to_first(words, lexicon.names);
  });
  for_each_line(directory / "nisba.txt", [&](const Words& words) { add_nisba(words, lexicon); });
  for_each_line(directory / "exceptions.txt", [&](const Words& words) {
    if (words.size() == 2) lexicon.exceptions.emplace(fold_letters(words[0]), words[1]);
  });
  for_each_line(directory / "printed.txt", [&](const Words& words) {
    if (words.size() == 2) lexicon.printed.emplace(words[0], fold_letters(words[1]));
  });
  for_each_line(directory / "stop_words.txt",
                [&](const Words& words) { lexicon.stop_words.insert(words.begin(), words.end()); });
  for_each_line(directory / "not_stop_words.txt", [&](const Words& words) {
    lexicon.not_stop_words.insert(words.begin(), words.end());
  });
  for (const std::string& word : lexicon.stop_words) {
    lexicon.folded_stop_words.insert(fold_letters(word));
  }
  // A lemma is a verb when a present tense is listed for it.
  for (const auto& [form, lemma] : lexicon.exceptions) {
    if (form[0] == 'y' && lemma[0] != 'y') lexicon.verbs.insert(fold_letters(lemma));
  }
  return lexicon;
}

}  // namespace fihris::lemma_tool
