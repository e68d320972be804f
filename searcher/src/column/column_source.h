// Asks the token column during the match.
#pragma once

#include <xapian.h>

#include <cstdint>
#include <memory>
#include <string>
#include <vector>

#include "column/column_pattern.h"

namespace fihris::searcher::column {

// All must hold.
using Patterns = std::vector<ColumnPattern>;

// `encoded`: of the slot of columns.
bool have_all(const Patterns& patterns, const std::string& encoded);

// The documents whose column has the patterns, as a Xapian subquery without weight. Meant to stand
// beside terms in an AND, where it only checks; alone it reads column after column.
class PatternSource : public Xapian::PostingSource {
 public:
  // Alone, it gives up after `max_read` columns and sets *gave_up.
  PatternSource(std::shared_ptr<const Patterns> patterns, Xapian::doccount max_read,
                std::shared_ptr<bool> gave_up);

  Xapian::doccount get_termfreq_min() const override { return 0; }
  Xapian::doccount get_termfreq_est() const override { return count_; }
  Xapian::doccount get_termfreq_max() const override { return count_; }
  Xapian::docid get_docid() const override { return at_.get_docid(); }
  bool at_end() const override { return at_ == end_; }
  void next(double min_weight) override;
  void skip_to(Xapian::docid id, double min_weight) override;
  bool check(Xapian::docid id, double min_weight) override;
  PatternSource* clone() const override;
  void init(const Xapian::Database& database) override;

 private:
  bool matches() const;
  void find();

  std::shared_ptr<const Patterns> patterns_;
  Xapian::doccount max_read_;
  std::shared_ptr<bool> gave_up_;
  Xapian::doccount count_ = 0;
  Xapian::doccount read_ = 0;
  bool started_ = false;
  bool rejected_ = false;  // check() said no to where we stand
  Xapian::ValueIterator at_;
  Xapian::ValueIterator end_;
};

// Lets through what has the patterns the whole query demands. Xapian asks it only about documents
// that would make it into the result, which is why demands are better off here than in a
// PatternSource.
class ColumnDecider : public Xapian::MatchDecider {
 public:
  explicit ColumnDecider(const Patterns& patterns) : patterns_(patterns) {}
  bool operator()(const Xapian::Document& document) const override;

 private:
  const Patterns& patterns_;
};

}  // namespace fihris::searcher::column
