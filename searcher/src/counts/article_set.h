// Which articles of a database answer a query, without order or weight.
#pragma once

#include <xapian.h>

#include <cstdint>
#include <string>
#include <vector>

#include "plan/query_plan.h"

namespace fihris::searcher::counts {

// Document numbers, ascending.
using Ids = std::vector<Xapian::docid>;

// The document numbers that are looked at: all, or blocks of them spread evenly.
struct Blocks {
  Xapian::docid last = 0;
  Xapian::docid every = 1;   // a block begins at each multiple of this
  Xapian::docid length = 1;  // equal to `every`: all
};

// Reads posting lists one after the other, which takes a fraction of a match. What is no term (a
// range of dates, a phrase) is asked of Xapian, for the articles that all else leaves. Stops at the
// plan's deadline.
class ArticleSet {
 public:
  ArticleSet(const Xapian::Database& database, const plan::Plan& plan, Blocks blocks)
      : database_(database), plan_(plan), blocks_(blocks) {}

  // Those of plan.query that have plan.required.
  Ids matches();
  // False: the deadline came before the end.
  bool complete() const { return complete_; }

 private:
  class Marks;
  template <class Visit>
  void each_posting(const std::string& term, Visit visit);
  void mark_all(const Xapian::Query& query, Marks& marks);
  Ids all(const Xapian::Query& query);
  Ids all_of_term(const std::string& term);
  Ids all_of_any(const Xapian::Query& query);
  // The members of `candidates` that answer it.
  Ids among(const Xapian::Query& query, Ids candidates);
  Ids with_term(const std::string& term, const Ids& candidates);
  Ids with_any(const Xapian::Query& query, const Ids& candidates);
  Ids without_rest(const Xapian::Query& query, Ids left);
  Ids with_all(const Xapian::Query& query, Ids candidates, std::size_t but);
  Ids asked_of_xapian(const Xapian::Query& query, Ids candidates);
  bool goes_on();

  const Xapian::Database& database_;
  const plan::Plan& plan_;
  Blocks blocks_;
  std::uint64_t steps_ = 0;
  bool complete_ = true;
};

}  // namespace fihris::searcher::counts
