// Collecting all that a query finds.
#include "counts/matching_documents.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

namespace fihris::searcher::counts {
namespace {

using ::testing::ElementsAre;
using ::testing::SizeIs;

class MatchingDocumentsTest : public ::testing::Test {
 protected:
  MatchingDocumentsTest() {
    for (Xapian::docid id = 1; id <= 1000; ++id) {
      Xapian::Document document;
      document.add_term("all");
      if (id % 2 == 0) document.add_term("even", id % 7 + 1);
      if (id % 250 == 0) document.add_term("rare");
      database_.add_document(document);
    }
  }
  Xapian::WritableDatabase database_{"", Xapian::DB_BACKEND_INMEMORY};
};

TEST_F(MatchingDocumentsTest, AreAllInAscendingOrder) {
  const MatchingDocuments rare = matching_documents(database_, Xapian::Query("rare"), {}, 100);
  EXPECT_THAT(rare.ids, ElementsAre(250, 500, 750, 1000));
  EXPECT_TRUE(rare.all);
  const Xapian::Query any(Xapian::Query::OP_OR, Xapian::Query("even"), Xapian::Query("rare"));
  EXPECT_THAT(matching_documents(database_, any, {}, 500).ids, SizeIs(500));
  EXPECT_TRUE(matching_documents(database_, any, {}, 500).all);
}

TEST_F(MatchingDocumentsTest, StopAtTheLimit) {
  const MatchingDocuments even = matching_documents(database_, Xapian::Query("even"), {}, 499);
  EXPECT_FALSE(even.all);
  EXPECT_THAT(even.ids, SizeIs(500));
  const Xapian::Query any(Xapian::Query::OP_OR, Xapian::Query("even"), Xapian::Query("all"));
  EXPECT_THAT(matching_documents(database_, any, {}, 300).ids, SizeIs(301));
}

TEST_F(MatchingDocumentsTest, OfASampleAreEvenlySpread) {
  const MatchingDocuments sample =
      matching_documents(database_, Xapian::Query("even"), {}, 500, 100);
  EXPECT_THAT(sample.ids, ElementsAre(100, 200, 300, 400, 500, 600, 700, 800, 900, 1000));
  EXPECT_TRUE(sample.all);
}

}  // namespace
}  // namespace fihris::searcher::counts
