#include "fihris/store/settings.h"

#include <gmock/gmock.h>

#include "fihris/store/error.h"
#include "scratch_directory.h"
#include "throws_error.h"

namespace fihris::testing {
namespace {

using ::testing::ElementsAre;
using ::testing::HasSubstr;

IndexSettings read(std::string_view json) { return settings_from_json(json, "settings.json"); }

std::string fault_of(std::string_view json) {
  try {
    read(json);
  } catch (const Error& error) {
    EXPECT_EQ(error.code(), ErrorCode::kUsage);
    return error.what();
  }
  return "none";
}

TEST(Settings, AreReadAndWritten) {
  const IndexSettings settings = read(R"({
    "searchableAttributes": ["title", "caption"], "filterableAttributes": ["البلد", "views", "source"],
    "sortableAttributes": ["views"], "displayedAttributes": ["id"], "distinctAttribute": "source",
    "attributes": {"views": {"type": "number", "arabicName": "المشاهدات"}, "caption": {"weight": 2}}})");
  ASSERT_EQ(settings.attributes.size(), 3U);  // built-in fields are none
  const Attribute& views = *settings.find("views");
  EXPECT_EQ(views.type, AttributeType::kNumber);
  EXPECT_TRUE(views.filterable && views.sortable && !views.searchable);
  EXPECT_EQ(settings.find("caption")->weight, 2U);
  EXPECT_TRUE(settings.find("البلد")->filterable);
  EXPECT_THAT(settings.displayed, ElementsAre("id"));
  EXPECT_EQ(settings.distinct, "source");
  EXPECT_EQ(read(to_json(settings)), settings);
  EXPECT_EQ(read(to_json({})), IndexSettings());
}

TEST(Settings, MaySearchAll) {
  const IndexSettings all = read(R"({"searchableAttributes": ["*"]})");
  EXPECT_TRUE(all.search_all);
  EXPECT_EQ(read(to_json(all)), all);
  EXPECT_FALSE(all.same_analysis({}));
  EXPECT_EQ(with_setting({}, "searchableAttributes=*"), all);
}

TEST(Settings, DeclareWhatBuiltInFieldsDoNotDo) {
  const IndexSettings settings = read(R"({"filterableAttributes": ["id", "title", "author", "date"],
    "sortableAttributes": ["author", "date", "url"], "searchableAttributes": ["body", "مصدر"]})");
  ASSERT_EQ(settings.attributes.size(), 5U);
  EXPECT_TRUE(settings.find("id")->filterable && settings.find("title")->filterable);
  EXPECT_TRUE(settings.find("author")->sortable && !settings.find("author")->filterable);
  EXPECT_TRUE(settings.find("url")->sortable);
  EXPECT_TRUE(settings.find("مصدر")->searchable);  // a member, not the field «source»
  EXPECT_EQ(read(to_json(settings)), settings);
}

TEST(Settings, SayWhatIsWrong) {
  EXPECT_THAT(fault_of("{"), HasSubstr("settings.json is not JSON at byte"));
  EXPECT_THAT(fault_of("[]"), HasSubstr("must be a JSON object"));
  EXPECT_THAT(fault_of(R"({"filterable": []})"), HasSubstr("no setting \"filterable\""));
  EXPECT_THAT(fault_of(R"({"filterableAttributes": "a"})"), HasSubstr("must be a list"));
  EXPECT_THAT(fault_of(R"({"attributes": {"date": {"type": "number"}}})"), HasSubstr("built-in"));
  EXPECT_THAT(fault_of(R"({"attributes": {"a": {"type": "integer"}}})"), HasSubstr("integer"));
  EXPECT_THAT(fault_of(R"({"attributes": {"a": {"kind": "text"}}})"), HasSubstr("kind"));
  EXPECT_THAT(fault_of(R"({"attributes": {"a": {"weight": 0}}})"), HasSubstr("from 1 to 10"));
  EXPECT_THAT(fault_of(R"({"attributes": {"a": {"weight": 1e99}}})"), HasSubstr("from 1 to 10"));
  for (const char* name : {R"("")", R"("a:b")", R"("a\u0007b")", R"(" a")", R"("-a")", R"("a.")"}) {
    EXPECT_THAT(fault_of(std::string(R"({"filterableAttributes": [)") + name + "]}"),
                HasSubstr("of an attribute"))
        << name;
  }
}

TEST(Settings, NamesMustBeTheirOwn) {
  EXPECT_THAT(
      fault_of(R"({"attributes": {"a": {"arabicName": "بلد"}, "b": {"arabicName": "بَلَد"}}})"),
      HasSubstr("names two attributes"));
  EXPECT_THAT(fault_of(R"({"attributes": {"a": {"arabicName": "كاتب"}}})"),
              HasSubstr("built-in field already"));
}

TEST(Settings, HaveALimit) {
  std::string list;
  for (int i = 0; i < 300; ++i) list += (i == 0 ? "\"f" : ",\"f") + std::to_string(i) + '"';
  EXPECT_THAT(fault_of("{\"filterableAttributes\": [" + list + "]}"), HasSubstr("more than 100"));
}

TEST(Settings, AreAssigned) {
  IndexSettings settings = with_setting({}, "filterableAttributes=country, views");
  settings = with_setting(settings, "attributes.views.type=number");
  settings = with_setting(settings, "attributes.place.city.arabicName=المدينة");
  EXPECT_EQ(settings.find("views")->type, AttributeType::kNumber);
  EXPECT_TRUE(settings.find("country")->filterable);
  EXPECT_EQ(settings.find("place.city")->arabic_name, "المدينة");
  EXPECT_FALSE(with_setting(settings, "filterableAttributes=").find("country"));
  const IndexSettings again = with_setting(settings, "attributes.views.type=");
  EXPECT_EQ(again.find("views")->type, AttributeType::kUnknown);
  EXPECT_EQ(with_setting(settings, "attributes.place.city.arabicName=null").find("place.city"),
            nullptr);
  EXPECT_THROW(with_setting({}, "filterableAttributes"), Error);
  EXPECT_THROW(with_setting({}, "colour=red"), Error);
}

TEST(Settings, KnowWhenArticlesMustBeAnalysedAgain) {
  const IndexSettings before = read(R"({"filterableAttributes": ["views"]})");
  IndexSettings after = before;
  after.attributes[0].type = AttributeType::kNumber;  // told from the articles, say
  after.attributes[0].arabic_name = "المشاهدات";
  after.distinct = "source";
  EXPECT_TRUE(before.same_analysis(after));
  after.attributes[0].sortable = true;
  EXPECT_FALSE(before.same_analysis(after));
}

TEST(Settings, AreKeptInAFile) {
  const TemporaryDirectory dir{ScratchPlace::kMemory};
  EXPECT_EQ(read_settings(dir.path()), IndexSettings());
  const IndexSettings settings = read(R"({"filterableAttributes": ["views"]})");
  write_settings(dir.path(), settings);
  EXPECT_EQ(read_settings(dir.path()), settings);
}

}  // namespace
}  // namespace fihris::testing
