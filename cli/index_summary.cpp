#include "index_summary.h"

#include <algorithm>
#include <utility>
#include <vector>

#include "index_lines.h"
#include "output.h"

namespace fihris::cli {
namespace {

constexpr std::size_t kRejectedShown = 20;
constexpr std::size_t kDoubtsShown = 5;
constexpr std::size_t kExtensionsShown = 8;

std::string place(const SourceError& error) {
  std::string text = error.file;
  if (error.line > 0) text += ":" + std::to_string(error.line);
  return text;
}

// Names the first few places, and counts the rest of `all`.
void complain_of(const std::vector<SourceError>& errors, std::size_t most, std::uint64_t all) {
  const std::size_t shown = std::min(most, errors.size());
  for (std::size_t i = 0; i < shown; ++i) complain(place(errors[i]) + ": " + errors[i].what);
  if (all > shown) complain("… and " + std::to_string(all - shown) + " more.");
}

// «: 11 .gz, 5 .docx …», the most frequent first.
std::string extensions(const ArchiveReport& report) {
  std::vector<std::pair<std::uint64_t, std::string>> all;
  for (const auto& [extension, count] : report.passed_over)
    all.emplace_back(count, extension.empty() ? "without extension" : extension);
  std::stable_sort(all.begin(), all.end(),
                   [](const auto& a, const auto& b) { return a.first > b.first; });
  std::string text;
  for (std::size_t i = 0; i < all.size() && i < kExtensionsShown; ++i)
    text += (i == 0 ? ": " : ", ") + std::to_string(all[i].first) + ' ' + all[i].second;
  return all.size() > kExtensionsShown ? text + " …" : text;
}

std::string passed_over(const ArchiveReport& report) {
  const std::uint64_t count = report.of(Outcome::kPassedOver);
  if (count == 0) return {};
  return ", " + counted(count, "file") + " passed over" + extensions(report);
}

std::string counts(const ArchiveReport& report) {
  const auto number = [&](Outcome outcome) { return std::to_string(report.of(outcome)); };
  return number(Outcome::kAdded) + " added, " + number(Outcome::kReplaced) + " replaced, " +
         number(Outcome::kDeleted) + " deleted, " + number(Outcome::kUnchanged) + " unchanged, " +
         number(Outcome::kRejected) + " rejected, " + number(Outcome::kPassedOver) +
         " passed over" + extensions(report) + "\n";
}

// What doubts are about; each has a line of its own.
enum class About : std::uint8_t { kText, kDate, kReading };

About about(std::string_view kind) {
  if (kind.find(" date") != std::string_view::npos) return About::kDate;
  const bool reading = kind.substr(0, 7) == "read as" || kind.substr(0, 8) == "repaired" ||
                       kind.substr(0, 10) == "with bytes";
  return reading ? About::kReading : About::kText;
}

// «12 articles read as windows-1256, 3 repaired from double encoding»; a line when there is
// anything to tell.
std::string doubts(const ArchiveReport& report, About which) {
  std::string text;
  for (const auto& [kind, count] : report.warnings) {
    if (about(kind) != which) continue;
    text += text.empty() ? counted(count, "article") : ", " + std::to_string(count);
    text += ' ' + kind;
  }
  return text.empty() ? text : text + '\n';
}

}  // namespace

std::string summary_of(const ArchiveReport& report, Tense tense) {
  const double rate =
      report.seconds > 0 ? static_cast<double>(report.taken_in()) / report.seconds : 0;
  std::string text = tense == Tense::kWouldBe ? "nothing was written; this would be done:\n" : "";
  text += counted(report.taken_in(), "article") + " in, " +
          std::to_string(report.of(Outcome::kReplaced)) + " of them replaced an older one, " +
          std::to_string(report.of(Outcome::kRejected)) + " rejected" + passed_over(report) + "; " +
          fixed(report.seconds, 1) + " s, " + fixed(rate, 0) + " articles/s\n";
  text += counts(report) + doubts(report, About::kText) + doubts(report, About::kDate) +
          doubts(report, About::kReading) + unfit_lines(report.readings);
  if (tense == Tense::kWouldBe) return text;
  return text + "the index holds " + counted(report.index_articles, "article") + " in " +
         human_bytes(report.index_bytes) + "\n";
}

void complain_of_rejected(const ArchiveReport& report) {
  complain_of(report.rejected, kRejectedShown, report.of(Outcome::kRejected));
  complain_of(report.readings.doubts, kDoubtsShown, report.readings.unusable_dates);
}

}  // namespace fihris::cli
