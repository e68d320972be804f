/* Fihris for programs in C, and for all that can call C: PHP, Python, Ruby, Go, ...
 *
 * TEXT goes in as a pointer and a length in bytes; it need not end with a zero and may hold one.
 * NULL is allowed for the length 0. What is not UTF-8 in queries and words is read as U+FFFD.
 *
 * ANSWERS come out as text that ends with a zero; its length goes to *length, which may be NULL.
 * They are the caller's: fihris_free() ends them. When a function fails, *text is NULL and *length
 * 0.
 *
 * JSON has the members that the command and the HTTP service write, too: docs/c-api.md.
 *
 * ERRORS are the value returned; fihris_last_error() tells more. No function throws, calls back,
 * prints, or reads the environment.
 *
 * THREADS. Every function may be called from any thread. A handle is for one call at a time: a
 * second one that comes while the first is at work gets FIHRIS_BUSY. Threads that search at the
 * same time open a handle each; that is cheap, and all of them see what any of them, or another
 * process, has written. Analysis without a handle needs no care. After fork(), open handles in the
 * child anew.
 *
 * HANDLES are numbers in the guise of pointers. They are never used twice, so that one that was
 * closed, or that is none, gets FIHRIS_BAD_HANDLE instead of harm. */
#ifndef FIHRIS_H
#define FIHRIS_H

#include <stddef.h>
#include <stdint.h>

#ifdef __cplusplus
extern "C" {
#endif

#define FIHRIS_VERSION_MAJOR 0
#define FIHRIS_VERSION_MINOR 1

/* Never renumbered; new ones may come. */
typedef enum fihris_status {
  FIHRIS_OK = 0,
  FIHRIS_NOT_FOUND = 1,          /* no article has the id */
  FIHRIS_USAGE = 2,              /* what was asked makes no sense */
  FIHRIS_INDEX_MISSING = 3,      /* no index at that path */
  FIHRIS_INDEX_LOCKED = 4,       /* another writer is at work */
  FIHRIS_INDEX_DAMAGED = 5,      /* files are missing, altered or unreadable as an index */
  FIHRIS_INDEX_INCOMPATIBLE = 6, /* made by another version or another analyser */
  FIHRIS_IO = 7,                 /* a file or the disk failed */
  FIHRIS_BAD_HANDLE = 8,         /* NULL, closed, or never opened */
  FIHRIS_BUSY = 9,               /* another thread uses the handle */
  FIHRIS_NO_MEMORY = 10,
  FIHRIS_INTERNAL = 11 /* a mistake of ours; please report it */
} fihris_status;

typedef struct fihris_index fihris_index;

/* ---- the library ---- */

/* "0.1.0": of the library at run time. */
const char* fihris_version(void);

/* "index_missing", ...: what stands in an error's "code". "unknown" for a number that is no status.
 */
const char* fihris_status_name(int status);

/* {"message","code","type","link"} of the last call of this thread that failed; "" before the
 * first. Good until the thread's next call. */
const char* fihris_last_error(void);

/* Ends an answer. NULL is passed over. */
void fihris_free(char* text);

/* ---- an index ---- */

#define FIHRIS_CREATE 1u      /* make an empty index where there is none */
#define FIHRIS_TWO_THREADS 2u /* searches may work in a second thread of the library's own */

/* Opens the index in a folder. `flags`: 0, or some of those above. */
fihris_status fihris_open(const char* path, size_t path_length, uint32_t flags,
                          fihris_index** index);

/* Closes a handle. A call that is at work in another thread comes to its end first. */
fihris_status fihris_close(fihris_index* index);

/* {"articles","indexBytes","schemaVersion","fingerprint", ...}: what the index holds. */
fihris_status fihris_stats(fihris_index* index, char** text, size_t* length);

/* Answers {"q": "...", "limit": 10, ...}; docs/c-api.md lists the members. Finding nothing is
 * FIHRIS_OK and an empty list. */
fihris_status fihris_search(fihris_index* index, const char* request, size_t request_length,
                            char** text, size_t* length);

/* What a person who has typed `prefix` may mean; `limit` suggestions at most. */
fihris_status fihris_suggest(fihris_index* index, const char* prefix, size_t prefix_length,
                             size_t limit, char** text, size_t* length);

/* Articles that go together with one, and the same story elsewhere. FIHRIS_NOT_FOUND without such
 * an article. */
fihris_status fihris_related(fihris_index* index, const char* id, size_t id_length, size_t limit,
                             char** text, size_t* length);

/* The article as JSON, whole. FIHRIS_NOT_FOUND without such an article. */
fihris_status fihris_get(fihris_index* index, const char* id, size_t id_length, char** text,
                         size_t* length);

/* Marks in a text of the caller's what a search with the same request would mark in a hit: {"text",
 * "marks",
 * "_formatted" (HTML, escaped, with <mark>), ...}. Offsets count what the request's "markUnit"
 * says. */
fihris_status fihris_highlight(fihris_index* index, const char* request, size_t request_length,
                               const char* of, size_t of_length, char** text, size_t* length);

/* Takes in articles: JSON Lines, a list of objects, or one. An id that is there already is
 * replaced. What can not be read is in the report, {"added","replaced","rejected","items", ...},
 * and keeps no other article out. When it returns, every handle's next search sees them, and they
 * are on disk. Many at once are far faster than one by one. */
fihris_status fihris_add(fihris_index* index, const char* articles, size_t articles_length,
                         char** report, size_t* length);

/* Deletes the articles of a JSON list of ids, or of one id as a JSON text. Unknown ids are passed
 * over; "deleted" in the report counts the others. */
fihris_status fihris_delete(fihris_index* index, const char* ids, size_t ids_length, char** report,
                            size_t* length);

/* The settings of the index as JSON: docs/settings.md. */
fihris_status fihris_settings(fihris_index* index, char** text, size_t* length);

/* Makes these the settings, all of them; what is not named is as in a new index. Articles that must
 * be analysed again are, before it returns; "replaced" in the report counts them. */
fihris_status fihris_set_settings(fihris_index* index, const char* settings, size_t settings_length,
                                  char** report, size_t* length);

/* ---- Arabic words, without an index ---- */

/* {"text","tokens":[{"surface","span","norm","key","lemma", ...}]}: every stage of every token.
 * Spans count bytes. `index`: analyse as it does; NULL: as a new index does. */
fihris_status fihris_analyze(fihris_index* index, const char* of, size_t of_length, char** text,
                             size_t* length);

/* The lemma of a word as people write it; of several words theirs, with blanks between. */
fihris_status fihris_lemma(const char* word, size_t word_length, char** text, size_t* length);

/* The text in the spelling that fields and filters are compared in: hamza seats, vowel signs, ...
 * folded. */
fihris_status fihris_normalize(const char* of, size_t of_length, char** text, size_t* length);

#ifdef __cplusplus
}
#endif

#endif /* FIHRIS_H */
