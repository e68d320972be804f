// Words, phrases and prefixes of a query → clauses, and what the rest of the plan needs to know of
// them.
#pragma once

#include <xapian.h>

#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <unordered_map>
#include <utility>
#include <vector>

#include "fihris/stemmer/analyzer.h"
#include "fihris/store/fields.h"
#include "plan/clause.h"
#include "plan/query_extras.h"

namespace fihris::searcher::plan {

// Where in a query something stands.
struct Scope {
  bool title = false;                // below `title:`
  bool excluded = false;             // below `-`: not marked, does not rank
  const FieldSpec* field = nullptr;  // below the name of an attribute whose words are searched
  bool being_typed = false;          // its last word may be the beginning of one

  // The term of a word that stands here.
  std::string term(TokenKind kind, std::string_view lemma) const {
    return field == nullptr ? term_of(kind, lemma, title) : field_term(*field, kind, lemma);
  }
};

// Words side by side.
struct WordRun {
  std::vector<Clause> words;
  std::vector<Clause> wholes;  // of compounds: rank, demand nothing
  // What may stand for several of the words together. Ascending, disjoint.
  struct Alternative {
    std::size_t first;  // indexes in `words`
    std::size_t last;
    Clause clause;
  };
  std::vector<Alternative> alternatives;
};

// Puts the alternatives of words that are all demanded into the scope of those words.
void demand_alternatives(WordRun& run);

class LeafBuilder {
  using TermCounts = std::unordered_map<std::string, Xapian::termcount>;

 public:
  LeafBuilder(Plan& plan, Xapian::Database& database, Analyzer& analyzer, QueryExtras extras)
      : plan_(plan),
        database_(database),
        analyzer_(analyzer),
        extras_(extras),
        articles_(database.get_doccount()) {}

  // Analysed together, as «كانون الأول» is two words and one month.
  WordRun words(std::string_view text, Scope scope);
  // Quoted words that rank instead of demanding: they count more together than apart.
  WordRun quoted_words(std::string_view text, Scope scope);
  // All tokens of the word.
  Clause whole_word(std::string_view text, Scope scope);
  Clause phrase(const query::Phrase& phrase, Scope scope);
  Clause exact_word(std::string_view text, Scope scope);
  Clause prefix(const query::Prefix& prefix, Span span, Scope scope);
  // A value of a field such as source, or the beginning of one. Without weight.
  Xapian::Query field_value(const FieldSpec& field, std::string_view value) const;
  Xapian::Query field_prefix(const FieldSpec& field, const query::Prefix& prefix, Span span);

  // Completes plan.wanted once all leaves are made.
  void finish();

 private:
  struct Leaf {  // an analysed piece of the query
    std::vector<Token> sequence;
    std::vector<Token> compounds;
    std::vector<std::pair<std::size_t, Token>> also;  // index in `sequence`, another key of it
  };
  Leaf analyze(std::string_view text);
  Clause token_clause(const Token& token, Scope scope, Xapian::termcount times = 1);
  Clause sequence_clause(const Leaf& leaf, const query::Phrase& phrase, Scope scope);
  Condition want_sequence(Wanted wanted, const std::vector<std::size_t>& other_order, bool is_stop);
  WordRun run(const Leaf& leaf, Scope scope, bool quoted);
  void add_variants(const Token& token, Scope scope, Clause& clause);
  // Adds the other keys of the words: the verb that a noun may be, too.
  void add_other_keys(const Leaf& leaf, Scope scope, const std::vector<std::size_t>& word_of,
                      WordRun& run);
  void add_ta_marbuta(const Token& token, Scope scope, Clause& clause);
  void add_longer_words(const Token& token, Scope scope, Clause& clause);
  // `typed`: the terms of the query's own words.
  void add_origins(const Token& token, Scope scope, const TermCounts& typed, Clause& clause);
  // Lemmas that match as well, each for the weight given.
  void add_lemmas(const std::vector<std::string>& lemmas, double weight, Scope scope,
                  Clause& clause);
  // `word_of`: of each token of the leaf, the index in run.words.
  void add_synonyms(const Leaf& leaf, Scope scope, const std::vector<std::size_t>& word_of,
                    WordRun& run);
  std::vector<Clause> other_members(const words::Synonyms::Match& match, Scope scope,
                                    PlanAlternative& alternative);
  // Other words that some of a leaf's may be: one for two, or two for one.
  struct Spacing {
    std::size_t first;
    std::size_t length;
    std::vector<std::string> lemmas;
  };
  std::optional<std::string> joined(const Token& left, const Token& right, Scope scope);
  std::vector<std::string> split(const Token& token, Scope scope);
  std::vector<Spacing> other_spacings(const Leaf& leaf, Scope scope);
  static Leaf respaced(const Leaf& leaf, std::span<const Spacing> spacings);
  void add_spacings(const Leaf& leaf, Scope scope, const std::vector<std::size_t>& word_of,
                    WordRun& run);
  double spacing_weight(const Leaf& typed, const Spacing& spacing, Scope scope);
  static bool add_alternative(WordRun::Alternative alternative, WordRun& run);
  void add_wholes(const Leaf& leaf, Scope scope, bool extras,
                  const std::vector<std::size_t>& word_of, WordRun& run);
  Clause spaced_phrase(const Leaf& leaf, const query::Phrase& phrase, Scope scope);
  void add_ranked_words(const Leaf& leaf, Scope scope, bool quoted);
  std::size_t ranked_word(const Token& token, bool title_only);
  void remember_typed(const Token& token);
  std::size_t want(Wanted wanted, bool is_stop);
  double idf_of(Xapian::doccount articles_with) const;
  Xapian::doccount articles_with(const std::string& term);
  double idf(const std::string& term);
  double idf_together(const std::vector<std::string>& terms);
  AnyOf weighing(const std::vector<std::string>& terms, double weight);
  std::vector<std::string> frequent_terms(const std::string& begin) const;
  bool long_enough(const std::string& begin, Span span);

  Plan& plan_;
  Xapian::Database& database_;
  Analyzer& analyzer_;
  QueryExtras extras_;
  Xapian::doccount articles_;
  std::vector<Token> tokens_;
  std::size_t tokens_used_ = 0;
  std::unordered_map<std::string, std::size_t> ranked_;  // term → index in plan_.words
  std::vector<WantedToken> typed_sequence_;
  std::vector<WantedToken> typed_words_;
};

}  // namespace fihris::searcher::plan
