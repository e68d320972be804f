#include "fingerprint.h"

#include <xxhash.h>

#include <cstdio>

#include "lemmas/clitics.h"
#include "lemmas/lemma_table.h"
#include "lemmas/word_rules.h"
#include "months/months.h"
#include "text/ligatures.h"
#include "text/orthography.h"
#include "text/table_bytes.h"
#include "tokens/joined_clitics.h"

namespace fihris::stemmer {
namespace {

// Raised when the way terms are made changes in a manner the probe text would not show.
constexpr std::string_view kFormat = "fihris-analysis-3";

// Written to touch every rule: clitics, plurals, names, marks, compounds, months, digits, scripts.
constexpr std::string_view kProbe =
    "قال وزيرُ الخارجيّة والوزراء للصحافيين إن القواعد العسكرية في فلسطين وسورية ستبقى، وبالمدارس "
    "الـ15 كُتُبٌ. "
    "أُعلن في ديسمبر/ كانون الأول ٢٠٢٤ وفي ٣ آب و23/12/2024 وربيع الآخر عن كوفيد-19 والـBBC "
    "و#غزة_الآن وأ.ف.ب ١٢٫٥٪ ﻣﻜﺘﺒﺔ ﷺ "
    "کتاب "
    "Elections were running, naïve café U.S.A. G20 https://example.org/a-b user@example.org Москва "
    "192.168.1.1 2.0.1 2024-12-08T10:00:00Z "
    "يقولون كتبت سيارات سيارة حكومتها مسؤولياتهم لبنان إيران طهران قانون سكان ولاية والدة";

}  // namespace

std::vector<KeyTable> key_tables() {
  return {{"letters", text::letter_table()},
          {"ligatures", text::ligature_table()},
          {"joined clitics", tokens::joined_clitic_table()},
          {"months", months::month_table()},
          {"clitics", lemmas::clitic_table()},
          {"endings", lemmas::ending_table()},
          {"lemmas", text::table_row(lemmas::LemmaTable::embedded().identity())}};
}

std::string fingerprint_of(const std::vector<KeyTable>& tables, std::string_view latin_language,
                           const std::vector<Token>& probe) {
  std::string seen = text::table_row(kFormat, latin_language);
  for (const KeyTable& table : tables) seen += text::table_row(table.name, table.content);
  for (const Token& token : probe) {
    seen += text::table_row(static_cast<int>(token.kind), token.stop, token.in_sequence,
                            token.span.begin, token.norm, token.lemma);
  }
  char hex[17];
  std::snprintf(hex, sizeof hex, "%016llx",
                static_cast<unsigned long long>(XXH3_64bits(seen.data(), seen.size())));
  return hex;
}

std::string_view probe_text() { return kProbe; }

}  // namespace fihris::stemmer
