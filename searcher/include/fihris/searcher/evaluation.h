// Relevance measures over judged queries.
#pragma once

#include <filesystem>
#include <map>
#include <string>
#include <vector>

namespace fihris {

struct Measures {
  double ndcg10 = 0, mrr10 = 0, recall10 = 0, recall100 = 0, map = 0;
  std::size_t queries = 0;
};
using Qrels = std::map<std::string, std::map<std::string, int>>;  // query id → article id → grade
using Queries = std::vector<std::pair<std::string, std::string>>;  // id, text

// id<TAB>text a line. Throws Error{kInputOutput} with file and line.
Queries read_queries(const std::filesystem::path& file);
// TREC: qid 0 docid grade. Throws Error{kInputOutput} with file and line.
Qrels read_qrels(const std::filesystem::path& file);

// nDCG with gain 2^grade − 1 and log2 discount (Järvelin & Kekäläinen 2002); the others take grade
// > 0 as relevant. Mean over the judged queries that have at least one relevant article; a query
// without a ranking counts 0.
Measures evaluate(const Qrels& qrels,
                  const std::map<std::string, std::vector<std::string>>& rankings);

}  // namespace fihris
