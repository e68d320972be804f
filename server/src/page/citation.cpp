#include "page/citation.h"

#include "page/phrases.h"

namespace fihris::server::page {
namespace {

using Json = nlohmann::ordered_json;

std::string address_in(const Json& article, const std::string& address) {
  const std::string own = text_in(article, "url");
  return is_web_address(own) ? own : address;
}

std::string title_in(const Frame& frame, const Json& article) {
  const std::string title = text_in(article, "title");
  return title.empty() ? std::string(frame.say(phrase::kUntitled)) : title;
}

// What ends a field or commands TeX is written so that it is printed.
std::string for_tex(const std::string& text) {
  static constexpr std::string_view kCommands = "{}%&$#_";
  std::string out;
  for (const char c : text) {
    if (static_cast<unsigned char>(c) < 0x20) {
      out += ' ';
    } else if (c == '\\') {
      out += "\\textbackslash{}";
    } else if (c == '~' || c == '^') {
      (out += '\\').append(1, c) += "{}";
    } else {
      if (kCommands.find(c) != kCommands.npos) out += '\\';
      out += c;
    }
  }
  return out;
}

// A name that TeX takes as one.
std::string key_of(const std::string& id) {
  std::string key = "fihris-";
  for (const char c : id) {
    const bool plain = (c >= '0' && c <= '9') || (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z');
    key += plain ? c : '-';
  }
  return key;
}

}  // namespace

std::string citation(const Frame& frame, const Json& article, const std::string& address) {
  const bool arabic = frame.manner().language == Language::kArabic;
  std::string text;
  if (const std::string author = joined(frame, article, "author"); !author.empty())
    text += author + ". ";
  text += (arabic ? "«" : "“") + title_in(frame, article) + (arabic ? "». " : "”. ");
  std::string where = joined(frame, article, "source");
  const std::string date = frame.manner().date(text_in(article, "date"));
  if (!where.empty() && !date.empty()) where += arabic ? "، " : ", ";
  where += date;
  if (!where.empty()) text += where + ". ";
  return text + address_in(article, address);
}

std::string bibtex(const Frame& frame, const Json& article, const std::string& address) {
  std::string text = "@article{" + key_of(text_in(article, "id")) + ",\n";
  const auto add = [&text](const char* name, const std::string& value) {
    if (!value.empty()) text.append("  ").append(name).append(" = {").append(value).append("},\n");
  };
  add("title", for_tex(title_in(frame, article)));
  add("author", for_tex(joined(frame, article, "author")));
  add("journaltitle", for_tex(joined(frame, article, "source")));
  add("date", for_tex(text_in(article, "date").substr(0, 10)));
  add("url", for_tex(address_in(article, address)));
  return text + "}\n";
}

}  // namespace fihris::server::page
