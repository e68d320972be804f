#include "hostile_inputs.h"

#include <string_view>

namespace fihris::fuzz {
namespace {

using namespace std::string_literals;

std::string repeated(std::string_view bit, std::size_t times) {
  std::string text;
  text.reserve(bit.size() * times);
  for (std::size_t i = 0; i < times; ++i) text += bit;
  return text;
}

std::string up_to(std::string_view bit, std::size_t bytes) {
  return repeated(bit, bytes / bit.size());
}

constexpr std::size_t kHundredKilobytes = 100'000;

std::vector<HostileInput> characters() {
  return {
      {"nothing", ""},
      {"NUL", "\0"s},
      {"NUL inside a word", "وز\0ير\0 \0"s},
      {"a lone combining mark", "\u064E"},
      {"marks without a letter", "\u064E\u0651 \u0301\u20DD \u0640\u0640"},
      {"ten thousand marks on one letter", "ك" + repeated("\u064E", 10'000) + "تاب"},
      {"ten thousand accents on one letter", "e" + repeated("\u0301", 10'000)},
      {"a ligature of four words, repeated", repeated("\uFDFA", 3'000)},
      {"a ligature of four words among letters", repeated("ال\uFDFA\uFDFBه ", 500)},
      {"squared words", repeated("\u3300\u337F\u33FF", 1'000)},
      {"surrogates as bytes", "\xED\xA0\x80 و\xED\xB0\x80زير \xED\xAF\xBF\xED\xBF\xBF"},
      {"bytes that begin and do not end", "وزير \xD9 \xE2\x80 \xF0\x9F\x98"},
      {"bytes that only go on", repeated("\x80\xBF", 100)},
      {"overlong and too large", "\xC0\x80 \xE0\x80\xAF \xF8\x88\x80\x80\x80 \xF4\x90\x80\x80"},
      {"every byte", repeated("\xFF\xFE\xC1\x00\x7F"s, 50)},
      {"mixed direction controls", "\u202Eنفط\u202C \u2067abc \u200Fغاز\u200E\u2069\u061C \u202D"},
      {"direction controls that never end", repeated("\u202E\u2066", 1'000) + "نفط"},
      {"joiners inside words", "و\u200Dز\u200Cي\u200Bر\uFEFF ك\u00ADتاب"},
      {"variation selectors and tags", "و\uFE0Fزير \U000E0041\U000E0042 ☪\uFE0F"},
      {"private use and noncharacters", "\uE000\uF8FF\uFDD0\U0010FFFF\U000F0000"},
      {"line ends of every kind", "وزير\r\nنفط\rغاز\u2028ماء\u2029نور\v\f\u0085 "},
      {"escape sequences", "\x1b[31m\x1b]0;نفط\x07 \u009B2J\b\b"},
  };
}

std::vector<HostileInput> lengths() {
  return {
      {"a word of five thousand letters", repeated("ب", 5'000)},
      {"a Latin word of five thousand letters", repeated("ab", 2'500)},
      {"a number of five thousand digits", repeated("٣", 5'000)},
      {"a chain of five thousand words", repeated("غزة_", 5'000)},
      {"a chain of initials", repeated("أ.", 3'000)},
      {"clitics without end", repeated("وال", 2'000)},
      {"tatweel without end", "م" + repeated("ـ", 10'000) + "صر"},
      {"a thousand words", repeated("نفط وغاز ", 500)},
      {"a thousand function words", repeated("من في ", 500)},
      {"months without end", repeated("كانون الأول/ ", 1'000)},
      {"half months", repeated("كانون تشرين ربيع ", 500)},
      {"a hundred kilobytes of one word", up_to("نفط ", kHundredKilobytes)},
      {"a hundred kilobytes of letters", up_to("ا", kHundredKilobytes)},
      {"a hundred kilobytes of blanks", up_to(" ", kHundredKilobytes)},
      {"a hundred kilobytes of line ends", up_to("\n", kHundredKilobytes)},
      {"a hundred kilobytes of full stops", up_to(".", kHundredKilobytes)},
  };
}

std::vector<HostileInput> queries() {
  return {
      {"an open quotation", "«نفط وغاز"},
      {"a closing quotation alone", "نفط» \""},
      {"quotations crossed", "«نفط \"غاز» ماء\" “نور"},
      {"many quotations", up_to("\"نفط ", kHundredKilobytes)},
      {"only operators", "AND OR NOT و أو ليس بدون + - = * ~ ( ) : \" «"},
      {"operators without end", up_to("+-=*~()\":", kHundredKilobytes)},
      {"brackets nested deeply", repeated("(", 20'000) + "نفط" + repeated(")", 20'000)},
      {"signs nested deeply", repeated("-+(", 10'000) + "نفط"},
      {"fields nested deeply", repeated("title:(", 10'000) + "نفط"},
      {"fields of nothing", "title: مصدر: date: tag:\"\" وسم:«» قسم:() author:*"},
      {"dates that are none", "date:2025-13..9999-99 date:..  تاريخ:\"32 رجب\" date:0000"},
      {"a huge slop", "«نفط غاز»~99999999999999999999 ~-1 ~٥"},
      {"prefixes of everything", "* ا* ال* ** *نفط a* 1*"},
      {"words that are stripped to nothing", "+ـ -\u064E =\u200F «ـ» ـ*"},
      {"excluded only", "-نفط -«غاز» -(ماء OR نور)"},
  };
}

std::vector<HostileInput> records() {
  return {
      {"deep JSON", repeated("[", 5'000)},
      {"deep JSON object", repeated("{\"a\":", 5'000)},
      {"a deep field",
       "{\"title\":\"نفط\",\"x\":" + repeated("[", 2'000) + repeated("]", 2'000) + "}"},
      {"JSON of surrogates", R"({"title":"\ud800 نفط \udc00","body":"\u0000\ud83d\ude00"})"},
      {"JSON of wrong types",
       R"({"id":{},"title":["نفط"],"body":1e999,"tags":[[],null,{}],"date":-0})"},
      {"fields twice", R"({"title":"نفط","title":"غاز","x":1,"x":2,"id":"","url":"\n"})"},
      {"a lone brace", "{"},
      {"JSON behind a BOM", "\xEF\xBB\xBF{\"title\":\"نفط\"}"},
      {"UTF-16",
       "\xFF\xFEN\x06"
       "A\x06\x37\x06"},
      {"deep HTML", "<p>نفط" + repeated("<div>", 20'000)},
      {"deep inline HTML", repeated("<b><i><font>", 3'000) + "نفط"},
      {"an open table", repeated("<table><tr><td>", 2'000) + "نفط"},
      {"an open tag", "<p>نفط <a href=\"" + repeated("ا", 5'000)},
      {"an open script", "<p>نفط غاز</p><script>" + repeated("</scrip", 1'000)},
      {"entities", "<p>&#0;&#xD800;&#x110000;&#99999999999;&nbsp;&amp&lt;نفط&NotEqualTilde;</p>"},
      {"attributes without end", "<p " + repeated("a=1 ", 10'000) + ">نفط</p>"},
      {"JSON in HTML",
       "<script type=\"application/ld+json\">{\"@type\":\"NewsArticle\",\"headline\":\"\\ud800\","
       "\"articleBody\":[1]}</script><p>نفط</p>"},
      {"an unknown charset", "<meta charset=\"no-such\"><title>نفط</title><p>\xE4\xE5\xE6</p>"},
      {"share lines only", repeated("شاركها\nفيسبوك\n|\n16\n", 500)},
  };
}

// What looks like the bytes of an index.
std::vector<HostileInput> stored() {
  return {
      {"a column that claims everything", repeated("\xFF", 9) + "\x01\x00\x01\x02\x03"s},
      {"a count that claims everything", repeated("\0"s, 12) + repeated("\xFF", 9) + "\x01"},
      {"a number that never ends", repeated("\x80", 64)},
      {"a frame that claims a gigabyte", "\xA0\x00\x00\x00\x40\x01\x00\x00"s},
      {"a manifest of wrong types", R"({"fihris":[],"files":{},"schema":"1","articles":-1})"},
      {"a manifest of huge numbers", R"({"articles":1e400,"files":[{"name":"../x","size":-1}]})"},
  };
}

}  // namespace

std::vector<HostileInput> hostile_inputs() {
  std::vector<HostileInput> all;
  for (const auto& some : {characters(), lengths(), queries(), records(), stored()}) {
    all.insert(all.end(), some.begin(), some.end());
  }
  return all;
}

}  // namespace fihris::fuzz
