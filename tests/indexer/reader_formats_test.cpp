// Inputs that are taken apart before they are articles: tables, feeds, saved pages, answers of
// other programs, and archives of any of these.
#include <archive.h>
#include <archive_entry.h>
#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <filesystem>
#include <fstream>

#include "reader_files.h"

namespace fihris::testing {
namespace {

using ::testing::AllOf;
using ::testing::ElementsAre;
using ::testing::Field;
using ::testing::HasSubstr;
using ::testing::IsEmpty;
using ::testing::Not;
using ::testing::SizeIs;

// Files in an archive, packed as its name says.
std::string packed(const std::string& path,
                   const std::vector<std::pair<std::string, std::string>>& members) {
  archive* const out = archive_write_new();
  if (path.ends_with(".tar") || path.ends_with(".zip") || path.ends_with(".tar.gz")) {
    archive_write_set_format_filter_by_ext(out, path.c_str());
  } else {
    archive_write_set_format_raw(out);
    if (path.ends_with(".gz")) archive_write_add_filter_gzip(out);
    if (path.ends_with(".xz")) archive_write_add_filter_xz(out);
    if (path.ends_with(".zst")) archive_write_add_filter_zstd(out);
    if (path.ends_with(".bz2")) archive_write_add_filter_bzip2(out);
  }
  EXPECT_EQ(archive_write_open_filename(out, path.c_str()), ARCHIVE_OK)
      << archive_error_string(out);
  for (const auto& [name, bytes] : members) {
    archive_entry* const entry = archive_entry_new();
    archive_entry_set_pathname(entry, name.c_str());
    archive_entry_set_size(entry, static_cast<la_int64_t>(bytes.size()));
    archive_entry_set_filetype(entry, AE_IFREG);
    archive_entry_set_perm(entry, 0644);
    EXPECT_EQ(archive_write_header(out, entry), ARCHIVE_OK) << archive_error_string(out);
    archive_write_data(out, bytes.data(), bytes.size());
    archive_entry_free(entry);
  }
  archive_write_close(out);
  archive_write_free(out);
  return path;
}

const std::string kLine = R"({"id":"a","title":"عنوان","body":"نص"})";

TEST(PackedInput, ReadsCompressedFilesAsWhatTheyWere) {
  const ReaderFiles files;
  for (const char* const extension : {"gz", "xz", "zst", "bz2"}) {
    const std::string name = std::string("news.jsonl.") + extension;
    packed(files.path(name), {{"data", kLine + "\n" + kLine + "\n"}});
  }
  const Gathered gathered = gather({files.path()});
  EXPECT_THAT(gathered.errors, IsEmpty());
  ASSERT_THAT(gathered.records, SizeIs(8));
  EXPECT_EQ(gathered.records[1].relative_path, "news.jsonl.bz2");
  EXPECT_EQ(gathered.records[1].line, 2U);
}

TEST(PackedInput, ReadsTheMembersOfArchivesAsFilesOfAFolder) {
  const ReaderFiles files;
  for (const char* const name : {"a.tar", "b.zip", "c.tar.gz"}) {
    packed(files.path(name), {{"news/1.txt", "نص أول"},
                              {"page.html", "<!DOCTYPE html><title>عنوان</title>"},
                              {".git/x.txt", "مخفي"},
                              {"photo.jpg", std::string("\xFF\xD8\0\0", 4)}});
  }
  SourceReader reader({files.path()});
  std::vector<std::string> read;
  while (const auto item = reader.next()) {
    ASSERT_TRUE(std::holds_alternative<RawRecord>(*item)) << std::get<SourceError>(*item).what;
    read.push_back(std::get<RawRecord>(*item).relative_path);
  }
  EXPECT_THAT(read, ElementsAre("a.tar/news/1.txt", "a.tar/page.html", "b.zip/news/1.txt",
                                "b.zip/page.html", "c.tar.gz/news/1.txt", "c.tar.gz/page.html"));
  EXPECT_EQ(reader.passed_over(), 3U);
}

TEST(PackedInput, KeepsWhatComesBeforeTheEndOfATruncatedArchive) {
  const ReaderFiles files;
  const std::string file =
      packed(files.path("a.tar"), {{"1.txt", "نص أول"}, {"2.txt", std::string(20000, 'x')}});
  std::filesystem::resize_file(file, 5000);
  const Gathered gathered = gather({file});
  EXPECT_EQ(relative_paths(gathered).front(), "a.tar/1.txt");
  EXPECT_THAT(gathered.errors, Not(IsEmpty()));
}

TEST(PackedInput, StopsAtABomb) {
  const ReaderFiles files;
  const std::string file =
      packed(files.path("bomb.txt.gz"), {{"data", std::string(180'000'000, 'x')}});
  const Gathered gathered = gather({file});
  EXPECT_THAT(gathered.records, IsEmpty());
  ASSERT_THAT(gathered.errors, Not(IsEmpty()));
  EXPECT_THAT(gathered.errors.back().what, HasSubstr("more than any text"));
}

TEST(PackedInput, ArchivesWithinArchivesHaveAnEnd) {
  const ReaderFiles files;
  std::string inner = packed(files.path("0.zip"), {{"a.txt", "نص"}});
  const auto bytes_of_file = [](const std::string& path) {
    std::ifstream in(path, std::ios::binary);
    return std::string(std::istreambuf_iterator<char>(in), {});
  };
  for (int i = 1; i < 4; ++i) {
    inner = packed(files.path(std::to_string(i) + ".zip"),
                   {{std::to_string(i - 1) + ".zip", bytes_of_file(inner)}});
  }
  EXPECT_THAT(gather({files.path("1.zip")}).records, SizeIs(1));
  EXPECT_THAT(gather({inner}).errors,
              ElementsAre(Field(&SourceError::what, HasSubstr("within archives"))));
}

TEST(PackedInput, NamesThatClimbAreOnlyNames) {
  const ReaderFiles files;
  const std::string file =
      packed(files.path("a.tar"), {{"../../outside.txt", "نص"}, {"/etc/absolute.txt", "نص"}});
  EXPECT_THAT(gather({file}).records, SizeIs(2));
  EXPECT_FALSE(std::filesystem::exists(files.path("../../outside.txt")));
}

TEST(TableInput, RowsBecomeArticles) {
  const ReaderFiles files;
  const std::string file = files.write("news.csv",
                                       "\xEF\xBB\xBF"
                                       "id,title,content,date\r\n1,\"عنوان، أول\",\"سطر\nوسطر "
                                       "\"\"مقتبس\"\"\",2024-01-02\r\n2,ثان,نص,\r\n");
  const Gathered gathered = gather({files.path()});
  ASSERT_THAT(gathered.records, SizeIs(2)) << file;
  const Article first = parsed(gathered.records[0]);
  EXPECT_EQ(first.id, "1");
  EXPECT_EQ(first.title, "عنوان، أول");
  EXPECT_EQ(first.body, "سطر\nوسطر \"مقتبس\"");
  EXPECT_EQ(first.date, "2024-01-02");
  EXPECT_EQ(gathered.records[1].line, 4U);
}

TEST(TableInput, KnowsTabsSemicolonsAndArabicNames) {
  const ReaderFiles files;
  const Gathered tabs = gather({files.write("a.tsv", "العنوان\tالنص\nأول\tكلام\n")});
  ASSERT_THAT(tabs.records, SizeIs(1));
  EXPECT_EQ(parsed(tabs.records[0]).title, "أول");
  const Gathered semicolons = gather({files.write("b.csv", "Title;Body\nأول;كلام\n")});
  ASSERT_THAT(semicolons.records, SizeIs(1));
  EXPECT_EQ(parsed(semicolons.records[0]).body, "كلام");
}

TEST(FeedInput, ItemsOfRssBecomeArticles) {
  const ReaderFiles files;
  files.write("feed.xml", R"(<?xml version="1.0" encoding="UTF-8"?>
<rss version="2.0"><channel><title>المصدر</title>
<item><title>عنوان &amp; أول</title><link>https://example.org/1</link>
<pubDate>Thu, 04 Mar 2021 10:00:00 +0000</pubDate><category>سياسة</category><category>نفط</category>
<description>ملخص مستقل عن النص تماما</description>
<content:encoded><![CDATA[<p>فقرة أولى</p><p>فقرة <b>ثانية</b> </item></p>]]></content:encoded></item>
<item><title>ثان</title><guid>g-2</guid><description>&lt;p&gt;نص الخبر&lt;/p&gt;</description></item>
</channel></rss>)");
  const Gathered gathered = gather({files.path()});
  EXPECT_THAT(gathered.errors, IsEmpty());
  ASSERT_THAT(gathered.records, SizeIs(2));
  const Article first = parsed(gathered.records[0]);
  EXPECT_EQ(first.id, "https://example.org/1");
  EXPECT_EQ(first.title, "عنوان & أول");
  EXPECT_THAT(first.body, AllOf(HasSubstr("فقرة أولى\n"), HasSubstr("فقرة ثانية")));
  EXPECT_EQ(first.date.substr(0, 10), "2021-03-04");
  EXPECT_THAT(first.tags, ElementsAre("سياسة", "نفط"));
  EXPECT_EQ(gathered.records[0].line, 3U);
  const Article second = parsed(gathered.records[1]);
  EXPECT_EQ(second.id, "g-2");
  EXPECT_EQ(second.body, "نص الخبر");
}

TEST(FeedInput, EntriesOfAtomBecomeArticles) {
  const ReaderFiles files;
  files.write("feed.atom", R"(<feed xmlns="http://www.w3.org/2005/Atom"><title>المصدر</title>
<entry><title type="html">عنوان</title><link rel="self" href="https://example.org/x"/>
<link rel="alternate" href="https://example.org/2"/><id>urn:1</id><published>2021-03-04T10:00:00Z</published>
<author><name>كاتب</name><uri>u</uri></author><content type="html">&lt;p&gt;نص&lt;/p&gt;</content></entry></feed>)");
  const Gathered gathered = gather({files.path()});
  ASSERT_THAT(gathered.records, SizeIs(1));
  const Article article = parsed(gathered.records[0]);
  EXPECT_EQ(article.id, "https://example.org/2");
  EXPECT_EQ(article.author, "كاتب");
  EXPECT_EQ(article.body, "نص");
}

TEST(FeedInput, TellsOfAnItemThatIsCutOffAndExpandsNothing) {
  const ReaderFiles files;
  const Gathered cut = gather({files.write(
      "a.rss",
      "<?xml version=\"1.0\"?><!DOCTYPE rss [<!ENTITY a \"&a;&a;\">]><rss><item><title>عنوان "
      "&a;</title></item><item><title>مقطوع")});
  ASSERT_THAT(cut.records, SizeIs(1));
  EXPECT_EQ(parsed(cut.records[0]).title, "عنوان &a;");
  EXPECT_THAT(cut.errors, ElementsAre(Field(&SourceError::what, HasSubstr("not closed"))));
}

TEST(SavedPage, IsThePageAmongTheParts) {
  const ReaderFiles files;
  files.write(
      "page.mht",
      "From: <Saved by Blink>\r\nMIME-Version: 1.0\r\nContent-Type: multipart/related;\r\n"
      "\ttype=\"text/html\";\r\n\tboundary=\"--Bound--1\"\r\n\r\n\r\n----Bound--1\r\n"
      "Content-Type: text/html\r\nContent-Transfer-Encoding: quoted-printable\r\n\r\n"
      "<!DOCTYPE html><html><head><title>=D8=B9=D9=86=D9=88=D8=A7=D9=86</title></head><body=\r\n"
      "><p>=D9=86=D8=B5</p></body></html>\r\n"
      "----Bound--1\r\nContent-Type: image/png\r\n\r\nxx\r\n----Bound--1--\r\n");
  const Gathered gathered = gather({files.path()});
  ASSERT_THAT(gathered.records, SizeIs(1));
  EXPECT_EQ(gathered.records[0].format, RawRecord::Format::kHtml);
  EXPECT_THAT(gathered.records[0].bytes,
              AllOf(HasSubstr("<title>عنوان</title>"), HasSubstr("<body><p>نص</p>")));
}

TEST(WrappedArticles, AreTakenOutOfTheirList) {
  const ReaderFiles files;
  files.write("newsapi.json",
              R"({"status":"ok","totalResults":2,"articles":[{"title":"أول"},{"title":"ثان"}]})");
  files.write("search.json",
              "{\n \"took\": 3,\n \"hits\": {\"total\": 1, \"hits\": [\n  {\"_id\": \"7\", "
              "\"_source\": {\"title\": \"ثالث\"}}\n ]}\n}");
  files.write("map.json", R"({"1":{"title":"رابع"},"2":{"title":"خامس"}})");
  files.write("own.json", R"({"title":"سادس","items":[{"title":"ليس مقالا"}]})");
  std::vector<std::string> titles;
  for (const RawRecord& record : gather({files.path()}).records)
    titles.push_back(parsed(record).title);
  EXPECT_THAT(titles, ElementsAre("رابع", "خامس", "أول", "ثان", "سادس", "ثالث"));
}

TEST(FieldMap, SaysWhichMembersHoldTheFields) {
  const FieldMap map{{"title", "header"}, {"body", "data.inner"}, {"summary", "title"}};
  RawRecord record{RawRecord::Format::kJson,
                   R"({"header":"العنوان","title":"الملخص","data":{"inner":"<p>النص</p>"}})", "f",
                   "f", 1};
  record.map = &map;
  const Article article = parsed(record);
  EXPECT_EQ(article.title, "العنوان");
  EXPECT_EQ(article.body, "النص");
  EXPECT_EQ(article.summary, "الملخص");
}

TEST(KnownFormats, NameWhatIsRead) {
  std::vector<std::string> names;
  for (const FormatInfo& format : known_formats()) names.push_back(format.name);
  EXPECT_THAT(names, ElementsAre("archives", "RSS, Atom", "JSON Lines", "JSON", "CSV, TSV", "MHTML",
                                 "HTML", "plain text"));
}

}  // namespace
}  // namespace fihris::testing
