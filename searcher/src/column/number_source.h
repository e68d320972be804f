// Asks the numbers of an attribute during the match.
#pragma once

#include <xapian.h>

#include <memory>
#include <optional>
#include <vector>

#include "fihris/store/internal/attribute_values.h"
#include "fihris/store/internal/open_index.h"

namespace fihris::searcher::column {

// The documents that have a number in one of the ranges, as a Xapian subquery without weight. Those
// of the parts are found in their columns, without Xapian; those of the delta in their slots.
// The index must outlive it, and not be refreshed.
class NumberSource : public Xapian::PostingSource {
 public:
  // Ascending, and none meets another.
  using Ranges = std::vector<store::NumberRange>;

  // `field` has the role kNumber.
  NumberSource(const FieldSpec& field, Ranges ranges, store::OpenIndex& index)
      : NumberSource(field.facet, field.slot, std::make_shared<const Ranges>(std::move(ranges)),
                     index) {}

  Xapian::doccount get_termfreq_min() const override { return 0; }
  Xapian::doccount get_termfreq_est() const override { return estimate_; }
  Xapian::doccount get_termfreq_max() const override { return most_; }
  Xapian::docid get_docid() const override { return at_; }
  bool at_end() const override { return at_ > last_; }
  void next(double min_weight) override;
  void skip_to(Xapian::docid id, double min_weight) override;
  bool check(Xapian::docid id, double min_weight) override;
  NumberSource* clone() const override;
  void init(const Xapian::Database& database) override;

 private:
  NumberSource(FacetField facet, std::uint32_t slot, std::shared_ptr<const Ranges> ranges,
               store::OpenIndex& index)
      : facet_(facet), slot_(slot), ranges_(std::move(ranges)), index_(&index) {}
  bool has(double number) const;
  bool has_number(Xapian::docid id) const;
  bool matches(Xapian::docid id);
  void find();
  void estimate();

  FacetField facet_;
  std::uint32_t slot_;
  std::shared_ptr<const Ranges> ranges_;
  store::OpenIndex* index_;
  const store::ArticleColumns* columns_ = nullptr;  // null: of a database without
  Xapian::ValueIterator value_;                     // of such a one
  Xapian::ValueIterator values_end_;
  Xapian::doccount most_ = 0;
  Xapian::doccount estimate_ = 0;
  Xapian::docid last_ = 0;
  Xapian::docid at_ = 0;
};

}  // namespace fihris::searcher::column
