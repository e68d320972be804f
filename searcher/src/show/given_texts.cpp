#include "show/given_texts.h"

#include <algorithm>

#include "fihris/store/token_column.h"
#include "show/text_marker.h"

namespace fihris::searcher::show {
namespace {

class Marker {
 public:
  Marker(const plan::Marking& marking, Analyzer& analyzer)
      : marking_(marking),
        analyzer_(analyzer),
        marker_(marking.wanted, marking.shown),
        found_(marking.wanted.size()) {}

  std::vector<std::vector<Span>> mark(std::span<const std::string_view> texts) {
    std::vector<std::vector<Span>> spans = mark_all(texts);
    const std::vector<plan::Wanted> relatives = relatives_of_missing_words();
    if (relatives.empty()) return spans;
    marker_.set_extra(relatives);
    return mark_all(texts);
  }

 private:
  std::vector<std::vector<Span>> mark_all(std::span<const std::string_view> texts) {
    std::vector<std::vector<Span>> spans;
    spans.reserve(texts.size());
    for (const std::string_view text : texts) {
      // What is wanted in titles only may be in any of them: nobody says which is one.
      text_.read("title", text, analyzer_);
      spans.push_back(merged_spans(marker_.mark(text_, analyzer_)));
      for (std::size_t i = 0; i < found_.size(); ++i) found_[i] = found_[i] || marker_.found(i);
    }
    return spans;
  }

  std::vector<plan::Wanted> relatives_of_missing_words() const {
    std::vector<plan::Wanted> relatives;
    for (const plan::PlanWord& word : marking_.words) {
      if (word.relatives.empty() || has(word)) continue;
      for (const std::string& lemma : word.relatives) {
        relatives.push_back(plan::relative_wanted(word, lemma));
      }
    }
    return relatives;
  }

  // Whether one of the texts has the word, or a place for its adjective.
  bool has(const plan::PlanWord& word) const {
    for (std::size_t i = 0; i < found_.size(); ++i) {
      const plan::Wanted& wanted = marking_.wanted[i];
      if (!found_[i] || wanted.tokens.size() != 1 || wanted.prefix) continue;
      const plan::WantedToken& token = wanted.tokens.front();
      const std::uint16_t lemma = lemma_fingerprint(token.kind, token.lemma);
      const auto& origins = word.origins;
      if (lemma == word.lemma || std::find(origins.begin(), origins.end(), lemma) != origins.end())
        return true;
    }
    return false;
  }

  const plan::Marking& marking_;
  Analyzer& analyzer_;
  TextMarker marker_;
  AnalyzedText text_;
  std::vector<bool> found_;  // of marking_.wanted, in any text
};

}  // namespace

std::vector<std::vector<Span>> marks_in(const plan::Marking& marking,
                                        std::span<const std::string_view> texts,
                                        Analyzer& analyzer) {
  return Marker(marking, analyzer).mark(texts);
}

}  // namespace fihris::searcher::show
