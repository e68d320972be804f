#include "page/layout.h"

#include <array>
#include <utility>

#include "page/assets.h"
#include "page/phrases.h"

namespace fihris::server::page {
namespace {

// One way for the page to speak.
struct Choice {
  const char* set;  // what the address says for it
  std::string_view text;
  Manner manner;
};

// Each choice as a link to the same page that speaks so.
Html choices(const Frame& frame, const Phrase& name, const std::vector<Choice>& all) {
  Html html;
  html << "<p><span class=\"name\">";
  html.text(frame.say(name)) << "</span> ";
  for (const Choice& choice : all) {
    State other = frame.state;
    other.manner = choice.manner;
    html << "<a";
    html.attribute("data-set", choice.set).attribute("href", frame.here(other));
    if (other.manner == frame.manner()) html << " aria-current=\"true\"";
    html << ">";
    html.text(choice.text) << "</a> ";
  }
  return html << "</p>";
}

// The manner of the page with another value of one member.
template <class Value>
Choice choice(const Frame& frame, const char* set, std::string_view text, Value Manner::*member,
              Value value) {
  Choice made{set, text, frame.manner()};
  made.manner.*member = std::move(value);
  return made;
}

Html digit_choices(const Frame& frame) {
  return choices(frame, phrase::kDigits,
                 {choice(frame, "digits=european", "0123", &Manner::digits, Digits::kEuropean),
                  choice(frame, "digits=arabic", "٠١٢٣", &Manner::digits, Digits::kArabic)});
}

Html month_choices(const Frame& frame) {
  if (frame.manner().language == Language::kEnglish) return {};
  return choices(
      frame, phrase::kMonthNames,
      {choice(frame, "months=egypt", "يناير", &Manner::months, MonthNames::kEgypt),
       choice(frame, "months=levant", "كانون الثاني", &Manner::months, MonthNames::kLevant),
       choice(frame, "months=maghreb", "جانفي", &Manner::months, MonthNames::kMaghreb),
       choice(frame, "months=morocco", "دجنبر", &Manner::months, MonthNames::kMorocco)});
}

Html calendar_choices(const Frame& frame) {
  return choices(
      frame, phrase::kCalendar,
      {choice(frame, "calendar=gregorian", frame.say(phrase::kGregorian), &Manner::hijri, false),
       choice(frame, "calendar=hijri", frame.say(phrase::kHijri), &Manner::hijri, true)});
}

Html theme_choices(const Frame& frame) {
  const auto theme = [&frame](const char* set, const Phrase& name, const char* value) {
    return choice<std::string>(frame, set, frame.say(name), &Manner::theme, value);
  };
  return choices(
      frame, phrase::kTheme,
      {theme("theme=", phrase::kThemeAuto, ""), theme("theme=light", phrase::kThemeLight, "light"),
       theme("theme=dark", phrase::kThemeDark, "dark")});
}

Html display(const Frame& frame) {
  Html html;
  html << "<details class=\"display\"><summary>";
  html.text(frame.say(phrase::kDisplay)) << "</summary><div>";
  html << digit_choices(frame) << month_choices(frame) << calendar_choices(frame)
       << theme_choices(frame);
  return html << "</div></details>";
}

Html language_link(const Frame& frame) {
  const bool arabic = frame.manner().language == Language::kArabic;
  State other = frame.state;
  other.manner.language = arabic ? Language::kEnglish : Language::kArabic;
  Html html;
  html << "<a class=\"language\"";
  html.attribute("href", frame.here(other))
          .attribute("data-set", arabic ? "lang=en" : "lang=ar")
          .attribute("lang", arabic ? "en" : "ar")
          .attribute("hreflang", arabic ? "en" : "ar")
      << ">";
  return html.text(arabic ? "English" : "العربية") << "</a>";
}

// The site's name as a link to a page without a search.
Html masthead(const Frame& frame) {
  State front;
  front.index = frame.state.index;
  front.manner = frame.manner();
  Html html;
  html << "<header class=\"masthead\"><a class=\"brand\"";
  html.attribute("href", frame.link(front)) << ">";
  if (!frame.site.logo.type.empty()) {
    html << "<img alt=\"\"";
    html.attribute("src", asset_address("logo")) << ">";
  }
  html << "<span>";
  html.text(frame.site.name.in(frame.manner().language)) << "</span></a><div class=\"choices\">";
  return html << display(frame) << language_link(frame) << "</div></header>";
}

void add_date(Html& html, const Frame& frame, const char* name, const std::string& value,
              const Phrase& label, const Phrase& example) {
  html << "<label><span>";
  html.text(frame.say(label)) << "</span><input autocomplete=\"off\" maxlength=\"60\"";
  html.attribute("name", name).attribute("value", value);
  html.attribute("placeholder", frame.say(example)) << "></label>";
}

Html index_choice(const Frame& frame, const std::vector<std::string>& indexes) {
  Html html;
  if (indexes.size() < 2) return html;
  html << "<label class=\"index\"><span>";
  html.text(frame.say(phrase::kIndex)) << "</span><select name=\"index\">";
  for (const std::string& index : indexes) {
    html << "<option";
    html.attribute("value", index);
    if (index == frame.index) html << " selected";
    html << ">";
    html.text(index) << "</option>";
  }
  return html << "</select></label>";
}

// What of the state no field of the form shows.
Html kept_inputs(const Frame& frame, bool has_index_choice) {
  Html html;
  State kept = frame.state.within("", "");
  kept.q.clear();
  kept.as_typed = false;
  if (has_index_choice) kept.index.clear();
  for (const auto& [name, value] : parameters_of(kept, frame.site)) {
    html << "<input type=\"hidden\"";
    html.attribute("name", name).attribute("value", value) << ">";
  }
  return html;
}

void add_query_input(Html& html, const Frame& frame) {
  html << "<div class=\"query\"><label class=\"unseen\" for=\"q\">";
  html.text(frame.say(phrase::kSearchFor))
      << "</label><input id=\"q\" name=\"q\" type=\"search\" dir=\"auto\" autocomplete=\"off\" "
         "autocapitalize=\"off\" spellcheck=\"false\" enterkeyhint=\"search\"";
  html.attribute("value", frame.state.q).attribute("placeholder", frame.say(phrase::kPlaceholder));
  html << "><button type=\"submit\">";
  html.text(frame.say(phrase::kSearch)) << "</button></div>";
}

// How the query language is written, by examples.
Html help(const Frame& frame) {
  struct Example {
    std::string_view query;
    const Phrase& phrase;
  };
  const std::array<Example, 7> examples = {{{"«وزير الخارجية»", phrase::kHelpPhrase},
                                            {"«أسعار النفط»~5", phrase::kHelpNear},
                                            {"+النفط", phrase::kHelpMust},
                                            {"-الغاز", phrase::kHelpNot},
                                            {"=مدرسة", phrase::kHelpForm},
                                            {"استثمار*", phrase::kHelpBegins},
                                            {"عنوان:زلزال", phrase::kHelpTitle}}};
  Html html;
  html << "<details class=\"help\"><summary>";
  html.text(frame.say(phrase::kHelp)) << "</summary><dl>";
  for (const Example& example : examples) {
    html << "<div><dt dir=\"rtl\">";
    html.text(example.query) << "</dt><dd>";
    html.text(frame.say(example.phrase)) << "</dd></div>";
  }
  return html << "</dl></details>";
}

Html form(const Frame& frame, const std::vector<std::string>& indexes) {
  Html html;
  html << "<form id=\"search\" class=\"search\" role=\"search\" action=\"/\" method=\"get\"";
  html.attribute("data-suggestions", frame.say(phrase::kSuggestions))
          .attribute("data-offline", frame.say(phrase::kOffline))
      << ">";
  add_query_input(html, frame);
  html << "<div class=\"narrow\">";
  add_date(html, frame, "from", frame.state.from, phrase::kFrom, phrase::kFromExample);
  add_date(html, frame, "to", frame.state.to, phrase::kTo, phrase::kToExample);
  return html << index_choice(frame, indexes) << kept_inputs(frame, indexes.size() > 1)
              << help(frame) << "</div></form>";
}

Html head(const Frame& frame, const std::string& title) {
  Html html;
  html << "<head><meta charset=\"utf-8\"><title>";
  html.text(title)
      << "</title><meta name=\"viewport\" content=\"width=device-width, initial-scale=1\">"
         "<meta name=\"color-scheme\" content=\"light dark\">"
         "<link rel=\"stylesheet\"";
  html.attribute("href", asset_address("page.css")) << "><link rel=\"stylesheet\"";
  html.attribute("href", asset_address("site.css")) << "><link rel=\"icon\"";
  html.attribute("href", asset_address(frame.site.logo.type.empty() ? "icon.svg" : "logo"))
      << "><script type=\"module\"";
  html.attribute("src", asset_address("page.js"))
      << "></script><link rel=\"alternate\" type=\"application/rss+xml\"";
  return html.attribute("href", frame.link("/rss")) << "></head>";
}

}  // namespace

std::string titled(const Frame& frame, const std::string& what) {
  const std::string& name = frame.site.name.in(frame.manner().language);
  return what.empty() ? name : what + " – " + name;
}

Html document(const Frame& frame, const std::vector<std::string>& indexes, const std::string& title,
              const Html& content) {
  const bool arabic = frame.manner().language == Language::kArabic;
  Html html;
  html << "<!doctype html><html";
  html.attribute("lang", arabic ? "ar" : "en").attribute("dir", arabic ? "rtl" : "ltr");
  if (!frame.manner().theme.empty()) html.attribute("data-theme", frame.manner().theme);
  html << ">" << head(frame, title) << "<body><a class=\"skip\" href=\"#results\">";
  html.text(frame.say(phrase::kSkip))
      << "</a>" << masthead(frame) << form(frame, indexes)
      << "<p id=\"live\" class=\"unseen\" role=\"status\"></p><main>" << content
      << "</main><footer class=\"foot\"><p>";
  return html.text(frame.say(phrase::kPoweredBy)) << "</p></footer></body></html>";
}

}  // namespace fihris::server::page
