// The types of attributes, told from articles.
#pragma once

#include <deque>
#include <functional>
#include <optional>
#include <vector>

#include "document/article_feed.h"
#include "fihris/store/internal/attribute_values.h"
#include "fihris/store/internal/open_index.h"

namespace fihris::indexer::document {

// Tells the types of attributes from the articles, where they are not stated: of some articles all
// values must be of a type for the attribute to be.
class TypeGuess {
 public:
  explicit TypeGuess(IndexSettings settings);
  // Whether a type is to be told at all.
  bool needed() const;
  void look_at(const Article& article);
  // The settings with the types told. An attribute without a value stays without a type.
  IndexSettings settled() const;

 private:
  struct Seen {
    bool any = false;
    bool number = true;
    bool boolean = true;
    bool date = true;
  };
  IndexSettings settings_;
  store::AttributeReader reader_;
  std::vector<Seen> seen_;
};

// The settings with the types that were told before, where they state none: a value that does not
// fit must not change what an attribute is. Text is told anew.
IndexSettings with_told_types(IndexSettings settings, const IndexSettings& before);
// The settings of an index with the types that articles to be added tell where none was told
// before; nothing when they tell none. Otherwise the index is opened, and its articles are looked
// at, too.
std::optional<IndexSettings> types_told_by(const std::deque<Pending>& items,
                                           const IndexSettings& settings,
                                           const std::function<store::OpenIndex()>& open);
// Looks at what was taken from a feed, as far as it is readable.
void look_at(TypeGuess& guess, const std::deque<Pending>& items);
// Looks at some 20,000 live articles spread over an index.
void look_at(TypeGuess& guess, store::OpenIndex index);

}  // namespace fihris::indexer::document
