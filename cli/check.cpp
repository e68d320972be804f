// fihris check: is every file of the index as it was written?
#include <string>
#include <vector>

#include "arguments.h"
#include "commands.h"
#include "exit_code.h"
#include "fihris/store/generations.h"
#include "output.h"

namespace fihris::cli {
namespace {

struct Options {
  std::string db;
};

int run(const Options& options) {
  const std::vector<Damage> damages = check_index(options.db);
  Output out;
  for (const Damage& damage : damages) out.line(damage.file.string() + ": " + damage.what);
  if (damages.empty()) out.line("no damage found");
  out.close();
  if (damages.empty()) return kDone;
  complain("the index at " + options.db + " is damaged.",
           "Restore it from a copy, or index the articles again into an empty folder.");
  return kIndexTrouble;
}

void describe(CLI::App& command, Options& options) {
  add_db(command, options.db);
  command.footer(
      "Compares the SHA-256 of every file with the one noted when it was written, and what "
      "updates\n"
      "have added since with its checksum.\n"
      "Example:\n  fihris check --db أرشيف\n"
      "Exit codes: 0 sound, 3 damaged.");
}

}  // namespace

void add_check(CLI::App& app, Action& action) {
  add_command<Options>(app, action, "check", "Look for damaged files", describe, run);
}

}  // namespace fihris::cli
