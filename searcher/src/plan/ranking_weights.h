// Every number that decides an order, in one place.
#pragma once

#include <cstddef>

namespace fihris::searcher::plan {

// BM25 of the first pass (Robertson & Zaragoza 2009).
struct Bm25Weights {
  // How soon more occurrences of a word stop counting.
  static constexpr double kK1 = 1.2;
  // A word typed twice counts more.
  static constexpr double kK3 = 1;
  // How far long articles are held back.
  static constexpr double kB = 0.75;
  // Articles below half the mean length gain no more by being short.
  static constexpr double kMinLength = 0.5;
};

// What a word of the query counts for, beside another as rare. Names and numbers say who and when;
// chosen on the development queries (docs/decisions/0013-names-and-numbers.md).
struct WordWeights {
  static constexpr double kName = 1.2;
  static constexpr double kNumber = 1.2;
};

// Other words that match a word of the query, next to the word itself.
struct OtherWordWeights {
  // Another spelling of a name, found by likeness: often right, and often somebody else.
  static constexpr double kVariant = 0.3;
  // The word in ة that a typed ه may be meant for: مكتبة for مكتبه, "his office".
  static constexpr double kTaMarbuta = 0.5;
  // The place of an adjective of origin or the adjective of a place: فلسطين for فلسطيني. Both are
  // then as rare as together. .8 does the same, 1 lets the word that was typed sink.
  static constexpr double kOrigin = 0.6;
  // A word that begins like one that is being typed.
  static constexpr double kBeingTyped = 0.3;
  // The verb that a noun may be, too (قتل, يقتل): both are meant now and then.
  static constexpr double kOtherKey = 0.2;
  // The same name, joined or split otherwise.
  static constexpr double kOtherSpacing = 0.9;
  // From the synonyms file, so meant. A little less than the word that was typed.
  static constexpr double kSynonym = 0.8;
};

// Second pass: final score = BM25 in shares of what an article with every word any number of times
// would get, times kBm25, plus these. Each feature is a share of the query's idf mass, so a rare
// word counts for more than a frequent one. Chosen on the development queries of
// docs/decisions/0007-second-pass.md.
struct RerankWeights {
  // How many articles of the first pass are looked at again. 32 to 200 give first pages that
  // differ by .001 of nDCG either way on the development queries; each costs some 4 µs, and the
  // first pass slows as it must keep more.
  static constexpr std::size_t kCandidates = 32;
  // The first pass itself.
  static constexpr double kBm25 = 1.0;
  // Words present in the very form typed.
  static constexpr double kExact = 0.25;
  // Words found together in the best stretch of kWindowTokens, which is about a sentence.
  static constexpr double kWindow = 0.30;
  static constexpr std::size_t kWindowTokens = 25;
  // Neighbours in the query that are neighbours in the text; with up to kLoose extra words between
  // them they count half.
  static constexpr double kAdjacent = 0.25;
  static constexpr unsigned kLoose = 2;
  // The same for words inside quotation marks, on top.
  static constexpr double kQuoted = 0.15;
  // Words in the title.
  static constexpr double kTitle = 0.10;
  // Words among the first kLeadTokens of the body: news says there what it is about. Of an article
  // of less than kShort tokens all is lead.
  static constexpr double kLead = 0.15;
  static constexpr std::size_t kLeadTokens = 60;
  static constexpr std::size_t kShort = 150;
  // Words that are missing, but another of their derivational family is there: كتاب for مكتبة.
  static constexpr double kFamily = 0.45;
  // An article of today, where recency was asked for: enough to pass one that answers as well, too
  // little to pass one that has another of three words.
  static constexpr double kRecency = 0.20;
};

// When two articles whose texts resemble one another (store/near_duplicate.h) are one story. Chosen
// on 30,177 news articles of five outlets: nearly all pairs above kNearDuplicate of two sources
// within two days are one agency's report; with more days between them, or the same source, most
// tell of another event or of the next step.
struct FoldingWeights {
  // Beyond this resemblance neither date nor source matter.
  static constexpr double kSurelySame = 0.75;
  // A wire story is printed again within so many days.
  static constexpr int kDays = 2;
};

// Which words of an article ask for related ones.
struct RelatedWeights {
  static constexpr std::size_t kWords = 25;
  // Of a text longer than this the beginning.
  static constexpr std::size_t kTextBytes = 60'000;
  // What a name counts for, beside a word as rare as it.
  static constexpr double kName = 1.3;
  // A word that a larger part of the articles has tells nothing.
  static constexpr double kMaxShare = 0.25;
  // Less than this share of what all of the words would weigh is no relation.
  static constexpr double kLeast = 0.04;
};

// Choice of passages to show (after Lucene's PassageScorer, which has the same form).
struct PassageWeights {
  // How soon repetitions of a word stop counting.
  static constexpr double kK1 = 1.2;
  // How far long passages are held back.
  static constexpr double kB = 0.75;
  // The passage length, in graphemes, that is neither favoured nor held back.
  static constexpr double kPivot = 87;
  // Preference for passages near the beginning.
  static constexpr double kEarly = 1.0;
  // What a word is worth that an earlier fragment shows.
  static constexpr double kShownAlready = 0.4;
};

}  // namespace fihris::searcher::plan
