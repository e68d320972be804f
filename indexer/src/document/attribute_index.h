// The values of the index's own attributes, as terms and slots of a document.
#pragma once

#include <unicode/coll.h>
#include <xapian.h>

#include <memory>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "fihris/indexer/article_reader.h"
#include "fihris/store/article.h"
#include "fihris/store/internal/attribute_values.h"

namespace fihris::indexer::document {

// What a value is in the type of its attribute: text, or a number (of seconds since 1970 for
// dates). Nothing for one that is not of the type.
std::optional<std::string> text_value(const store::AttributeValue& value);
std::optional<std::string> boolean_value(const store::AttributeValue& value);
std::optional<double> number_value(const store::AttributeValue& value);
std::optional<double> moment_value(const store::AttributeValue& value);

// Keeps its buffers: one per thread.
class AttributeIndex {
 public:
  explicit AttributeIndex(FieldTable fields);

  const FieldTable& fields() const { return fields_; }
  // Reads the values of the next article.
  void read(const Article& article);
  // Those of its texts that are searched besides title, summary and body.
  const std::vector<store::SearchedText>& searched_texts() const {
    return reader_.searched_texts();
  }
  // Adds what filters, counts and sorts.
  void add_to(Xapian::Document& document);
  // The values since the last call that were not of their attribute's type: kept, but not indexed.
  std::map<std::string, UnfitValues> take_unfit() { return std::exchange(unfit_, {}); }

 private:
  using Values = std::vector<store::AttributeValue>;

  void add_values(const FieldSpec& field, const Values& values, Xapian::Document& document);
  static void add_presence(const FieldSpec& field, const store::Presence& presence,
                           Xapian::Document& document);
  void add_texts(const FieldSpec& field, const Values& values, Xapian::Document& document);
  void add_numbers(const FieldSpec& field, const Values& values, Xapian::Document& document);
  void report(const FieldSpec& field, const std::string& value);
  std::string sort_key(const std::string& text);

  FieldTable fields_;
  store::AttributeReader reader_;
  const std::vector<Values>* values_ = nullptr;
  std::string article_;  // its id
  std::map<std::string, UnfitValues> unfit_;
  std::unique_ptr<icu::Collator> collator_;  // made when a text is first sorted by
};

}  // namespace fihris::indexer::document
