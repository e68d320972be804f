#include <fihris/indexer/index_writer.h>
#include <fihris/searcher/searcher.h>
#include <fihris/searcher/writers.h>
#include <fihris/store/error.h>

#include <iostream>
#include <vector>

int main() {
  const std::vector<fihris::Article> articles{
      {.id = "1", .title = "افتتاح المكتبة", .body = "افتتح الوزير مكتبة المدينة صباح اليوم."},
      {.id = "2", .title = "سفينة في الميناء", .body = "رست سفينة كبيرة في الميناء."}};
  try {
    fihris::IndexWriter::open("archive").add(articles);
    auto searcher = fihris::Searcher::open("archive");
    const auto results = searcher.search({.query = "مكتبات"});
    for (const fihris::Hit& hit : results.hits) {
      std::cout << hit.article.id << ": " << fihris::to_html(hit.snippets.front()) << '\n';
    }
  } catch (const fihris::Error& error) {
    std::cerr << error.what() << ' ' << error.hint() << '\n';
    return 1;
  }
}
