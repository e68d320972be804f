// Documents of any shape, as a service is given them.
#include <gmock/gmock.h>

#include "fihris/indexer/article_reader.h"
#include "search_index.h"

namespace fihris::testing {
namespace {

using ::testing::ElementsAre;
using ::testing::IsEmpty;

Article document(std::string_view id, std::string_view json) {
  return std::get<Article>(ArticleParser().parse_document(json, id));
}

TEST(Documents, AreFoundWithoutAnyText) {
  SearchIndex index({document("1", R"({"author":"رنا"})"), document("2", "{}")});
  EXPECT_THAT(index.filtered("", {"author:رنا"}), ElementsAre("1"));
  EXPECT_THAT(index.ids("كلمة"), IsEmpty());
  EXPECT_EQ(index.ids("").size(), 2U);
  index.add({document("3", R"({"sku":1})")});
  index.compact();
  EXPECT_EQ(index.ids("").size(), 3U);
  EXPECT_EQ(index.searcher().get("3")->document, R"({"sku":1})");
  EXPECT_TRUE(index.searcher().related("3").has_value());
}

}  // namespace
}  // namespace fihris::testing
