// Reading ar.aff and ar.dic (hunspell(5) format: FLAG long, AF and AM aliases, two levels of
// suffixes).
#include <fstream>
#include <optional>
#include <sstream>
#include <stdexcept>

#include "dictionary.h"
#include "fihris/stemmer/internal/utf8.h"
#include "text/letters.h"

namespace fihris::lemma_tool {
namespace {

std::vector<std::string> fields_of(const std::string& line) {
  std::istringstream in(line);
  std::vector<std::string> fields;
  for (std::string field; in >> field;) fields.push_back(field);
  return fields;
}

std::ifstream open_text(const std::filesystem::path& path) {
  std::ifstream in(path);
  if (!in) throw std::runtime_error("cannot read " + path.string());
  return in;
}

// Harakat, which the dictionary ignores too, dropped; nothing for text that is not Arabic letters.
std::optional<std::string> bare_letters(const std::string& utf8) {
  std::string kept;
  for (std::size_t pos = 0; pos < utf8.size();) {
    const char32_t c = stemmer::next_code_point(utf8, pos);
    if (c == 0x0640 || (c >= 0x064B && c <= 0x0652) || c == 0x0670) continue;
    stemmer::append_utf8(kept, c);
  }
  return to_letters(kept);
}

}  // namespace

// "is:pst st:كتب po:verb": tense, past tense of the verb, part of speech.
Dictionary::Morphology Dictionary::parse_morphology(const std::vector<std::string>& fields) {
  Morphology parsed;
  bool other_mood = false;
  for (const std::string& field : fields) {
    if (field.starts_with("st:")) parsed.verb = bare_letters(field.substr(3)).value_or("");
    if (field == "is:imp") parsed.imperative = true;
    if (field == "is:pst" || field == "is:prst") other_mood = true;
  }
  if (other_mood) parsed.imperative = false;
  return parsed;
}

int Dictionary::flag_index(std::string_view flag) const {
  for (std::size_t i = 0; i < flag_names_.size(); ++i) {
    if (flag_names_[i] == flag) return static_cast<int>(i);
  }
  return -1;
}

FlagSet Dictionary::parse_flags(const std::string& text) const {
  if (!text.empty() && text.find_first_not_of("0123456789") == std::string::npos) {
    const std::size_t alias = std::stoul(text);
    return alias > 0 && alias <= flag_aliases_.size() ? flag_aliases_[alias - 1] : FlagSet{};
  }
  FlagSet flags;
  for (std::size_t i = 0; i + 1 < text.size(); i += 2) {
    const int index = flag_index(std::string_view(text).substr(i, 2));
    if (index >= 0) flags.set(static_cast<std::size_t>(index));
  }
  return flags;
}

bool Dictionary::Condition::fits_end(std::string_view stem) const {
  // A condition longer than the word holds for no word; on a suffix alone, what cannot be seen is
  // taken to fit.
  std::size_t at = stem.size();
  for (auto place = sets.rbegin(); place != sets.rend() && at > 0; ++place) {
    --at;
    if ((place->first.find(stem[at]) != std::string::npos) == place->second) return false;
  }
  return true;
}

bool Dictionary::Condition::fits_begin(std::string_view stem) const {
  for (std::size_t i = 0; i < sets.size(); ++i) {
    if (i >= stem.size() || (sets[i].first.find(stem[i]) != std::string::npos) == sets[i].second)
      return false;
  }
  return true;
}

// PFX|SFX flag strip add[/next] condition
void Dictionary::read_rule(const std::vector<std::string>& fields) {
  if (fields.size() < 5) return;  // the header of a group
  const std::size_t slash = fields[3].find('/');
  const auto strip = bare_letters(fields[2] == "0" ? "" : fields[2]);
  const std::string add_text = fields[3].substr(0, slash);
  const auto add = bare_letters(add_text == "0" ? "" : add_text);
  if (!strip || !add) return;
  Rule rule{flag_index(fields[1]), *strip, *add, {}, {}};
  if (slash != std::string::npos) rule.next = parse_flags(fields[3].substr(slash + 1));
  bool inside = false, negated = false;
  std::string set;
  for (std::size_t pos = 0; pos < fields[4].size();) {
    const char32_t c = stemmer::next_code_point(fields[4], pos);
    if (c == '[') {
      inside = true, negated = false;
      set.clear();
    } else if (c == '^') {
      negated = true;
    } else if (c == ']') {
      inside = false;
      rule.condition.sets.emplace_back(set, negated);
    } else {
      std::string one;
      stemmer::append_utf8(one, c);
      const std::string letter = bare_letters(one).value_or("");
      if (inside) {
        set += letter;
      } else if (c != '.') {
        rule.condition.sets.emplace_back(letter, false);
      }
    }
  }
  (fields[0] == "PFX" ? prefixes_ : suffixes_).push_back(std::move(rule));
}

void Dictionary::read_aff(const std::filesystem::path& path) {
  std::ifstream in = open_text(path);
  std::vector<std::vector<std::string>> rules, aliases;
  bool counted = false;
  for (std::string line; std::getline(in, line);) {
    const std::vector<std::string> fields = fields_of(line);
    if (fields.empty()) continue;
    if (fields[0] == "PFX" || fields[0] == "SFX") {
      if (fields.size() >= 4 && flag_index(fields[1]) < 0) flag_names_.push_back(fields[1]);
      rules.push_back(fields);
    } else if (fields[0] == "AF") {
      aliases.push_back(fields);
    } else if (fields[0] == "AM") {
      if (counted)
        morphology_aliases_.push_back(parse_morphology(fields));  // the first line is their number
      counted = true;
    }
  }
  if (flag_names_.size() > FlagSet{}.size())
    throw std::runtime_error("too many flags in " + path.string());
  for (std::size_t i = 1; i < aliases.size(); ++i)
    flag_aliases_.push_back(parse_flags(aliases[i].at(1)));
  for (const auto& fields : rules) read_rule(fields);
}

// word[/alias][<tab>number of its morphology]
void Dictionary::read_dic(const std::filesystem::path& path) {
  std::ifstream in = open_text(path);
  for (std::string line; std::getline(in, line);) {
    const std::vector<std::string> fields = fields_of(line);
    if (fields.empty()) continue;
    const std::size_t slash = fields[0].find('/');
    const auto letters = bare_letters(fields[0].substr(0, slash));
    if (!letters || letters->empty()) continue;
    Stem stem;
    stem.letters = *letters;
    if (slash != std::string::npos) stem.flags = parse_flags(fields[0].substr(slash + 1));
    const bool numbered =
        fields.size() > 1 && fields[1].find_first_not_of("0123456789") == std::string::npos;
    const std::size_t alias = numbered ? std::stoul(fields[1]) : 0;
    if (alias > 0 && alias <= morphology_aliases_.size()) {
      stem.verb = morphology_aliases_[alias - 1].verb;
      stem.imperative = morphology_aliases_[alias - 1].imperative;
    }
    by_letters_[fold_letters(stem.letters)].push_back(stems_.size());
    stems_.push_back(std::move(stem));
  }
}

}  // namespace fihris::lemma_tool
