// Words that mean the same, from a file that somebody keeps in the index directory.
#pragma once

#include <cstdint>
#include <deque>
#include <filesystem>
#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <unordered_map>
#include <vector>

#include "fihris/searcher/query.h"
#include "fihris/stemmer/analyzer.h"

namespace fihris::searcher::words {

// One group a line, its members separated by a comma (, or ،), «#» begins a comment; see
// docs/query-language.md. Not thread-safe.
class Synonyms {
 public:
  using Member = std::vector<Token>;  // its words; the views belong to the Synonyms
  struct Match {
    std::size_t length = 0;  // tokens
    std::vector<const Member*> others;
  };

  explicit Synonyms(std::filesystem::path file) : file_(std::move(file)) {}

  // Reads the file if it is new or has changed. A file that is gone or cannot be read has no
  // groups.
  void follow(Analyzer& analyzer);
  // Makes the next follow() read.
  void forget() { stamp_.reset(); }
  // What is wrong with the file. Spans are empty.
  const std::vector<query::Diagnostic>& remarks() const { return remarks_; }
  // The longest member the sequence begins with, and the other members of its groups.
  std::optional<Match> at_front_of(std::span<const Token> sequence) const;

 private:
  struct Stamp {
    std::filesystem::file_time_type time;
    std::uintmax_t size;
    friend bool operator==(const Stamp&, const Stamp&) = default;
  };
  using Group = std::vector<const Member*>;

  std::optional<Stamp> stamp() const;
  void clear();
  void read(Analyzer& analyzer);
  void read_line(std::string_view line, std::size_t number, Analyzer& analyzer);
  const Member* read_member(std::string_view text, Analyzer& analyzer);
  void remark(std::size_t line, const std::string& what);

  std::filesystem::path file_;
  std::optional<Stamp> stamp_;
  std::deque<std::string> texts_;  // what the views in members_ point into
  std::deque<Member> members_;
  std::deque<Group> groups_;
  // First word of a member → member and group.
  std::unordered_multimap<std::string, std::pair<const Member*, const Group*>> by_first_;
  std::vector<query::Diagnostic> remarks_;
};

}  // namespace fihris::searcher::words
