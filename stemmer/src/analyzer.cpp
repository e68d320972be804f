#include "fihris/stemmer/analyzer.h"

#include <array>

#include "analyzer_impl.h"
#include "fingerprint.h"

namespace fihris {
namespace {

constexpr std::size_t kMaxCachedBytes = 256;
// In words, behind kSlotAhead.
constexpr std::size_t kEntryAhead = 6;

// The words of full tokens, as the rules of months see them.
class TokenContext : public stemmer::months::MonthContext {
 public:
  explicit TokenContext(const std::vector<Token>& tokens) {
    for (const Token& token : tokens) {
      if (token.in_sequence) sequence_.push_back(&token);
    }
  }
  TokenKind kind(std::size_t i) const override { return sequence_[i]->kind; }
  std::string_view norm(std::size_t i) const override { return sequence_[i]->norm; }
  Span span(std::size_t i) const override { return sequence_[i]->span; }

 private:
  std::vector<const Token*> sequence_;
};

Token month_token(const Token& first, const Token& last, const stemmer::months::MonthPlace& found) {
  Token token = first;
  token.kind = TokenKind::kMonth;
  token.stop = false;
  token.name = false;
  token.span.end = last.span.end;
  token.lemma = stemmer::months::month_lemma(found.month);
  if (found.end - found.first > 1) token.norm = token.lemma;
  return token;
}

}  // namespace

std::string_view to_string(LemmaSource source) {
  static constexpr std::array<std::string_view, 9> kNames = {
      "none", "stop", "name", "exception", "table", "plural", "guarded", "plain", "snowball"};
  return kNames.at(static_cast<std::size_t>(source));
}

void Analyzer::Impl::start(std::string_view text) {
  if (cache.full()) {
    cache.clear();
    ids.clear();
    ++epoch;
  }
  roles.clear();
  position = 0;
  month_seen = false;
  tokenizer.split(text, split);
  find_keys(text);
}

const stemmer::CachedWord* Analyzer::Impl::analyze_word(std::string_view raw, TokenKind kind,
                                                        bool acronym) {
  stemmer::CachedWord* first = nullptr;
  stemmer::CachedWord* last = nullptr;
  const std::vector<stemmer::AnalyzedWord> analyzed = words.analyze(raw, kind, acronym);
  for (const stemmer::AnalyzedWord& word : analyzed) {
    stemmer::CachedWord entry;
    entry.raw = raw;
    entry.norm = word.norm;
    entry.lemma = word.lemma.lemma;
    entry.kind = kind;
    entry.stop = word.lemma.stop;
    entry.name = word.lemma.source == LemmaSource::kName;
    entry.month = word.month;
    entry.also = word.also;
    entry.lemma_id = ids.id_of(kind, entry.lemma);
    // Huge words are analysed afresh each time rather than crowd the cache.
    const bool listed = first == nullptr && raw.size() <= kMaxCachedBytes;
    stemmer::CachedWord* stored =
        listed ? cache.insert(entry, kind, analyzed.size() > 1) : cache.add_unlisted(entry);
    if (first == nullptr) first = stored;
    if (last != nullptr) last->next = stored;
    last = stored;
  }
  return first;
}

const stemmer::CachedWord* Analyzer::Impl::look_up(stemmer::WordCache::Key key,
                                                   std::string_view raw, TokenKind kind,
                                                   bool acronym) {
  const stemmer::CachedWord* found = cache.find(key, raw);
  return found != nullptr ? found : analyze_word(raw, kind, acronym);
}

void Analyzer::Impl::add_token(const stemmer::CachedWord& cached, const Token& model,
                               std::vector<Token>& tokens) {
  Token token = model;
  token.kind = cached.kind;
  token.stop = cached.stop;
  token.name = cached.name;
  token.also = cached.also;
  token.in_sequence = model.in_sequence && !cached.also;
  token.lemma_id = cached.lemma_id;
  token.norm = cached.norm;
  token.lemma = cached.lemma;
  tokens.push_back(token);
  if (token.in_sequence) add_role(cached.month);
}

void Analyzer::Impl::add_role(stemmer::months::MonthRole role) {
  roles.push_back(role);
  month_seen |= stemmer::months::opens_month(role);
}

stemmer::months::MonthRole Analyzer::Impl::date_role(const stemmer::tokens::Word& word) {
  month_seen = true;
  return {stemmer::months::MonthRole::Kind::kDate, word.date_month};
}

void Analyzer::Impl::find_keys(std::string_view text) {
  keys.clear();
  for (const stemmer::tokens::Word& word : split)
    keys.push_back(stemmer::WordCache::key_of(slice(text, word.key), word.kind));
}

void Analyzer::Impl::add_word(std::string_view text, const stemmer::tokens::Word& word,
                              stemmer::WordCache::Key key, std::vector<Token>& tokens) {
  Token model;
  model.span = word.span;
  model.sentence_start = word.sentence_start;
  const stemmer::CachedWord* found = look_up(key, slice(text, word.key), word.kind, word.acronym);
  for (const stemmer::CachedWord* w = found; w != nullptr; w = w->next) {
    model.position = w->also ? position - 1 : position++;
    add_token(*w, model, tokens);
    if (w->also) continue;
    if (word.date_month != 0) roles.back() = date_role(word);
    model.sentence_start = false;
  }
}

void Analyzer::Impl::add_compound(std::string_view text, const stemmer::tokens::Word& word,
                                  std::vector<Token>& tokens) {
  Token model;
  model.span = {word.span.begin, word.compound_key.end};
  model.in_sequence = false;
  model.position = position == 0 ? 0 : position - 1;
  const std::string_view raw = slice(text, word.compound_key);
  const stemmer::WordCache::Key key = stemmer::WordCache::key_of(raw, word.compound_kind);
  const stemmer::CachedWord* found = look_up(key, raw, word.compound_kind, false);
  if (found != nullptr) add_token(*found, model, tokens);
}

void Analyzer::Impl::finish_months(std::string_view text, std::vector<Token>& tokens) {
  if (!month_seen) return;
  const std::vector<stemmer::months::MonthPlace> found =
      stemmer::months::find_months(text, roles, TokenContext(tokens));
  if (found.empty()) return;
  stemmer::months::put_months(found, tokens, month_token);
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
  impl_->start(utf8);
  const std::size_t count = impl_->split.size();
  for (std::size_t i = 0; i < count; ++i) {
    if (i + kSlotAhead < count) impl_->cache.prefetch_slot(impl_->keys[i + kSlotAhead]);
    if (i + kEntryAhead < count) impl_->cache.prefetch_entry(impl_->keys[i + kEntryAhead]);
    const stemmer::tokens::Word& word = impl_->split[i];
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
  const stemmer::tokens::Word& first = impl_->split.front();
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
  probe.analyze(stemmer::probe_text(), tokens);
  return stemmer::fingerprint_of(stemmer::key_tables(), impl_->config.latin_language, tokens);
}

}  // namespace fihris
