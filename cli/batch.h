// Many queries in one go, as a TREC run.
#pragma once

#include <cstddef>
#include <string>

namespace fihris {
class Searcher;
}

namespace fihris::cli {

struct BatchOptions {
  std::string queries;    // id<TAB>text a line
  std::string run = "-";  // where the run goes; "-" is standard output
  std::string tag = "fihris";
  std::size_t limit = 100;
  std::string today;  // as SearchRequest::today
};

// Writes "qid Q0 docid rank score tag" lines. White space in an id is written as %20, %09 …,
// because the format separates by spaces. Returns the number of lines.
std::size_t write_run(Searcher& searcher, const BatchOptions& options);

}  // namespace fihris::cli
