#include "arguments.h"

#include <algorithm>
#include <string_view>
#include <variant>

#include "fihris/stemmer/analyzer.h"
#include "fihris/store/error.h"
#include "output.h"

namespace fihris::cli {
namespace {

// Unit separator: no shell or file name offers it by accident, and CLI11 gives it no meaning.
constexpr char kProtection = '\x1F';

bool is_text(std::string_view argument) {
  if (argument.empty() || argument.front() == '[' || argument.front() == '{') return true;
  if (argument.size() < 2 || argument[0] != '-' || argument[1] == '-') return false;
  const bool foreign_letter = static_cast<unsigned char>(argument[1]) >= 0x80;
  return foreign_letter || argument.find(' ') != std::string_view::npos;
}

CLI::Option* unprotect(CLI::Option* option) {
  return option->transform([](const std::string& value) {
    const bool is_protected = !value.empty() && value.front() == kProtection;
    return is_protected ? value.substr(1) : value;
  });
}

// What the help says behind the name of a value.
struct ShownLimits {
  std::string operator()(const CountOption& option) const {
    return " in [" + std::to_string(option.min) + " - " + std::to_string(option.max) + "]";
  }
  std::string operator()(const NumberOption& option) const {
    return " in [0 - " + fixed(option.max, 0) + "]";
  }
  std::string operator()(const SortOption&) const { return ":{relevance,FIELD:desc,FIELD:asc}"; }
  std::string operator()(const NameOption& option) const {
    std::string names;
    for (const std::string_view name : option.names) {
      names.append(names.empty() ? ":{" : ",").append(name);
    }
    return names + "}";
  }
  template <class Other>
  std::string operator()(const Other&) const {
    return "";
  }
};

}  // namespace

std::vector<std::string> protected_arguments(int argc, char** argv) {
  std::vector<std::string> result;
  bool only_text = false;
  for (int i = 1; i < argc; ++i) {
    std::string argument = argv[i];
    if (!only_text && argument == "--") {
      only_text = true;
      continue;
    }
    if (only_text || is_text(argument)) argument.insert(argument.begin(), kProtection);
    result.push_back(std::move(argument));
  }
  std::reverse(result.begin(), result.end());
  return result;
}

CLI::Option* add_texts(CLI::App& command, const std::string& name, std::vector<std::string>& values,
                       const std::string& description) {
  return unprotect(command.add_option(name, values, description));
}

CLI::Option* add_text(CLI::App& command, const std::string& name, std::string& value,
                      const std::string& description) {
  return unprotect(command.add_option(name, value, description));
}

CLI::Option* add_request_option(CLI::App& command, const RequestOption& option,
                                SearchRequest& request) {
  const auto set = [&option, &request](const std::vector<std::string>& given) {
    try {
      set_option(request, option, option.flag, given);
    } catch (const Error& error) {
      throw CLI::ValidationError(error.what());
    }
    return true;
  };
  const std::string flag(option.flag);
  const std::string help(option.help);
  if (std::holds_alternative<FlagOption>(option.kind)) {
    return command.add_flag_callback(
        flag, [set] { set({}); }, help);
  }
  CLI::Option* added = unprotect(command.add_option(flag, CLI::callback_t(set), help));
  added->type_name(std::string(option.value_name) + std::visit(ShownLimits{}, option.kind));
  // Without this CLI11 would take the query's words as further values of the option before them.
  if (std::holds_alternative<TextsOption>(option.kind))
    added->expected(1, -1)->allow_extra_args(false);
  return added;
}

void add_db(CLI::App& command, std::string& db) {
  add_text(command, "--db", db, "Folder of the index")
      ->required()
      ->type_name("DIR")
      ->envname(kDbVariable);
}

std::string join_words(const std::vector<std::string>& words) {
  std::string text;
  for (const std::string& word : words) {
    if (!text.empty()) text.push_back(' ');
    text.append(word);
  }
  return repair_utf8(text);
}

}  // namespace fihris::cli
