/* The C API as a C program meets it, and as it is misused: api_test FOLDER. */
#include <fihris.h>
#include <pthread.h>
#include <stdatomic.h>
#include <stdint.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

static int failures = 0;

#define CHECK(condition)                                                                 \
  do {                                                                                   \
    if (!(condition)) {                                                                  \
      fprintf(stderr, "%s:%d: not so: %s\n  last error: %s\n", __FILE__, __LINE__, #condition, \
              fihris_last_error());                                                      \
      ++failures;                                                                        \
    }                                                                                    \
  } while (0)

/* The last answer; every helper below ends it. */
static char* text = NULL;
static size_t length = 0;

static int says(const char* part) { return text != NULL && strstr(text, part) != NULL; }
static int complains(const char* part) { return strstr(fihris_last_error(), part) != NULL; }
static void done(void) {
  if (text != NULL) CHECK(strlen(text) == length);
  fihris_free(text);
  text = NULL;
}

static const char kArticles[] =
    "{\"id\":\"library\",\"title\":\"افتتاح المكتبة\",\"body\":\"افتتح الوزير مكتبة المدينة.\",\"country\":\"مصر\"}\n"
    "this is no article\n"
    "{\"id\":\"port\",\"title\":\"سفينة في الميناء\",\"body\":\"رست سفينة كبيرة.\"}\n";

static fihris_status add(fihris_index* index, const char* articles) {
  return fihris_add(index, articles, strlen(articles), &text, &length);
}
static fihris_status search(fihris_index* index, const char* request) {
  return fihris_search(index, request, strlen(request), &text, &length);
}

static void check_writing(fihris_index* index) {
  CHECK(add(index, kArticles) == FIHRIS_OK);
  CHECK(says("\"added\":2,\"replaced\":0"));
  CHECK(says("\"rejected\":1"));
  CHECK(says("\"line\":2,\"outcome\":\"rejected\""));
  done();
  CHECK(add(index, "[{\"id\":\"library\",\"title\":\"المكتبة الجديدة\",\"country\":\"مصر\"},\n {\"id\":\"x\",\"title\":\"زائد\"}]") ==
        FIHRIS_OK);
  CHECK(says("\"added\":1,\"replaced\":1"));
  done();
  CHECK(fihris_delete(index, "[\"x\",\"nobody\"]", 14, &text, &length) == FIHRIS_OK);
  CHECK(says("\"deleted\":1"));
  done();
  CHECK(fihris_delete(index, "\"nobody\"", 8, &text, &length) == FIHRIS_OK);
  CHECK(says("\"deleted\":0"));
  done();
  CHECK(fihris_delete(index, "[1]", 3, &text, &length) == FIHRIS_USAGE);
  CHECK(text == NULL && length == 0);
}

static void check_reading(fihris_index* index) {
  CHECK(search(index, "{\"q\": \"مكتبات\"}") == FIHRIS_OK);
  CHECK(says("\"id\":\"library\"") && says("\"estimatedTotalHits\":1"));
  CHECK(says("<mark>المكتبة</mark>"));
  done();
  CHECK(search(index, "{\"q\": \"زرافة\"}") == FIHRIS_OK);
  CHECK(says("\"hits\":[]"));
  done();
  CHECK(fihris_get(index, "port", 4, &text, &length) == FIHRIS_OK);
  CHECK(says("\"body\":\"رست سفينة كبيرة.\""));
  done();
  CHECK(fihris_get(index, "nobody", 6, &text, &length) == FIHRIS_NOT_FOUND);
  CHECK(complains("\"code\":\"not_found\""));
  CHECK(fihris_related(index, "port", 4, 5, &text, &length) == FIHRIS_OK);
  CHECK(says("\"id\":\"port\",\"hits\":"));
  done();
  CHECK(fihris_related(index, "nobody", 6, 5, &text, &length) == FIHRIS_NOT_FOUND);
  CHECK(fihris_suggest(index, "المكت", strlen("المكت"), 5, &text, &length) == FIHRIS_OK);
  CHECK(says("المكتبة الجديدة"));
  done();
  CHECK(fihris_stats(index, &text, &length) == FIHRIS_OK);
  CHECK(says("\"articles\":2"));
  done();
}

static void check_settings(fihris_index* index) {
  static const char settings[] = "{\"filterableAttributes\": [\"country\"]}";
  CHECK(fihris_set_settings(index, settings, strlen(settings), &text, &length) == FIHRIS_OK);
  done();
  CHECK(fihris_settings(index, &text, &length) == FIHRIS_OK);
  CHECK(says("country") && says("\"text\""));
  done();
  CHECK(search(index, "{\"q\": \"\", \"filter\": \"country:مصر\"}") == FIHRIS_OK);
  CHECK(says("\"estimatedTotalHits\":1"));
  done();
  CHECK(fihris_set_settings(index, "{\"nonsense\": 1}", 15, &text, &length) == FIHRIS_USAGE);
  CHECK(complains("nonsense"));
}

static void check_words(fihris_index* index) {
  static const char bad[] = "مكتبة \xFF\xFE";
  CHECK(fihris_lemma("والمكتبات", strlen("والمكتبات"), &text, &length) == FIHRIS_OK);
  CHECK(strcmp(text, "مكتبة") == 0);
  done();
  CHECK(fihris_normalize("أَحْمَد", strlen("أَحْمَد"), &text, &length) == FIHRIS_OK);
  CHECK(strcmp(text, "احمد") == 0);
  done();
  CHECK(fihris_analyze(NULL, "المكتبات", strlen("المكتبات"), &text, &length) == FIHRIS_OK);
  CHECK(says("\"surface\":\"المكتبات\",\"span\":[0,16]") && says("\"lemma\":\"مكتبة\""));
  done();
  CHECK(fihris_analyze(index, bad, strlen(bad), &text, &length) == FIHRIS_OK);
  CHECK(says("\"text\":\"مكتبة \xEF\xBF\xBD"));
  done();
  CHECK(fihris_highlight(index, "{\"q\":\"مكتبات\"}", strlen("{\"q\":\"مكتبات\"}"), "<b>المكتبة", strlen("<b>المكتبة"), &text,
                         &length) == FIHRIS_OK);
  CHECK(says("\"marks\":[[3,10]]") && says("&lt;b&gt;<mark>المكتبة</mark>"));
  done();
  CHECK(fihris_analyze(NULL, NULL, 0, &text, &length) == FIHRIS_OK);
  CHECK(says("\"tokens\":[]"));
  done();
}

static void check_misuse(fihris_index* index) {
  fihris_index* none = NULL;
  int on_the_stack = 0;
  CHECK(search(NULL, "{}") == FIHRIS_BAD_HANDLE);
  CHECK(search((fihris_index*)&on_the_stack, "{}") == FIHRIS_BAD_HANDLE);
  CHECK(search((fihris_index*)((uintptr_t)index + 1), "{}") == FIHRIS_BAD_HANDLE);
  CHECK(complains("\"code\":\"bad_handle\""));
  CHECK(fihris_close(NULL) == FIHRIS_BAD_HANDLE);
  CHECK(fihris_search(index, NULL, 5, &text, &length) == FIHRIS_USAGE);
  CHECK(complains("NULL"));
  CHECK(fihris_search(index, "{}", 2, NULL, &length) == FIHRIS_USAGE);
  CHECK(fihris_search(index, "{}", 2, &text, NULL) == FIHRIS_OK);
  fihris_free(text);
  text = NULL;
  CHECK(search(index, "no json") == FIHRIS_USAGE);
  CHECK(complains("no JSON"));
  CHECK(search(index, "{\"nonsense\": 1}") == FIHRIS_USAGE);
  CHECK(search(index, "{\"q\": \"\xFF\"}") != FIHRIS_INTERNAL);
  done();
  CHECK(fihris_open("/nowhere/at/all", 15, 0, &none) == FIHRIS_INDEX_MISSING);
  CHECK(none == NULL && complains("\"code\":\"index_missing\""));
  CHECK(fihris_open("", 0, FIHRIS_CREATE, &none) == FIHRIS_USAGE);
  CHECK(fihris_open("x", 1, 1u << 31, &none) == FIHRIS_USAGE);
  CHECK(fihris_open("x", 1, 0, NULL) == FIHRIS_USAGE);
  fihris_free(NULL);
  CHECK(strcmp(fihris_status_name(FIHRIS_OK), "ok") == 0);
  CHECK(strcmp(fihris_status_name(FIHRIS_INTERNAL), "internal") == 0);
  CHECK(strcmp(fihris_status_name(-1), "unknown") == 0 && strcmp(fihris_status_name(99), "unknown") == 0);
}

/* Two threads on one handle: every call either answers or says that the handle is busy. */
static fihris_index* shared_handle;
static atomic_int answered, busy, wrong;

static void* ask_often(void* unused) {
  static const char request[] = "{\"q\": \"مكتبات\"}";
  for (int i = 0; i < 200; ++i) {
    char* own = NULL;
    const fihris_status status = fihris_search(shared_handle, request, strlen(request), &own, NULL);
    if (status == FIHRIS_OK && own != NULL) {
      ++answered;
    } else if (status == FIHRIS_BUSY && own == NULL) {
      ++busy;
    } else {
      ++wrong;
    }
    fihris_free(own);
  }
  return unused;
}

static void check_threads(fihris_index* index) {
  pthread_t threads[4];
  shared_handle = index;
  for (int i = 0; i < 4; ++i) CHECK(pthread_create(&threads[i], NULL, ask_often, NULL) == 0);
  for (int i = 0; i < 4; ++i) pthread_join(threads[i], NULL);
  CHECK(wrong == 0 && answered > 0 && answered + busy == 800);
}

/* What one handle writes, another sees; closed ones stay closed, whatever is opened later. */
static void check_two_handles(fihris_index* first, const char* folder) {
  fihris_index* second = NULL;
  fihris_index* third = NULL;
  CHECK(fihris_open(folder, strlen(folder), FIHRIS_TWO_THREADS, &second) == FIHRIS_OK);
  CHECK(second != first);
  CHECK(search(second, "{\"q\": \"زرافة\"}") == FIHRIS_OK && says("\"hits\":[]"));
  done();
  CHECK(add(first, "{\"id\":\"giraffe\",\"title\":\"زرافة في الحديقة\"}") == FIHRIS_OK);
  done();
  CHECK(search(second, "{\"q\": \"زرافة\"}") == FIHRIS_OK && says("giraffe"));
  done();
  CHECK(fihris_close(second) == FIHRIS_OK);
  CHECK(fihris_close(second) == FIHRIS_BAD_HANDLE);
  CHECK(fihris_open(folder, strlen(folder), 0, &third) == FIHRIS_OK);
  CHECK(third != second);
  CHECK(search(second, "{}") == FIHRIS_BAD_HANDLE);
  CHECK(fihris_close(third) == FIHRIS_OK);
}

int main(int argc, char** argv) {
  fihris_index* index = NULL;
  if (argc != 2) return 2;
  CHECK(strncmp(fihris_version(), "0.", 2) == 0);
  CHECK(strcmp(fihris_last_error(), "") == 0);
  CHECK(fihris_open(argv[1], strlen(argv[1]), FIHRIS_CREATE, &index) == FIHRIS_OK);
  check_writing(index);
  check_reading(index);
  check_settings(index);
  check_words(index);
  check_misuse(index);
  check_threads(index);
  check_two_handles(index, argv[1]);
  CHECK(fihris_close(index) == FIHRIS_OK);
  if (failures == 0) puts("all of it is so");
  return failures == 0 ? 0 : 1;
}
