#include "lemma_choice.h"

#include <algorithm>
#include <cmath>
#include <unordered_map>
#include <utility>

namespace fihris::lemma_tool {
namespace {

class Numbering {
 public:
  std::size_t of(const std::string& key) {
    return numbers_.emplace(key, numbers_.size()).first->second;
  }
  std::size_t size() const { return numbers_.size(); }

 private:
  std::unordered_map<std::string, std::size_t> numbers_;
};

struct Option {
  std::size_t lemma, before, pattern;
  double fixed;
  double share = 0;
};

struct Model {
  std::vector<double> lemma, before, pattern;
  double weight(const Option& o) const {
    return lemma[o.lemma] * before[o.before] * pattern[o.pattern] * o.fixed;
  }
};

double fixed_weight(const Candidate& c, const ChoiceOptions& options) {
  double weight = std::pow(options.alef_edit, c.alef_edits) * std::pow(options.edit, c.edits);
  weight *= std::pow(options.rarity, c.rarity);
  if (c.pattern[0] == 'R') weight *= options.rule;
  if (c.pattern[0] == 'P') weight *= options.name;
  if (c.pattern[0] == 'X') weight *= options.exception;
  if (c.pattern[0] == 'L') weight *= options.listed;
  if (c.pattern.starts_with("N ")) weight *= options.function_word;
  return weight;
}

void normalise(std::vector<double>& counts, double smoothing) {
  double sum = 0;
  for (double& c : counts) sum += c += smoothing;
  for (double& c : counts) c /= sum;
}

using Options = std::vector<std::vector<Option>>;  // by word

// All lemmas, prefixes and patterns as likely.
struct Start {
  Options table;
  Model model;
};

Start start(const std::vector<ReadWord>& words, const ChoiceOptions& options) {
  Numbering lemmas, befores, patterns;
  Options table;
  for (const ReadWord& word : words) {
    auto& row = table.emplace_back();
    for (const Candidate& c : word.candidates) {
      const bool function_word = c.pattern.starts_with("N ");
      const std::string kind = c.word_class == WordClass::kVerb ? "V" : function_word ? "F" : "N";
      row.push_back({lemmas.of(kind + c.lemma), befores.of(kind + c.before), patterns.of(c.pattern),
                     fixed_weight(c, options)});
    }
  }
  return {std::move(table),
          {std::vector<double>(lemmas.size(), 1.0), std::vector<double>(befores.size(), 1.0),
           std::vector<double>(patterns.size(), 1.0)}};
}

// Shares each word's occurrences out among its options and counts anew.
Model next_round(const Model& model, Options& table, const std::vector<ReadWord>& words,
                 const ChoiceOptions& options) {
  Model next{std::vector<double>(model.lemma.size()), std::vector<double>(model.before.size()),
             std::vector<double>(model.pattern.size())};
  for (std::size_t i = 0; i < words.size(); ++i) {
    double sum = 0;
    for (Option& o : table[i]) sum += o.share = model.weight(o);
    if (sum <= 0) continue;
    const double mass = std::pow(static_cast<double>(words[i].count), options.count_power) / sum;
    for (const Option& o : table[i]) {
      next.lemma[o.lemma] += o.share * mass;
      next.before[o.before] += o.share * mass;
      next.pattern[o.pattern] += o.share * mass;
    }
  }
  for (double& mass : next.lemma) mass = std::max(0.0, mass - options.discount);
  normalise(next.lemma, options.smoothing);
  normalise(next.before, 0.1);
  normalise(next.pattern, 0.1);
  return next;
}

std::size_t likeliest(const std::vector<Option>& row, const Model& model) {
  std::size_t chosen = 0;
  double best = -1;
  for (std::size_t k = 0; k < row.size(); ++k) {
    const double weight = model.weight(row[k]);
    if (weight > best) best = weight, chosen = k;
  }
  return chosen;
}

}  // namespace

std::vector<std::size_t> choose(const std::vector<ReadWord>& words, const ChoiceOptions& options) {
  auto [table, model] = start(words, options);
  for (int round = 0; round < options.rounds; ++round) {
    model = next_round(model, table, words, options);
  }
  std::vector<std::size_t> chosen;
  chosen.reserve(words.size());
  for (const std::vector<Option>& row : table) chosen.push_back(likeliest(row, model));
  return chosen;
}

}  // namespace fihris::lemma_tool
