// From argv to what CLI11 can parse without misreading a query.
#pragma once

#include <CLI/App.hpp>
#include <string>
#include <vector>

#include "fihris/searcher/request_options.h"

namespace fihris::cli {

// The arguments after the program's name, in the reversed order CLI11 takes, with those that are
// text and not options protected: `-كلمة` (a query's "without"), a quoted text that begins with a
// dash, `[…]` (which CLI11 would split as a list), an empty text, and everything after `--`.
std::vector<std::string> protected_arguments(int argc, char** argv);

// The functions below undo the protection.
// A positional list of texts.
CLI::Option* add_texts(CLI::App& command, const std::string& name, std::vector<std::string>& values,
                       const std::string& description);
// One value.
CLI::Option* add_text(CLI::App& command, const std::string& name, std::string& value,
                      const std::string& description);
// An option of the table: a wrong value is a CLI::ValidationError. `option` and `request` must
// live as long as the command.
CLI::Option* add_request_option(CLI::App& command, const RequestOption& option,
                                SearchRequest& request);
// Names the index for commands that are not told one.
inline constexpr const char* kDbVariable = "FIHRIS_DB";
// --db DIR, required unless FIHRIS_DB names it.
void add_db(CLI::App& command, std::string& db);

// The words of a query or text given as several arguments, joined by spaces; valid UTF-8.
std::string join_words(const std::vector<std::string>& words);

}  // namespace fihris::cli
