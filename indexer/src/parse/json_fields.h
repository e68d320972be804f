// The fields of a JSON object as those of an article.
#pragma once

#include <simdjson.h>

#include <cstdint>
#include <functional>
#include <string>
#include <string_view>
#include <vector>

#include "fihris/indexer/article_reader.h"
#include "fihris/store/article.h"
#include "fihris/store/fields.h"
#include "parse/json_value.h"

namespace fihris::indexer::parse {

// Reads an object into an article, each field by name and type, and stops at the first trouble. The
// texts of the article are not changed.
class JsonFields {
 public:
  // An object that was written as an article must have what an article has. One of any shape is
  // never wrong: what a field can not hold stays among the unknown members, numbers are texts, the
  // id is not taken, and what stands under another name is left there too where the field is no
  // text to be searched.
  enum class Shape : std::uint8_t { kArticle, kAny };

  explicit JsonFields(Article& article, Shape shape = Shape::kArticle)
      : article_(article), any_shape_(shape == Shape::kAny) {}

  // Takes the members that are fields, and keeps the others. What is wrong with one; empty when
  // nothing is.
  std::string read(simdjson::ondemand::object object);
  // The object that holds the article, for an object that wraps one as Elasticsearch does: to be
  // read next. Empty when there is none.
  std::string take_wrapped();
  // Gives fields what the map says that they have, whatever else they had, if it can be theirs.
  void take_mapped(const FieldMap& map, const std::function<void(const FieldSpec&)>& tidy);
  // Gives fields that are empty what stands under another name for them (other_names.h).
  // Each that got something is given to `tidy`; what is empty then takes the next.
  void take_other_names(const std::function<void(const FieldSpec&)>& tidy);
  // Puts what no field took into `extra`, as printed.
  void write_extra();

  // The text was not JSON at some point.
  bool failed() const { return failed_; }
  // What was given as the article's date and is none that can be read; empty when there is none.
  const std::string& unusable_date() const { return unusable_date_; }
  // False: `"_markup": false` says that what looks like HTML in the texts under our own names
  // is none.
  bool may_be_markup() const { return may_be_markup_; }
  // Names of the members that are no fields: «"titre" and "contenu"», the first few.
  std::string unknown_names() const;

 private:
  using Value = simdjson::ondemand::value;
  using Type = simdjson::ondemand::json_type;

  struct Member {
    std::string name;
    std::string raw;
  };

  bool succeeded(simdjson::error_code error);
  void read_member(const std::string& name, Value value);
  void read_field(const FieldSpec& field, Value value, Type type);
  ValueTexts read_scalar(Value value, Type type);
  ValueTexts read_nested(std::string_view name, Value value, std::string_view& raw);
  bool take(const FieldSpec& field, ValueTexts& found);
  bool take_date(const ValueTexts& dates);
  void keep_unused(const FieldSpec& field, const ValueTexts& found, std::string_view raw);
  void keep_unknown(const std::string& name, Value value, Type type);
  void check(std::string_view name, std::string_view raw);
  bool take_other(const FieldSpec& field, const Member& member);
  bool take_mapped_member(const FieldSpec& field, std::string_view path, const Article& given);

  Article& article_;
  bool any_shape_;
  std::vector<Member> unknown_;
  std::string unusable_date_;
  std::string wrong_;
  bool has_text_ = false;  // a title or a body, maybe an empty one
  bool may_be_markup_ = true;
  bool failed_ = false;
};

}  // namespace fihris::indexer::parse
