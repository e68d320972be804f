// Prometheus' text format, version 0.0.4.
#pragma once

#include <string>
#include <string_view>
#include <utility>
#include <vector>

namespace fihris::server::metrics {

inline constexpr std::string_view kContentType = "text/plain; version=0.0.4; charset=utf-8";

enum class Kind { kCounter, kGauge, kHistogram };

using Labels = std::vector<std::pair<std::string_view, std::string_view>>;

// The two lines before the samples of a family.
void append_family(std::string& out, std::string_view name, std::string_view help, Kind kind);
void append_sample(std::string& out, std::string_view name, const Labels& labels, double value);
// As few digits as tell it from others, without an exponent: "0.0005".
std::string number(double value);

}  // namespace fihris::server::metrics
