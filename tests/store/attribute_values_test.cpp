#include "fihris/store/internal/attribute_values.h"

#include <gmock/gmock.h>

#include <algorithm>

namespace fihris::store {
namespace {

using ::testing::ElementsAre;
using ::testing::IsEmpty;

FieldTable table(const std::vector<std::string>& names) {
  IndexSettings settings;
  for (const std::string& name : names) {
    Attribute attribute;
    attribute.name = name;
    attribute.filterable = true;
    settings.attributes.push_back(attribute);
  }
  return FieldTable(settings);
}

Article with_extra(const std::string& extra) {
  Article article;
  article.extra = extra;
  return article;
}

std::vector<std::string> values_of(const std::string& name, const std::string& extra) {
  AttributeReader reader(table({name}));
  std::vector<std::string> texts;
  for (const AttributeValue& value : reader.read(with_extra(extra)).front()) {
    texts.push_back(value.text);
  }
  return texts;
}

TEST(AttributeReader, FindsValues) {
  EXPECT_THAT(values_of("country", R"({"country":"مصر","x":1})"), ElementsAre("مصر"));
  EXPECT_THAT(values_of("country", R"({"x":1})"), IsEmpty());
  EXPECT_THAT(values_of("country", R"({"country":null})"), IsEmpty());
  EXPECT_THAT(values_of("country", ""), IsEmpty());
  EXPECT_THAT(values_of("views", R"({"views":[12, 3.50 ,"٧"]})"), ElementsAre("12", "3.50", "٧"));
  EXPECT_THAT(values_of("live", R"({"live":true})"), ElementsAre("true"));
}

TEST(AttributeReader, FollowsNamesIntoObjectsAndLists) {
  EXPECT_THAT(values_of("place.city", R"({"place":{"city":"دمشق","zip":1}})"), ElementsAre("دمشق"));
  EXPECT_THAT(values_of("place.city", R"({"place":[{"city":"دمشق"},{"city":["حلب","حمص"]}]})"),
              ElementsAre("دمشق", "حلب", "حمص"));
  EXPECT_THAT(values_of("place.city", R"({"place.city":"دمشق"})"), ElementsAre("دمشق"));
  EXPECT_THAT(values_of("place.city", R"({"places":{"city":"دمشق"}})"), IsEmpty());
}

// A reader of articles gives such members to the built-in fields that they stand for.
TEST(AttributeReader, FindsWhatABuiltInFieldTook) {
  Article article;
  article.section = "رياضة";
  article.tags = {"كأس", "دوري"};
  article.body = "نص";
  AttributeReader reader(table({"category", "keywords", "section", "content"}));
  const auto& values = reader.read(article);
  const auto texts = [&values](std::size_t i) {
    std::vector<std::string> all;
    for (const AttributeValue& value : values[i]) all.push_back(value.text);
    return all;
  };
  EXPECT_THAT(texts(0), ElementsAre("رياضة"));
  EXPECT_THAT(texts(1), ElementsAre("كأس", "دوري"));
  EXPECT_THAT(texts(2), ElementsAre("رياضة"));
  EXPECT_THAT(texts(3), IsEmpty());
}

TEST(AttributeReader, TakesAnyJson) {
  EXPECT_THAT(values_of("n", R"({"n":)" + std::string(400, '9') + "}"),
              ElementsAre(std::string(400, '9')));
  std::string deep = R"({"n":)" + std::string(1000, '[') + "1" + std::string(1000, ']') + "}";
  EXPECT_THAT(values_of("n", deep), IsEmpty());
  std::string many = R"({"n":[0)";
  for (int i = 1; i < 10'000; ++i) many += ',' + std::to_string(i);
  AttributeReader reader(table({"n"}));
  EXPECT_EQ(reader.read(with_extra(many + "]}")).front().size(), kMaxAttributeValues);
  EXPECT_TRUE(reader.overflowed(0));
  reader.read(with_extra(R"({"n":1})"));
  EXPECT_FALSE(reader.overflowed(0));
  EXPECT_THAT(values_of("n", R"({"n":1)"), ::testing::SizeIs(::testing::Le(1)));  // damaged
}

TEST(AttributeReader, PrefersTheDocumentAndElseTheBuiltInField) {
  AttributeReader reader(table({"category", "title"}));
  Article article;
  article.title = "عنوان";
  EXPECT_EQ(reader.read(article)[1].front().text, "عنوان");
  article.extra = R"({"category":"فن"})";
  EXPECT_EQ(reader.read(article)[0].front().text, "فن");
  article.document = R"({"title":5,"x":"\ud800","category":["أ","ب"]})";
  EXPECT_EQ(reader.read(article)[0].size(), 2U);
  EXPECT_EQ(reader.read(article)[1].front().text, "5");
}

TEST(AttributeReader, SaysWhatIsThere) {
  AttributeReader reader(table({"a"}));
  const auto presence = [&](const std::string& value) {
    reader.read(with_extra("{\"a\":" + value + ",\"b\":null}"));
    const Presence& found = reader.presence(0);
    return std::string(found.there ? "there" : "") + (found.null ? " null" : "") +
           (found.empty ? " empty" : "");
  };
  EXPECT_EQ(presence("null"), "there null");
  for (const char* empty : {"\"\"", "[]", "{}"}) EXPECT_EQ(presence(empty), "there empty");
  for (const char* full : {"1", "\" \"", "[null]", "[\"\"]", "{\"x\":null}", "false", "[[]]"}) {
    EXPECT_EQ(presence(full), "there") << full;
  }
  reader.read(with_extra(R"({"b":1})"));
  EXPECT_FALSE(reader.presence(0).there);
}

TEST(AttributeReader, FindsAllTextsWhereAllIsSearched) {
  IndexSettings settings;
  settings.search_all = true;
  settings.attributes.resize(2);
  settings.attributes[0].name = "caption";
  settings.attributes[0].searchable = true;
  settings.attributes[1].name = "kind";
  settings.attributes[1].filterable = true;
  AttributeReader reader{FieldTable(settings)};
  reader.read(with_extra(R"({"a":{"b":["أ",1,true,null,{"c":"ب"}]},"caption":"ج","_geo":{"lat":1},)"
                         R"("kind":"د"})"));
  std::string found;
  for (const SearchedText& each : reader.searched_texts()) {
    found += std::string(each.field) + '=' + std::string(each.text) + ' ';
  }
  EXPECT_EQ(found, "caption=ج a.b=أ a.b=1 a.b.c=ب kind=د ");
}

TEST(Numbers, AreReadAsPeopleWriteThem) {
  EXPECT_EQ(read_number("1250"), 1250);
  EXPECT_EQ(read_number(" -3.5 "), -3.5);
  EXPECT_EQ(read_number("+7"), 7);
  EXPECT_EQ(read_number("1e3"), 1000);
  EXPECT_EQ(read_number("١٢٥٠"), 1250);
  EXPECT_EQ(read_number("۱۲"), 12);
  EXPECT_EQ(read_number("1,250,000"), 1'250'000);
  EXPECT_EQ(read_number("١٬٢٥٠٫٥"), 1250.5);
  for (const char* text : {"", "-", ".", "كثير", "12 كم", "1,25", "1,2,3", ",100", "12a", "0x10",
                           "nan", "inf", "1e999", "--1", "1..2"}) {
    EXPECT_FALSE(read_number(text)) << text;
  }
  EXPECT_FALSE(read_number(std::string(400, '9')));
}

TEST(Numbers, SortAsTheirKeys) {
  std::vector<double> numbers{-1e300, -2.5, -1, -1e-300, 0, 1e-300, 1, 1.5, 2, 1e300};
  std::vector<std::string> keys;
  for (const double number : numbers) {
    std::string& key = keys.emplace_back();
    append_number(key, number);
    EXPECT_EQ(key.size(), kNumberBytes);
    EXPECT_EQ(number_of(key), number);
  }
  EXPECT_TRUE(std::is_sorted(keys.begin(), keys.end()));
  std::string minus_zero;
  append_number(minus_zero, -0.0);
  EXPECT_EQ(minus_zero, keys[4]);
}

}  // namespace
}  // namespace fihris::store
