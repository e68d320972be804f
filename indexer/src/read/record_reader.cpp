#include "read/record_reader.h"

#include <utility>

namespace fihris::indexer::read {

RawRecord Place::record(RawRecord::Format format, std::string bytes, std::uint64_t line) const {
  RawRecord record{format, std::move(bytes), file, relative, line, encoding};
  if (!options->map.empty()) record.map = &options->map;
  return record;
}

Item Place::no_article(std::string what) const {
  if (named) return trouble(0, std::move(what));
  return PassedOver{file, std::move(what)};
}

}  // namespace fihris::indexer::read
