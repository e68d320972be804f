// HTML that cannot hold unescaped text: markup comes from literals of these sources, everything
// else through the one function that escapes.
#pragma once

#include <cstddef>
#include <string>
#include <string_view>
#include <utility>

namespace fihris::server::page {

class Html {
 public:
  Html() = default;
  // What another part of the service has escaped already: `html` in snippets.
  static Html escaped_before(std::string html) {
    Html made;
    made.text_ = std::move(html);
    return made;
  }

  // Markup of ours.
  template <std::size_t kSize>
  Html& operator<<(const char (&markup)[kSize]) {
    text_.append(markup, kSize - 1);
    return *this;
  }
  Html& operator<<(const Html& other) {
    text_ += other.text_;
    return *this;
  }
  // Text of anybody's, escaped; also fit for quoted attributes.
  Html& text(std::string_view text);
  // The same in an element that its direction does not spread from.
  Html& isolated(std::string_view text);
  // ` name="value"`.
  template <std::size_t kSize>
  Html& attribute(const char (&name)[kSize], std::string_view value) {
    *this << " ";
    text_.append(name, kSize - 1);
    *this << "=\"";
    text(value);
    return *this << "\"";
  }

  bool empty() const { return text_.empty(); }
  const std::string& str() const& { return text_; }
  std::string str() && { return std::move(text_); }

 private:
  std::string text_;
};

// "%D9%88": as a value in the query of an address, or a part of its path.
std::string url_encoded(std::string_view text);
// Whether following the address loads a page, rather than running a program ("javascript:…").
bool is_web_address(std::string_view address);

}  // namespace fihris::server::page
