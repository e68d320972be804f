// Articles as JSON, and small things about text, files and processes.
#include <simdjson.h>

#include <cstdio>
#include <filesystem>
#include <fstream>
#include <sstream>
#include <stdexcept>

#include "peer.h"

namespace peers {
namespace {

void copy_field(simdjson::ondemand::object& object, const char* name, std::string& out) {
  std::string_view value;
  if (object[name].get_string().get(value) == simdjson::SUCCESS) {
    out = value;
  }
}

void append_json_string(std::string& out, std::string_view text) {
  out += '"';
  for (const char c : text) {
    if (c == '"' || c == '\\') {
      out += '\\';
      out += c;
    } else if (static_cast<unsigned char>(c) < 0x20) {
      char escape[8];
      std::snprintf(escape, sizeof escape, "\\u%04x", static_cast<unsigned>(c));
      out += escape;
    } else {
      out += c;
    }
  }
  out += '"';
}

}  // namespace

Article article_from_json(std::string& json) {
  static simdjson::ondemand::parser parser;                // keeps its buffers from line to line
  json.reserve(json.size() + simdjson::SIMDJSON_PADDING);  // it may read past the end
  simdjson::ondemand::document document;
  simdjson::ondemand::object object;
  if (parser.iterate(json.data(), json.size(), json.capacity()).get(document) != 0 ||
      document.get_object().get(object) != 0) {
    throw std::runtime_error("not a JSON object: " + json.substr(0, 80));
  }
  Article article;
  copy_field(object, "id", article.id);
  copy_field(object, "title", article.title);
  copy_field(object, "body", article.body);
  return article;
}

std::string article_to_json(const Article& article) {
  std::string out;
  out.reserve(article.title.size() + article.body.size() + 128);
  out += "{\"id\":";
  append_json_string(out, article.id);
  out += ",\"title\":";
  append_json_string(out, article.title);
  out += ",\"body\":";
  append_json_string(out, article.body);
  out += '}';
  return out;
}

std::uint64_t bytes_on_disk(const std::string& path) {
  namespace fs = std::filesystem;
  if (!fs::is_directory(path)) {
    return fs::file_size(path);
  }
  std::uint64_t total = 0;
  for (const auto& entry : fs::recursive_directory_iterator(path)) {
    if (entry.is_regular_file()) {
      total += entry.file_size();
    }
  }
  return total;
}

std::uint64_t peak_rss_kib(const std::string& process) {
  std::ifstream status("/proc/" + process + "/status");
  for (std::string line; std::getline(status, line);) {
    if (line.rfind("VmHWM:", 0) == 0) {
      return std::stoull(line.substr(6));
    }
  }
  return 0;
}

std::vector<std::string> split_words(const std::string& text) {
  std::istringstream in(text);
  std::vector<std::string> words;
  for (std::string word; in >> word;) {
    words.push_back(word);
  }
  return words;
}

}  // namespace peers
