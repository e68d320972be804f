// From a ranked document to what is shown of it.
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <vector>

#include "fihris/searcher/request.h"
#include "fihris/searcher/results.h"
#include "fihris/store/internal/attribute_values.h"
#include "rank/thread_context.h"
#include "show/text_marker.h"

namespace fihris::searcher::show {

// One per request; everything it is given must outlive it.
class HitReader {
 public:
  HitReader(const plan::Plan& plan, const SearchRequest& request, rank::ThreadContext& context);

  // Nothing when the text does not have what fingerprints made it seem to have.
  std::optional<Hit> read(const rank::Ranked& ranked);
  // The same question without the answer's text.
  bool holds(const rank::Ranked& ranked);

 private:
  std::string value(std::uint32_t slot, Xapian::docid id) const;
  Article fetch(Xapian::docid id);
  void look_at(std::string_view field, std::string_view text);
  void show(Hit& hit);
  void show_attributes(Hit& hit);
  std::vector<Snippet> passages();
  MatchTier tier() const;
  bool has_other_words() const;
  bool meets(const plan::Condition& condition) const;
  void start(std::vector<plan::Wanted> extra);
  std::vector<plan::Wanted> relatives(const rank::Ranked& ranked);
  bool has_relatives() const;

  const plan::Plan& plan_;
  const SearchRequest& request_;
  Xapian::Database& database_;
  Analyzer& analyzer_;
  DocumentCodec& codec_;
  FieldTable fields_;
  store::AttributeReader attributes_;
  TextMarker marker_;
  std::vector<plan::Wanted> wanted_;  // the plan's, then what stands in for words the hit lacks
  AnalyzedText text_;
  const std::vector<Mark>* marks_ = nullptr;  // of text_
  std::vector<bool> found_;                   // of wanted_, in any field so far
  bool typed_in_title_ = false;
};

}  // namespace fihris::searcher::show
