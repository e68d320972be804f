#include "report_file.h"

#include <nlohmann/json.hpp>

#include "fihris/store/error.h"

namespace fihris::cli {
namespace {

using Json = nlohmann::ordered_json;

std::string printed(const Json& json) {
  return json.dump(-1, ' ', false, Json::error_handler_t::replace);
}

}  // namespace

ReportFile::ReportFile(const std::string& path)
    : path_(path), file_(path, std::ios::binary | std::ios::trunc) {
  file_ << "{\"items\":[";
  require_written();
}

void ReportFile::add(const ArchiveItem& item) {
  Json json{{"path", item.path}};
  if (item.line != 0) json["line"] = item.line;
  if (!item.id.empty()) json["id"] = item.id;
  json["outcome"] = outcome_name(item.outcome);
  if (!item.reason.empty()) json["reason"] = item.reason;
  if (!item.warnings.empty()) json["warnings"] = item.warnings;
  file_ << (any_ ? ",\n" : "\n") << printed(json);
  any_ = true;
}

void ReportFile::close(const ArchiveReport& report) {
  file_ << "\n]";
  for (std::size_t i = 0; i < kOutcomes; ++i) {
    const auto outcome = static_cast<Outcome>(i);
    file_ << ",\n\"" << outcome_name(outcome) << "\":" << report.of(outcome);
  }
  file_ << ",\n\"warnings\":" << report.warned << ",\n\"seconds\":" << Json(report.seconds)
        << "}\n";
  file_.close();
  require_written();
}

void ReportFile::require_written() const {
  if (file_.good()) return;
  throw Error(ErrorCode::kInputOutput, "the report cannot be written to " + path_ + ".",
              "Check the folder, its permissions and the disk.");
}

}  // namespace fihris::cli
