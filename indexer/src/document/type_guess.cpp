#include "document/type_guess.h"

#include <algorithm>
#include <utility>

#include "document/attribute_index.h"
#include "fihris/store/document_codec.h"

namespace fihris::indexer::document {
namespace {

using Kind = store::AttributeValue::Kind;

// Of so many stored articles the types of attributes are told.
constexpr std::uint64_t kArticlesLookedAt = 20'000;

}  // namespace

TypeGuess::TypeGuess(IndexSettings settings)
    : settings_(std::move(settings)),
      reader_(FieldTable(settings_)),
      seen_(settings_.attributes.size()) {}

bool TypeGuess::needed() const {
  return std::any_of(settings_.attributes.begin(), settings_.attributes.end(),
                     [](const Attribute& each) { return each.type == AttributeType::kUnknown; });
}

void TypeGuess::look_at(const Article& article) {
  const auto& values = reader_.read(article);
  for (std::size_t i = 0; i < values.size(); ++i) {
    for (const store::AttributeValue& value : values[i]) {
      if (value.kind == Kind::kOther) continue;
      Seen& seen = seen_[i];
      seen.any = true;
      seen.boolean &= value.kind == Kind::kBoolean;
      seen.number &= number_value(value).has_value();
      // A bare number may be a year or a count: only texts make dates of an attribute.
      seen.date &= value.kind == Kind::kText && moment_value(value).has_value();
    }
  }
}

IndexSettings TypeGuess::settled() const {
  IndexSettings settings = settings_;
  for (std::size_t i = 0; i < seen_.size(); ++i) {
    Attribute& attribute = settings.attributes[i];
    const Seen& seen = seen_[i];
    if (attribute.type != AttributeType::kUnknown || !seen.any) continue;
    attribute.type = seen.boolean  ? AttributeType::kBoolean
                     : seen.number ? AttributeType::kNumber
                     : seen.date   ? AttributeType::kDate
                                   : AttributeType::kText;
  }
  return settings;
}

IndexSettings with_told_types(IndexSettings settings, const IndexSettings& before) {
  for (Attribute& attribute : settings.attributes) {
    const Attribute* told = before.find(attribute.name);
    if (attribute.type != AttributeType::kUnknown || told == nullptr) continue;
    if (told->type != AttributeType::kText) attribute.type = told->type;
  }
  return settings;
}

std::optional<IndexSettings> types_told_by(const std::deque<Pending>& items,
                                           const IndexSettings& settings,
                                           const std::function<store::OpenIndex()>& open) {
  TypeGuess guess(settings);
  if (!guess.needed()) return std::nullopt;
  look_at(guess, items);
  if (guess.settled() == settings) return std::nullopt;
  look_at(guess, open());
  return guess.settled();
}

void look_at(TypeGuess& guess, const std::deque<Pending>& items) {
  ArticleIntake intake(ArticleIntake::Watchers::kLeave);
  for (const Pending& item : items) {
    const auto opened = intake.open(item);
    if (const auto* article = std::get_if<const Article*>(&opened)) guess.look_at(**article);
  }
}

// Looks at live articles spread over the index.
void look_at(TypeGuess& guess, store::OpenIndex index) {
  DocumentCodec codec;
  const Xapian::Database& database = index.database();
  const std::uint64_t stride = database.get_doccount() / kArticlesLookedAt + 1;
  const Xapian::ValueIterator end = database.valuestream_end(slot::kArticle);
  std::uint64_t number = 0;
  for (auto stored = database.valuestream_begin(slot::kArticle); stored != end; ++stored) {
    if (number++ % stride != 0 || !index.is_live(stored.get_docid())) continue;
    guess.look_at(codec.decode(*stored));
  }
}

}  // namespace fihris::indexer::document
