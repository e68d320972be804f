// Texts as older programs saved them.
#pragma once

#include <string>
#include <string_view>

namespace fihris::testing {

// What of a text an encoding can express: all of it for the Unicode ones. Letters in code page 864
// are written in any of their shapes, and U+0625 ALEF WITH HAMZA BELOW, which it has not, as ALEF.
std::string expressible(std::string_view utf8, const std::string& encoding);
// The bytes of a text that is expressible; `encoding` may be "UTF-16 with BOM" and the like.
std::string encoded(std::string_view utf8, const std::string& encoding);
// What the text becomes for a program that reads its bytes, made by `written`, as `read`.
std::string misread(std::string_view utf8, const std::string& written, const std::string& read);

}  // namespace fihris::testing
