// What decides whether two articles are the same story: their text, their source and their day.
#pragma once

#include <xapian.h>

#include <cstdint>
#include <span>
#include <string>
#include <string_view>
#include <unordered_map>
#include <vector>

#include "fihris/store/internal/open_index.h"
#include "fihris/store/near_duplicate.h"

namespace fihris::searcher::stories {

// Some documents of index.database(), compared by their places in the list. Valid as long as the
// index is not refreshed.
class StoryComparison {
 public:
  StoryComparison(store::OpenIndex& index, std::span<const Xapian::docid> documents);

  // Has enough text to be compared.
  bool comparable(std::size_t place) const { return !signatures_[place].empty(); }
  // The same story in the same words. Asks for more when one outlet has both, which then are more
  // likely a report and its continuation, and when they are days apart: reports of the same kind of
  // event repeat their words.
  bool same_story(std::size_t a, std::size_t b) const;

 private:
  struct Origin {
    std::uint32_t day = 0;  // yyyymmdd; 0: unknown
    std::string source;     // normalised
  };
  void read_delta(const Xapian::Database& delta, const std::vector<std::size_t>& places);
  std::uint32_t day(std::size_t place) const;
  std::string_view source(std::size_t place) const;

  store::OpenIndex& index_;
  std::vector<store::OpenIndex::Place> at_;
  std::vector<TextSignature> signatures_;
  std::unordered_map<std::size_t, Origin> of_delta_;  // by place; few
};

}  // namespace fihris::searcher::stories
