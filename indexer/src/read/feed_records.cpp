#include "read/feed_records.h"

#include <algorithm>
#include <initializer_list>
#include <nlohmann/json.hpp>
#include <utility>

#include "fihris/stemmer/internal/utf8.h"
#include "text/unicode_text.h"

namespace fihris::indexer::read {
namespace {

using Json = nlohmann::ordered_json;

constexpr std::size_t kMostItemBytes = std::size_t{16} << 20;
constexpr std::size_t kTagBytes = 64;
constexpr std::string_view kCdata = "<![CDATA[";
constexpr std::string_view kCdataEnd = "]]>";

// Which element of an item or an entry is what of an article: the first that is there counts.
struct ElementName {
  std::string_view element;
  std::string_view member;
};
constexpr ElementName kElements[] = {
    {"title", "title"},   {"content:encoded", "body"}, {"content", "body"},
    {"link", "url"},      {"pubDate", "date"},         {"published", "date"},
    {"dc:date", "date"},  {"updated", "date"},         {"dc:creator", "author"},
    {"author", "author"}, {"description", "summary"},  {"summary", "summary"},
    {"source", "source"}, {"category", "tags"},        {"guid", "_id"},
    {"id", "_id"},
};

// `&lt;` and its like, and numbers; what the document declares itself stays as it is.
std::string without_references(std::string_view text) {
  static constexpr std::pair<std::string_view, char32_t> kNamed[] = {
      {"lt", '<'}, {"gt", '>'}, {"amp", '&'}, {"quot", '"'}, {"apos", '\''}};
  constexpr std::size_t kLongest = 12;
  std::string out;
  for (std::size_t i = 0; i < text.size();) {
    const std::size_t end = text[i] == '&' ? text.find(';', i) : std::string_view::npos;
    char32_t c = 0;
    if (end != std::string_view::npos && end - i <= kLongest) {
      const std::string name(text.substr(i + 1, end - i - 1));
      for (const auto& [known, value] : kNamed) c = name == known ? value : c;
      if (name.size() > 1 && name[0] == '#') {
        const bool hex = name[1] == 'x' || name[1] == 'X';
        c = static_cast<char32_t>(
            std::strtoul(name.c_str() + (hex ? 2 : 1), nullptr, hex ? 16 : 10));
      }
    }
    const bool is_character = c != 0 && c < 0x110000 && (c < 0xD800 || c > 0xDFFF);
    if (is_character) {
      stemmer::append_utf8(out, c);
      i = end + 1;
    } else {
      out += text[i++];
    }
  }
  return out;
}

// The characters of an element's content: CDATA as it is, references read.
std::string characters(std::string_view content) {
  std::string out;
  while (!content.empty()) {
    const std::size_t cdata = content.find(kCdata);
    out += without_references(content.substr(0, cdata));
    if (cdata == std::string_view::npos) break;
    content.remove_prefix(cdata + kCdata.size());
    const std::size_t end = content.find(kCdataEnd);
    out += content.substr(0, end);
    content.remove_prefix(end == std::string_view::npos ? content.size() : end + kCdataEnd.size());
  }
  return out;
}

bool ends_name(char c) {
  return c == '>' || c == '/' || c == ' ' || c == '\n' || c == '\t' || c == '\r';
}

// The position of the first tag that begins with one of `tags`, not within CDATA; npos when there
// is none from `from` on.
std::size_t find_tag(std::string_view text, std::initializer_list<std::string_view> tags,
                     std::size_t from) {
  for (std::size_t at = text.find('<', from); at != text.npos; at = text.find('<', at)) {
    const std::string_view rest = text.substr(at);
    if (rest.starts_with(kCdata)) {
      const std::size_t end = text.find(kCdataEnd, at);
      if (end == text.npos) return end;
      at = end + kCdataEnd.size();
      continue;
    }
    for (const std::string_view tag : tags) {
      if (rest.starts_with(tag) && rest.size() > tag.size() && ends_name(rest[tag.size()]))
        return at;
    }
    ++at;
  }
  return text.npos;
}

std::string attribute(std::string_view tag, std::string_view name) {
  const std::string opening = ' ' + std::string(name) + '=';
  const std::size_t at = tag.find(opening);
  if (at == std::string_view::npos || at + opening.size() >= tag.size()) return {};
  const char quote = tag[at + opening.size()];
  const std::size_t begin = at + opening.size() + 1;
  const std::size_t end = tag.find(quote, begin);
  if (end == std::string_view::npos) return {};
  return without_references(tag.substr(begin, end - begin));
}

// The values of all elements of this name in an item.
std::vector<std::string> values_of_element(std::string_view item, std::string_view element) {
  std::vector<std::string> values;
  const std::string opening = '<' + std::string(element);
  const std::string closing = "</" + std::string(element);
  for (std::size_t at = 0; (at = find_tag(item, {opening}, at)) != std::string_view::npos;) {
    const std::size_t tag_end = item.find('>', at);
    if (tag_end == std::string_view::npos) break;
    const std::string_view tag = item.substr(at, tag_end - at);
    at = tag_end + 1;
    std::string value;
    if (tag.back() != '/') {
      const std::size_t end = find_tag(item, {closing}, at);
      if (end == std::string_view::npos) break;
      value = characters(item.substr(at, end - at));
      at = end;
    }
    // Atom: the address is an attribute, and so are names of categories.
    const std::string relation = attribute(tag, "rel");
    if (value.empty() && (relation.empty() || relation == "alternate")) {
      value = attribute(tag, "href");
      if (value.empty()) value = attribute(tag, "term");
    }
    if (!text::trim(value).empty()) values.push_back(std::move(value));
  }
  return values;
}

// Atom puts a person's name into an element of its own.
std::string person(std::string value) {
  const std::vector<std::string> names = values_of_element(value, "name");
  return names.empty() ? value : names.front();
}

std::string article_of(std::string_view item) {
  Json article = Json::object();
  for (const ElementName& known : kElements) {
    if (article.contains(known.member)) continue;
    std::vector<std::string> values = values_of_element(item, known.element);
    if (values.empty()) continue;
    if (known.member == "tags") {
      article[std::string(known.member)] = std::move(values);
    } else if (known.member == "author") {
      article[std::string(known.member)] = person(std::move(values.front()));
    } else {
      article[std::string(known.member)] = std::move(values.front());
    }
  }
  // What a feed says of an article may be all there is of it.
  if (!article.contains("body") && article.contains("summary")) {
    article["body"] = article["summary"];
    article.erase("summary");
  }
  if (article.contains("url")) article.erase("_id");
  return article.dump(-1, ' ', false, Json::error_handler_t::replace);
}

class FeedReader : public RecordReader {
 public:
  FeedReader(ByteInput& input, const Place& place) : input_(input), place_(place) {}

  std::optional<Item> next() override {
    while (true) {
      const std::size_t begin = find_tag(buffer_, {"<item", "<entry"}, 0);
      if (begin != std::string::npos) {
        const std::string_view closing =
            std::string_view(buffer_).substr(begin, 5) == "<item" ? "</item" : "</entry";
        const std::size_t end = find_tag(buffer_, {closing}, begin);
        if (end != std::string::npos) return take(begin, end);
      }
      // What stands before the items is not needed, but a tag may be cut at the end.
      if (begin == std::string::npos && buffer_.size() > kTagBytes)
        drop(buffer_.size() - kTagBytes);
      if (buffer_.size() > kMostItemBytes) {
        drop(buffer_.size());
        return place_.trouble(line_, "item is longer than 16 MB and was passed over");
      }
      if (!read_more()) return end(begin);
    }
  }

 private:
  bool read_more() {
    const std::string_view piece = input_.peek(1);
    if (piece.empty()) return false;
    buffer_ += piece;
    input_.skip(piece.size());
    return true;
  }

  Item take(std::size_t begin, std::size_t end) {
    any_ = true;
    drop(begin);
    std::string json = article_of(std::string_view(buffer_).substr(0, end - begin));
    const std::uint64_t line = line_;
    drop(end - begin + 2);  // into the closing tag, so that it is not found again
    return place_.record(RawRecord::Format::kJson, std::move(json), line);
  }

  std::optional<Item> end(std::size_t unclosed) {
    const bool told = std::exchange(any_, true);
    drop(buffer_.size());
    if (unclosed != std::string::npos)
      return place_.trouble(line_, "the last item is not closed; the file may be cut off");
    if (told || !input_.error().empty()) return std::nullopt;
    return place_.trouble(0, "holds no article: the feed is empty");
  }

  void drop(std::size_t bytes) {
    line_ += static_cast<std::uint64_t>(
        std::count(buffer_.begin(), buffer_.begin() + static_cast<std::ptrdiff_t>(bytes), '\n'));
    buffer_.erase(0, bytes);
  }

  ByteInput& input_;
  const Place& place_;
  std::string buffer_;
  std::uint64_t line_ = 1;  // of the buffer's beginning
  bool any_ = false;
};

}  // namespace

std::unique_ptr<RecordReader> read_feed(ByteInput& input, const Place& place) {
  return std::make_unique<FeedReader>(input, place);
}

std::string_view declared_in_xml(std::string_view head) {
  if (head.substr(0, 5) != "<?xml") return {};
  head = head.substr(0, head.find("?>"));
  constexpr std::string_view kName = "encoding=";
  const std::size_t at = head.find(kName);
  if (at == std::string_view::npos || at + kName.size() >= head.size()) return {};
  const char quote = head[at + kName.size()];
  head.remove_prefix(at + kName.size() + 1);
  return head.substr(0, head.find(quote));
}

}  // namespace fihris::indexer::read
