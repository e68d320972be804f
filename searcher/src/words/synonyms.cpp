#include "words/synonyms.h"

#include <algorithm>
#include <fstream>
#include <iterator>
#include <utility>

#include "fihris/stemmer/internal/utf8.h"
#include "fihris/store/fields.h"
#include "fihris/store/generations.h"

namespace fihris::searcher::words {
namespace {

namespace fs = std::filesystem;

constexpr std::uintmax_t kMaxFileBytes = std::uintmax_t{8} << 20;
constexpr std::size_t kMaxMembers = 32;  // of a group
constexpr std::size_t kMaxWords = 8;     // of a member
constexpr std::size_t kMaxRemarks = 5;

constexpr std::string_view kArabicComma = "،";

std::string_view trimmed(std::string_view text) { return stemmer::trim(text, " \t\r\v\f"); }

std::vector<std::string_view> split_at_commas(std::string_view line) {
  std::vector<std::string_view> parts;
  for (;;) {
    const std::size_t latin = line.find(',');
    const std::size_t arabic = line.find(kArabicComma);
    const std::size_t comma = std::min(latin, arabic);
    parts.push_back(trimmed(line.substr(0, comma)));
    if (comma == std::string_view::npos) return parts;
    line.remove_prefix(comma + (comma == latin ? 1 : kArabicComma.size()));
  }
}

bool same_word(const Token& a, const Token& b) {
  return a.lemma == b.lemma && term_of(a.kind, {}, false) == term_of(b.kind, {}, false);
}

bool begins_with(std::span<const Token> sequence, const Synonyms::Member& member) {
  return sequence.size() >= member.size() &&
         std::equal(member.begin(), member.end(), sequence.begin(), same_word);
}

}  // namespace

std::optional<Synonyms::Stamp> Synonyms::stamp() const {
  std::error_code error;
  const std::uintmax_t size = fs::file_size(file_, error);
  if (error) return std::nullopt;
  const fs::file_time_type time = fs::last_write_time(file_, error);
  if (error) return std::nullopt;
  return Stamp{time, size};
}

void Synonyms::follow(Analyzer& analyzer) {
  const std::optional<Stamp> now = stamp();
  if (now == stamp_) return;
  clear();
  stamp_ = now;
  if (now) read(analyzer);
}

void Synonyms::clear() {
  by_first_.clear();
  groups_.clear();
  members_.clear();
  texts_.clear();
  remarks_.clear();
}

void Synonyms::remark(std::size_t line, const std::string& what) {
  if (remarks_.size() > kMaxRemarks) return;
  std::string message = std::string(kSynonymsFile);
  if (line > 0) message += " line " + std::to_string(line);
  message += ": " + (remarks_.size() == kMaxRemarks ? "and more" : what);
  remarks_.push_back({std::move(message), {}});
}

void Synonyms::read(Analyzer& analyzer) {
  if (stamp_->size > kMaxFileBytes) return remark(0, "larger than 8 MB; not read");
  std::ifstream file(file_, std::ios::binary);
  if (!file) return remark(0, "cannot be read");
  std::size_t number = 0;
  for (std::string line; std::getline(file, line);) {
    ++number;
    if (number == 1 && line.starts_with(stemmer::kByteOrderMark)) {
      line.erase(0, stemmer::kByteOrderMark.size());
    }
    if (!is_valid_utf8(line)) {
      remark(number, "not UTF-8; left out");
      continue;
    }
    const std::string_view content = trimmed(std::string_view(line).substr(0, line.find('#')));
    if (!content.empty()) read_line(content, number, analyzer);
  }
}

void Synonyms::read_line(std::string_view line, std::size_t number, Analyzer& analyzer) {
  Group group;
  for (const std::string_view part : split_at_commas(line)) {
    if (part.empty()) continue;
    if (group.size() == kMaxMembers) {
      remark(number, "more than " + std::to_string(kMaxMembers) + " members; the rest is left out");
      break;
    }
    if (const Member* member = read_member(part, analyzer)) {
      group.push_back(member);
    } else {
      remark(number, "\"" + std::string(part) + "\" has no word to search for, or more than " +
                         std::to_string(kMaxWords) + " words; left out");
    }
  }
  if (group.size() < 2) return remark(number, "a group needs two members, separated by commas");
  const Group& kept = groups_.emplace_back(std::move(group));
  for (const Member* member : kept) {
    const Token& first = member->front();
    by_first_.emplace(term_of(first.kind, first.lemma, false), std::pair(member, &kept));
  }
}

const Synonyms::Member* Synonyms::read_member(std::string_view text, Analyzer& analyzer) {
  std::vector<Token> tokens;
  analyzer.analyze(text, tokens);
  std::erase_if(tokens, [](const Token& token) { return !token.in_sequence; });
  const bool content =
      std::any_of(tokens.begin(), tokens.end(), [](const Token& token) { return !token.stop; });
  if (!content || tokens.size() > kMaxWords) return nullptr;
  for (Token& token : tokens) {
    token.norm = texts_.emplace_back(token.norm);
    token.lemma = texts_.emplace_back(token.lemma);
  }
  return &members_.emplace_back(std::move(tokens));
}

std::optional<Synonyms::Match> Synonyms::at_front_of(std::span<const Token> sequence) const {
  if (by_first_.empty() || sequence.empty()) return std::nullopt;
  const Token& word = sequence.front();
  const auto [first, last] = by_first_.equal_range(term_of(word.kind, word.lemma, false));
  Match match;
  for (auto at = first; at != last; ++at) {
    const auto [member, group] = at->second;
    if (member->size() < match.length || !begins_with(sequence, *member)) continue;
    if (member->size() > match.length) match = {member->size(), {}};
    std::copy_if(group->begin(), group->end(), std::back_inserter(match.others),
                 [m = member](const Member* other) { return other != m; });
  }
  if (match.others.empty()) return std::nullopt;
  return match;
}

}  // namespace fihris::searcher::words
