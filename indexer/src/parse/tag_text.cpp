#include "parse/tag_text.h"

#include <unicode/uchar.h>

#include <algorithm>

#include "fihris/stemmer/internal/utf8.h"
#include "fihris/store/fields.h"
#include "text/unicode_text.h"

namespace fihris::indexer::parse {
namespace {

bool is_separator(char32_t c) {
  return c == U',' || c == 0x060C || c == U';' || c == 0x061B || c == U'|';
}

bool is_digit(char32_t c) { return u_isdigit(static_cast<UChar32>(c)) != 0; }

// How many digits stand at `pos`, one after the other; counts to five.
int digits_at(std::string_view text, std::size_t pos) {
  int count = 0;
  while (count < 5 && pos < text.size() && is_digit(stemmer::next_code_point(text, pos))) ++count;
  return count;
}

int digits_before(std::string_view text, std::size_t pos) {
  int count = 0;
  while (count < 5 && pos > 0 && is_digit(stemmer::previous_code_point(text, pos))) ++count;
  return count;
}

// Whether the comma at [begin, end) is one of «1,250» or «3,5»: digits beside it, of neither side
// as many as a year has.
bool is_in_number(std::string_view text, std::size_t begin, std::size_t end) {
  const int before = digits_before(text, begin);
  const int after = digits_at(text, end);
  return before >= 1 && before <= 3 && after >= 1 && after <= 3;
}

// The places where a tag ends and the next begins.
struct Gap {
  std::size_t begin;
  std::size_t end;
};
std::vector<Gap> gaps(std::string_view text) {
  std::vector<Gap> found;
  const bool hashtags = text.starts_with('#');
  for (std::size_t pos = 0; pos < text.size();) {
    const std::size_t begin = pos;
    const char32_t c = stemmer::next_code_point(text, pos);
    const bool comma = c == U',' || c == 0x060C;
    if (hashtags && c == U'#') {
      found.push_back({begin, begin});
    } else if (is_separator(c) && !(comma && is_in_number(text, begin, pos))) {
      found.push_back({begin, pos});
    }
  }
  found.push_back({text.size(), text.size()});
  return found;
}

std::string tidy_tag(std::string_view tag) {
  tag = text::trim(tag);
  if (!tag.starts_with('#')) return std::string(tag);
  while (tag.starts_with('#') || tag.starts_with('_')) tag = text::trim(tag.substr(1));
  std::string plain(tag);
  std::replace(plain.begin(), plain.end(), '_', ' ');
  return text::collapse_blanks(plain);
}

}  // namespace

std::vector<std::string> split_tags(std::string_view text) {
  text = text::trim(text);
  std::vector<std::string> tags;
  std::size_t begin = 0;
  for (const Gap& gap : gaps(text)) {
    tags.emplace_back(text.substr(begin, gap.begin - begin));
    begin = gap.end;
  }
  return tags;
}

std::vector<std::string> tidy_tags(const std::vector<std::string>& tags) {
  std::vector<std::string> tidied;
  tidied.reserve(tags.size());
  for (const std::string& tag : tags) tidied.push_back(tidy_tag(tag));
  return text::distinct(tidied);
}

std::string joined_values(const std::vector<std::string>& values) {
  std::string joined;
  for (const std::string& value : text::distinct(values)) {
    if (!joined.empty()) joined += kTagSeparator;
    joined += value;
  }
  return joined;
}

}  // namespace fihris::indexer::parse
