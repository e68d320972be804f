// Bytes of a named encoding as UTF-8.
#pragma once

#include <memory>
#include <string>
#include <string_view>

namespace fihris::indexer::encodings {

// By ICU's names and aliases, and "cp720". Not thread-safe.
class Converter {
 public:
  // is_open() is false for a name nobody knows.
  explicit Converter(const std::string& encoding);
  ~Converter();
  Converter(Converter&&) noexcept;
  Converter& operator=(Converter&&) noexcept;

  bool is_open() const;
  // Appends the characters of the next bytes; a character may be cut between two calls. `last` ends
  // the text. What means nothing becomes U+FFFD. Shaped letters of code page 864 become the letters
  // they are shapes of.
  void append(std::string_view bytes, bool last, std::string& out);

 private:
  struct Impl;
  std::unique_ptr<Impl> impl_;
};

// All of a text. Empty for an encoding that is not known.
std::string convert(std::string_view bytes, const std::string& encoding);

bool is_known(const std::string& encoding);
// Two names of one encoding.
bool is_same(const std::string& a, const std::string& b);

}  // namespace fihris::indexer::encodings
