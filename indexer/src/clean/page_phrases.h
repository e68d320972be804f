// The fixed phrases of scraped pages: what their buttons, boxes and labels say. All take a
// phrase_key().
#pragma once

#include <string_view>

namespace fihris::indexer::clean {

// How sure a line is to be a row of share buttons: 2 certain, 1 only among its like, 0 not.
int share_score(std::string_view key);

// Buttons, counters and notices that are never part of an article.
bool is_boilerplate(std::string_view key);
// Labels of the comment form, which could be words of a text as well: noise at the end of a page
// only.
bool is_form_label(std::string_view key);
// «لن يتم نشر عنوان بريدك الإلكتروني …»
bool is_form_notice(std::string_view key);

// The head of a box with other articles.
enum class RelatedKind {
  kNone,
  kInText,  // «اقرأ أيضا»: stands between paragraphs as often as at the end
  kBox,     // «مقالات ذات صلة», «الأكثر قراءة»
};
RelatedKind related_heading(std::string_view key);

// «سياسي», «اقتصاد»: the name of a newspaper section and nothing else.
bool is_section_name(std::string_view key);
// The words between a label and a name: «بقلم», «تحرير».
bool is_byline_label(std::string_view key);
bool is_tags_label(std::string_view key);
// «منذ 3 ساعات»
bool is_relative_time(std::string_view key);
// «16 مشاهدة», «مدة القراءة 3 دقائق»
bool is_labelled_count(std::string_view key);

}  // namespace fihris::indexer::clean
