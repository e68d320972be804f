#include "clean/page_phrases.h"
#include "text/phrase_set.h"

namespace fihris::indexer::clean {
namespace {

const text::PhraseSet& related_in_text() {
  static const text::PhraseSet phrases{
      "اقرأ أيضا",   "اقرا ايضا",    "اقرأ ايضا",          "اقرئي أيضا",
      "اقرأ المزيد", "اقرأ أكثر",    "اقرأ كذلك",          "اقرأ عن",
      "اقرأوا أيضا", "اقرؤوا أيضا",  "أقرأ أيضا",          "وأقرأ أيضا",
      "اقرأ ي أيضا", "طالع أيضا",    "طالع المزيد",        "شاهد أيضا",
      "شاهد المزيد", "تابع أيضا",    "انظر أيضا",          "راجع أيضا",
      "قد يهمك",     "قد يهمك أيضا", "قد يهمكم",           "ربما يهمك",
      "يهمك أيضا",   "للمزيد",       "لقراءة المزيد",      "المزيد حول",
      "read also",   "also read",    "read more",          "read next",
      "see also",    "more on this", "more on this story", "recommended stories"};
  return phrases;
}

constexpr std::string_view kBoxHeadings[] = {"مقالات ذات صلة",
                                             "مواضيع ذات صلة",
                                             "موضوعات ذات صلة",
                                             "أخبار ذات صلة",
                                             "مواد ذات صلة",
                                             "تقارير ذات صلة",
                                             "قصص ذات صلة",
                                             "محتوى ذو صلة",
                                             "ذات صلة",
                                             "روابط ذات صلة",
                                             "المقالات ذات الصلة",
                                             "مقالات متعلقة",
                                             "مواضيع متعلقة",
                                             "موضوعات متعلقة",
                                             "أخبار متعلقة",
                                             "الأخبار المتعلقة",
                                             "مقالات مشابهة",
                                             "مواضيع مشابهة",
                                             "أخبار مشابهة",
                                             "مقالات مرتبطة",
                                             "مواضيع مرتبطة",
                                             "أخبار مرتبطة",
                                             "مقالات أخرى",
                                             "أخبار أخرى",
                                             "مواضيع أخرى",
                                             "قد يعجبك أيضا",
                                             "قد يعجبك",
                                             "ربما يعجبك",
                                             "اخترنا لك",
                                             "اخترنا لكم",
                                             "نرشح لك",
                                             "نرشح لكم",
                                             "ترشيحاتنا",
                                             "موصى به",
                                             "المزيد من الأخبار",
                                             "مزيد من الأخبار",
                                             "المزيد من المقالات",
                                             "المزيد",
                                             "المزيد من",
                                             "اقرأ في الموقع",
                                             "آخر الأخبار",
                                             "أحدث الأخبار",
                                             "أحدث المقالات",
                                             "آخر المقالات",
                                             "الأكثر قراءة",
                                             "الأكثر مشاهدة",
                                             "الأكثر تداولا",
                                             "الأكثر تفاعلا",
                                             "الأكثر شعبية",
                                             "الأكثر تعليقا",
                                             "رائج",
                                             "رائج الآن",
                                             "المقال السابق",
                                             "المقال التالي",
                                             "الخبر السابق",
                                             "الخبر التالي",
                                             "السابق",
                                             "التالي",
                                             "previous article",
                                             "next article",
                                             "previous post",
                                             "next post",
                                             "related",
                                             "related articles",
                                             "related posts",
                                             "related stories",
                                             "related news",
                                             "related topics",
                                             "you may also like",
                                             "you might also like",
                                             "most read",
                                             "most viewed",
                                             "most popular",
                                             "trending",
                                             "latest news",
                                             "more news",
                                             "more stories"};

const text::PhraseSet& related_boxes() {
  static const text::PhraseSet phrases(kBoxHeadings);
  return phrases;
}

}  // namespace

RelatedKind related_heading(std::string_view key) {
  if (related_in_text().has_key(key)) return RelatedKind::kInText;
  return related_boxes().has_key(key) ? RelatedKind::kBox : RelatedKind::kNone;
}

}  // namespace fihris::indexer::clean
