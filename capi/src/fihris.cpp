// The functions of fihris.h: texts in, texts out, failures as numbers.
#include "fihris.h"

#include <cstdlib>
#include <cstring>
#include <memory>
#include <new>
#include <string>
#include <string_view>
#include <system_error>
#include <vector>

#include "changes.h"
#include "failure.h"
#include "fihris/indexer/index_writer.h"
#include "fihris/searcher/request_json.h"
#include "fihris/searcher/searcher.h"
#include "fihris/searcher/writers.h"
#include "fihris/stemmer/stages.h"
#include "fihris/store/error.h"
#include "fihris/store/settings.h"
#include "handles.h"

namespace fihris::capi {
namespace {

namespace fs = std::filesystem;

// A text of the caller's. Throws Error{kUsage}.
std::string_view given(const char* text, std::size_t length) {
  if (text == nullptr && length > 0)
    throw Error(ErrorCode::kUsage, "a text is NULL but its length is not 0.");
  return text == nullptr ? std::string_view() : std::string_view(text, length);
}

// Where an answer goes.
struct Answer {
  char** text;
  std::size_t* length;

  void set(char* value, std::size_t bytes) const {
    *text = value;
    if (length != nullptr) *length = bytes;
  }
  // Throws std::bad_alloc.
  void give(const std::string& value) const {
    auto* const copy = static_cast<char*>(std::malloc(value.size() + 1));
    if (copy == nullptr) throw std::bad_alloc();
    std::memcpy(copy, value.c_str(), value.size() + 1);
    set(copy, value.size());
  }
};

// Does the work, which gives the answer or returns another status.
template <class Work>
fihris_status answered(Answer answer, const Work& work) noexcept {
  return guarded([&] {
    if (answer.text == nullptr) return failed(FIHRIS_USAGE, "The pointer for the answer is NULL.");
    answer.set(nullptr, 0);
    return work();
  });
}

// The same with an index; `work(index)` returns a status.
template <class Work>
fihris_status with_index(fihris_index* handle, Answer answer, const Work& work) noexcept {
  return answered(answer, [&] {
    const std::shared_ptr<Index> index = handles().find(handle);
    if (!index)
      return failed(FIHRIS_BAD_HANDLE, "This handle is not open. Open one with fihris_open().");
    const Turn turn(*index);
    if (!turn.taken())
      return failed(FIHRIS_BUSY, "Another thread uses this handle. Open one for each thread.");
    return work(*index);
  });
}

// The same; `make(index)` returns the text of the answer.
template <class Make>
fihris_status index_answers(fihris_index* handle, Answer answer, const Make& make) noexcept {
  return with_index(handle, answer, [&](Index& index) {
    answer.give(make(index));
    return FIHRIS_OK;
  });
}

// The same; of nothing, that there is no such article.
template <class Find>
fihris_status index_finds(fihris_index* handle, Answer answer, const Find& find) noexcept {
  return with_index(handle, answer, [&](Index& index) {
    const auto found = find(index);
    if (!found) return failed(FIHRIS_NOT_FOUND, "No article has this id.");
    answer.give(to_json(*found));
    return FIHRIS_OK;
  });
}

bool has_index(const fs::path& dir) {
  std::error_code ignored;
  return fs::exists(dir / "CURRENT", ignored);
}

std::shared_ptr<Index> opened(const fs::path& dir, std::uint32_t flags) {
  if ((flags & ~(FIHRIS_CREATE | FIHRIS_TWO_THREADS)) != 0)
    throw Error(ErrorCode::kUsage, "there is no such flag.", "See fihris.h for those there are.");
  if (dir.empty()) throw Error(ErrorCode::kUsage, "the path of the index is empty.");
  // A writer makes an empty index where there is none.
  if ((flags & FIHRIS_CREATE) != 0 && !has_index(dir)) IndexWriter::open(dir);
  const unsigned threads = (flags & FIHRIS_TWO_THREADS) != 0 ? 2 : 1;
  return std::make_shared<Index>(dir, Searcher::open(dir, {threads}));
}

// The analyser of this thread for text that belongs to no index.
Analyzer& own_analyzer() {
  thread_local Analyzer analyzer;
  return analyzer;
}

Analyzer& analyzer_of(Index& index) {
  if (!index.analyzer) index.analyzer.emplace(index.searcher.info().analyzer);
  return *index.analyzer;
}

std::string analyzed(std::string_view text, Analyzer& analyzer) {
  return to_json(text, analyze_stages(text, analyzer));
}

std::string highlighted(Searcher& searcher, const SearchRequest& request, std::string_view given) {
  // Marks end between characters, so the text must have some.
  const std::string text = repair_utf8(given);
  const std::vector<std::string_view> texts{text};
  Snippet snippet;
  snippet.field = "text";
  snippet.marks = searcher.mark(request, texts).front();
  snippet.text = text;
  return fihris::to_json(snippet, request.mark_unit);
}

std::string added(const Index& index, std::string_view articles) {
  SourceReader reader = SourceReader::of_text(std::string(articles));
  return to_json(IndexWriter::open(index.dir).add(reader));
}

std::string deleted(const Index& index, std::string_view ids) {
  const std::vector<std::string> wanted = ids_from_json(ids);
  return to_json(IndexWriter::open(index.dir).remove(wanted));
}

std::string changed_settings(const Index& index, std::string_view json) {
  const IndexSettings settings = settings_from_json(json, "the settings");
  const auto report = IndexWriter::open(index.dir).set_settings(settings);
  return to_json(report.value_or(IndexReport()));
}

std::string shown_settings(const Index& index) {
  return to_json(with_found_types(read_settings(index.dir), settings_of_articles(index.dir)));
}

}  // namespace
}  // namespace fihris::capi

using namespace fihris::capi;

const char* fihris_version(void) { return FIHRIS_VERSION; }

const char* fihris_status_name(int status) { return name_of(status); }

const char* fihris_last_error(void) { return last_error(); }

void fihris_free(char* text) { std::free(text); }

fihris_status fihris_open(const char* path, size_t path_length, uint32_t flags,
                          fihris_index** index) {
  return guarded([&] {
    if (index == nullptr) return failed(FIHRIS_USAGE, "The pointer for the handle is NULL.");
    *index = nullptr;
    *index = handles().add(opened(given(path, path_length), flags));
    return FIHRIS_OK;
  });
}

fihris_status fihris_close(fihris_index* index) {
  return guarded([&] {
    if (handles().remove(index)) return FIHRIS_OK;
    return failed(FIHRIS_BAD_HANDLE, "This handle is not open.");
  });
}

fihris_status fihris_stats(fihris_index* index, char** text, size_t* length) {
  return index_answers(index, {text, length}, [](Index& of) {
    const fihris::IndexStats stats{of.searcher.info(), of.searcher.live_articles(),
                                   fihris::index_bytes(of.dir)};
    return fihris::to_json(stats);
  });
}

fihris_status fihris_search(fihris_index* index, const char* request, size_t request_length,
                            char** text, size_t* length) {
  return index_answers(index, {text, length}, [&](Index& of) {
    return fihris::to_json(
        of.searcher.search(fihris::read_request(given(request, request_length))));
  });
}

fihris_status fihris_suggest(fihris_index* index, const char* prefix, size_t prefix_length,
                             size_t limit, char** text, size_t* length) {
  return index_answers(index, {text, length}, [&](Index& of) {
    return fihris::to_json(
        of.searcher.suggest(fihris::repair_utf8(given(prefix, prefix_length)), limit));
  });
}

fihris_status fihris_related(fihris_index* index, const char* id, size_t id_length, size_t limit,
                             char** text, size_t* length) {
  return index_finds(index, {text, length},
                     [&](Index& of) { return of.searcher.related(given(id, id_length), limit); });
}

fihris_status fihris_get(fihris_index* index, const char* id, size_t id_length, char** text,
                         size_t* length) {
  return index_finds(index, {text, length},
                     [&](Index& of) { return of.searcher.get(given(id, id_length)); });
}

fihris_status fihris_highlight(fihris_index* index, const char* request, size_t request_length,
                               const char* of, size_t of_length, char** text, size_t* length) {
  return index_answers(index, {text, length}, [&](Index& searched) {
    return highlighted(searched.searcher, fihris::read_request(given(request, request_length)),
                       given(of, of_length));
  });
}

fihris_status fihris_add(fihris_index* index, const char* articles, size_t articles_length,
                         char** report, size_t* length) {
  return index_answers(index, {report, length},
                       [&](Index& to) { return added(to, given(articles, articles_length)); });
}

fihris_status fihris_delete(fihris_index* index, const char* ids, size_t ids_length, char** report,
                            size_t* length) {
  return index_answers(index, {report, length},
                       [&](Index& from) { return deleted(from, given(ids, ids_length)); });
}

fihris_status fihris_settings(fihris_index* index, char** text, size_t* length) {
  return index_answers(index, {text, length}, [](Index& of) { return shown_settings(of); });
}

fihris_status fihris_set_settings(fihris_index* index, const char* settings, size_t settings_length,
                                  char** report, size_t* length) {
  return index_answers(index, {report, length}, [&](Index& of) {
    return changed_settings(of, given(settings, settings_length));
  });
}

fihris_status fihris_analyze(fihris_index* index, const char* of, size_t of_length, char** text,
                             size_t* length) {
  const Answer answer{text, length};
  if (index != nullptr) {
    return index_answers(index, answer, [&](Index& searched) {
      return analyzed(given(of, of_length), analyzer_of(searched));
    });
  }
  return answered(answer, [&] {
    answer.give(analyzed(given(of, of_length), own_analyzer()));
    return FIHRIS_OK;
  });
}

fihris_status fihris_lemma(const char* word, size_t word_length, char** text, size_t* length) {
  const Answer answer{text, length};
  return answered(answer, [&] {
    const std::string repaired = fihris::repair_utf8(given(word, word_length));
    std::vector<fihris::Token> tokens;
    answer.give(fihris::lemmas_of(repaired, own_analyzer(), tokens).spelled);
    return FIHRIS_OK;
  });
}

fihris_status fihris_normalize(const char* of, size_t of_length, char** text, size_t* length) {
  const Answer answer{text, length};
  return answered(answer, [&] {
    answer.give(fihris::normalize(given(of, of_length)));
    return FIHRIS_OK;
  });
}
