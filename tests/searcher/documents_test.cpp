// Documents of any shape, as a service is given them.
#include <gmock/gmock.h>

#include "fihris/indexer/article_reader.h"
#include "fihris/store/error.h"
#include "search_index.h"

namespace fihris::testing {
namespace {

using ::testing::AllOf;
using ::testing::ElementsAre;
using ::testing::IsEmpty;
using ::testing::UnorderedElementsAre;
using Kind = FilterExpression::Kind;

Article document(std::string_view id, std::string_view json) {
  return std::get<Article>(ArticleParser().parse_document(json, id));
}

IndexSettings settings(std::string_view json) { return settings_from_json(json, "settings"); }

FilterExpression equals(std::string field, std::string value) {
  return {.kind = Kind::kEquals, .field = std::move(field), .value = std::move(value)};
}

FilterExpression of(Kind kind, std::vector<FilterExpression> children) {
  return {.kind = kind, .children = std::move(children)};
}

FilterExpression about(Kind kind, std::string field, std::string value = "") {
  return {.kind = kind, .field = std::move(field), .value = std::move(value)};
}

FilterExpression between(std::string field, std::optional<FilterBound> from,
                         std::optional<FilterBound> to) {
  return {.kind = Kind::kRange, .field = std::move(field), .from = from, .to = to};
}

std::vector<std::string> found(SearchIndex& index, const FilterExpression& filter,
                               std::string query = "") {
  SearchRequest request;
  request.query = std::move(query);
  request.limit = 1000;
  request.fold = false;
  request.filter = filter;
  return ids_of(index.search(request));
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

TEST(Documents, AreSearchedWholeWhereThatIsSet) {
  const Article one = document(
      "1", R"({"الاسم":"مدرسة البنات","place":{"cities":["دمشق",{"zip":963}]},"on":true})");
  SearchIndex plain({one});
  EXPECT_THAT(plain.ids("مدارس"), IsEmpty());
  plain.change(settings(R"({"searchableAttributes":["*"]})"));
  for (const char* query : {"مدارس", "دمشق", "963", "«مدرسة البنات»"}) {
    EXPECT_THAT(plain.ids(query), ElementsAre("1")) << query;
  }
  EXPECT_THAT(plain.ids("true"), IsEmpty());
  const SearchResults results = plain.search("بدمشق");
  ASSERT_EQ(results.hits.size(), 1U);
  EXPECT_EQ(results.hits[0].snippets.at(0).field, "place.cities");
  EXPECT_EQ(results.hits[0].snippets[0].text, "دمشق");
  plain.add({document("2", R"({"title":"مدرسة"})")});  // the delta is made likewise
  EXPECT_THAT(plain.ids("مدرسة"), UnorderedElementsAre("1", "2"));
  plain.change({});
  EXPECT_THAT(plain.ids("مدرسة"), ElementsAre("2"));
}

class FilterTrees : public ::testing::Test {
 protected:
  static IndexSettings made() {
    return settings(R"({"filterableAttributes":["genre","price","when","live","id","title"],
      "sortableAttributes":["price","title"],
      "attributes":{"price":{"type":"number"},"when":{"type":"date"},"live":{"type":"boolean"}}})");
  }
  static std::vector<Article> articles() {
    return {
        document("7", R"({"id":7,"title":"سفينة \"كبيرة\"","genre":"Sci-Fi: (a) OR b","price":10,
                             "when":"2025-12-23T18:05:00+03:00","live":true,"date":"2025-12-23"})"),
        document("8", R"({"id":8,"title":"سفينة","genre":["دراما","رعب"],"price":[2.5,30],
                             "when":"2025-12-24","live":false,"date":"2024-01-01T10:00:00Z"})"),
        document("9",
                 R"({"id":9,"title":"مكتبة","genre":null,"price":"","when":[],"tags":["سفر"]})"),
        document("10", R"({"id":10,"title":"","genre":{"x":1},"price":"غال"})")};
  }

  SearchIndex index_{articles(), made()};
};

TEST_F(FilterTrees, CompareWholeValues) {
  EXPECT_THAT(found(index_, equals("genre", "sci-fi: (A) or B")), ElementsAre("7"));
  EXPECT_THAT(found(index_, equals("genre", "Sci-Fi")), IsEmpty());
  EXPECT_THAT(found(index_, equals("title", "سفينة")), ElementsAre("8"));
  EXPECT_THAT(found(index_, equals("id", "9")), ElementsAre("9"));
  EXPECT_THAT(found(index_, equals("price", "10.0")), ElementsAre("7"));
  EXPECT_THAT(found(index_, equals("price", "غال")), IsEmpty());
  EXPECT_THAT(found(index_, equals("live", "true")), ElementsAre("7"));
  EXPECT_THAT(found(index_, equals("live", "1")), IsEmpty());
  EXPECT_THAT(found(index_, equals("tags", "سفر")), ElementsAre("9"));
  EXPECT_THAT(found(index_, equals("genre", "رعب"), "سفن"), ElementsAre("8"));
  EXPECT_THAT(found(index_, equals("genre", "رعب"), "مكتبة"), IsEmpty());
}

TEST_F(FilterTrees, CompareMoments) {
  EXPECT_THAT(found(index_, equals("when", "2025-12-23")), ElementsAre("7"));
  EXPECT_THAT(found(index_, equals("when", "2025-12-23T15:05:00Z")), ElementsAre("7"));
  EXPECT_THAT(found(index_, equals("when", "1766502300")), ElementsAre("7"));
  EXPECT_THAT(found(index_, equals("when", "2025-12")), UnorderedElementsAre("7", "8"));
  EXPECT_THAT(found(index_, between("when", FilterBound{"2025-12-23", false}, {})),
              ElementsAre("8"));
  EXPECT_THAT(found(index_, between("date", {}, FilterBound{"2024-01-01T10:00:00Z", true})),
              ElementsAre("8"));
  EXPECT_THAT(found(index_, between("date", {}, FilterBound{"2024-01-01T10:00:00Z", false})),
              IsEmpty());
  EXPECT_THAT(found(index_, equals("date", "2025-12-23")), ElementsAre("7"));
  EXPECT_THAT(found(index_, between("date", FilterBound{"1704103200", true}, {})),
              UnorderedElementsAre("7", "8"));
  EXPECT_THAT(found(index_, equals("date", "soon")), IsEmpty());
}

TEST_F(FilterTrees, CompareNumbers) {
  EXPECT_THAT(found(index_, between("price", FilterBound{"10", true}, FilterBound{"30", false})),
              ElementsAre("7"));
  EXPECT_THAT(found(index_, between("price", FilterBound{"10", false}, {})), ElementsAre("8"));
  EXPECT_THAT(found(index_, between("price", FilterBound{"5", true}, FilterBound{"3", true})),
              IsEmpty());
  EXPECT_THAT(found(index_, between("genre", FilterBound{"1", true}, {})), IsEmpty());
  EXPECT_THAT(found(index_, of(Kind::kOr, {equals("price", "10"), equals("price", "30"),
                                           equals("price", "x"), equals("genre", "رعب")})),
              UnorderedElementsAre("7", "8"));
}

TEST_F(FilterTrees, TellNullFromEmptyFromAbsent) {
  EXPECT_THAT(found(index_, about(Kind::kIsNull, "genre")), ElementsAre("9"));
  EXPECT_THAT(found(index_, about(Kind::kIsEmpty, "price")), ElementsAre("9"));
  EXPECT_THAT(found(index_, about(Kind::kIsEmpty, "when")), ElementsAre("9"));
  EXPECT_THAT(found(index_, about(Kind::kIsEmpty, "title")), ElementsAre("10"));
  EXPECT_THAT(found(index_, about(Kind::kExists, "genre")),
              UnorderedElementsAre("7", "8", "9", "10"));
  EXPECT_THAT(found(index_, about(Kind::kExists, "price")),
              UnorderedElementsAre("7", "8", "9", "10"));
  EXPECT_THAT(found(index_, about(Kind::kExists, "when")), UnorderedElementsAre("7", "8", "9"));
  EXPECT_THAT(found(index_, about(Kind::kExists, "tag")), ElementsAre("9"));
}

TEST_F(FilterTrees, Combine) {
  const FilterExpression drama = equals("genre", "دراما");
  EXPECT_EQ(found(index_, of(Kind::kAnd, {})).size(), 4U);
  EXPECT_THAT(found(index_, of(Kind::kOr, {})), IsEmpty());
  EXPECT_THAT(found(index_, of(Kind::kNot, {drama})), UnorderedElementsAre("7", "9", "10"));
  EXPECT_THAT(
      found(index_, of(Kind::kAnd, {of(Kind::kNot, {drama}), about(Kind::kExists, "when")})),
      UnorderedElementsAre("7", "9"));
  EXPECT_THAT(found(index_, of(Kind::kAnd, {drama, equals("genre", "رعب")})), ElementsAre("8"));
  EXPECT_THAT(found(index_, about(Kind::kBeginsWith, "genre", "sc")), ElementsAre("7"));
  EXPECT_THAT(found(index_, about(Kind::kBeginsWith, "genre", "د")), ElementsAre("8"));
  EXPECT_THAT(found(index_, about(Kind::kBeginsWith, "price", "1")), IsEmpty());
}

TEST_F(FilterTrees, RefuseWhatDoesNotFilter) {
  const auto refused = [&](const FilterExpression& filter) {
    try {
      found(index_, filter);
    } catch (const Error& error) {
      EXPECT_EQ(error.code(), ErrorCode::kUsage);
      return std::string(error.what());
    }
    return std::string("taken");
  };
  EXPECT_THAT(refused(equals("colour", "red")), ::testing::HasSubstr("\"colour\""));
  EXPECT_THAT(refused(equals("summary", "x")), ::testing::HasSubstr("\"summary\""));
  EXPECT_THAT(refused(of(Kind::kNot, {})), ::testing::HasSubstr("NOT"));
  FilterExpression deep = equals("genre", "x");
  for (int i = 0; i < 200; ++i) deep = of(Kind::kNot, {deep});
  EXPECT_THAT(refused(deep), ::testing::HasSubstr("deep"));
  std::vector<FilterExpression> list(kMaxFilterListValues, equals("genre", "دراما"));
  EXPECT_THAT(found(index_, of(Kind::kOr, list)), ElementsAre("8"));
  list.push_back(equals("price", "1"));
  EXPECT_THAT(refused(of(Kind::kOr, list)), ::testing::HasSubstr("10000"));
  list.resize(kMaxFilterValues + 1);
  EXPECT_THAT(refused(of(Kind::kAnd, list)), ::testing::HasSubstr("500"));
}

TEST_F(FilterTrees, HoldInDeltaAndGenerationAlike) {
  SearchIndex other({articles()[0]}, made());
  other.add({articles()[1], articles()[2], articles()[3]});
  const std::vector<FilterExpression> filters{
      about(Kind::kIsNull, "genre"), about(Kind::kExists, "when"), equals("price", "30"),
      between("price", FilterBound{"1", true}, {}), about(Kind::kBeginsWith, "genre", "د")};
  for (const FilterExpression& filter : filters) {
    EXPECT_THAT(found(other, filter), ::testing::UnorderedElementsAreArray(found(index_, filter)));
  }
}

TEST_F(FilterTrees, SortAndCountWhatIsNamedAsABuiltInField) {
  SearchRequest request;
  request.sort = Sort::kDateAscending;
  request.sort_by = "title";
  request.facets = {"title", "tags"};
  const SearchResults results = index_.search(request);
  EXPECT_THAT(ids_of(results), ElementsAre("8", "7", "9", "10"));
  EXPECT_EQ(results.facets.at(0).values.size(), 3U);
  EXPECT_EQ(results.facets.at(1).field, "tags");
  EXPECT_THAT(index_.ids("title:سفن"), UnorderedElementsAre("7", "8"));
}

// Fields are declared before there are documents, and documents come one by one.
TEST(Documents, TellTypesWhenTheyFirstHaveValues) {
  SearchIndex index({document("1", R"({"title":"سفينة"})")},
                    settings(R"({"filterableAttributes":["price","genre"]})"));
  const FilterExpression dear = between("price", FilterBound{"5", true}, {});
  EXPECT_THAT(found(index, dear), IsEmpty());
  index.add({document("2", R"({"price":10,"title":"سفينة"})")});
  EXPECT_THAT(found(index, dear), ElementsAre("2"));
  index.add({document("1", R"({"price":7,"genre":"رعب"})"), document("3", R"({"price":3})")});
  EXPECT_THAT(found(index, dear), UnorderedElementsAre("1", "2"));
  EXPECT_THAT(found(index, equals("genre", "رعب")), ElementsAre("1"));
  EXPECT_EQ(index.ids("").size(), 3U);
  EXPECT_EQ(settings_of_articles(index.dir()).find("price")->type, AttributeType::kNumber);
}

TEST(Sorting, BySeveralKeys) {
  const IndexSettings made = settings(R"({"sortableAttributes":["price","name"],
    "attributes":{"price":{"type":"number"},"name":{"type":"text"}}})");
  SearchIndex index({document("a", R"({"price":2,"name":"ب"})"), document("b", R"({"price":1})"),
                     document("c", R"({"price":2,"name":"أ"})"), document("d", R"({"name":"ج"})"),
                     document("e", R"({"price":1,"name":"د"})"), document("f", R"({"price":2})")},
                    made);
  const auto sorted = [&](bool descending, bool then_descending) {
    SearchRequest request;
    request.sort = descending ? Sort::kDateDescending : Sort::kDateAscending;
    request.sort_by = "price";
    request.then_by = {{"name", then_descending}};
    return ids_of(index.search(request));
  };
  EXPECT_THAT(sorted(false, false), ElementsAre("e", "b", "c", "a", "f", "d"));
  EXPECT_THAT(sorted(true, false), ElementsAre("c", "a", "f", "e", "b", "d"));
  EXPECT_THAT(sorted(true, true), ElementsAre("a", "c", "f", "e", "b", "d"));
  EXPECT_THAT(sorted(false, true), ElementsAre("e", "b", "a", "c", "f", "d"));
}

}  // namespace
}  // namespace fihris::testing
