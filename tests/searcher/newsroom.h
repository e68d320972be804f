// Articles as a newsroom writes them: replaced, told again, from several sources.
#pragma once

#include <cmath>
#include <nlohmann/json.hpp>
#include <random>
#include <string>
#include <vector>

#include "fihris/store/article.h"

namespace fihris::testing {

class Newsroom {
 public:
  explicit Newsroom(unsigned seed) : random_(seed) {}

  // Some of them take the place of earlier ones, some tell an earlier story in nearly its words.
  std::vector<Article> batch() {
    std::vector<Article> articles;
    for (int i = 0; i < 20; ++i) {
      const bool replaces = written_ > 0 && number(0, 9) == 0;
      articles.push_back(
          article("a" + std::to_string(replaces ? number(0, written_) : written_++)));
    }
    return articles;
  }
  std::vector<Article> few() {
    std::vector<Article> articles;
    for (int i = 0; i < 5; ++i) articles.push_back(article("few" + std::to_string(written_++)));
    return articles;
  }
  std::vector<std::string> some_ids() {
    return {"a" + std::to_string(number(0, written_)), "a" + std::to_string(number(0, written_))};
  }
  std::string words(std::size_t count) {
    static const std::vector<std::string> kWords = {
        "وزير",   "رئيس",  "مدينة", "مدرسة",  "اقتصاد", "نفط",   "انتخابات", "برلمان", "جامعة",
        "مستشفى", "طبيب",  "لاعب",  "مباراة", "فريق",   "بنك",   "سوق",      "شركة",   "سفينة",
        "ميناء",  "طائرة", "مطار",  "قطار",   "شارع",   "حديقة", "متحف",     "كتاب",   "شاعر",
        "رواية",  "فيلم",  "مخرج",  "أغنية",  "مهرجان", "مطر",   "عاصفة",    "زلزال",  "نهر",
        "جبل",    "صحراء", "غابة",  "مزرعة",  "قمح",    "قطن",   "مصنع",     "عامل",   "نقابة",
        "محكمة",  "قاض",   "قانون", "دستور",  "جيش",    "ضابط",  "حدود",     "سفير",   "مؤتمر",
        "اتفاق",  "تقرير", "بيان",  "صحيفة",  "مراسل",  "صورة",  "بيلوسوف",  "ترامب",  "مرسي"};
    // Some are much more frequent than others.
    std::string text;
    for (std::size_t i = 0; i < count; ++i) {
      const double share = std::pow(std::uniform_real_distribution(0.0, 1.0)(random_), 2.0);
      text += kWords[static_cast<std::size_t>(share * kWords.size())] + " ";
    }
    return text;
  }
  std::size_t number(std::size_t low, std::size_t high) {
    return std::uniform_int_distribution<std::size_t>(low, high)(random_);
  }

 private:
  Article article(const std::string& id) {
    static const std::vector<std::string> kSources = {"رويترز", "وكالة الأنباء", "الأهرام",
                                                      "النهار"};
    Article made;
    made.id = id;
    made.title = words(4);
    made.body = words(number(15, 60) * number(1, 10));
    if (!told_.empty() && number(0, 9) == 0)
      made.body = told_[number(0, told_.size() - 1)] + words(2);
    told_.push_back(made.body);
    made.source = kSources[number(0, kSources.size() - 1)];
    made.section = number(0, 2) == 0 ? "رياضة" : "سياسة";
    made.tags = {"وسم" + std::to_string(number(0, 30))};
    // No two at the same moment.
    const std::size_t moment = serial_++;
    made.date = "2025-0" + std::to_string(number(1, 9)) + "-1" + std::to_string(number(0, 9)) +
                "T10:" + std::to_string(10 + moment / 60 % 50) + ":" +
                std::to_string(10 + moment % 50) + "Z";
    nlohmann::json extra{{"views", serial_ * 7919 % 100'003}};
    if (number(0, 3) > 0) extra["country"] = "بلد " + std::to_string(number(0, 40));
    made.extra = extra.dump();
    return made;
  }

  std::mt19937 random_;
  std::size_t written_ = 0;
  std::size_t serial_ = 0;
  std::vector<std::string> told_;
};

}  // namespace fihris::testing
