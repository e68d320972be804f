// Which lemmas are words of the language rather than names.
#pragma once

#include <string>
#include <unordered_set>

#include "image_writer.h"

namespace fihris::lemma_tool {

// Lemmas with several spelled forms, or with two that have an article or a pronoun: a name is
// written in one way.
std::unordered_set<std::string> inflected_lemmas(const Forms& forms);

}  // namespace fihris::lemma_tool
