// An article as bytes: a versioned record, compressed once with Zstandard.
#pragma once

#include <memory>
#include <string>
#include <string_view>

#include "fihris/store/article.h"

namespace fihris {

// One per thread: keeps its compression contexts.
class DocumentCodec {
 public:
  DocumentCodec();
  ~DocumentCodec();
  DocumentCodec(DocumentCodec&&) noexcept;
  DocumentCodec& operator=(DocumentCodec&&) noexcept;

  std::string encode(const Article& article);
  // Throws Error{kIndexDamaged} when the bytes are not a record of a known version.
  Article decode(std::string_view bytes);

 private:
  struct Impl;
  std::unique_ptr<Impl> impl_;
};

}  // namespace fihris
