#include "article_forms.h"

#include <array>
#include <string>
#include <string_view>
#include <vector>

#include "text/letters.h"

namespace fihris::lemma_tool {
namespace {

using stemmer::lemma_image::Source;

constexpr std::size_t kLeastNoun = 3;
constexpr std::array<std::string_view, 12> kArticles = {
    "Al", "wAl", "fAl", "bAl", "kAl", "wbAl", "wkAl", "fbAl", "fkAl", "ll", "wll", "fll"};

// Whether a list decides about this very form.
bool is_listed(const Form& form) {
  return form.source == Source::kName || form.source == Source::kException ||
         form.source == Source::kPlural;
}

bool is_noun(const Form& form) {
  return !form.lemma.empty() && (form.source == Source::kTable || is_listed(form));
}

// سورية, which under the article is no place.
bool is_spelling_of_name(const std::string& letters, const Form& form) {
  return form.source == Source::kName && letters.ends_with("yp") &&
         fold_letters(letters) != form.lemma;
}

// The noun in `letters` once `article` is off, as careful spelling has it: behind the article no
// pronoun can follow, so that a final ه which the bare word prints as ة is careless.
std::string noun_behind(const std::string& letters, std::string_view article, const Forms& forms) {
  std::string noun = letters.substr(article.size());
  if (!noun.ends_with('h')) return noun;
  std::string careful = noun;
  careful.back() = 'p';
  return forms.contains(careful) ? careful : noun;
}

using Group = std::vector<Form*>;

std::map<std::string, Group> groups_of(Forms& forms) {
  std::map<std::string, Group> groups;
  for (auto& [letters, form] : forms) {
    if (form.source != Source::kTable || form.lemma.empty()) continue;
    for (const std::string_view article : kArticles) {
      if (!letters.starts_with(article) || form.letters_before != article.size()) continue;
      if (letters.size() < article.size() + kLeastNoun) continue;
      groups[noun_behind(letters, article, forms)].push_back(&form);
    }
  }
  return groups;
}

// Gives all forms of a group one noun: the listed one, else the commonest form that can be nothing
// but the noun.
void agree(Form* bare, const Group& group) {
  const Form* leader = group.front();
  for (const Form* form : group) {
    if (form->count > leader->count) leader = form;
  }
  if (bare != nullptr &&
      (is_listed(*bare) ||
       (bare->letters_behind == 0 && bare->letters_before == 0 && bare->count > leader->count)))
    leader = bare;
  const std::string lemma = leader->lemma;
  for (Form* form : group) form->lemma = lemma;
  if (bare != nullptr && bare->letters_before == 0 && bare->lemma != lemma) {
    bare->lemma = lemma;
    bare->letters_behind = 0;
  }
}

}  // namespace

void agree_under_article(Forms& forms) {
  for (const auto& [noun, group] : groups_of(forms)) {
    const auto bare = forms.find(noun);
    const bool noun_alone =
        bare != forms.end() && is_noun(bare->second) && !is_spelling_of_name(noun, bare->second);
    agree(noun_alone ? &bare->second : nullptr, group);
  }
}

}  // namespace fihris::lemma_tool
