#include "handles.h"

namespace fihris::capi {
namespace {

std::uintptr_t number_of(const fihris_index* handle) {
  return reinterpret_cast<std::uintptr_t>(handle);
}

}  // namespace

fihris_index* Handles::add(std::shared_ptr<Index> index) {
  constexpr std::uintptr_t kStep = 16;  // so that a number that is a bit off is none
  const std::lock_guard lock(mutex_);
  open_.emplace(next_, std::move(index));
  auto* const handle = reinterpret_cast<fihris_index*>(next_);
  next_ += kStep;
  return handle;
}

std::shared_ptr<Index> Handles::find(const fihris_index* handle) {
  const std::lock_guard lock(mutex_);
  const auto found = open_.find(number_of(handle));
  return found == open_.end() ? nullptr : found->second;
}

std::shared_ptr<Index> Handles::remove(const fihris_index* handle) {
  const std::lock_guard lock(mutex_);
  const auto node = open_.extract(number_of(handle));
  return node.empty() ? nullptr : node.mapped();
}

Handles& handles() {
  static Handles& all = *new Handles;
  return all;
}

}  // namespace fihris::capi
