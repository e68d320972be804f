// The sample corpus as input of the micro-benchmarks.
#pragma once

#include <string>
#include <vector>

#include "fihris/store/article.h"

namespace fihris::bench {

// Every article of corpus/articles.jsonl. Aborts with a message when it cannot be read.
const std::vector<Article>& articles();
// All bodies, about 100 KB of Arabic text.
const std::vector<std::string>& bodies();
std::size_t body_bytes();

}  // namespace fihris::bench
