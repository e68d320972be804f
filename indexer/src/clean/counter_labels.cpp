#include <algorithm>
#include <vector>

#include "clean/page_phrases.h"
#include "text/phrase_set.h"
#include "text/unicode_text.h"

namespace fihris::indexer::clean {
namespace {

const text::PhraseSet& time_words() {
  static const text::PhraseSet words{"ثانية",   "ثوان",   "دقيقة", "دقيقتين", "دقائق", "ساعة",
                                     "ساعتين",  "ساعات",  "يوم",   "يومين",   "أيام",  "أسبوع",
                                     "أسبوعين", "أسابيع", "شهر",   "شهرين",   "أشهر",  "ago"};
  return words;
}

const text::PhraseSet& counted_things() {
  static const text::PhraseSet words{
      "مشاهدة",   "مشاهدات", "المشاهدات", "قراءة",    "قراءات",  "القراءة", "القراءات",
      "للقراءة",  "زيارة",   "زيارات",    "الزيارات", "تعليق",   "تعليقات", "التعليقات",
      "مشاركة",   "مشاركات", "المشاركات", "إعجاب",    "إعجابات", "views",   "view",
      "comments", "comment", "shares",    "share",    "likes",   "read"};
  return words;
}

const text::PhraseSet& counting_glue() {
  static const text::PhraseSet words{
      "عدد",  "مرات",   "وقت", "مدة", "زمن", "دقيقة", "دقائق",  "دقيقتان", "دقيقتين", "ثانية",
      "ثوان", "تقريبا", "أقل", "من",  "min", "mins",  "minute", "minutes", "k",       "m"};
  return words;
}

bool is_number(std::string_view word) {
  return word.find_first_not_of("0123456789") == std::string_view::npos;
}

bool any_in(const std::vector<std::string_view>& words, const text::PhraseSet& set) {
  return std::any_of(words.begin(), words.end(),
                     [&](std::string_view w) { return set.has_key(w); });
}

}  // namespace

bool is_relative_time(std::string_view key) {
  static const text::PhraseSet openings{"منذ", "قبل"};
  const auto words = text::split_any(key, U" ");
  if (words.size() < 2 || words.size() > 5 || !any_in(words, time_words())) return false;
  return openings.opens(key) || words.back() == "ago";
}

bool is_labelled_count(std::string_view key) {
  const auto words = text::split_any(key, U" ");
  if (words.size() < 2 || words.size() > 7 || !any_in(words, counted_things())) return false;
  const auto fits = [](std::string_view word) {
    return is_number(word) || counted_things().has_key(word) || counting_glue().has_key(word);
  };
  return std::any_of(words.begin(), words.end(), is_number) &&
         std::all_of(words.begin(), words.end(), fits);
}

}  // namespace fihris::indexer::clean
