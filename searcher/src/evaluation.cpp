#include "fihris/searcher/evaluation.h"

#include <algorithm>
#include <charconv>
#include <cmath>
#include <fstream>
#include <functional>
#include <sstream>
#include <string_view>

#include "fihris/stemmer/internal/utf8.h"
#include "fihris/store/error.h"

namespace fihris {
namespace {

Error bad_line(const std::filesystem::path& file, std::size_t line, const std::string& expected) {
  return {ErrorCode::kInputOutput,
          file.string() + ":" + std::to_string(line) + ": expected " + expected};
}

// Calls visit(line, number) for each line that is not blank.
void each_line(const std::filesystem::path& file,
               const std::function<void(const std::string&, std::size_t)>& visit) {
  std::ifstream in(file);
  if (!in) {
    throw Error(ErrorCode::kInputOutput, file.string() + ": cannot be read",
                "Check that the file exists and may be read.");
  }
  std::string line;
  for (std::size_t number = 1; std::getline(in, line); ++number) {
    if (!line.empty() && line.back() == '\r') line.pop_back();
    if (number == 1 && line.starts_with(stemmer::kByteOrderMark)) {
      line.erase(0, stemmer::kByteOrderMark.size());
    }
    if (line.find_first_not_of(" \t") != std::string::npos) visit(line, number);
  }
  if (in.bad()) throw Error(ErrorCode::kInputOutput, file.string() + ": reading failed");
}

double gain(int grade) { return std::exp2(grade) - 1; }
double discount(std::size_t rank) { return std::log2(static_cast<double>(rank) + 2); }

struct Judged {
  const std::map<std::string, int>* grades;
  std::size_t relevant = 0;
  int grade(const std::string& article) const {
    const auto at = grades->find(article);
    return at == grades->end() ? 0 : std::max(at->second, 0);
  }
};

double ndcg(const Judged& judged, const std::vector<std::string>& ranking, std::size_t depth) {
  std::vector<int> ideal;
  for (const auto& [article, grade] : *judged.grades) {
    if (grade > 0) ideal.push_back(grade);
  }
  std::sort(ideal.begin(), ideal.end(), std::greater<>());
  double best = 0;
  for (std::size_t i = 0; i < std::min(depth, ideal.size()); ++i)
    best += gain(ideal[i]) / discount(i);
  double found = 0;
  for (std::size_t i = 0; i < std::min(depth, ranking.size()); ++i) {
    found += gain(judged.grade(ranking[i])) / discount(i);
  }
  return found / best;
}

double reciprocal_rank(const Judged& judged, const std::vector<std::string>& ranking,
                       std::size_t depth) {
  for (std::size_t i = 0; i < std::min(depth, ranking.size()); ++i) {
    if (judged.grade(ranking[i]) > 0) return 1.0 / static_cast<double>(i + 1);
  }
  return 0;
}

double recall(const Judged& judged, const std::vector<std::string>& ranking, std::size_t depth) {
  std::size_t found = 0;
  for (std::size_t i = 0; i < std::min(depth, ranking.size()); ++i) {
    if (judged.grade(ranking[i]) > 0) ++found;
  }
  return static_cast<double>(found) / static_cast<double>(judged.relevant);
}

double average_precision(const Judged& judged, const std::vector<std::string>& ranking) {
  std::size_t found = 0;
  double sum = 0;
  for (std::size_t i = 0; i < ranking.size(); ++i) {
    if (judged.grade(ranking[i]) == 0) continue;
    sum += static_cast<double>(++found) / static_cast<double>(i + 1);
  }
  return sum / static_cast<double>(judged.relevant);
}

}  // namespace

Queries read_queries(const std::filesystem::path& file) {
  Queries queries;
  each_line(file, [&](const std::string& line, std::size_t number) {
    const std::size_t tab = line.find('\t');
    if (tab == 0 || tab == std::string::npos) {
      throw bad_line(file, number, "a query id, a tab and the text of the query");
    }
    queries.emplace_back(line.substr(0, tab), line.substr(tab + 1));
  });
  return queries;
}

Qrels read_qrels(const std::filesystem::path& file) {
  Qrels qrels;
  each_line(file, [&](const std::string& line, std::size_t number) {
    std::istringstream fields(line);
    std::string query;
    std::string iteration;
    std::string article;
    std::string grade_text;
    std::string rest;
    fields >> query >> iteration >> article >> grade_text;
    int grade = 0;
    const char* end = grade_text.data() + grade_text.size();
    const auto [stop, error] = std::from_chars(grade_text.data(), end, grade);
    if (grade_text.empty() || error != std::errc() || stop != end || fields >> rest) {
      throw bad_line(file, number, "a query id, 0, an article id and a whole number as grade");
    }
    qrels[query][article] = grade;
  });
  return qrels;
}

Measures evaluate(const Qrels& qrels,
                  const std::map<std::string, std::vector<std::string>>& rankings) {
  static const std::vector<std::string> nothing;
  Measures sum;
  for (const auto& [query, grades] : qrels) {
    Judged judged{&grades};
    for (const auto& [article, grade] : grades) judged.relevant += grade > 0 ? 1U : 0U;
    if (judged.relevant == 0) continue;
    const auto at = rankings.find(query);
    const std::vector<std::string>& ranking = at == rankings.end() ? nothing : at->second;
    sum.ndcg10 += ndcg(judged, ranking, 10);
    sum.mrr10 += reciprocal_rank(judged, ranking, 10);
    sum.recall10 += recall(judged, ranking, 10);
    sum.recall100 += recall(judged, ranking, 100);
    sum.map += average_precision(judged, ranking);
    ++sum.queries;
  }
  if (sum.queries == 0) return sum;
  const auto count = static_cast<double>(sum.queries);
  for (double* mean : {&sum.ndcg10, &sum.mrr10, &sum.recall10, &sum.recall100, &sum.map})
    *mean /= count;
  return sum;
}

}  // namespace fihris
