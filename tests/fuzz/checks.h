// What must hold for any bytes whatever. Each check has a libFuzzer target that looks for bytes for
// which it does not hold; FuzzRegressions runs it over what was found once and over hand-made
// inputs.
#pragma once

#include <array>
#include <stdexcept>
#include <string_view>

namespace fihris::fuzz {

// A check throws it: libFuzzer reports it as a crash, GoogleTest as a failure.
class BrokenPromise : public std::logic_error {
 public:
  using std::logic_error::logic_error;
};

inline void require(bool holds, const char* promise) {
  if (!holds) throw BrokenPromise(promise);
}

// Bytes as text for the analyser.
void check_analyzer(std::string_view bytes);
// Bytes as a query, and as a filter, of a small index.
void check_search(std::string_view bytes);
// The first line as a query whose words are marked in the rest.
void check_highlight(std::string_view bytes);
// Bytes as one JSON record; what comes of it is exported and read again.
void check_json(std::string_view bytes);
// Bytes as an HTML page.
void check_html(std::string_view bytes);
// Bytes as what a connection sends, and as parts of a request.
void check_http(std::string_view bytes);
// Bytes as a plain text page, and as a date.
void check_page(std::string_view bytes);
// Bytes as a file of unknown format.
void check_source(std::string_view bytes);
// Bytes as what a damaged index may hold: token column, stored article, tombstones, manifest.
void check_stored(std::string_view bytes);

struct Target {
  std::string_view name;
  void (*check)(std::string_view bytes);
};
inline constexpr std::array<Target, 9> kTargets{{{"analyzer", check_analyzer},
                                                 {"search", check_search},
                                                 {"highlight", check_highlight},
                                                 {"json", check_json},
                                                 {"html", check_html},
                                                 {"http", check_http},
                                                 {"page", check_page},
                                                 {"source", check_source},
                                                 {"stored", check_stored}}};

}  // namespace fihris::fuzz
