#include "roots.h"

#include <algorithm>
#include <unordered_map>

#include "root_patterns.h"

namespace fihris::lemma_tool {
namespace {

constexpr double kLeastRoot = 0.02;  // count of a root nothing speaks for
constexpr double kPatternSmoothing = 0.1;
constexpr double kUncounted = 0.5;  // weight of a word that only the dictionary has

using Shares = std::unordered_map<std::string, double>;

struct Word {
  const RootedWord* word;
  std::vector<std::vector<RootReading>> readings;  // of each spelling
};

double value_or(const Shares& shares, const std::string& key, double otherwise) {
  const auto found = shares.find(key);
  return found == shares.end() ? otherwise : found->second;
}

class Model {
 public:
  // How much each root explains a word: all of its spellings must fit the root.
  Shares roots_of(const Word& word) const {
    Shares weights;
    for (std::size_t i = 0; i < word.readings.size(); ++i) {
      Shares here;
      for (const RootReading& r : word.readings[i]) here[r.root] += pattern(r.pattern);
      if (i == 0) {
        weights = std::move(here);
        continue;
      }
      for (auto& [root, weight] : weights) weight *= value_or(here, root, 0);
    }
    double sum = 0;
    for (auto& [root, weight] : weights) sum += weight *= value_or(roots_, root, 1);
    if (sum <= 0) return {};
    for (auto& [root, weight] : weights) weight /= sum;
    return weights;
  }

  void learn(const std::vector<Word>& words, double discount) {
    Shares roots, patterns;
    double sum = 0;
    for (const Word& word : words) {
      const double mass = word.word->counted ? 1 : kUncounted;
      const Shares shares = roots_of(word);
      for (const auto& [root, share] : shares) roots[root] += mass * share;
      for (const auto& spelling : word.readings) {
        for (const RootReading& r : spelling) {
          const double share = mass * value_or(shares, r.root, 0);
          patterns[r.pattern] += share;
          sum += share;
        }
      }
    }
    for (auto& [root, count] : roots) count = std::max(kLeastRoot, count - discount);
    for (auto& [name, count] : patterns) count = (count + kPatternSmoothing) / sum;
    roots_ = std::move(roots);
    patterns_ = std::move(patterns);
  }

  double count_of(const std::string& root) const { return value_or(roots_, root, 0); }

 private:
  double pattern(const std::string& name) const { return value_or(patterns_, name, 1); }

  Shares roots_, patterns_;
};

std::vector<Word> read(const std::vector<RootedWord>& words) {
  std::vector<Word> readable;
  for (const RootedWord& word : words) {
    Word read{&word, {}};
    for (const std::string& spelling : word.spellings) {
      auto readings = read_roots(spelling, word.verb);
      if (!readings.empty()) read.readings.push_back(std::move(readings));
    }
    if (!read.readings.empty()) readable.push_back(std::move(read));
  }
  return readable;
}

std::string spelled_root(std::string root) {
  std::replace(root.begin(), root.end(), 'Q', '\'');
  return root;
}

}  // namespace

std::map<std::string, std::string> choose_roots(const std::vector<RootedWord>& words,
                                                const RootOptions& options) {
  const std::vector<Word> readable = read(words);
  Model model;
  for (int round = 0; round < options.rounds; ++round) model.learn(readable, options.discount);
  std::map<std::string, std::string> chosen;
  for (const Word& word : readable) {
    for (const auto& [root, share] : model.roots_of(word)) {
      if (share < options.least_share) continue;
      if (model.count_of(root) + options.discount < options.least_words) continue;
      chosen.emplace(word.word->lemma, spelled_root(root));
    }
  }
  return chosen;
}

}  // namespace fihris::lemma_tool
