// The one place where text becomes terms. Indexer, searcher and highlighter all use this class.
#pragma once

#include <cstdint>
#include <memory>
#include <string>
#include <string_view>
#include <vector>

#include "fihris/stemmer/token.h"

namespace fihris {

// What may differ between two indexes. Stored in the index; the searcher never takes it from flags.
struct AnalyzerConfig {
  // Snowball algorithm for words in Latin script: "english", "french", … or "none".
  std::string latin_language = "english";
  friend bool operator==(const AnalyzerConfig&, const AnalyzerConfig&) = default;
};

// How the lemma of a word was found.
enum class LemmaSource : std::uint8_t {
  kNone,       // numbers, compounds, months
  kStop,       // function word
  kName,       // protected proper name
  kException,  // listed exception or spelling variant
  kTable,      // lemma table
  kPlural,     // broken plural list
  kGuarded,    // Snowball with the guards against cut letters
  kPlain,      // kept as normalised
  kSnowball,   // Snowball stemmer of a Latin-script language
};
std::string_view to_string(LemmaSource source);

// The stages of one word, for `fihris analyze` and query explanations.
struct WordAnalysis {
  std::string repaired;              // after repair of invalid UTF-8
  std::string norm;                  // after normalisation
  std::vector<std::string> clitics;  // stripped, outermost first, e.g. {"و","ال"}
  std::string core;                  // what was looked up once clitics were off
  std::string lemma;
  LemmaSource source = LemmaSource::kPlain;
  bool stop = false;
};

// Turns UTF-8 text into tokens. Invalid bytes are treated as U+FFFD; spans always point into the
// bytes given. Not thread-safe: one per thread (construction is cheap, the lexicon is shared and
// read-only). Keeps a bounded cache of words already seen.
class Analyzer {
 public:
  explicit Analyzer(AnalyzerConfig config = {});
  ~Analyzer();
  Analyzer(Analyzer&&) noexcept;
  Analyzer& operator=(Analyzer&&) noexcept;

  // Replaces the content of `tokens` with the tokens of `utf8`, ordered by position, the sequence
  // token before the extra ones of the same position. The views in the tokens are valid until the
  // next call of analyze() or explain(). lemma_id numbers are dense (small integers, below
  // lemma_id_bound()).
  void analyze(std::string_view utf8, std::vector<Token>& tokens);

  // The same tokens without their words. They are valid until the next call of analyze(), outline()
  // or explain(). What is known of a word is found by a hash of 64 bits: that two words of a text
  // share one is as good as impossible.
  void outline(std::string_view utf8, std::vector<LightToken>& tokens);
  std::string_view norm(const LightToken& token) const;
  std::string_view lemma(const LightToken& token) const;
  // The lemma_id of a lemma; lemma_id_bound() when there is none yet.
  std::uint32_t lemma_id(TokenKind kind, std::string_view lemma) const;

  // One above the largest lemma_id handed out since the last change of cache_epoch(). Two tokens
  // have the same lemma_id if and only if their terms are the same, also across calls, while
  // cache_epoch() stays the same.
  std::uint32_t lemma_id_bound() const;
  std::uint64_t cache_epoch() const;

  // The stages of a single word.
  WordAnalysis explain(std::string_view word);

  const AnalyzerConfig& config() const;

  // Identifies what this analyser makes of text: 16 hex digits, a hash over a format version, the
  // configuration, every table that keys depend on, the version of Unicode and the terms of a fixed
  // probe text, so that a change of ICU, Snowball, lexicon or rules changes it. Some 100 µs.
  std::string fingerprint() const;

 private:
  struct Impl;
  std::unique_ptr<Impl> impl_;
};

// The normalised form of a text by the orthographic table alone (no splitting, no stemming). Used
// as the key of names, fields and filters. Idempotent.
std::string normalize(std::string_view utf8);

// A copy of `bytes` with each maximal ill-formed subsequence replaced by U+FFFD (Unicode 15,
// section 3.9).
std::string repair_utf8(std::string_view bytes);
bool is_valid_utf8(std::string_view bytes);

}  // namespace fihris
