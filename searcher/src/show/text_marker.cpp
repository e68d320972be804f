#include "show/text_marker.h"

#include <algorithm>

#include "column/sequence_match.h"
#include "fihris/store/fields.h"
#include "text/query_chars.h"

namespace fihris::searcher::show {
namespace {

// Past the marks that print on the letter before: a highlight must not tear a vowel sign off its
// letter.
std::size_t grapheme_end(std::string_view text, std::size_t end) {
  constexpr char32_t kZeroWidthJoiner = 0x200D;
  while (end < text.size() && static_cast<unsigned char>(text[end]) >= 0x80) {
    const text::CodePoint c = text::code_point_at(text, end);
    if (!text::is_mark(c.value) && c.value != kZeroWidthJoiner) break;
    end = c.next;
  }
  return end;
}

bool by_place(const Mark& a, const Mark& b) {
  if (a.span.begin != b.span.begin) return a.span.begin < b.span.begin;
  if (a.span.end != b.span.end) return a.span.end > b.span.end;
  return a.wanted < b.wanted;
}

}  // namespace

void AnalyzedText::read(std::string_view field_name, std::string_view utf8, Analyzer& analyzer) {
  field = field_name;
  text = utf8;
  analyzer.outline(utf8, tokens);
  sequence.resize(tokens.size());
  std::size_t size = 0;
  for (std::uint32_t i = 0; i < tokens.size(); ++i) {
    sequence[size] = i;
    size += tokens[i].in_sequence ? 1 : 0;
  }
  sequence.resize(size);
}

TextMarker::TextMarker(std::span<const plan::Wanted> wanted, std::vector<bool> shown)
    : shown_(std::move(shown)) {
  std::uint32_t index = 0;
  for (const plan::Wanted& w : wanted) add(w, index++);
  own_ = index;
}

void TextMarker::set_extra(std::span<const plan::Wanted> extra) {
  if (extra.empty() && title_only_.size() == own_) return;
  for (Term& term : terms_) {
    while (!term.uses.empty() && term.uses.back().wanted >= own_) term.uses.pop_back();
  }
  title_only_.resize(own_);
  shown_.resize(own_ + extra.size(), true);
  const std::size_t known = terms_.size();
  auto index = static_cast<std::uint32_t>(own_);
  for (const plan::Wanted& each : extra) add(each, index++);
  // Terms stay where they are; new ones must be asked for.
  if (terms_.size() > known) bound_ = 0;
}

void TextMarker::add(const plan::Wanted& wanted, std::uint32_t index) {
  title_only_.push_back(wanted.title_only);
  if (wanted.tokens.empty()) return;
  const plan::WantedToken& first = wanted.tokens.front();
  if (wanted.prefix) {
    prefixes_.push_back({index, first.lemma});
  } else if (wanted.tokens.size() == 1) {
    terms_[static_cast<std::size_t>(term_index(first))].uses.push_back({index, first.norm});
  } else {
    add_sequence(wanted, index);
  }
}

void TextMarker::add_sequence(const plan::Wanted& wanted, std::uint32_t index) {
  Sequence sequence;
  sequence.wanted = index;
  sequence.slop = wanted.slop;
  for (const plan::WantedToken& token : wanted.tokens) {
    const std::int32_t term = term_index(token);
    sequence.terms.push_back(term);
    sequence.norms.push_back(token.norm);
    const auto key = std::find(sequence.keys.begin(), sequence.keys.end(), term);
    if (key == sequence.keys.end()) {
      sequence.keys.push_back(term);
      sequence.need.push_back(1);
    } else {
      ++sequence.need[static_cast<std::size_t>(key - sequence.keys.begin())];
    }
  }
  sequences_.push_back(std::move(sequence));
}

std::int32_t TextMarker::term_index(const plan::WantedToken& token) {
  std::string name = term_of(token.kind, token.lemma, false);
  const auto at = std::find_if(terms_.begin(), terms_.end(),
                               [&name](const Term& term) { return term.name == name; });
  if (at != terms_.end()) return static_cast<std::int32_t>(at - terms_.begin());
  terms_.push_back({std::move(name), token.kind, token.lemma, {}});
  return static_cast<std::int32_t>(terms_.size() - 1);
}

// Looks up the lemma_ids of the wanted words; again when the analyser has met new lemmas, which may
// be wanted ones.
void TextMarker::find_lemma_ids(const Analyzer& analyzer) {
  if (epoch_ == analyzer.cache_epoch() && bound_ == analyzer.lemma_id_bound()) return;
  epoch_ = analyzer.cache_epoch();
  bound_ = analyzer.lemma_id_bound();
  lemma_ids_.clear();
  sieve_.fill(false);
  for (const Term& term : terms_) {
    lemma_ids_.push_back(analyzer.lemma_id(term.kind, term.lemma));
    sieve_[lemma_ids_.back() % kSieve] = true;
  }
}

std::int32_t TextMarker::term_with(std::uint32_t lemma_id) const {
  if (!sieve_[lemma_id % kSieve]) return kUnwanted;
  const auto found = std::find(lemma_ids_.begin(), lemma_ids_.end(), lemma_id);
  return found == lemma_ids_.end() ? kUnwanted
                                   : static_cast<std::int32_t>(found - lemma_ids_.begin());
}

bool TextMarker::allowed(std::uint32_t wanted, const AnalyzedText& text) const {
  return !title_only_[wanted] || text.field == "title";
}

const std::vector<Mark>& TextMarker::mark(const AnalyzedText& text, const Analyzer& analyzer) {
  find_lemma_ids(analyzer);
  marks_.clear();
  found_.assign(title_only_.size(), false);
  sequence_terms_.clear();
  mark_words(text, analyzer);
  for (const Sequence& sequence : sequences_) {
    if (!allowed(sequence.wanted, text)) continue;
    sequence.slop == 0 ? mark_in_order(text, sequence, analyzer) : mark_near(text, sequence);
  }
  for (Mark& mark : marks_) mark.span.end = grapheme_end(text.text, mark.span.end);
  std::sort(marks_.begin(), marks_.end(), by_place);
  return marks_;
}

void TextMarker::mark_words(const AnalyzedText& text, const Analyzer& analyzer) {
  for (const LightToken& token : text.tokens) {
    const std::int32_t term = term_with(token.lemma_id);
    if (token.in_sequence) sequence_terms_.push_back(term);
    if (!prefixes_.empty()) mark_prefixes(text, token, analyzer);
    if (term < 0) continue;
    for (const Use& use : terms_[static_cast<std::size_t>(term)].uses) {
      const bool form = use.norm.empty() || use.norm == analyzer.norm(token);
      if (form && allowed(use.wanted, text)) add_mark(use.wanted, token, token);
    }
  }
}

void TextMarker::mark_prefixes(const AnalyzedText& text, const LightToken& token,
                               const Analyzer& analyzer) {
  const auto begins = [](std::string_view word, std::string_view with) {
    return word.substr(0, with.size()) == with;
  };
  for (const PrefixMark& prefix : prefixes_) {
    const bool found =
        begins(analyzer.lemma(token), prefix.begin) || begins(analyzer.norm(token), prefix.begin);
    if (found && allowed(prefix.wanted, text)) add_mark(prefix.wanted, token, token);
  }
}

void TextMarker::mark_in_order(const AnalyzedText& text, const Sequence& sequence,
                               const Analyzer& analyzer) {
  column::each_in_order(
      0, text.size(), sequence.terms.size(),
      [&](std::size_t i, std::size_t k) {
        return sequence_terms_[i] == sequence.terms[k] &&
               (sequence.norms[k].empty() || sequence.norms[k] == analyzer.norm(text.at(i)));
      },
      [&](std::size_t i) {
        add_mark(sequence.wanted, text.at(i), text.at(i + sequence.terms.size() - 1));
        return true;
      });
}

void TextMarker::mark_near(const AnalyzedText& text, const Sequence& sequence) {
  const auto key_at = [&](std::size_t i) {
    const auto key = std::find(sequence.keys.begin(), sequence.keys.end(), sequence_terms_[i]);
    return key == sequence.keys.end() ? -1 : static_cast<int>(key - sequence.keys.begin());
  };
  std::size_t marked = 0;  // positions below are done
  column::each_near(0, text.size(), sequence.need, sequence.terms.size() + sequence.slop, key_at,
                    [&](std::size_t first, std::size_t last) {
                      const bool adjacent = last - first + 1 == sequence.terms.size();
                      if (adjacent) add_mark(sequence.wanted, text.at(first), text.at(last));
                      for (std::size_t i = std::max(first, marked); i <= last; ++i) {
                        if (key_at(i) >= 0) add_mark(sequence.wanted, text.at(i), text.at(i));
                      }
                      marked = last + 1;
                      return true;
                    });
}

void TextMarker::add_mark(std::uint32_t wanted, const LightToken& first, const LightToken& last) {
  found_[wanted] = true;
  if (!shown_[wanted]) return;
  // Parts of a compound may print as one word: the range is that of the widest.
  const Span span{first.span.begin, std::max(first.span.end, last.span.end)};
  marks_.push_back({span, wanted, first.position, last.position});
}

std::vector<Span> merged_spans(std::span<const Mark> marks) {
  std::vector<Span> spans;
  for (const Mark& mark : marks) {
    if (!spans.empty() && mark.span.begin < spans.back().end) {
      spans.back().end = std::max(spans.back().end, mark.span.end);
    } else if (mark.span.end > mark.span.begin) {
      spans.push_back(mark.span);
    }
  }
  return spans;
}

}  // namespace fihris::searcher::show
