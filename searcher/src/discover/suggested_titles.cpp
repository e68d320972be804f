#include "discover/suggested_titles.h"

#include <algorithm>
#include <set>
#include <utility>

#include "column/slot_texts.h"
#include "counts/matching_documents.h"
#include "fihris/stemmer/internal/utf8.h"
#include "fihris/store/fields.h"
#include "fihris/store/internal/phrase_table.h"

namespace fihris::searcher::discover {
namespace {

using Xapian::Query;

constexpr std::size_t kLeastLetters = 2;
constexpr std::size_t kMaxTerms = 40;
constexpr std::size_t kMaxTermsRead = 4000;
constexpr std::size_t kMaxTitles = 200'000;
// Titles in which a lemma was found, but not the word as it is typed, drop out.
constexpr std::size_t kSpare = 10;

struct Candidate {
  std::uint32_t day = 0;
  store::OpenIndex::Place at;
};

// Terms of the titles' lemmas that begin so, the most frequent ones.
void add_terms(const Xapian::Database& database, const std::string& beginning,
               std::set<std::string>& terms) {
  std::vector<std::pair<Xapian::doccount, std::string>> found;
  const std::string prefix = term_of(TokenKind::kArabic, beginning, true);
  const Xapian::TermIterator end = database.allterms_end(prefix);
  for (auto term = database.allterms_begin(prefix); term != end; ++term) {
    if (found.size() == kMaxTermsRead) break;
    found.emplace_back(term.get_termfreq(), *term);
  }
  const std::size_t kept = std::min(found.size(), kMaxTerms);
  std::partial_sort(found.begin(), found.begin() + static_cast<std::ptrdiff_t>(kept), found.end(),
                    std::greater<>());
  for (std::size_t i = 0; i < kept; ++i) terms.insert(found[i].second);
}

void add_title_terms(std::string_view text, Analyzer& analyzer, std::vector<std::string>& terms) {
  std::vector<Token> tokens;
  analyzer.analyze(text, tokens);
  for (const Token& token : tokens) {
    if (token.in_sequence && !token.stop && !token.lemma.empty()) {
      terms.push_back(term_of(token.kind, token.lemma, true));
    }
  }
}

Query title_query(rank::ThreadContext& context, const TypedWords& typed,
                  const std::vector<std::string>& likely_words) {
  std::vector<std::string> complete;
  add_title_terms(typed.complete, context.analyzer, complete);
  const std::size_t letters =
      typed.beginnings.empty() ? 0 : stemmer::count_code_points(typed.beginnings.back());
  if (letters < kLeastLetters && complete.empty()) return {};
  std::vector<Query> parts(complete.begin(), complete.end());
  if (letters >= kLeastLetters) {
    std::set<std::string> terms;
    for (const std::string& beginning : typed.beginnings) {
      if (stemmer::count_code_points(beginning) < kLeastLetters) continue;
      add_terms(context.index.database(), beginning, terms);
    }
    std::vector<std::string> likely;
    for (const std::string& word : likely_words) add_title_terms(word, context.analyzer, likely);
    terms.insert(likely.begin(), likely.end());
    if (terms.empty()) return {};
    parts.emplace_back(Query::OP_OR, terms.begin(), terms.end());
  }
  return {Query::OP_AND, parts.begin(), parts.end()};
}

// Adds the documents of a shard with their days.
void add_candidates(store::OpenIndex& index, std::size_t shard,
                    const std::vector<Xapian::docid>& ids, std::vector<Candidate>& found) {
  std::size_t undated = found.size();
  for (const Xapian::docid id : ids) {
    const bool columns = index.has_columns(shard);
    found.push_back({columns ? index.columns(shard).day(id) : 0, {shard, id}});
  }
  if (index.has_columns(shard)) return;
  column::each_slot_text(
      index.shard(shard), slot::kDate, ids, [&](Xapian::docid id, const std::string& date) {
        while (found[undated].at.id != id) ++undated;
        found[undated].day = static_cast<std::uint32_t>(std::stoul(date.substr(0, 8)));
      });
}

std::vector<Candidate> newest(rank::ThreadContext& context, const Query& query, std::size_t most) {
  std::vector<Candidate> found;
  const Query live = context.matcher.live(query);
  store::OpenIndex& index = context.index;
  for (std::size_t shard = 0; shard < index.shards(); ++shard) {
    const auto ids = counts::matching_documents(index.shard(shard), live, {}, kMaxTitles).ids;
    add_candidates(index, shard, ids, found);
  }
  const auto newer = [](const Candidate& a, const Candidate& b) {
    if (a.day != b.day) return a.day > b.day;
    return a.at.shard != b.at.shard ? a.at.shard > b.at.shard : a.at.id > b.at.id;
  };
  const auto kept = found.begin() + static_cast<std::ptrdiff_t>(std::min(most, found.size()));
  std::partial_sort(found.begin(), kept, found.end(), newer);
  found.erase(kept, found.end());
  return found;
}

// The title has a word that begins as the one being typed does.
bool shows(const std::string& title, const TypedWords& typed, Analyzer& analyzer) {
  if (typed.beginnings.empty()) return true;
  std::vector<Token> tokens;
  analyzer.analyze(title, tokens);
  return std::any_of(tokens.begin(), tokens.end(), [&](const Token& token) {
    const std::string word = title.substr(token.span.begin, token.span.end - token.span.begin);
    const std::string key = store::word_key(word, analyzer).key;
    return std::any_of(typed.beginnings.begin(), typed.beginnings.end(),
                       [&](const std::string& beginning) { return key.starts_with(beginning); });
  });
}

}  // namespace

std::vector<Suggestion> suggest_titles(rank::ThreadContext& context, const TypedWords& typed,
                                       const std::vector<std::string>& likely_words,
                                       std::size_t most) {
  std::vector<Suggestion> titles;
  const Query query = most > 0 ? title_query(context, typed, likely_words) : Query();
  if (query.empty()) return titles;
  std::set<std::string> shown;
  for (const Candidate& candidate : newest(context, query, most + kSpare)) {
    if (titles.size() == most) break;
    const Xapian::Database& database = context.index.shard(candidate.at.shard);
    Article article =
        context.codec.decode(database.get_document(candidate.at.id).get_value(slot::kArticle));
    if (!shows(article.title, typed, context.analyzer)) continue;
    if (!shown.insert(normalize(article.title)).second) continue;
    titles.push_back(
        {Suggestion::Kind::kTitle, std::move(article.title), 1, std::move(article.id)});
  }
  return titles;
}

}  // namespace fihris::searcher::discover
