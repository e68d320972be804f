// An article as it is stored and given back.
#pragma once

#include <string>
#include <vector>

namespace fihris {

// All text is valid UTF-8. Empty means absent. `id` is unique in an index; adding the same id again
// replaces.
struct Article {
  std::string id;
  std::string title;
  std::string summary;  // lead or bullets of the outlet, apart from the body; one line per bullet
  std::string body;     // paragraphs separated by '\n'
  // ISO 8601 date or date-time, e.g. "2025-12-23" or "2025-12-23T18:05:00+03:00"; where no more is
  // known a year or a month, "2025" or "2025-12", which counts as its first day.
  std::string date;
  // One each, or several with U+001F between them (kTagSeparator): shown_values() and each_value()
  // in fields.h.
  std::string source;
  std::string author;
  std::string section;
  std::string url;
  std::string lang;
  std::string path;  // the file it was read from
  std::vector<std::string> tags;
  std::vector<std::string> agencies;  // from a closing line such as «(رويترز، فرانس برس)»
  std::string extra;                  // unknown fields: a JSON object as text, or empty
  // The whole JSON object as a client gave it, byte for byte, of which the members above are a
  // reading; empty for articles from files. It is stored in one compressed frame with them: of news
  // in UTF-8 the index grows by 9 %, not by the document's size.
  std::string document;

  friend bool operator==(const Article&, const Article&) = default;
};

}  // namespace fihris
