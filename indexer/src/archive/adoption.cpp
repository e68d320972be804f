#include "archive/adoption.h"

#include <optional>

#include "fihris/store/document_codec.h"
#include "fihris/store/fields.h"
#include "fihris/store/internal/open_index.h"
#include "text/unicode_text.h"

namespace fihris::indexer::archive {

namespace fs = std::filesystem;

namespace {

// The path of an article as it was given then, made whole with the present folder; links in it are
// followed as far as it is still there.
std::string whole_path(const std::string& path) {
  std::error_code error;
  const fs::path whole = fs::weakly_canonical(fs::absolute(path, error), error);
  return error ? std::string() : text::printable_path(whole.native());
}

std::optional<SourcePlace> place_in(const SourceTable& sources, const std::string& path) {
  std::optional<SourcePlace> found;
  for (const SourceRow& row : sources.rows()) {
    const std::string folder = row.directory + '/';
    const bool inner = !found || row.directory.size() > found->source.directory.size();
    if (inner && path.compare(0, folder.size(), folder) == 0)
      found = SourcePlace{row, path.substr(folder.size())};
  }
  return found;
}

}  // namespace

void adopt_articles(const fs::path& index_dir, ArchiveState& state, const SourceTable& sources) {
  store::OpenIndex index = store::OpenIndex::open(index_dir);
  Xapian::Database& database = index.database();
  DocumentCodec codec;
  constexpr std::int64_t kNoHash = 0;
  constexpr std::int64_t kBeforeAnyRun = 0;
  for (auto id = database.postlist_begin(""); id != database.postlist_end(""); ++id) {
    if (!index.is_live(*id)) continue;
    const Article article = codec.decode(database.get_document(*id).get_value(slot::kArticle));
    if (article.path.empty()) continue;
    const std::optional<SourcePlace> place = place_in(sources, whole_path(article.path));
    if (!place) continue;
    const std::optional<FileRow> file = state.find_file(place->source.number, place->below);
    const std::int64_t number =
        file ? file->number : state.add_file(place->source.number, place->below);
    state.put_article(article.id, {number, kNoHash, kBeforeAnyRun});
  }
}

bool is_name_of_old(std::string_view id, std::string_view path) {
  constexpr std::size_t kFileDigits = 8;
  constexpr std::size_t kLineDigits = 16;
  const std::size_t sign = id.rfind('#');
  if (sign == std::string_view::npos) return false;
  const std::string_view digits = id.substr(sign + 1);
  const bool is_hash = (digits.size() == kFileDigits || digits.size() == kLineDigits) &&
                       digits.find_first_not_of("0123456789abcdef") == std::string_view::npos;
  return is_hash && path.size() >= sign && path.substr(path.size() - sign) == id.substr(0, sign);
}

}  // namespace fihris::indexer::archive
