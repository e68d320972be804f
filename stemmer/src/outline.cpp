// The part of Analyzer that makes tokens without reading their words.
#include "analyzer_impl.h"

namespace fihris {
namespace {

const stemmer::CachedWord& word_of(const LightToken& token) {
  return *static_cast<const stemmer::CachedWord*>(token.word);
}

// As TokenContext is of full tokens.
class LightContext : public stemmer::months::MonthContext {
 public:
  explicit LightContext(const std::vector<LightToken>& tokens) {
    for (const LightToken& token : tokens) {
      if (token.in_sequence) sequence_.push_back(&token);
    }
  }
  TokenKind kind(std::size_t i) const override { return sequence_[i]->kind; }
  std::string_view norm(std::size_t i) const override { return word_of(*sequence_[i]).norm; }
  Span span(std::size_t i) const override { return sequence_[i]->span; }

 private:
  std::vector<const LightToken*> sequence_;
};

// Of several words: no word.
LightToken month_token(const LightToken& first, const LightToken& last,
                       const stemmer::months::MonthPlace& found) {
  LightToken token = first;
  token.kind = TokenKind::kMonth;
  token.span.end = last.span.end;
  token.month = found.month;
  if (found.end - found.first > 1) token.word = nullptr;
  return token;
}

LightToken light_token(Span span, const stemmer::CachedWord& word) {
  LightToken token;
  token.span = span;
  token.lemma_id = word.lemma_id;
  token.word = &word;
  token.kind = word.kind;
  return token;
}

}  // namespace

void Analyzer::Impl::outline_known(const stemmer::tokens::Word& word,
                                   const stemmer::WordCache::Glance& known,
                                   std::vector<LightToken>& tokens) {
  LightToken& token = tokens.emplace_back();
  token.span = word.span;
  token.lemma_id = known.lemma_id;
  token.word = known.word;
  token.kind = word.kind;
  token.sentence_start = word.sentence_start;
  token.position = position++;
  roles.push_back(word.date_month == 0 ? stemmer::months::MonthRole{} : date_role(word));
}

void Analyzer::Impl::outline_word(std::string_view text, const stemmer::tokens::Word& word,
                                  stemmer::WordCache::Key key, std::vector<LightToken>& tokens) {
  const stemmer::WordCache::Glance known = cache.glance(key);
  if (known.word != nullptr && !known.special) return outline_known(word, known, tokens);
  const stemmer::CachedWord* found = look_up(key, slice(text, word.key), word.kind, word.acronym);
  bool sentence_start = word.sentence_start;
  for (const stemmer::CachedWord* w = found; w != nullptr; w = w->next) {
    LightToken& token = tokens.emplace_back(light_token(word.span, *w));
    token.in_sequence = !w->also;
    token.position = w->also ? position - 1 : position++;
    if (w->also) continue;
    token.sentence_start = std::exchange(sentence_start, false);
    add_role(w->month);
    if (word.date_month != 0) roles.back() = date_role(word);
  }
}

void Analyzer::Impl::outline_compound(std::string_view text, const stemmer::tokens::Word& word,
                                      std::vector<LightToken>& tokens) {
  const std::string_view raw = slice(text, word.compound_key);
  const stemmer::WordCache::Key key = stemmer::WordCache::key_of(raw, word.compound_kind);
  const stemmer::CachedWord* found = look_up(key, raw, word.compound_kind, false);
  if (found == nullptr) return;
  LightToken& token =
      tokens.emplace_back(light_token({word.span.begin, word.compound_key.end}, *found));
  token.in_sequence = false;
  token.position = position == 0 ? 0 : position - 1;
}

void Analyzer::Impl::finish_months(std::string_view text, std::vector<LightToken>& tokens) {
  if (!month_seen) return;
  const std::vector<stemmer::months::MonthPlace> found =
      stemmer::months::find_months(text, roles, LightContext(tokens));
  if (found.empty()) return;
  stemmer::months::put_months(found, tokens, month_token);
  for (LightToken& token : tokens) {
    if (token.month != 0)
      token.lemma_id = ids.id_of(token.kind, stemmer::months::month_lemma(token.month));
  }
}

void Analyzer::outline(std::string_view utf8, std::vector<LightToken>& tokens) {
  tokens.clear();
  impl_->start(utf8);
  const std::size_t count = impl_->split.size();
  for (std::size_t i = 0; i < count; ++i) {
    if (i + kSlotAhead < count) impl_->cache.prefetch_slot(impl_->keys[i + kSlotAhead]);
    const stemmer::tokens::Word& word = impl_->split[i];
    impl_->outline_word(utf8, word, impl_->keys[i], tokens);
    if (word.compound > 0) impl_->outline_compound(utf8, word, tokens);
  }
  impl_->finish_months(utf8, tokens);
}

std::string_view Analyzer::norm(const LightToken& token) const {
  return token.word == nullptr ? stemmer::months::month_lemma(token.month) : word_of(token).norm;
}

std::string_view Analyzer::lemma(const LightToken& token) const {
  return token.kind == TokenKind::kMonth ? stemmer::months::month_lemma(token.month)
                                         : word_of(token).lemma;
}

std::uint32_t Analyzer::lemma_id(TokenKind kind, std::string_view lemma) const {
  return impl_->ids.find(kind, lemma);
}

}  // namespace fihris
