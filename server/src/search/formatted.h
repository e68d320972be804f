// Documents as a client shows them: cropped, with matching words marked.
#pragma once

#include <cstddef>
#include <map>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "documents/json_text.h"
#include "fihris/stemmer/token.h"
#include "search/search_query.h"

namespace fihris::server::search {

using documents::Json;

// Which attributes are marked and which are cropped, to how many words.
class Formatting {
 public:
  explicit Formatting(const SearchQuery& query);

  bool wanted() const { return !highlight_.empty() || !crop_.empty(); }
  bool marks(std::string_view attribute) const;
  // The words it is cropped to; 0: it is not.
  std::size_t words_of(std::string_view attribute) const;
  // The attributes that are named, without "*".
  std::vector<std::string> named() const;

 private:
  std::vector<std::string> highlight_;
  std::vector<std::pair<std::string, std::size_t>> crop_;
};

// The texts in a document, each with the attribute that it is in and its place in lists.
struct Leaf {
  std::string attribute;  // "place.city"
  std::vector<std::size_t> indices;
  std::string text;
};
std::vector<Leaf> leaves_of(const Json& document);

// The document with its texts marked and cropped and its numbers as texts; marks[i] are those of
// the i-th of leaves_of(document). Nothing is escaped: clients of the protocol do that.
Json formatted(const Json& document, const std::vector<std::vector<Span>>& marks,
               const Formatting& formatting, const SearchQuery& query);

// {"title": [{"start", "length", "indices"?}]}, in bytes.
Json positions(const std::vector<Leaf>& leaves, const std::vector<std::vector<Span>>& marks);

}  // namespace fihris::server::search
