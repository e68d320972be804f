// The fields of a JSON object as those of an article.
#pragma once

#include <simdjson.h>

#include <string>
#include <string_view>
#include <vector>

#include "fihris/store/article.h"

namespace fihris::indexer::parse {

// Reads one object into an article, each field by name and type, and stops at the first trouble.
// Fields it does not know go to `extra` as printed. The article's texts are not changed.
class JsonFields {
 public:
  explicit JsonFields(Article& article) : article_(article) {}

  // What is wrong with a field; empty when nothing is.
  std::string read(simdjson::ondemand::object object);
  // The text was not JSON at some point.
  bool failed() const { return failed_; }

 private:
  using Value = simdjson::ondemand::value;
  using Type = simdjson::ondemand::json_type;

  bool succeeded(simdjson::error_code error);
  void read_field(const std::string& key, Value value);
  void read_text(std::string_view key, Value value, Type type, std::string& field);
  void read_id(Value value, Type type);
  std::string_view number_token(Value value);
  void read_list(std::string_view key, Value value, Type type, std::vector<std::string>& list);
  void read_items(std::string_view key, simdjson::ondemand::array array,
                  std::vector<std::string>& list);
  void read_date(Value value, Type type);
  void skip_null(Value value);
  void keep_unknown(std::string_view key, Value value, Type type);
  void add_extra(std::string_view key, std::string_view raw);

  Article& article_;
  std::string extra_;
  std::string wrong_;
  bool failed_ = false;
};

}  // namespace fihris::indexer::parse
