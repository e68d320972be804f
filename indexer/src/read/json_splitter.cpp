#include "read/json_splitter.h"

#include <algorithm>

namespace fihris::indexer::read {

std::optional<JsonSplitter::Piece> JsonSplitter::next() {
  Piece piece;
  if (!find_object(piece)) {
    return piece.trouble.empty() ? std::nullopt : std::optional(std::move(piece));
  }
  if (piece.trouble.empty()) take_object(piece);
  return piece;
}

// Moves to the next '{'. What else stands between objects than commas and brackets is trouble, told
// once.
bool JsonSplitter::find_object(Piece& piece) {
  for (std::string_view bytes = input_.peek(1); !bytes.empty(); bytes = input_.peek(1)) {
    const char c = bytes.front();
    if (c == '{') {
      if (piece.trouble.empty()) piece.line = line_;
      return true;
    }
    if (c == '\n') ++line_;
    if (piece.trouble.empty() && std::string_view(" \t\r\n,[]").find(c) == std::string_view::npos) {
      piece.line = line_;
      piece.trouble =
          R"(not a JSON object: a list must hold articles as {"title": …, "body": …} only)";
    }
    input_.skip(1);
  }
  return false;
}

void JsonSplitter::take_object(Piece& piece) {
  depth_ = 0;
  in_text_ = escaped_ = false;
  for (std::string_view bytes = input_.peek(1); !bytes.empty(); bytes = input_.peek(1)) {
    const auto closing =
        std::find_if(bytes.begin(), bytes.end(), [this](char c) { return step(c); });
    const bool closed = closing != bytes.end();
    const auto size = static_cast<std::size_t>(closing - bytes.begin()) + (closed ? 1 : 0);
    piece.json.append(bytes.substr(0, size));
    input_.skip(size);
    if (closed) return;
    if (piece.json.size() > kMaxRecordBytes) break;
  }
  const bool too_long = piece.json.size() > kMaxRecordBytes;
  piece.json = std::string();
  piece.trouble = too_long ? "object is longer than 256 MB; split it into articles"
                           : "JSON object is not closed: look for a missing brace or quote";
}

bool JsonSplitter::step(char c) {
  if (c == '\n') ++line_;
  if (in_text_) {
    in_text_ = escaped_ || c != '"';
    escaped_ = !escaped_ && c == '\\';
    return false;
  }
  if (c == '"') in_text_ = true;
  if (c == '{') ++depth_;
  return c == '}' && --depth_ == 0;
}

}  // namespace fihris::indexer::read
