// The records of one file, whatever its format.
#pragma once

#include <cstdint>
#include <memory>
#include <optional>
#include <string>

#include "read/byte_input.h"
#include "read/content_kind.h"
#include "read/record_reader.h"

namespace fihris::indexer::read {

// Not thread-safe.
class FileRecords {
 public:
  // `source` is standard input or the like where a piece of it may be long in coming: then the
  // first piece must tell the format.
  enum class Arrival : std::uint8_t { kAtOnce, kSlowly };
  FileRecords(std::unique_ptr<ByteSource> source, Place place, Arrival arrival = Arrival::kAtOnce);

  // The next record or trouble. A PassedOver is the only item of its file.
  std::optional<Item> next();
  // False when next() would have to wait longer than so many milliseconds.
  bool wait(int milliseconds) { return input_.wait_for_line(milliseconds); }
  std::uint64_t position() const { return input_.position(); }
  // It could not be opened or not be read to its end.
  bool failed() const { return !input_.error().empty(); }
  // XXH3-64 of the file's bytes; nothing unless it was read to its end.
  std::optional<std::uint64_t> hash() const { return input_.hash(); }

 private:
  std::optional<Item> open();
  std::string_view decoded_head();
  void decode_from(std::string encoding);
  std::optional<Item> broken_off();

  ByteInput input_;
  Place place_;
  Arrival arrival_;
  bool opened_ = false;
  std::unique_ptr<RecordReader> reader_;
};

}  // namespace fihris::indexer::read
