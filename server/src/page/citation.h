// How an article is cited.
#pragma once

#include <string>

#include "page/frame.h"

namespace fihris::server::page {

// «الكاتب. «العنوان». المصدر، 5 مارس 2018. https://…»: of the API's `_article`. `address`: where
// it is read when it has none of its own.
std::string citation(const Frame& frame, const nlohmann::ordered_json& article,
                     const std::string& address);
// An entry for biblatex.
std::string bibtex(const Frame& frame, const nlohmann::ordered_json& article,
                   const std::string& address);

}  // namespace fihris::server::page
