#include "metrics/registry.h"

#include <algorithm>

namespace fihris::server::metrics {
namespace {

void append(std::string& out, const Family& family) {
  append_family(out, family.name, family.help, family.kind);
  for (const Sample& sample : family.read()) {
    const Labels labels(sample.labels.begin(), sample.labels.end());
    append_sample(out, family.name, labels, sample.value);
  }
}

}  // namespace

void Registry::add(Family family) {
  const std::lock_guard lock(mutex_);
  families_.push_back(std::move(family));
}

Counter& Registry::counter(const std::string& name, const std::string& help) {
  const std::lock_guard lock(mutex_);
  Counter& counter = counters_.emplace_back();
  families_.push_back({name, help, Kind::kCounter, [&counter] {
                         return std::vector<Sample>{{{}, static_cast<double>(counter.value())}};
                       }});
  return counter;
}

std::string Registry::text() const {
  std::vector<Family> families;
  {
    const std::lock_guard lock(mutex_);
    families = families_;
  }
  std::ranges::sort(families, {}, &Family::name);
  std::string out;
  requests_.append(out);
  for (const Family& family : families) append(out, family);
  return out;
}

}  // namespace fihris::server::metrics
