// What is doubtful in an article that was taken in all the same.
#pragma once

#include <string>
#include <vector>

#include "fihris/indexer/article_reader.h"

namespace fihris::indexer::archive {

// `kind` is the same for all articles with this doubt, to be counted by; `text` says more.
struct Doubt {
  std::string kind;
  std::string text;
};

std::vector<Doubt> doubts_of(const Article& article, const Reading& reading);

}  // namespace fihris::indexer::archive
