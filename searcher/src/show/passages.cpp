#include "show/passages.h"

#include <algorithm>
#include <cmath>
#include <utility>

#include "plan/ranking_weights.h"
#include "show/text_layout.h"
#include "text/text_length.h"

namespace fihris::searcher::show {
namespace {

// Cuts between graphemes what is far longer than asked for (a word of a thousand letters, a run of
// signs).
Span cut_to_length(std::string_view text, Span span, std::span<const Span> marks,
                   std::size_t graphemes) {
  const auto slice = [&text](Span s) { return text.substr(s.begin, s.end - s.begin); };
  if (text::rough_graphemes(slice(span)) <= 2 * graphemes) return span;
  const auto mark = std::find_if(marks.begin(), marks.end(),
                                 [&span](const Span& m) { return m.end > span.begin; });
  if (mark != marks.end() && mark->begin > span.begin && mark->begin < span.end &&
      text::rough_graphemes(slice({span.begin, mark->begin})) > graphemes / 2) {
    span.begin = mark->begin;
  }
  span.end = span.begin + text::prefix_of_graphemes(slice(span), graphemes);
  return span;
}

Snippet make_snippet(const AnalyzedText& text, Span span, std::span<const Span> marks) {
  Snippet snippet;
  snippet.field = text.field;
  snippet.text = text.text.substr(span.begin, span.end - span.begin);
  snippet.offset = span.begin;
  snippet.cut_before =
      text.text.substr(0, span.begin).find_first_not_of(kBlanks) != std::string_view::npos;
  snippet.cut_after =
      text.text.substr(span.end).find_first_not_of(kBlanks) != std::string_view::npos;
  for (const Span& mark : marks) {
    if (mark.end <= span.begin || mark.begin >= span.end) continue;
    const std::size_t begin = std::max(mark.begin, span.begin);
    snippet.marks.push_back({begin - span.begin, std::min(mark.end, span.end) - span.begin});
  }
  return snippet;
}

class Chooser {
 public:
  Chooser(const AnalyzedText& text, std::span<const Mark> marks,
          std::span<const plan::Wanted> wanted, std::size_t graphemes)
      : layout_(text), marks_(marks.begin(), marks.end()), target_(graphemes) {
    for (const plan::Wanted& w : wanted) weights_.push_back(w.weight);
    counts_.resize(wanted.size());
    for (Mark& mark : marks_) {
      ++counts_[mark.wanted];
      while (mark.last + 1 < text.size() && text.at(mark.last + 1).span.begin < mark.span.end) {
        ++mark.last;
      }
    }
    std::stable_sort(marks_.begin(), marks_.end(),
                     [](const Mark& a, const Mark& b) { return a.first < b.first; });
    for (std::uint32_t i = 0; i < counts_.size(); ++i) {
      if (counts_[i] > 0) marked_.push_back(i);
    }
  }

  std::vector<Passage> choose(std::size_t fragments) {
    std::vector<Passage> candidates = make_candidates();
    std::vector<Passage> chosen;
    while (chosen.size() < fragments) {
      for (Passage& passage : candidates) passage.score = score(passage);
      const auto best =
          std::max_element(candidates.begin(), candidates.end(),
                           [](const Passage& a, const Passage& b) { return a.score < b.score; });
      if (best == candidates.end()) break;
      const Passage taken = *best;
      chosen.push_back(taken);
      fade(taken);
      candidates.erase(std::remove_if(candidates.begin(), candidates.end(),
                                      [&](const Passage& p) { return p.overlaps(taken); }),
                       candidates.end());
    }
    return chosen;
  }

 private:
  std::vector<Passage> make_candidates() const {
    std::vector<Passage> candidates;
    std::uint32_t done = 0;  // positions below need no candidate of their own
    for (const Mark& mark : marks_) {
      const std::uint32_t begin = layout_.sentence_begin(mark.first);
      const std::uint32_t end = layout_.sentence_end(mark.last);
      if (layout_.length(begin, end) > target_) {
        candidates.push_back(around(mark, begin, end));
      } else if (mark.first >= done) {
        candidates.push_back(grown({begin, end, 0}));
        done = end + 1;
      }
    }
    return candidates;
  }

  // In a sentence too long to show: from this mark on as many marks as fit, the rest of the room to
  // both sides.
  Passage around(const Mark& mark, std::uint32_t sentence_begin, std::uint32_t sentence_end) const {
    Passage passage{mark.first, mark.last, 0};
    for (const Mark* other = &mark; other != marks_.data() + marks_.size(); ++other) {
      if (other->first > sentence_end) break;
      if (layout_.length(passage.first, other->last) > target_) break;
      passage.last = std::max(passage.last, other->last);
    }
    const Passage needed = passage;
    const std::size_t taken = layout_.length(passage.first, passage.last);
    const std::size_t room = taken < target_ ? target_ - taken : 0;
    passage.first = extended_left(passage.first, sentence_begin, room / 2);
    passage = extended_right(passage, sentence_end);
    const std::size_t length = layout_.length(passage.first, passage.last);
    if (length < target_) {
      passage.first = extended_left(passage.first, sentence_begin, target_ - length);
    }
    return snapped(passage, needed);
  }

  // Shrunk to whole printed words, but not below what is needed.
  Passage snapped(Passage passage, const Passage& needed) const {
    while (passage.first < needed.first && passage.first > 0 &&
           !layout_.ends_printed_word(passage.first - 1)) {
      ++passage.first;
    }
    while (passage.last > needed.last && !layout_.ends_printed_word(passage.last)) --passage.last;
    return passage;
  }

  std::uint32_t extended_left(std::uint32_t first, std::uint32_t limit, std::size_t room) const {
    const std::uint32_t from = first;
    while (first > limit && layout_.place(from) - layout_.place(first - 1) <= room) --first;
    return first;
  }

  Passage extended_right(Passage passage, std::uint32_t limit) const {
    while (passage.last < limit && layout_.length(passage.first, passage.last + 1) <= target_) {
      ++passage.last;
    }
    return passage;
  }

  // Whole sentences after and before, as long as they fit; when that leaves most of the room empty,
  // part of the next one.
  Passage grown(Passage passage) const {
    while (passage.last + 1 < layout_.size()) {
      const std::uint32_t end = layout_.sentence_end(passage.last + 1);
      if (layout_.length(passage.first, end) > target_) break;
      passage.last = end;
    }
    while (passage.first > 0) {
      const std::uint32_t begin = layout_.sentence_begin(passage.first - 1);
      if (layout_.length(begin, passage.last) > target_) break;
      passage.first = begin;
    }
    const bool short_of = layout_.length(passage.first, passage.last) * 5 < target_ * 3;
    return short_of ? snapped(extended_right(passage, layout_.size() - 1), passage) : passage;
  }

  template <class Visit>
  void each_mark_in(const Passage& passage, Visit visit) const {
    auto mark =
        std::lower_bound(marks_.begin(), marks_.end(), passage.first,
                         [](const Mark& m, std::uint32_t position) { return m.first < position; });
    for (; mark != marks_.end() && mark->first <= passage.last; ++mark) {
      if (mark->last <= passage.last) visit(*mark);
    }
  }

  double score(const Passage& passage) {
    using W = plan::PassageWeights;
    for (const std::uint32_t i : marked_) counts_[i] = 0;
    each_mark_in(passage, [this](const Mark& mark) { ++counts_[mark.wanted]; });
    const auto length = static_cast<double>(layout_.length(passage.first, passage.last));
    const double norm = W::kK1 * (1 - W::kB + W::kB * length / W::kPivot);
    double sum = 0;
    for (const std::uint32_t i : marked_) {
      const double tf = counts_[i];
      if (tf > 0) sum += weights_[i] * tf * (W::kK1 + 1) / (tf + norm);
    }
    const auto place = static_cast<double>(layout_.place(passage.first));
    return sum * (1 + W::kEarly / std::log(W::kPivot + place));
  }

  // Lowers the worth of the words of a chosen passage: one already shown is worth less in the next
  // fragment.
  void fade(const Passage& passage) {
    std::vector<bool> shown(weights_.size(), false);
    each_mark_in(passage, [&shown](const Mark& mark) { shown[mark.wanted] = true; });
    for (std::size_t i = 0; i < weights_.size(); ++i) {
      if (shown[i]) weights_[i] *= plan::PassageWeights::kShownAlready;
    }
  }

  TextLayout layout_;
  std::vector<Mark> marks_;
  std::vector<double> weights_;
  std::vector<unsigned> counts_;
  std::vector<std::uint32_t> marked_;  // of the wanted: those with a mark
  std::size_t target_;
};

constexpr std::size_t kMinGraphemes = 20;

}  // namespace

std::vector<Snippet> best_passages(const AnalyzedText& text, std::span<const Mark> marks,
                                   std::span<const plan::Wanted> wanted,
                                   const PassageOptions& options) {
  std::vector<Snippet> snippets;
  if (marks.empty() || text.size() == 0) return snippets;
  const std::size_t graphemes = std::max(options.graphemes, kMinGraphemes);
  const std::vector<Span> spans = merged_spans(marks);
  Chooser chooser(text, marks, wanted, graphemes);
  for (const Passage& passage : chooser.choose(options.fragments)) {
    const Span span = cut_to_length(text.text, bytes_of(text, passage), spans, graphemes);
    snippets.push_back(make_snippet(text, span, spans));
  }
  return snippets;
}

Snippet lead(const AnalyzedText& text, std::size_t graphemes) {
  graphemes = std::max(graphemes, kMinGraphemes);
  Span span{0, text.text.size()};
  if (text.size() != 0) {
    const TextLayout layout(text);
    Passage passage;
    while (passage.last + 1 < layout.size() && layout.length(0, passage.last + 1) <= graphemes) {
      ++passage.last;
    }
    while (passage.last > 0 && !layout.ends_printed_word(passage.last)) --passage.last;
    span.end = bytes_of(text, passage).end;
  }
  return make_snippet(text, cut_to_length(text.text, span, {}, graphemes), {});
}

Snippet whole(const AnalyzedText& text, std::span<const Mark> marks) {
  return make_snippet(text, {0, text.text.size()}, merged_spans(marks));
}

}  // namespace fihris::searcher::show
