#include <algorithm>

#include "clean/page_phrases.h"
#include "text/phrase_set.h"
#include "text/unicode_text.h"

namespace fihris::indexer::clean {
namespace {

constexpr std::size_t kShareWords = 16;

const text::PhraseSet& prompts() {
  static const text::PhraseSet words{"شارك",    "شاركها",  "شاركه",  "شاركنا",   "شاركوا",
                                     "شاركوها", "شاركونا", "مشاركة", "المشاركة", "انشر",
                                     "غرد",     "share",   "shares", "tweet"};
  return words;
}

const text::PhraseSet& platforms() {
  static const text::PhraseSet words{
      "فيسبوك",    "الفيسبوك",  "فيس",      "فايسبوك",   "تويتر",     "إكس",
      "اكس",       "واتساب",    "واتس",     "واتسآب",    "الواتساب",  "تلغرام",
      "تليغرام",   "تيليغرام",  "تلجرام",   "تليجرام",   "تيليجرام",  "لينكدإن",
      "لينكد",     "لينكدن",    "إنستغرام", "انستغرام",  "انستقرام",  "إنستجرام",
      "بينتيريست", "بنترست",    "بينترست",  "سناب",      "سنابشات",   "تيك",
      "ماسنجر",    "مسنجر",     "ثريدز",    "يوتيوب",    "ريديت",     "تمبلر",
      "سكايب",     "فايبر",     "طباعة",    "اطبع",      "بريد",      "البريد",
      "الإيميل",   "ايميل",     "نسخ",      "انسخ",      "الرابط",    "رابط",
      "facebook",  "twitter",   "x",        "whatsapp",  "telegram",  "linkedin",
      "instagram", "pinterest", "reddit",   "messenger", "tumblr",    "threads",
      "viber",     "snapchat",  "tiktok",   "youtube",   "email",     "mail",
      "print",     "copy",      "link",     "pocket",    "vkontakte", "odnoklassniki",
      "bluesky",   "flipboard"};
  return words;
}

// Words between the names of the buttons.
const text::PhraseSet& share_glue() {
  static const text::PhraseSet words{
      "على",        "عبر",     "في",      "مع",      "من",     "خلال",    "هذا",       "هذه",
      "الخبر",      "المقال",  "المقالة", "الموضوع", "الصفحة", "المنشور", "التقرير",   "المادة",
      "القصة",      "أصدقائك", "اصدقاءك", "مواقع",   "وسائل",  "التواصل", "الاجتماعي", "إلكتروني",
      "الإلكتروني", "بوك",     "آب",      "شات",     "توك",    "إن",      "مختصر",     "المختصر",
      "تم",         "النسخ",   "بواسطة",  "on",      "this",   "via",     "by",        "to",
      "post",       "article", "with",    "the",     "and",    "story",   "page",      "url",
      "in",         "app"};
  return words;
}

int share_word_score(std::string_view word) {
  if (prompts().has_key(word)) return 2;
  if (platforms().has_key(word)) return 1;
  return share_glue().has_key(word) ? 0 : -1;
}

}  // namespace

int share_score(std::string_view key) {
  const auto words = text::split_any(key, U" ");
  if (words.empty() || words.size() > kShareWords) return 0;
  int sum = 0;
  for (const std::string_view word : words) {
    int score = share_word_score(word);
    // «وتويتر»: the conjunction U+0648 WAW is one letter of two bytes.
    if (score < 0 && word.substr(0, 2) == "\u0648") score = share_word_score(word.substr(2));
    if (score < 0) return 0;
    sum += score;
  }
  return std::min(sum, 2);
}

}  // namespace fihris::indexer::clean
