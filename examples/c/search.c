/* Makes an index of two articles, asks it, and marks a text of its own.
 *   cc search.c -lfihris && ./a.out FOLDER */
#include <fihris.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

static void check(fihris_status status) {
  if (status == FIHRIS_OK) return;
  fprintf(stderr, "%s: %s\n", fihris_status_name(status), fihris_last_error());
  exit(1);
}

int main(int argc, char** argv) {
  static const char articles[] =
      "{\"id\":\"1\",\"title\":\"افتتاح المكتبة\",\"body\":\"افتتح الوزير مكتبة المدينة صباح اليوم.\"}\n"
      "{\"id\":\"2\",\"title\":\"سفينة في الميناء\",\"body\":\"رست سفينة كبيرة في الميناء.\"}\n";
  static const char request[] = "{\"q\": \"مكتبات\", \"fields\": [\"id\", \"title\"]}";
  static const char note[] = "زرنا المكتبات";
  static const char word[] = "والمكتبات";
  fihris_index* index = NULL;
  char* text = NULL;

  if (argc != 2) return 2;
  check(fihris_open(argv[1], strlen(argv[1]), FIHRIS_CREATE, &index));
  check(fihris_add(index, articles, strlen(articles), &text, NULL));
  fihris_free(text);

  check(fihris_search(index, request, strlen(request), &text, NULL));
  puts(strstr(text, "\"id\":\"1\"") != NULL ? "found: 1" : "found nothing");
  fihris_free(text);

  check(fihris_highlight(index, request, strlen(request), note, strlen(note), &text, NULL));
  puts(strstr(text, "زرنا <mark>المكتبات</mark>") != NULL ? "marked: المكتبات" : text);
  fihris_free(text);

  check(fihris_lemma(word, strlen(word), &text, NULL));
  printf("lemma: %s\n", text);
  fihris_free(text);
  check(fihris_close(index));
  return 0;
}
