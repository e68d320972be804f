// Finds wanted words and phrases among the tokens of a text.
#pragma once

#include <array>
#include <cstdint>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "fihris/stemmer/analyzer.h"
#include "plan/wanted.h"

namespace fihris::searcher::show {

// A text with its tokens. The tokens stay valid until the analyser's next call.
struct AnalyzedText {
  std::string_view field;
  std::string_view text;
  std::vector<LightToken> tokens;
  std::vector<std::uint32_t> sequence;  // positions → indexes in `tokens`

  void read(std::string_view field_name, std::string_view utf8, Analyzer& analyzer);
  const LightToken& at(std::size_t position) const { return tokens[sequence[position]]; }
  std::size_t size() const { return sequence.size(); }
};

// A place where something wanted stands.
struct Mark {
  Span span;
  std::uint32_t wanted = 0;  // index
  std::uint32_t first = 0;   // positions of its first and last token
  std::uint32_t last = 0;
};

// One per request; made for a list of wanted things, then shown text after text.
class TextMarker {
 public:
  // What is not `shown` is looked for but not marked.
  TextMarker(std::span<const plan::Wanted> wanted, std::vector<bool> shown);

  // Looks for these as well from now on, in place of earlier ones; they are marked. Their indexes
  // follow those of the list.
  void set_extra(std::span<const plan::Wanted> extra);

  // By where they begin; they may overlap.
  const std::vector<Mark>& mark(const AnalyzedText& text, const Analyzer& analyzer);
  // Whether the last text has it.
  bool found(std::size_t wanted) const { return found_[wanted]; }

 private:
  static constexpr std::int32_t kUnwanted = -1;

  struct Use {
    std::uint32_t wanted;
    std::string norm;
  };
  struct Term {
    std::string name;
    TokenKind kind;
    std::string lemma;
    std::vector<Use> uses;  // as a single word
  };
  struct Sequence {  // a phrase or nearness
    std::uint32_t wanted;
    unsigned slop;
    std::vector<std::int32_t> terms;
    std::vector<std::string> norms;
    std::vector<std::int32_t> keys;  // distinct terms, for nearness
    std::vector<unsigned> need;
  };
  struct PrefixMark {  // a prefix
    std::uint32_t wanted;
    std::string begin;
  };

  void add(const plan::Wanted& wanted, std::uint32_t index);
  void add_sequence(const plan::Wanted& wanted, std::uint32_t index);
  std::int32_t term_index(const plan::WantedToken& token);
  std::int32_t term_with(std::uint32_t lemma_id) const;
  void find_lemma_ids(const Analyzer& analyzer);
  bool allowed(std::uint32_t wanted, const AnalyzedText& text) const;
  void mark_words(const AnalyzedText& text, const Analyzer& analyzer);
  void mark_prefixes(const AnalyzedText& text, const LightToken& token, const Analyzer& analyzer);
  void mark_in_order(const AnalyzedText& text, const Sequence& sequence, const Analyzer& analyzer);
  void mark_near(const AnalyzedText& text, const Sequence& sequence);
  void add_mark(std::uint32_t wanted, const LightToken& first, const LightToken& last);

  std::vector<Term> terms_;
  std::vector<Sequence> sequences_;
  std::vector<PrefixMark> prefixes_;
  std::vector<bool> title_only_;
  std::vector<bool> shown_;
  std::size_t own_ = 0;  // how many are not extra

  std::vector<std::uint32_t> lemma_ids_;  // of terms_
  static constexpr std::size_t kSieve = 1024;
  // By the lemma_id modulo kSieve: whether it may be that of a term. Nearly no token is.
  std::array<bool, kSieve> sieve_{};
  std::uint64_t epoch_ = 0;  // of the analyser's cache; with its bound: when the ids were asked for
  std::uint32_t bound_ = 0;
  std::vector<std::int32_t> sequence_terms_;
  std::vector<Mark> marks_;
  std::vector<bool> found_;
};

// The spans of `marks`, ascending, overlapping ones made one.
std::vector<Span> merged_spans(std::span<const Mark> marks);

}  // namespace fihris::searcher::show
