// What settings of the protocol mean for an index.
#pragma once

#include <array>
#include <string>
#include <string_view>

#include "fihris/store/settings.h"
#include "settings/settings.h"

namespace fihris::server::settings {

// The settings of the index's own that do what these ask. Throws Error{kUsage} for names that no
// attribute can have; none stands in Settings that merge() made.
IndexSettings to_index_settings(const Settings& settings);

// The text of the index's synonyms.txt; empty without synonyms. A word and what stands for it are
// one group there: unlike in Meilisearch each finds the others.
std::string synonyms_text(const Settings& settings);

// A setting that is kept and shown, but changes nothing.
struct NoEffect {
  std::string_view name;  // "typoTolerance.disableOnWords": a member of a setting
  std::string_view why;   // a sentence, for the documentation
};
inline constexpr auto kWithoutEffect = std::to_array<NoEffect>({
    {"rankingRules", "Hits are ranked by one formula over words, forms, fields and proximity."},
    {"stopWords", "Function words are known by the analysis of the language."},
    {"nonSeparatorTokens", "Words are told apart by the rules of Unicode and of Arabic."},
    {"separatorTokens", "Words are told apart by the rules of Unicode and of Arabic."},
    {"dictionary", "Words are told apart by the rules of Unicode and of Arabic."},
    {"proximityPrecision", "Proximity is always measured by words."},
    {"typoTolerance.minWordSizeForTypos",
     "Which words are corrected is told by how rare they are."},
    {"typoTolerance.disableOnWords", "Which words are corrected is told by how rare they are."},
    {"typoTolerance.disableOnAttributes", "The query is corrected, not the words of a document."},
    {"typoTolerance.disableOnNumbers", "Numbers are never corrected."},
    {"embedders", "There is no search by vectors."},
    {"localizedAttributes", "The language is told word by word."},
    {"filterableAttributes.features", "An attribute that filters does all that filters can do."},
});

}  // namespace fihris::server::settings
