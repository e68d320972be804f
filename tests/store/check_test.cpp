#include <gmock/gmock.h>

#include <ostream>

#include "fihris/store/generations.h"
#include "scratch_directory.h"
#include "throws_error.h"
#include "tiny_index.h"

namespace fihris {

void PrintTo(const Damage& damage, std::ostream* out) {
  *out << damage.file << ": " << damage.what;
}

namespace {

namespace fs = std::filesystem;
using ::testing::ElementsAre;
using ::testing::IsEmpty;
using ::testing::Not;

class CheckIndex : public ::testing::Test {
 protected:
  void SetUp() override {
    store::IndexDirectory directory = store::IndexDirectory::lock(path());
    testing::publish(directory, {"a", "b", "c"}, {1});
  }
  fs::path path() const { return scratch_ / "index"; }
  fs::path db(const std::string& name) const { return path() / "gen-1/db" / name; }
  fs::path delta() const { return path() / "gen-1/delta"; }

 private:
  testing::TemporaryDirectory scratch_;
};

MATCHER_P2(DamageOf, file, what, "") {
  return arg.file.string().find(file) != std::string::npos &&
         arg.what.find(what) != std::string::npos;
}

TEST_F(CheckIndex, FindsNothingInASoundIndex) { EXPECT_THAT(check_index(path()), IsEmpty()); }

TEST_F(CheckIndex, FindsAnyFlippedByteOfAnyFile) {
  for (const auto& entry : fs::directory_iterator(path() / "gen-1/db")) {
    const std::string whole = testing::read_whole(entry.path());
    for (std::size_t offset = 0; offset < whole.size(); offset += 997) {
      testing::flip_byte(entry.path(), offset);
      const std::vector<Damage> found = check_index(path());
      ASSERT_EQ(found.size(), 1U) << entry.path() << " at " << offset;
      EXPECT_EQ(found[0].file, entry.path());
      EXPECT_EQ(found[0].what, "SHA-256 differs");
      testing::write_file(entry.path(), whole);
    }
  }
  EXPECT_THAT(check_index(path()), IsEmpty());
}

TEST_F(CheckIndex, FindsMissingTruncatedAndStrangeFiles) {
  fs::remove(db("iamglass"));
  const auto size = fs::file_size(db("postlist.glass"));
  fs::resize_file(db("postlist.glass"), size - 1);
  testing::write_file(db("zzz"), "mine");
  EXPECT_THAT(check_index(path()),
              ElementsAre(DamageOf("iamglass", "missing"), DamageOf("postlist", "expected"),
                          DamageOf("zzz", "not in the manifest")));
}

TEST_F(CheckIndex, FindsALostDatabase) {
  fs::remove_all(path() / "gen-1/db");
  EXPECT_THAT(check_index(path()), Not(IsEmpty()));
}

TEST_F(CheckIndex, FindsAFlippedByteOfTheManifest) {
  const fs::path manifest = path() / "gen-1/manifest.json";
  const std::string whole = testing::read_whole(manifest);
  for (std::size_t offset = 0; offset < whole.size(); ++offset) {
    if (whole[offset] == ' ' || whole[offset] == '\n') continue;
    testing::flip_byte(manifest, offset);
    EXPECT_THAT(check_index(path()), Not(IsEmpty())) << "at " << offset << whole.substr(offset, 20);
    testing::write_file(manifest, whole);
  }
  fs::remove(manifest);
  EXPECT_THAT(check_index(path()), ElementsAre(DamageOf("manifest.json", "missing")));
}

TEST_F(CheckIndex, ASoundDeltaIsSound) {
  testing::write_database(delta(), {"d", "e"}, {2});
  EXPECT_THAT(check_index(path()), IsEmpty());
}

TEST_F(CheckIndex, FindsADamagedDelta) {
  testing::write_database(delta(), {"d", "e"}, {2});
  fs::resize_file(delta() / "postlist.glass", fs::file_size(delta() / "postlist.glass") / 2);
  EXPECT_THAT(check_index(path()), ElementsAre(DamageOf("delta", "")));
}

TEST_F(CheckIndex, FindsAnArticleInTheDeltaThatDoesNotUnpack) {
  {
    Xapian::WritableDatabase database(delta().string(), Xapian::DB_CREATE);
    Xapian::Document document = testing::tiny_document("d");
    std::string stored = document.get_value(slot::kArticle);
    stored[stored.size() / 2] = static_cast<char>(stored[stored.size() / 2] ^ 1);
    document.add_value(slot::kArticle, stored);
    database.add_document(document);
    database.set_metadata(store::kInfoKey, store::to_json(testing::tiny_info(1)));
    database.commit();
  }
  EXPECT_THAT(check_index(path()), ElementsAre(DamageOf("delta", "stored article")));
}

TEST_F(CheckIndex, WithoutAPointerThereIsNothingToCheck) {
  testing::write_file(path() / "CURRENT", "nonsense");
  EXPECT_ERROR(check_index(path()), ErrorCode::kIndexDamaged, "CURRENT");
  EXPECT_ERROR(check_index(path() / "none"), ErrorCode::kIndexMissing, "none");
}

TEST_F(CheckIndex, BytesAreThoseOfAllFiles) {
  const std::uint64_t before = index_bytes(path());
  testing::write_file(path() / "tmp-x", std::string(1000, 'x'));
  EXPECT_EQ(index_bytes(path()), before + 1000);
  EXPECT_EQ(index_bytes(path() / "none"), 0U);
}

}  // namespace
}  // namespace fihris
