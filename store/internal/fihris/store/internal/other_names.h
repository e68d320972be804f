// Members of JSON that stand for fields of an article under the names of other programs.
#pragma once

#include <algorithm>
#include <iterator>
#include <string_view>

namespace fihris::store {

struct OtherName {
  std::string_view member;
  std::string_view field;  // the JSON name of ours
};

// Taken where the field's own member is absent or empty, and for each field the first that is
// there: what is surely meant stands before what may be something else.
inline constexpr OtherName kOtherNames[] = {
    // schema.org, news-please, Twitter and Elasticsearch dumps, JSON Feed, feeds and scrapers.
    {"articleBody", "body"},
    {"article_body", "body"},
    {"maintext", "body"},
    {"full_text", "body"},
    {"content", "body"},
    {"content.rendered", "body"},  // flattened
    {"content_html", "body"},
    {"content_text", "body"},
    {"text", "body"},  // in some exports a teaser only
    {"headline", "title"},
    {"title.rendered", "title"},
    // When it was published, before when it was made.
    {"published", "date"},
    {"published_at", "date"},
    {"publishedAt", "date"},
    {"datePublished", "date"},
    {"date_published", "date"},
    {"date_publish", "date"},
    {"publish_date", "date"},
    {"pubDate", "date"},
    {"pub_date", "date"},
    {"created_at", "date"},
    {"permalink", "url"},
    {"link", "url"},
    {"excerpt", "summary"},
    {"abstract", "summary"},
    {"lead", "summary"},
    {"description", "summary"},
    {"category", "section"},
    {"categories", "section"},
    {"keywords", "tags"},
    {"publisher", "source"},
    {"site_name", "source"},
    {"byline", "author"},
    {"authors", "author"},
    {"creator", "author"},
    {"_id", "id"},  // MongoDB, Elasticsearch
};

// The field that a member so named stands for; empty when it is no other name of any.
inline std::string_view field_of_other_name(std::string_view member) {
  const auto* const found =
      std::find_if(std::begin(kOtherNames), std::end(kOtherNames),
                   [member](const OtherName& other) { return other.member == member; });
  return found == std::end(kOtherNames) ? std::string_view() : found->field;
}

// Whether a member so named holds the title or the body of an article.
inline bool names_text(std::string_view member) {
  const std::string_view other = field_of_other_name(member);
  const std::string_view field = other.empty() ? member : other;
  return field == "title" || field == "body";
}

// The member of an Elasticsearch hit that holds the article.
inline constexpr std::string_view kWrappingMember = "_source";

// With `false` it says that title, summary and body are plain, whatever they look like. An export
// has it where that matters (searcher/src/write/json_writer.cpp), so it is never stored.
inline constexpr std::string_view kMarkupMember = "_markup";

}  // namespace fihris::store
