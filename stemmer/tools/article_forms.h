// The article changes no word: المكتبة and بالمكتبة go where مكتبة goes.
#pragma once

#include "image_writer.h"

namespace fihris::lemma_tool {

// Gives a noun and its forms under the article one lemma, though their counts may speak for
// different readings. To be called while `forms` still holds every printed spelling.
void agree_under_article(Forms& forms);

}  // namespace fihris::lemma_tool
