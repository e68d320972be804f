#include "fihris/store/fields.h"

#include <gmock/gmock.h>
#include <xapian.h>

#include <set>

#include "fihris/stemmer/analyzer.h"
#include "fihris/store/field_table.h"
#include "scratch_directory.h"

namespace fihris {
namespace {

using ::testing::ElementsAre;
using ::testing::EndsWith;
using ::testing::StartsWith;

std::string repeated(std::string_view unit, std::size_t times) {
  std::string text;
  while (times-- > 0) text += unit;
  return text;
}

// Converts to whatever a member is.
struct Anything {
  template <class T>
  operator T() const;
};

// How many members a struct has: the longest list in braces that makes one.
template <class Struct, class... Members>
constexpr std::size_t members_of() {
  if constexpr (requires { Struct{Members{}..., Anything{}}; }) {
    return members_of<Struct, Members..., Anything>();
  } else {
    return sizeof...(Members);
  }
}

TEST(Fields, AreAllMembersOfAnArticle) {
  EXPECT_EQ(kFields.size(), members_of<Article>()) << "a field is missing in the table: fields.h";
  Article article;
  std::set<const void*> members;
  for (const FieldSpec& field : kFields) {
    if (field.list != nullptr) {
      members.insert(&(article.*field.list));
    } else {
      members.insert(&(article.*field.text));
    }
  }
  EXPECT_EQ(members.size(), kFields.size()) << "a field is in the table twice";
}

TEST(Fields, AreFoundByTheirMemberInJson) {
  for (const FieldSpec& field : kFields) {
    if (field.json_name.empty()) continue;
    EXPECT_EQ(find_json_field(field.json_name), &field);
  }
  EXPECT_EQ(find_json_field(""), nullptr);
  EXPECT_EQ(find_json_field("extra"), nullptr);
  EXPECT_EQ(find_json_field("tag"), nullptr);
}

TEST(Fields, GiveTheirValues) {
  Article article;
  article.source = "رويترز";
  article.tags = {"سفر", "نفط"};
  EXPECT_THAT(values_of(*find_field("source"), article), ElementsAre("رويترز"));
  EXPECT_THAT(values_of(*find_field("tag"), article), ElementsAre("سفر", "نفط"));
  EXPECT_FALSE(is_empty(*find_field("tag"), article));
  EXPECT_TRUE(is_empty(*find_field("author"), article));
}

TEST(Fields, AreEnumerated) {
  EXPECT_EQ(enumerated({}, "and"), "");
  EXPECT_EQ(enumerated({"a"}, "and"), "a");
  EXPECT_EQ(enumerated({"a", "b", "c"}, "or"), "a, b or c");
  EXPECT_EQ(enumerated(facet_names(), "and"), "source, author, section and tag");
}

TEST(Fields, AreFoundByEnglishAndArabicName) {
  ASSERT_NE(find_field("author"), nullptr);
  EXPECT_EQ(find_field("author")->prefix, "A");
  EXPECT_EQ(find_field("كاتب"), find_field("author"));
  EXPECT_EQ(find_field("كَاتِب"), find_field("author"));  // vocalised
  EXPECT_EQ(find_field("Source"), find_field("مصدر"));
  EXPECT_EQ(find_field("tags"), find_field("tag"));
  EXPECT_EQ(find_field("publisher"), nullptr);
  EXPECT_EQ(find_field(""), nullptr);
}

TEST(FieldTable, PrefersWhatIsDeclaredWhereItHasTheUse) {
  using Use = FieldTable::Use;
  IndexSettings settings;
  settings.attributes.resize(3);
  settings.attributes[0].name = "author";
  settings.attributes[0].sortable = true;
  settings.attributes[1].name = "title";
  settings.attributes[1].filterable = true;
  settings.attributes[2].name = "مصدر";
  settings.attributes[2].filterable = true;
  const FieldTable fields(settings);
  EXPECT_EQ(fields.find("title"), find_field("title"));
  EXPECT_NE(fields.find("title", Use::kFilter)->attribute, nullptr);
  EXPECT_EQ(fields.find("title", Use::kSort), nullptr);
  EXPECT_EQ(fields.find("author", Use::kFilter), find_field("author"));
  EXPECT_NE(fields.find("author", Use::kSort)->attribute, nullptr);
  EXPECT_NE(fields.find("مصدر")->attribute, nullptr);
  EXPECT_EQ(fields.find("tags", Use::kCount), find_field("tag"));
  EXPECT_EQ(fields.find("nothing", Use::kFilter), nullptr);
}

TEST(Terms, OfWordsNumbersAndNamesShareOneNamespace) {
  EXPECT_EQ(term_of(TokenKind::kArabic, "وزير", false), "وزير");
  EXPECT_EQ(term_of(TokenKind::kLatin, "minister", false), "minister");
  EXPECT_EQ(term_of(TokenKind::kNumber, "15", false), "15");
  EXPECT_EQ(term_of(TokenKind::kOther, "москва", false), "москва");
}

TEST(Terms, OfMonthsAndCompoundsStandApartFromWords) {
  EXPECT_EQ(term_of(TokenKind::kMonth, "m12", false), "XMm12");
  EXPECT_EQ(term_of(TokenKind::kCompound, "غزة_الآن", false), "XCغزة_الآن");
  EXPECT_EQ(term_of(TokenKind::kMonth, "m12", true), "XTMm12");
  EXPECT_EQ(term_of(TokenKind::kCompound, "غزة_الآن", true), "XTCغزة_الآن");
  EXPECT_EQ(term_of(TokenKind::kArabic, "وزير", true), "Sوزير");
}

// A query for one kind of term must never hit another kind whatever the text is.
TEST(Terms, OfDifferentKindsNeverMeet) {
  std::set<std::string> terms{id_term("x"), date_term("xxxxxxxx").substr(0, 2),
                              date_term("xxxxxx").substr(0, 2), date_term("xxxx").substr(0, 2)};
  for (const FieldSpec& field : kFields) {
    if (field.role == FieldRole::kExact) terms.insert(exact_term(field, "x"));
  }
  for (const bool in_title : {false, true}) {
    for (const TokenKind kind : {TokenKind::kArabic, TokenKind::kCompound, TokenKind::kMonth}) {
      terms.insert(term_of(kind, "x", in_title));
    }
  }
  EXPECT_EQ(terms.size(), 14U);
  // Nor is one prefix the beginning of another, so that no value can complete it.
  for (const std::string& a : terms) {
    for (const std::string& b : terms) {
      if (a == b || a == "x") continue;
      EXPECT_NE(b.rfind(a.substr(0, a.size() - 1), 0), 0U) << a << " " << b;
    }
  }
}

TEST(Terms, OfDatesAreDaysMonthsAndYears) {
  EXPECT_EQ(date_term("20251223"), "D20251223");
  EXPECT_EQ(date_term("202512"), "M202512");
  EXPECT_EQ(date_term("2025"), "Y2025");
}

TEST(Terms, OfFieldValuesAreNormalised) {
  const FieldSpec& source = *find_field("source");
  EXPECT_EQ(exact_term(source, "رويترز"), "XSرويترز");
  EXPECT_EQ(exact_term(source, "الإمارات"), exact_term(source, "الامارات"));
  EXPECT_EQ(exact_term(source, "BBC"), exact_term(source, "bbc"));
}

TEST(BoundedTerm, KeepsWhatFits) {
  EXPECT_EQ(bounded_term("وزير"), "وزير");
  EXPECT_EQ(bounded_term(std::string(kMaxTermBytes, 'a')), std::string(kMaxTermBytes, 'a'));
}

TEST(BoundedTerm, CutsLongWordsToDistinctTerms) {
  const std::string one = std::string(300, 'a') + "1";
  const std::string other = std::string(300, 'a') + "2";
  EXPECT_LE(bounded_term(one).size(), kMaxTermBytes);
  EXPECT_NE(bounded_term(one), bounded_term(other));
  EXPECT_EQ(bounded_term(one), bounded_term(one));
}

TEST(BoundedTerm, CutsBetweenCodePoints) {
  // U+0628, two bytes each: with a one-byte prefix the limit falls inside a letter.
  for (const char* prefix : {"", "S"}) {
    const std::string term = bounded_term(prefix + repeated("ب", 200));
    EXPECT_TRUE(is_valid_utf8(term)) << term;
    EXPECT_THAT(term, StartsWith(prefix + repeated("ب", 100)));
    EXPECT_LE(term.size(), kMaxTermBytes);
  }
}

TEST(BoundedTerm, CountsNulTwiceAsXapianDoes) {
  const std::string nuls(200, '\0');
  EXPECT_LT(bounded_term(nuls).size(), nuls.size());
  const std::string few(100, '\0');
  EXPECT_EQ(bounded_term(few), few);
}

TEST(SeveralValues, StandInOneText) {
  std::vector<std::string> values;
  each_value("أ\x1Fب", [&](std::string_view value) { values.emplace_back(value); });
  EXPECT_EQ(values, (std::vector<std::string>{"أ", "ب"}));
  each_value("", [](std::string_view value) { ADD_FAILURE() << value; });
  EXPECT_EQ(shown_values("أحمد\x1F\x1Fمنى"), "أحمد\u060C منى");
  EXPECT_EQ(shown_values("أحمد"), "أحمد");
  EXPECT_EQ(normalized_values("أحمد\x1Fمُنى"), normalize("أحمد") + '\x1F' + normalize("منى"));
}

TEST(BoundedTerm, IsTakenByXapianWhateverTheWord) {
  const testing::TemporaryDirectory scratch;
  Xapian::WritableDatabase database((scratch / "db").string(), Xapian::DB_CREATE);
  for (const std::string& word :
       {std::string(5000, 'a'), std::string(241, '\0'), std::string(240, '\0'), repeated("ﷺ", 90),
        repeated("😀", 70), std::string(300, '\x80'), std::string(120, '\0') + "b"}) {
    Xapian::Document document;
    for (const bool in_title : {false, true}) {
      document.add_term(term_of(TokenKind::kCompound, word, in_title));
    }
    document.add_term(id_term(word));
    EXPECT_NO_THROW(database.add_document(document)) << word.size();
  }
  EXPECT_NO_THROW(database.commit());
}

}  // namespace
}  // namespace fihris
