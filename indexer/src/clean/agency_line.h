// News agencies and outlets as a page names them: closing lines and photo credits.
#pragma once

#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "fihris/store/article.h"

namespace fihris::indexer::clean {

// True for a name of a known agency or outlet, or one that says it is one («وكالة …», «صحيفة …»).
bool is_agency(std::string_view name);

// The names in a line that is nothing but a list of sources: «(رويترز، أسوشييتد برس، العربي
// الجديد)» or «المصدر: الجزيرة + وكالات». Empty when the line is anything else; at least one name
// must be known.
std::vector<std::string> closing_agencies(std::string_view line);

// As closing_agencies(); also for a line without brackets or label in which every name is known:
// «فرانس24/ أ ف ب». For pages, where such a line stands apart; in running text it could be
// anything.
std::vector<std::string> agencies_alone(std::string_view line);

// The day in a line that an agency's report begins with: «الجزائر في 4 أوت 2021 (واج) – قال …».
std::optional<std::string> agency_dateline(std::string_view line);

// Moves the last line of the body into `agencies` when it is such a line.
void take_closing_agencies(Article& article);

}  // namespace fihris::indexer::clean
