// What the pages say, in both languages.
#pragma once

#include "page/manner.h"

namespace fihris::server::page::phrase {

inline constexpr Phrase kArchive{"أرشيف المقالات", "Article archive"};
inline constexpr Phrase kSearch{"بحث", "Search"};
inline constexpr Phrase kSearchFor{"ابحث في الأرشيف", "Search the archive"};
inline constexpr Phrase kPlaceholder{"كلمات أو «عبارة» أو اسم", "Words, “a phrase”, or a name"};
inline constexpr Phrase kSkip{"إلى النتائج", "Skip to results"};
inline constexpr Phrase kFrom{"من", "From"};
inline constexpr Phrase kTo{"إلى", "To"};
inline constexpr Phrase kDates{"التاريخ", "Dates"};
inline constexpr Phrase kFromExample{"2018-03", "2018-03"};
inline constexpr Phrase kToExample{"رمضان 1439", "March 2018"};
inline constexpr Phrase kIndex{"المجموعة", "Collection"};
inline constexpr Phrase kHelp{"كيف أبحث؟", "How to search"};
inline constexpr Phrase kHelpPhrase{"الكلمات متتابعة", "these words in this order"};
inline constexpr Phrase kHelpMust{"كلمة لا بد منها", "a word that must be there"};
inline constexpr Phrase kHelpNot{"كلمة لا تكون فيه", "a word that must not"};
inline constexpr Phrase kHelpForm{"هذه الصيغة وحدها", "this form only"};
inline constexpr Phrase kHelpBegins{"كلمات تبدأ هكذا", "words that begin so"};
inline constexpr Phrase kHelpTitle{"في العنوان", "in the title"};
inline constexpr Phrase kHelpNear{"قريبة بعضها من بعض", "near each other"};
inline constexpr Phrase kDisplay{"العرض", "Display"};
inline constexpr Phrase kDigits{"الأرقام", "Digits"};
inline constexpr Phrase kMonthNames{"أسماء الأشهر", "Month names"};
inline constexpr Phrase kCalendar{"التقويم", "Calendar"};
inline constexpr Phrase kGregorian{"ميلادي", "Gregorian"};
inline constexpr Phrase kHijri{"هجري", "Hijri"};
inline constexpr Phrase kTheme{"الألوان", "Colours"};
inline constexpr Phrase kThemeAuto{"كالجهاز", "As the device"};
inline constexpr Phrase kThemeLight{"فاتحة", "Light"};
inline constexpr Phrase kThemeDark{"داكنة", "Dark"};
inline constexpr Phrase kSort{"الترتيب", "Sort"};
inline constexpr Phrase kByRelevance{"الأنسب", "Most relevant"};
inline constexpr Phrase kNewest{"الأحدث", "Newest"};
inline constexpr Phrase kOldest{"الأقدم", "Oldest"};
inline constexpr Phrase kFound{"وُجد ", "Found "};
inline constexpr Phrase kLatestArticles{"أحدث المقالات: ", "The latest of "};
inline constexpr Phrase kAbout{"نحو ", "about "};
inline constexpr Phrase kNothing{"لم يُعثر على شيء", "Nothing was found"};
inline constexpr Phrase kNothingHere{"لا نتائج في هذه الصفحة", "There are no results on this page"};
inline constexpr Phrase kFirstPage{"الصفحة الأولى", "First page"};
inline constexpr Phrase kTimedOut{"توقّف البحث عند حدّ الوقت، وقد تكون هناك نتائج أخرى.",
                                  "The search ran out of time; there may be more."};
inline constexpr Phrase kPartNotRead{"قُرئ جزء من السؤال كلماتٍ عادية: ",
                                     "A part of the query was read as plain words: "};
inline constexpr Phrase kCorrected{"هذه نتائج ", "Showing results for "};
inline constexpr Phrase kAsTyped{"ابحث كما كُتب: ", "Search instead for "};
inline constexpr Phrase kDidYouMean{"هل قصدت ", "Did you mean "};
inline constexpr Phrase kExactForm{"بهذه الصيغة وحدها", "This form only"};
inline constexpr Phrase kAllForms{"بكل صيغ الكلمة", "All forms of the words"};
inline constexpr Phrase kFold{"اجمع نسخ الخبر الواحد", "Fold copies of a story"};
inline constexpr Phrase kUnfold{"أظهر كل نسخة وحدها", "Show every copy"};
inline constexpr Phrase kRemove{"أزل: ", "Remove: "};
inline constexpr Phrase kClear{"أزل كل التصفيات", "Clear all filters"};
inline constexpr Phrase kChosen{" (مختار، اضغط للإزالة)", " (chosen, press to remove)"};
inline constexpr Phrase kMore{"المزيد", "More"};
inline constexpr Phrase kFilters{"تصفية النتائج", "Refine"};
inline constexpr Phrase kOverTime{"عبر الزمن", "Over time"};
inline constexpr Phrase kAllTime{"كل السنوات", "All years"};
inline constexpr Phrase kAsList{"قائمةً", "As a list"};
inline constexpr Phrase kCopies{"الخبر نفسه في مواضع أخرى: ", "The same story elsewhere: "};
inline constexpr Phrase kUntitled{"بلا عنوان", "Untitled"};
inline constexpr Phrase kUndated{"بلا تاريخ", "No date"};
inline constexpr Phrase kPrevious{"السابق", "Previous"};
inline constexpr Phrase kNext{"التالي", "Next"};
inline constexpr Phrase kPages{"صفحات النتائج", "Pages of results"};
inline constexpr Phrase kPage{"صفحة ", "Page "};
inline constexpr Phrase kLastReachable{
    "لا تُعرض إلا النتائج الأولى؛ ضيّق البحث بتاريخ أو مصدر لترى غيرها.",
    "Only the first results can be paged through: narrow the search by a date or a source."};
inline constexpr Phrase kSave{"حفظ النتائج", "Save results"};
inline constexpr Phrase kFollow{"تابع هذا البحث (RSS)", "Follow this search (RSS)"};
inline constexpr Phrase kTrend{"تردّد الكلمة عبر الزمن", "Trend over time"};
inline constexpr Phrase kTrendWords{"كلمات تفصل بينها فواصل:", "Words with commas between them:"};
inline constexpr Phrase kTrendNote{"حصة المقالات التي فيها الكلمة من كل مقالات المدة.",
                                   "The share of the period’s articles that have the word."};
inline constexpr Phrase kDraw{"ارسم", "Draw"};
inline constexpr Phrase kAllArticles{"كل المقالات", "All articles"};
inline constexpr Phrase kWhy{"لماذا؟", "Why?"};
inline constexpr Phrase kWordMissing{"ليست في الأرشيف", "is not in the archive"};
inline constexpr Phrase kWordTogether{"كل كلمة موجودة وحدها، ولا يجمعها مقال.",
                                      "Every word is there, but no article has what was asked."};
inline constexpr Phrase kWordIn{"في ", "in "};
inline constexpr Phrase kTriedToo{"بُحث أيضًا عن: ", "also looked for: "};
inline constexpr Phrase kWouldHelp{"جرّب", "Try"};
inline constexpr Phrase kWithout{"من دون ", "Without "};
inline constexpr Phrase kTipSpelling{"راجع الإملاء، أو اكتب أول الكلمة ونجمة: ",
                                     "Check the spelling, or write a beginning and a star: "};
inline constexpr Phrase kTipFewer{"اكتب كلمات أقل أو أعمّ.", "Use fewer or more general words."};
inline constexpr Phrase kDateNotRead{"لم يُفهم التاريخ فلم يُعتدّ به: ",
                                     "The date could not be read and was left out: "};
inline constexpr Phrase kFilterNotRead{"لم تُفهم التصفية فلم يُعتدّ بها.",
                                       "The filters could not be read and were left out."};
inline constexpr Phrase kBack{"عُد إلى النتائج", "Back to the results"};
inline constexpr Phrase kOriginal{"المقال في موقعه", "The article at its site"};
inline constexpr Phrase kRelated{"مقالات ذات صلة", "Related articles"};
inline constexpr Phrase kElsewhere{"الخبر نفسه في مواضع أخرى", "The same story elsewhere"};
inline constexpr Phrase kHits{"مواضع الكلمات في المقال", "Marked words in the article"};
inline constexpr Phrase kNextHit{"الموضع التالي", "Next mark"};
inline constexpr Phrase kPreviousHit{"الموضع السابق", "Previous mark"};
inline constexpr Phrase kOf{" من ", " of "};
inline constexpr Phrase kCite{"استشهد بالمقال", "Cite"};
inline constexpr Phrase kCitation{"نص الاستشهاد", "Citation"};
inline constexpr Phrase kCopy{"انسخ", "Copy"};
inline constexpr Phrase kCopied{"نُسخ", "Copied"};
inline constexpr Phrase kNoText{"ليس لهذا المقال نص محفوظ.", "No text of this article is kept."};
inline constexpr Phrase kIndexGone{"هذه المجموعة لم تعد هنا.",
                                   "This collection is no longer here."};
inline constexpr Phrase kArticleGone{"هذا المقال ليس في الأرشيف.",
                                     "This article is not in the archive."};
inline constexpr Phrase kNoIndexes{"ليس في الخدمة مقالات بعد.", "There are no articles yet."};
inline constexpr Phrase kNotFound{"لا شيء في هذا العنوان.", "There is nothing at this address."};
inline constexpr Phrase kBroken{"تعذّر البحث الآن. حاول بعد قليل.",
                                "The search does not work now. Try again in a while."};
inline constexpr Phrase kRefused{"لا يتيح مفتاح هذه الصفحة البحث هنا.",
                                 "The key of this page does not allow this search."};
inline constexpr Phrase kAdmin{"حال الأرشيف", "State of the archive"};
inline constexpr Phrase kKeyNeeded{"اكتب المفتاح في موضع كلمة السر.",
                                   "Give the key as the password."};
inline constexpr Phrase kSize{"الحجم", "Size"};
inline constexpr Phrase kChanged{"آخر تغيير", "Last change"};
inline constexpr Phrase kSettings{"الإعدادات", "Settings"};
inline constexpr Phrase kTasks{"آخر المهام", "Latest tasks"};
inline constexpr Phrase kHome{"إلى الصفحة الأولى", "To the front page"};
inline constexpr Phrase kSource{"المصدر", "Source"};
inline constexpr Phrase kAuthor{"الكاتب", "Author"};
inline constexpr Phrase kSection{"القسم", "Section"};
inline constexpr Phrase kTag{"الوسم", "Tag"};
inline constexpr Phrase kPoweredBy{"محرّك البحث: فهرس", "Search by Fihris"};
inline constexpr Phrase kOffline{"تعذّر الاتصال بالخدمة. حاول ثانية.",
                                 "The service cannot be reached. Try again."};
inline constexpr Phrase kSuggestions{"اقتراحات", "Suggestions"};

}  // namespace fihris::server::page::phrase
