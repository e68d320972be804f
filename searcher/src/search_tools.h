// What a request needs of an open index.
#pragma once

#include "fihris/stemmer/analyzer.h"
#include "fihris/store/document_codec.h"
#include "fihris/store/internal/open_index.h"
#include "match.h"

namespace fihris::internal {

struct SearchTools {
  OpenIndex& index;
  Matcher& matcher;
  Analyzer& analyzer;
  DocumentCodec& codec;
};

}  // namespace fihris::internal
