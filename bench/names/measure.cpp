// How well names in other spellings, in Latin letters and on the wrong keyboard are found.
//
//   fihris-names variants --db DIR GROUPS.tsv     label<TAB>word|word…; article ids are the words
//   fihris-names latin --db DIR PAIRS.tsv [N]     Arabic<TAB>Latin; names in N articles or more (1)
//   fihris-names keyboard --db DIR PAIRS.tsv      words of the first column typed on Latin keys;
//                                                 of the second, read as real Latin words
//
// Prints one line of JSON for each part. The third of the pairs whose label or Latin name hashes to
// 0 is held back: options are tuned on the others.
#include <algorithm>
#include <cstdio>
#include <fstream>
#include <functional>
#include <iostream>
#include <map>
#include <sstream>
#include <stdexcept>
#include <string>
#include <vector>

#include "fihris/searcher/searcher.h"
#include "fihris/stemmer/analyzer.h"
#include "fihris/stemmer/keyboard.h"
#include "fihris/stemmer/letters.h"
#include "fihris/stemmer/names.h"

namespace {

using fihris::Correction;
using fihris::SearchRequest;
using fihris::SearchResults;
using Pair = std::pair<std::string, std::string>;

std::vector<Pair> read_pairs(const std::string& file) {
  std::ifstream in(file);
  if (!in) throw std::invalid_argument("cannot read " + file);
  std::vector<Pair> pairs;
  for (std::string line; std::getline(in, line);) {
    const std::size_t tab = line.find('\t');
    if (tab != std::string::npos) pairs.emplace_back(line.substr(0, tab), line.substr(tab + 1));
  }
  return pairs;
}

// CRC-32, so that the split is the same everywhere.
bool is_held_back(const std::string& label) {
  std::uint32_t crc = ~std::uint32_t{0};
  for (const char c : label) {
    crc ^= static_cast<unsigned char>(c);
    for (int bit = 0; bit < 8; ++bit) crc = (crc >> 1) ^ ((crc & 1) != 0 ? 0xEDB88320U : 0U);
  }
  return ~crc % 3 == 0;
}

std::size_t code_points(const std::string& text) {
  return static_cast<std::size_t>(std::count_if(text.begin(), text.end(), [](char c) {
    return (static_cast<unsigned char>(c) & 0xC0U) != 0x80U;
  }));
}

struct Share {
  double good = 0, all = 0;
  double value() const { return all == 0 ? 0 : good / all; }
};

class Measure {
 public:
  explicit Measure(const std::string& db) : searcher_(fihris::Searcher::open(db)) {}

  void variants(const std::string& file) {
    std::map<std::string, Variants> parts;
    for (const auto& [label, joined] : read_pairs(file)) {
      const std::vector<std::string> group = split(joined);
      for (const std::string& word : group) {
        const Variants counted = count(word, group);
        parts[is_held_back(label) ? "held back" : "tuned on"] += counted;
        parts["all"] += counted;
      }
    }
    for (const auto& [name, part] : parts) {
      std::printf(
          "{\"part\":\"variants\",\"pairs\":\"%s\",\"n\":%.0f,\"found\":%.3f,"
          "\"false_variants_per_query\":%.2f,\"false_forms_per_query\":%.2f}\n",
          name.c_str(), part.pairs, part.found / part.pairs, part.false_variants / part.queries,
          part.false_forms / part.queries);
    }
  }

  void latin(const std::string& file, std::uint64_t at_least) {
    std::map<bool, Share> first;
    for (const auto& [arabic, latin] : read_pairs(file)) {
      if (latin.find(' ') != std::string::npos || !is_name_of_index(arabic, at_least)) continue;
      const SearchResults results = search(latin);
      if (!results.corrected && results.estimated_total > 0) continue;  // the index has it so
      Share& share = first[is_held_back(latin)];
      share.all += 1;
      share.good += results.corrected && same_word(results.corrected->query, arabic) ? 1 : 0;
    }
    for (const bool held : {false, true}) {
      std::printf(
          "{\"part\":\"latin\",\"held_back\":%s,\"articles_at_least\":%llu,\"names\":%.0f,"
          "\"p_at_1\":%.3f}\n",
          held ? "true" : "false", static_cast<unsigned long long>(at_least), first[held].all,
          first[held].value());
    }
  }

  void keyboard(const std::string& file) {
    Rescue qwerty;
    Rescue azerty;
    Share triggered;
    Share offered;
    for (const auto& [arabic, latin] : read_pairs(file)) {
      rescue(arabic, fihris::LatinKeyboard::kQwerty, qwerty);
      rescue(arabic, fihris::LatinKeyboard::kAzerty, azerty);
      if (latin.find(' ') != std::string::npos || code_points(latin) < 5) continue;
      const SearchResults results = search(latin);
      const bool wrong = is_keyboard(results.corrected);
      const bool offer = is_keyboard(results.did_you_mean);
      if (wrong) std::fprintf(stderr, "triggered: %s\n", latin.c_str());
      triggered.all += 1;
      triggered.good += wrong ? 1 : 0;
      offered.good += offer ? 1 : 0;
    }
    std::printf(
        "{\"part\":\"keyboard\",\"words\":%.0f,\"rescued_qwerty\":%.4f,\"rescued_azerty\":%.4f,"
        "\"with_offers_qwerty\":%.4f,\"with_offers_azerty\":%.4f,"
        "\"latin_words\":%.0f,\"triggered\":%.0f,\"offered\":%.0f}\n",
        qwerty.made.all, qwerty.made.value(), azerty.made.value(), qwerty.or_offered.value(),
        azerty.or_offered.value(), triggered.all, triggered.good, offered.good);
  }

 private:
  static std::vector<std::string> split(const std::string& joined) {
    std::vector<std::string> words;
    std::istringstream in(joined);
    for (std::string word; std::getline(in, word, '|');) words.push_back(word);
    return words;
  }

  SearchResults search(const std::string& query, std::size_t limit = 0) {
    SearchRequest request;
    request.query = query;
    request.limit = limit;
    request.snippets = false;
    return searcher_.search(request);
  }

  struct Variants {
    double pairs = 0, found = 0, queries = 0;
    double false_variants = 0;  // hits that are no spelling of the name
    double false_forms = 0;     // the same, because the analyser gives both one lemma
    Variants& operator+=(const Variants& more) {
      pairs += more.pairs;
      found += more.found;
      queries += more.queries;
      false_variants += more.false_variants;
      false_forms += more.false_forms;
      return *this;
    }
  };

  // Without corrections: those are no variants.
  Variants count(const std::string& word, const std::vector<std::string>& group) {
    SearchRequest request;
    request.query = word;
    request.limit = 100;
    request.snippets = false;
    request.corrections = {false, false, false};
    Variants counted;
    counted.queries = 1;
    counted.pairs = static_cast<double>(group.size() - 1);
    for (const fihris::Hit& hit : searcher_.search(request).hits) {
      if (hit.article.id == word) continue;
      if (std::find(group.begin(), group.end(), hit.article.id) != group.end()) {
        counted.found += 1;
      } else {
        (hit.tier == fihris::MatchTier::kFamily ? counted.false_variants : counted.false_forms) +=
            1;
      }
    }
    return counted;
  }

  std::uint64_t articles_of(const std::string& word) {
    SearchRequest request;
    request.query = word;
    request.limit = 0;
    request.variants = false;
    request.corrections = {false, false, false};
    return searcher_.search(request).estimated_total;
  }

  bool has_form(const std::string& word) {
    SearchRequest request;
    request.query = "=" + word;
    request.limit = 1;
    request.snippets = false;
    request.corrections = {false, false, false};
    return !searcher_.search(request).hits.empty();
  }

  // What the analyser takes for a form of some word is no name to be found by its letters.
  bool is_name_of_index(const std::string& arabic, std::uint64_t at_least) {
    if (code_points(arabic) < 4 || arabic.find(' ') != std::string::npos) return false;
    const fihris::WordAnalysis word = analyzer_.explain(arabic);
    const bool word_of_language = word.source == fihris::LemmaSource::kException ||
                                  word.source == fihris::LemmaSource::kStop ||
                                  word.source == fihris::LemmaSource::kPlural;
    return !word_of_language && word.lemma == word.norm && articles_of(arabic) >= at_least;
  }

  bool same_word(const std::string& a, const std::string& b) {
    const std::string lemma = analyzer_.explain(a).lemma;
    return lemma == analyzer_.explain(b).lemma;
  }

  struct Rescue {
    Share made;        // the query was corrected to the word
    Share or_offered;  // or the word was offered beside the correction
  };

  static bool is_keyboard(const std::optional<Correction>& correction) {
    return correction && correction->reason == Correction::Reason::kKeyboard;
  }

  void rescue(const std::string& arabic, fihris::LatinKeyboard keyboard, Rescue& rescued) {
    const bool one_word = fihris::to_letters(arabic).has_value();
    if (!one_word || code_points(arabic) < 4) return;
    if (!has_form(arabic)) return;
    const std::string typed = fihris::latin_keys(arabic, keyboard).front();
    const SearchResults results = search(typed);
    const auto is_it = [&](const std::optional<Correction>& correction) {
      return is_keyboard(correction) && same_word(correction->query, arabic);
    };
    const bool right = is_it(results.corrected);
    const bool offered = is_it(results.did_you_mean);
    if (!right) {
      std::fprintf(stderr, "not rescued%s: %s as %s, got %s\n", offered ? ", offered" : "",
                   arabic.c_str(), typed.c_str(),
                   results.corrected ? results.corrected->query.c_str() : "nothing");
    }
    rescued.made.all += 1;
    rescued.made.good += right ? 1 : 0;
    rescued.or_offered.all += 1;
    rescued.or_offered.good += right || offered ? 1 : 0;
  }

  fihris::Searcher searcher_;
  fihris::Analyzer analyzer_;
};

int run(const std::vector<std::string>& arguments) {
  if (arguments.size() < 4 || arguments[1] != "--db")
    throw std::invalid_argument("fihris-names variants|latin|keyboard --db DIR FILE [N]");
  Measure measure(arguments[2]);
  if (arguments[0] == "variants") {
    measure.variants(arguments[3]);
  } else if (arguments[0] == "latin") {
    measure.latin(arguments[3], arguments.size() > 4 ? std::stoul(arguments[4]) : 1);
  } else if (arguments[0] == "keyboard") {
    measure.keyboard(arguments[3]);
  } else {
    throw std::invalid_argument("unknown part " + arguments[0]);
  }
  return 0;
}

}  // namespace

int main(int argc, char** argv) try {
  return run({argv + 1, argv + argc});
} catch (const std::exception& error) {
  std::cerr << "fihris-names: " << error.what() << '\n';
  return 2;
}
