#include "show/text_layout.h"

#include "text/text_length.h"

namespace fihris::searcher::show {
namespace {

// Blank bytes; of NO-BREAK SPACE (U+00A0) both.
bool is_blank(std::string_view text, std::size_t i) {
  if (kBlanks.find(text[i]) != std::string_view::npos) return true;
  return text.substr(i, 2) == "\u00A0" || (i > 0 && text.substr(i - 1, 2) == "\u00A0");
}

}  // namespace

TextLayout::TextLayout(const AnalyzedText& text) : text_(text) {
  sentences_.reserve(16);
  for (std::size_t i = 0; i < text.size(); ++i) {
    if (i == 0 || text.at(i).sentence_start) sentences_.push_back(static_cast<std::uint32_t>(i));
  }
  stretches_.reserve(text.text.size() / kStretch + 1);
  std::size_t units = 0;
  for (std::size_t begin = 0; begin <= text.text.size(); begin += kStretch) {
    stretches_.push_back(units);
    units += text::rough_graphemes(text.text, begin, std::min(begin + kStretch, text.text.size()));
  }
  begins_.assign(text.size() + 1, kUnknown);
}

// The place of a token, counted when it is first asked for: most tokens of a text are far from all
// marks and never asked about.
std::size_t TextLayout::count_place(std::uint32_t position) const {
  const std::size_t begin =
      position < text_.size() ? text_.at(position).span.begin : text_.text.size();
  const std::size_t stretch = begin / kStretch;
  std::size_t& place = begins_[position];
  return place = stretches_[stretch] + text::rough_graphemes(text_.text, stretch * kStretch, begin);
}

bool TextLayout::ends_printed_word(std::uint32_t position) const {
  if (position + 1 >= size()) return true;
  const std::size_t end = text_.at(position).span.end;
  const std::size_t next = std::max(text_.at(position + 1).span.begin, end);
  return text_.text.substr(end, next - end).find_first_of(kBlanks) != std::string_view::npos;
}

Span bytes_of(const AnalyzedText& text, const Passage& passage) {
  const std::string_view all = text.text;
  const std::size_t before = passage.first == 0 ? 0 : text.at(passage.first - 1).span.end;
  const bool is_last = passage.last + 1 == text.size();
  const std::size_t after = is_last ? all.size() : text.at(passage.last + 1).span.begin;
  std::size_t begin = text.at(passage.first).span.begin;
  while (begin > before && !is_blank(all, begin - 1)) --begin;
  if (begin != 0 && !is_blank(all, begin - 1)) begin = text.at(passage.first).span.begin;
  const std::size_t word_end =
      std::max(text.at(passage.last).span.end, text.at(passage.first).span.end);
  std::size_t end = word_end;
  while (end < after && !is_blank(all, end)) ++end;
  if (end != all.size() && !is_blank(all, end)) end = word_end;
  return {begin, std::max(begin, end)};
}

}  // namespace fihris::searcher::show
