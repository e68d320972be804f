#include "archive/doubts.h"

#include <nlohmann/json.hpp>

#include "fihris/stemmer/internal/utf8.h"
#include "text/unicode_text.h"

namespace fihris::indexer::archive {
namespace {

// A text of so many bytes is more than a name or a remark.
constexpr std::size_t kTextBytes = 200;

// The members that hold a text as long as an article's and are not read, while the body is short.
std::string unread_texts(const Article& article) {
  if (article.extra.empty() || article.body.size() >= kTextBytes) return {};
  const auto extra = nlohmann::json::parse(article.extra, nullptr, false);
  std::string names;
  if (!extra.is_object()) return names;
  for (const auto& [name, value] : extra.items()) {
    if (!value.is_string() || value.get_ref<const std::string&>().size() < kTextBytes) continue;
    names += (names.empty() ? "" : ", ") + name;
  }
  return names;
}

// Whether a text of some length has no letter of Arabic, or many that could not be read.
bool is_implausible(std::string_view text) {
  constexpr std::size_t kEnough = 40;
  std::size_t letters = 0;
  std::size_t arabic = 0;
  std::size_t unreadable = 0;
  stemmer::each_code_point(text.substr(0, 4096), [&](char32_t c, std::size_t) {
    if (c <= ' ') return;
    ++letters;
    arabic += c >= 0x0600 && c <= 0x06FF ? 1 : 0;
    unreadable += c == 0xFFFD ? 1 : 0;
  });
  return letters >= kEnough && (arabic == 0 || unreadable * 20 > letters);
}

}  // namespace

std::vector<Doubt> doubts_of(const Article& article, const Reading& reading) {
  std::vector<Doubt> doubts;
  const auto add = [&](std::string kind) { doubts.push_back({kind, kind}); };
  if (!reading.unusable_date.empty()) {
    doubts.push_back(
        {"without a usable date", "the date is none that can be read: " + reading.unusable_date});
  } else if (reading.undated) {
    add("without any date");
  }
  if (!reading.encoding.empty()) add("read as " + reading.encoding);
  if (reading.times_repaired > 0) add("repaired from double encoding");
  if (reading.has_unreadable) add("with bytes that mean nothing");
  if (!text::has_words(article.title)) add("without a title");
  if (is_implausible(article.body.empty() ? article.title : article.body))
    add("of implausible text");
  if (std::string names = unread_texts(article); !names.empty())
    doubts.push_back({"with text that is not read", "not read as text: " + names});
  return doubts;
}

}  // namespace fihris::indexer::archive
