#include "inflection.h"

#include <set>
#include <unordered_map>

#include "text/letters.h"

namespace fihris::lemma_tool {
namespace {

// A name is written in one way, a word of the language in several (نفط, نفطي, نفطية), with the
// article and with pronouns behind it.
constexpr std::size_t kFormsOfAName = 2;

struct Seen {
  std::set<std::string> whole;  // folded
  unsigned with_clitics = 0;    // a name may look like another one with a pronoun: once
};

bool has_article_or_pronoun(const std::string& letters, const Form& form) {
  const std::string_view clitics = std::string_view(letters).substr(0, form.letters_before);
  return form.letters_behind > 0 || clitics.ends_with("Al") || clitics.ends_with("ll");
}

}  // namespace

std::unordered_set<std::string> inflected_lemmas(const Forms& forms) {
  std::unordered_map<std::string, Seen> seen;
  for (const auto& [letters, form] : forms) {
    if (form.lemma.empty()) continue;
    Seen& of_lemma = seen[form.lemma];
    if (form.letters_before == 0 && form.letters_behind == 0) {
      of_lemma.whole.insert(fold_letters(letters));
    } else if (has_article_or_pronoun(letters, form)) {
      ++of_lemma.with_clitics;
    }
  }
  std::unordered_set<std::string> inflected;
  for (const auto& [lemma, of_lemma] : seen) {
    if (of_lemma.whole.size() > kFormsOfAName || of_lemma.with_clitics > 1) inflected.insert(lemma);
  }
  return inflected;
}

}  // namespace fihris::lemma_tool
