#include "discover/related_query.h"

#include <algorithm>
#include <cmath>
#include <string>
#include <unordered_map>
#include <vector>

#include "fihris/store/fields.h"
#include "plan/ranking_weights.h"

namespace fihris::searcher::discover {
namespace {

using W = plan::RelatedWeights;

struct Word {
  std::string term;
  bool name = false;
  unsigned count = 0;
  double idf = 0;
  double weight = 0;
};

// Distinct words of an article, by their terms.
class Words {
 public:
  void add(std::string_view text, unsigned weight, Analyzer& analyzer) {
    analyzer.analyze(text.substr(0, W::kTextBytes), tokens_);
    for (const Token& token : tokens_) {
      if (token.stop || token.lemma.empty() || token.kind == TokenKind::kNumber) continue;
      std::string term = term_of(token.kind, token.lemma, false);
      const auto [place, fresh] = places_.try_emplace(std::move(term), words_.size());
      if (fresh) words_.push_back({place->first, token.name});
      words_[place->second].count += weight;
    }
  }
  std::vector<Word> take() { return std::move(words_); }

 private:
  std::vector<Token> tokens_;
  std::unordered_map<std::string, std::size_t> places_;
  std::vector<Word> words_;
};

void weigh(std::vector<Word>& words, const Xapian::Database& database) {
  const double articles = database.get_doccount();
  for (Word& word : words) {
    const double having = database.get_termfreq(word.term);
    // Nobody else has it, or so many that it tells nothing.
    if (having < 2 || having > W::kMaxShare * articles + 2) continue;
    const double count = word.count;
    word.idf = std::log(1 + articles / having);
    word.weight = count / (count + plan::Bm25Weights::kK1) * word.idf * (word.name ? W::kName : 1);
  }
}

void keep_heaviest(std::vector<Word>& words, std::size_t most) {
  const auto heavier = [](const Word& a, const Word& b) {
    return a.weight != b.weight ? a.weight > b.weight : a.term < b.term;
  };
  std::sort(words.begin(), words.end(), heavier);
  if (words.size() > most) words.resize(most);
  while (!words.empty() && words.back().weight <= 0) words.pop_back();
}

}  // namespace

RelatedQuery related_query(const Article& article, const Xapian::Database& database,
                           Analyzer& analyzer) {
  Words collected;
  collected.add(article.title, kTitleWeight, analyzer);
  collected.add(article.summary, 1, analyzer);
  collected.add(article.body, 1, analyzer);
  std::vector<Word> words = collected.take();
  weigh(words, database);
  keep_heaviest(words, W::kWords);
  RelatedQuery related;
  std::vector<Xapian::Query> parts;
  for (const Word& word : words) {
    const double share = word.weight / word.idf;
    parts.emplace_back(Xapian::Query::OP_SCALE_WEIGHT, Xapian::Query(word.term), share);
    related.full_marks += share * (plan::Bm25Weights::kK1 + 1) * word.idf;
  }
  if (!parts.empty()) related.query = {Xapian::Query::OP_OR, parts.begin(), parts.end()};
  return related;
}

}  // namespace fihris::searcher::discover
