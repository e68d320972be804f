#include "metrics/exposition.h"

#include <array>
#include <charconv>

namespace fihris::server::metrics {
namespace {

std::string_view name_of(Kind kind) {
  switch (kind) {
    case Kind::kCounter:
      return "counter";
    case Kind::kGauge:
      return "gauge";
    case Kind::kHistogram:
      return "histogram";
  }
  return "untyped";
}

void append_escaped(std::string& out, std::string_view text) {
  for (const char c : text) {
    if (c == '\n') {
      out += "\\n";
      continue;
    }
    if (c == '\\' || c == '"') out += '\\';
    out += c;
  }
}

void append_labels(std::string& out, const Labels& labels) {
  if (labels.empty()) return;
  char before = '{';
  for (const auto& [name, value] : labels) {
    out += before;
    out.append(name).append("=\"");
    append_escaped(out, value);
    out += '"';
    before = ',';
  }
  out += '}';
}

}  // namespace

void append_family(std::string& out, std::string_view name, std::string_view help, Kind kind) {
  out.append("# HELP ").append(name).append(" ").append(help).append("\n");
  out.append("# TYPE ").append(name).append(" ").append(name_of(kind)).append("\n");
}

void append_sample(std::string& out, std::string_view name, const Labels& labels, double value) {
  out += name;
  append_labels(out, labels);
  out.append(" ").append(number(value)).append("\n");
}

std::string number(double value) {
  std::array<char, 400> text{};  // the largest have 309 digits
  const auto end =
      std::to_chars(text.data(), text.data() + text.size(), value, std::chars_format::fixed).ptr;
  return {text.data(), end};
}

}  // namespace fihris::server::metrics
