#include "fihris/stemmer/analyzer.h"

#include <xxhash.h>

#include <array>

#include "lexicon_identity.h"
#include "orthography.h"
#include "tokenizer.h"
#include "utf8.h"
#include "word_analyzer.h"
#include "word_cache.h"

namespace fihris {
namespace {

// Raised when the way terms are made changes in a manner the probe text would not show.
constexpr std::string_view kFormat = "fihris-analysis-1";

// Written to touch every rule: clitics, plurals, names, marks, compounds, months, digits, scripts.
constexpr std::string_view kProbe =
    "قال وزيرُ الخارجيّة والوزراء للصحافيين إن القواعد العسكرية في فلسطين وسورية ستبقى، وبالمدارس "
    "الـ15 كُتُبٌ. "
    "أُعلن في ديسمبر/ كانون الأول ٢٠٢٤ وفي ٣ آب و23/12/2024 وربيع الآخر عن كوفيد-19 والـBBC "
    "و#غزة_الآن وأ.ف.ب ١٢٫٥٪ ﻣﻜﺘﺒﺔ ﷺ "
    "کتاب "
    "Elections were running, naïve café U.S.A. G20 https://example.org/a-b user@example.org Москва "
    "يقولون كتبت سيارات سيارة حكومتها مسؤولياتهم لبنان إيران طهران قانون سكان ولاية والدة";

constexpr std::size_t kMaxCachedBytes = 256;
// In words; a word takes some 30 ns, memory some 100.
constexpr std::size_t kSlotAhead = 12;
constexpr std::size_t kEntryAhead = 6;

std::string_view slice(std::string_view text, Span span) {
  return text.substr(span.begin, span.end - span.begin);
}

}  // namespace

std::string_view to_string(LemmaSource source) {
  static constexpr std::array<std::string_view, 9> kNames = {
      "none", "stop", "name", "exception", "table", "plural", "guarded", "plain", "snowball"};
  return kNames[static_cast<std::size_t>(source)];
}

struct Analyzer::Impl {
  explicit Impl(AnalyzerConfig c) : config(std::move(c)), words(config.latin_language) {}

  const CachedWord* look_up(WordCache::Key key, std::string_view raw, TokenKind kind, bool acronym);
  const CachedWord* analyze_word(std::string_view raw, TokenKind kind, bool acronym);
  void find_keys(std::string_view text);
  void add_word(std::string_view text, const Word& word, WordCache::Key key,
                std::vector<Token>& tokens);
  void add_compound(std::string_view text, const Word& word, std::vector<Token>& tokens);
  void add_token(const CachedWord& cached, const Token& model, std::vector<Token>& tokens);
  void finish_months(std::string_view text, std::vector<Token>& tokens);
  void start();

  AnalyzerConfig config;
  WordAnalyzer words;
  Tokenizer tokenizer;
  WordCache cache;
  LemmaIds ids;
  std::uint64_t epoch = 1;
  std::vector<Word> split;
  std::vector<WordCache::Key> keys;  // beside split
  std::vector<MonthRole> roles;      // beside the tokens being made
  std::uint32_t position = 0;
  bool month_seen = false;
};

void Analyzer::Impl::start() {
  if (cache.full()) {
    cache.clear();
    ids.clear();
    ++epoch;
  }
  roles.clear();
  position = 0;
  month_seen = false;
}

const CachedWord* Analyzer::Impl::analyze_word(std::string_view raw, TokenKind kind, bool acronym) {
  CachedWord* first = nullptr;
  CachedWord* last = nullptr;
  for (const AnalyzedWord& word : words.analyze(raw, kind, acronym)) {
    CachedWord entry;
    entry.raw = raw;
    entry.norm = word.norm;
    entry.lemma = word.lemma.lemma;
    entry.kind = kind;
    entry.stop = word.lemma.stop;
    entry.month = word.month;
    entry.lemma_id = ids.id_of(kind, entry.lemma);
    // Huge words are analysed afresh each time rather than crowd the cache.
    const bool listed = first == nullptr && raw.size() <= kMaxCachedBytes;
    CachedWord* stored = listed ? cache.insert(entry, kind) : cache.add_unlisted(entry);
    if (first == nullptr) first = stored;
    if (last != nullptr) last->next = stored;
    last = stored;
  }
  return first;
}

const CachedWord* Analyzer::Impl::look_up(WordCache::Key key, std::string_view raw, TokenKind kind,
                                          bool acronym) {
  const CachedWord* found = cache.find(key, raw);
  return found != nullptr ? found : analyze_word(raw, kind, acronym);
}

void Analyzer::Impl::add_token(const CachedWord& cached, const Token& model,
                               std::vector<Token>& tokens) {
  Token token = model;
  token.kind = cached.kind;
  token.stop = cached.stop;
  token.lemma_id = cached.lemma_id;
  token.norm = cached.norm;
  token.lemma = cached.lemma;
  tokens.push_back(token);
  roles.push_back(cached.month);
  month_seen |= opens_month(cached.month);
}

void Analyzer::Impl::find_keys(std::string_view text) {
  keys.clear();
  for (const Word& word : split)
    keys.push_back(WordCache::key_of(slice(text, word.key), word.kind));
}

void Analyzer::Impl::add_word(std::string_view text, const Word& word, WordCache::Key key,
                              std::vector<Token>& tokens) {
  Token model;
  model.span = word.span;
  model.sentence_start = word.sentence_start;
  const CachedWord* found = look_up(key, slice(text, word.key), word.kind, word.acronym);
  for (const CachedWord* w = found; w != nullptr; w = w->next) {
    model.position = position++;
    add_token(*w, model, tokens);
    if (word.date_month != 0) {
      roles.back() = {MonthRole::Kind::kDate, word.date_month};
      month_seen = true;
    }
    model.sentence_start = false;
  }
}

void Analyzer::Impl::add_compound(std::string_view text, const Word& word,
                                  std::vector<Token>& tokens) {
  Token model;
  model.span = {word.span.begin, word.compound_key.end};
  model.in_sequence = false;
  model.position = position == 0 ? 0 : position - 1;
  const std::string_view raw = slice(text, word.compound_key);
  const WordCache::Key key = WordCache::key_of(raw, TokenKind::kCompound);
  const CachedWord* found = look_up(key, raw, TokenKind::kCompound, false);
  if (found != nullptr) add_token(*found, model, tokens);
}

void Analyzer::Impl::finish_months(std::string_view text, std::vector<Token>& tokens) {
  if (!month_seen) return;
  join_months(text, roles, tokens);
  for (Token& token : tokens) {
    if (token.kind == TokenKind::kMonth) token.lemma_id = ids.id_of(token.kind, token.lemma);
  }
}

Analyzer::Analyzer(AnalyzerConfig config) : impl_(std::make_unique<Impl>(std::move(config))) {}
Analyzer::~Analyzer() = default;
Analyzer::Analyzer(Analyzer&&) noexcept = default;
Analyzer& Analyzer::operator=(Analyzer&&) noexcept = default;

void Analyzer::analyze(std::string_view utf8, std::vector<Token>& tokens) {
  tokens.clear();
  impl_->start();
  impl_->tokenizer.split(utf8, impl_->split);
  impl_->find_keys(utf8);
  const std::size_t count = impl_->split.size();
  for (std::size_t i = 0; i < count; ++i) {
    if (i + kSlotAhead < count) impl_->cache.prefetch_slot(impl_->keys[i + kSlotAhead]);
    if (i + kEntryAhead < count) impl_->cache.prefetch_entry(impl_->keys[i + kEntryAhead]);
    const Word& word = impl_->split[i];
    impl_->add_word(utf8, word, impl_->keys[i], tokens);
    if (word.compound > 0) impl_->add_compound(utf8, word, tokens);
  }
  impl_->finish_months(utf8, tokens);
}

std::uint32_t Analyzer::lemma_id_bound() const { return impl_->ids.bound(); }
std::uint64_t Analyzer::cache_epoch() const { return impl_->epoch; }
const AnalyzerConfig& Analyzer::config() const { return impl_->config; }

WordAnalysis Analyzer::explain(std::string_view word) {
  WordAnalysis out;
  out.repaired = repair_utf8(word);
  impl_->tokenizer.split(out.repaired, impl_->split);
  if (impl_->split.empty()) return out;
  const Word& first = impl_->split.front();
  const auto analyzed = impl_->words.analyze(
      std::string_view(out.repaired).substr(first.key.begin, first.key.end - first.key.begin),
      first.kind, first.acronym);
  if (analyzed.empty()) return out;
  out.norm = analyzed[0].norm;
  out.clitics = analyzed[0].lemma.clitics;
  out.core = analyzed[0].lemma.core;
  out.lemma = analyzed[0].lemma.lemma;
  out.source = analyzed[0].lemma.source;
  out.stop = analyzed[0].lemma.stop;
  return out;
}

std::string Analyzer::fingerprint() const {
  Analyzer probe(impl_->config);
  std::vector<Token> tokens;
  probe.analyze(kProbe, tokens);
  std::string seen(kFormat);
  seen += lexicon_identity();
  seen += impl_->config.latin_language;
  for (const Token& token : tokens) {
    seen += '\x1f';
    seen += std::to_string(static_cast<int>(token.kind)) + (token.stop ? "s" : "") +
            (token.in_sequence ? "q" : "");
    seen += std::to_string(token.span.begin) + '\x1e' + std::string(token.norm) + '\x1e' +
            std::string(token.lemma);
  }
  char hex[17];
  std::snprintf(hex, sizeof hex, "%016llx",
                static_cast<unsigned long long>(XXH3_64bits(seen.data(), seen.size())));
  return hex;
}

}  // namespace fihris
