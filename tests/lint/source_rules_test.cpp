// The rules of docs/architecture.md that a program can check.
#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <algorithm>
#include <map>
#include <optional>
#include <set>
#include <sstream>
#include <utility>

#include "source_tree.h"

namespace fihris::testing {
namespace {

using ::testing::IsEmpty;

constexpr std::size_t kMaxFileLines = 300;

// What each room may include besides itself: docs/architecture.md says why.
const std::map<std::string, std::set<std::string>> kRooms{
    {"stemmer", {}},
    {"store", {"stemmer"}},
    {"indexer", {"stemmer", "store"}},
    {"searcher", {"stemmer", "store"}},
    {"server", {"stemmer", "store", "indexer", "searcher"}},
    {"capi", {"stemmer", "store", "indexer", "searcher"}},
    {"cli", {"stemmer", "store", "indexer", "searcher", "server"}},
};

// The rooms within: the folders of ROOM/src. What lies in ROOM/src itself may include all of them.
const std::map<std::string, std::map<std::string, std::set<std::string>>> kRoomsWithin{
    {"stemmer",
     {{"text", {}},
      {"months", {"text"}},
      {"tokens", {"text"}},
      {"spelling", {"text"}},
      {"lemmas", {"months", "text"}}}},
    {"store",
     {{"bytes", {}},
      {"disk", {}},
      {"generation", {"bytes", "disk"}},
      {"article", {"bytes"}},
      {"settings", {}},
      {"side_files", {"bytes"}},
      {"inspect", {"bytes", "disk", "generation", "side_files"}}}},
    {"indexer",
     {{"text", {}},
      {"dates", {"text"}},
      {"encodings", {"text"}},
      {"read", {"encodings", "parse", "text"}},
      {"archive", {"read", "text"}},
      {"clean", {"dates", "text"}},
      {"html", {"clean", "dates", "text"}},
      {"parse", {"clean", "dates", "encodings", "html", "text"}},
      {"phrases", {}},
      {"document", {"dates", "phrases"}},
      {"build", {"document", "phrases"}}}},
    {"searcher",
     {{"text", {}},
      {"query", {"text"}},
      {"request", {"query"}},
      {"words", {"text"}},
      {"column", {}},
      {"plan", {"column", "query", "words"}},
      {"rank", {"plan", "query"}},
      {"stories", {"column", "plan", "rank"}},
      {"counts", {"column", "plan", "text"}},
      {"show", {"column", "plan", "rank", "text"}},
      {"search", {"counts", "plan", "query", "rank", "show", "stories", "words"}},
      {"help", {"query", "rank", "search", "text", "words"}},
      {"discover", {"column", "counts", "plan", "rank", "stories"}},
      {"write", {"text"}}}},
    {"server",
     {{"errors", {}},
      {"http", {"errors"}},
      {"metrics", {"http"}},
      {"state", {}},
      {"keys", {"errors", "http", "state"}},
      {"filters", {"errors"}},
      {"documents", {"errors"}},
      {"settings", {"errors"}},
      {"indexes", {"documents", "errors", "settings", "state"}},
      {"tasks", {"documents", "errors", "filters", "indexes", "settings", "state"}},
      {"search", {"documents", "errors", "filters", "indexes", "settings"}},
      {"api",
       {"documents", "errors", "filters", "http", "indexes", "keys", "metrics", "search",
        "settings", "state", "tasks"}},
      {"page", {"documents", "errors", "http", "keys"}}}},
};

std::vector<std::string> wrong_includes(const SourceFile& file) {
  static const std::regex include("#include [\"<]fihris/([a-z]+)/");
  const std::string room = file.path.substr(0, file.path.find('/'));
  std::vector<std::string> wrong;
  for (const std::string& line : file.lines) {
    std::smatch match;
    if (!std::regex_search(line, match, include) || match[1] == room) continue;
    if (!kRooms.at(room).contains(match[1])) wrong.push_back(file.path + ": " + line);
  }
  return wrong;
}

// The room and the room within of "searcher/src/plan/clause.h"; nothing for files elsewhere.
std::optional<std::pair<std::string, std::string>> room_within(const std::string& path) {
  static const std::regex pattern("([a-z]+)/src/(?:([a-z_]+)/)?[^/]+");
  std::smatch match;
  if (!std::regex_match(path, match, pattern)) return std::nullopt;
  return std::pair(match[1].str(), match[2].str());
}

std::vector<std::string> wrong_includes_within(const SourceFile& file) {
  static const std::regex include("#include \"(?!fihris/)(?:([a-z_]+)/)?[^/\"]+\"");
  const auto place = room_within(file.path);
  if (!place || place->second.empty()) return {};
  const auto& [room, own] = *place;
  const auto& rooms = kRoomsWithin.at(room);
  if (!rooms.contains(own)) return {file.path + ": this folder is not in the table"};
  std::vector<std::string> wrong;
  for (const std::string& line : file.lines) {
    std::smatch match;
    if (!std::regex_search(line, match, include) || match[1] == own) continue;
    if (!rooms.at(own).contains(match[1])) wrong.push_back(file.path + ": " + line);
  }
  return wrong;
}

// A room that depends on itself by way of others; empty when there is none.
std::string circle_in(const std::map<std::string, std::set<std::string>>& rooms) {
  std::set<std::string> settled;
  while (settled.size() < rooms.size()) {
    const auto free = std::find_if(rooms.begin(), rooms.end(), [&](const auto& room) {
      return !settled.contains(room.first) &&
             std::includes(settled.begin(), settled.end(), room.second.begin(), room.second.end());
    });
    if (free == rooms.end()) {
      return std::find_if(rooms.begin(), rooms.end(),
                          [&](const auto& room) { return !settled.contains(room.first); })
          ->first;
    }
    settled.insert(free->first);
  }
  return "";
}

TEST(SourceRules, SourcesAreThere) {
  EXPECT_GT(product_sources().size(), 30U);
  EXPECT_GT(public_headers().size(), 10U);
}

TEST(SourceRules, RoomsIncludeOnlyWhatTheyMay) {
  for (const SourceFile& file : product_sources()) EXPECT_THAT(wrong_includes(file), IsEmpty());
}

TEST(SourceRules, RoomsWithinIncludeOnlyWhatTheyMay) {
  for (const SourceFile& file : product_sources())
    EXPECT_THAT(wrong_includes_within(file), IsEmpty());
}

// The last cell of its row in docs/architecture.md: `column`, `query`, or – for none.
std::string include_cell(const std::set<std::string>& rooms) {
  std::string cell;
  for (const std::string& room : rooms) cell += (cell.empty() ? "`" : ", `") + room + "`";
  return cell.empty() ? "–" : cell;
}

TEST(SourceRules, ArchitectureSaysWhatRoomsWithinMayInclude) {
  std::istringstream text(read_text(checkout() / "docs/architecture.md"));
  std::map<std::string, std::string> rows;
  for (std::string line; std::getline(text, line);) rows[line.substr(0, line.find(" | "))] = line;
  for (const auto& [room, within] : kRoomsWithin) {
    for (const auto& [name, rooms] : within) {
      const std::string row = rows["| `" + room + "/src/" + name + "/`"];
      EXPECT_TRUE(row.ends_with(" | " + include_cell(rooms) + " |"))
          << room << "/src/" << name << " may include " << include_cell(rooms) << ", not: " << row;
    }
  }
}

TEST(SourceRules, NoRoomDependsOnItselfByWayOfOthers) {
  EXPECT_EQ(circle_in(kRooms), "");
  for (const auto& [room, rooms] : kRoomsWithin) EXPECT_EQ(circle_in(rooms), "") << "in " << room;
}

TEST(SourceRules, PublicHeadersNeedNoThirdPartyHeader) {
  const std::regex third_party(
      "#include "
      "[\"<](xapian|unicode/|libstemmer|gumbo|simdjson|zstd|xxhash|openssl/|nlohmann/|CLI/)");
  EXPECT_THAT(lines_matching(public_headers(), third_party), IsEmpty());
}

TEST(SourceRules, PublicHeadersIncludeNoPrivateOnes) {
  EXPECT_THAT(lines_matching(public_headers(), std::regex("#include \".*internal/")), IsEmpty());
  EXPECT_THAT(lines_matching(public_headers(), std::regex("#include \"(?!fihris/)")), IsEmpty());
}

TEST(SourceRules, XapiansOwnTextAnalysisIsNotUsed) {
  const std::regex second_analyser(
      R"(Xapian::(TermGenerator|QueryParser|Stem\b|Stopper)|\.snippet\()");
  EXPECT_THAT(lines_matching(product_sources(), second_analyser), IsEmpty());
}

// It adds up what postings of ours hold, which is not to be added: fihris/store/posting.h.
TEST(SourceRules, SynonymsAreNotLeftToXapian) {
  EXPECT_THAT(lines_matching(product_sources(), std::regex("::OP_SYNONYM")), IsEmpty());
}

TEST(SourceRules, XapianStaysInsideStoreIndexerAndSearcher) {
  const std::regex xapian("#include [\"<]xapian");
  EXPECT_THAT(lines_matching(sources_below("stemmer"), xapian), IsEmpty());
  for (const std::string_view program : kPrograms)
    EXPECT_THAT(lines_matching(sources_below(program), xapian), IsEmpty());
}

// A thread's root may catch everything only to hand it to the thread that waits for it; what C
// calls makes a number of it.
TEST(SourceRules, EverythingIsCaughtInMainTowardsCAndAtThreadRootsOnly) {
  const std::regex catch_all(R"(catch \(\.\.\.\))");
  for (const SourceFile& file : product_sources()) {
    if (file.path == "cli/main.cpp" || file.path == "capi/src/failure.cpp") continue;
    for (std::size_t i = 0; i < file.lines.size(); ++i) {
      if (!std::regex_search(file.lines[i], catch_all)) continue;
      std::string body;
      for (std::size_t line = i; line < std::min(i + 8, file.lines.size()); ++line)
        body += file.lines[line];
      EXPECT_THAT(body, ::testing::HasSubstr("std::current_exception()"))
          << file.path << ":" << i + 1;
    }
  }
}

TEST(SourceRules, LibrariesNeverPrintReadTheEnvironmentOrExit) {
  const std::regex side_effects(R"(std::(cout|cerr|clog)|\b(printf|puts|getenv|exit|abort)\()");
  std::vector<SourceFile> libraries;
  for (SourceFile& file : library_sources()) {
    const bool build_tool = file.path.starts_with("stemmer/tools/");
    if (!build_tool) libraries.push_back(std::move(file));
  }
  EXPECT_THAT(lines_matching(libraries, side_effects), IsEmpty());
}

// Decoding, boundaries and counts of code points are asked of stemmer/internal's utf8.h.
TEST(SourceRules, Utf8IsTakenApartInOnePlace) {
  const std::regex continuation_bytes("& 0xC0U?\\b");
  for (const std::string& line : lines_matching(product_sources(), continuation_bytes))
    EXPECT_THAT(line, ::testing::StartsWith("stemmer/internal/fihris/stemmer/internal/utf8.h"));
}

TEST(SourceRules, FilesStayShort) {
  for (const SourceFile& file : product_sources())
    EXPECT_LE(file.lines.size(), kMaxFileLines) << file.path;
}

// The types that the named namespaces of a file define, as "namespace::Type".
std::vector<std::string> types_of(const SourceFile& file) {
  static const std::regex opening(R"(namespace ([a-z_:]*) ?\{)");
  static const std::regex type(
      R"((?:struct|class|union|enum(?: class)?) ([A-Z][A-Za-z0-9]*)(?: final)?(?: : .*| \{.*|$))");
  std::vector<std::string> types;
  std::vector<std::string> open;
  for (const std::string& line : file.lines) {
    std::smatch match;
    if (std::regex_match(line, match, opening)) open.push_back(match[1]);
    if (line.starts_with("}  ") && !open.empty()) open.pop_back();
    const bool named = std::find(open.begin(), open.end(), "") == open.end();
    if (!named || !std::regex_match(line, match, type)) continue;
    std::string name;
    for (const std::string& part : open) name += part + "::";
    types.push_back(name + match[1].str());
  }
  return types;
}

// Two types of one name in one namespace are one type to the linker, which takes either.
TEST(SourceRules, ATypeIsDefinedOnce) {
  std::map<std::string, std::string> defined;
  for (const SourceFile& file : product_sources()) {
    for (const std::string& type : types_of(file)) {
      const auto [first, fresh] = defined.emplace(type, file.path);
      EXPECT_TRUE(fresh) << type << " is defined in " << first->second << " and in " << file.path;
    }
  }
  EXPECT_GT(defined.size(), 150U);
}

// Tables of the rooms that make keys; what they hold is to be in the fingerprint.
TEST(SourceRules, TheFingerprintHashesEveryTableOfTheAnalysis) {
  const std::regex table(R"(constexpr .*\b(k[A-Z]\w*)(?:\[\])? = \{.*)");
  const std::regex hashing(R"(std::string \w+_table\(\) \{)");
  // Letters as bytes: every form in the lemma table is written in them.
  const std::set<std::string> known_elsewhere{"kExtra"};
  for (const std::string_view room : {"text", "tokens", "months", "lemmas"}) {
    for (const SourceFile& file : sources_below("stemmer/src/" + std::string(room))) {
      std::string hashed;
      bool inside = false;
      for (const std::string& line : file.lines) {
        inside = inside ? line != "}" : std::regex_match(line, hashing);
        if (inside || line.starts_with("std::span<")) hashed += line + ' ';
      }
      for (const std::string& line : file.lines) {
        std::smatch match;
        if (!std::regex_match(line, match, table) || known_elsewhere.contains(match[1])) continue;
        EXPECT_THAT(hashed, ::testing::HasSubstr(match[1].str())) << file.path;
      }
    }
  }
}

TEST(SourceRules, NamesSayWhatThingsAre) {
  const std::regex vague("(class|struct|namespace) [A-Za-z]*(Manager|Helper|Util)");
  EXPECT_THAT(lines_matching(product_sources(), vague), IsEmpty());
}

}  // namespace
}  // namespace fihris::testing
