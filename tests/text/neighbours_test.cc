// SPDX-License-Identifier: GPL-3.0-or-later
#include "pharos/text/neighbours.h"

#include <doctest/doctest.h>

#include <algorithm>
#include <deque>
#include <set>
#include <utility>

#include "pharos/text/fold.h"
#include "pharos/text/word_sequence.h"
#include "text_samples.h"

namespace pharos::text {
namespace {

using Found = std::vector<std::pair<TermClass, std::uint32_t>>;

Found neighbours(const Analyzer& analyzer, std::string_view text) {
  std::deque<WordShape> shapes;
  std::vector<PlacedShape> places;
  for (const SequenceWord& word : word_sequence(analyzer, text)) {
    shapes.push_back(shape_of(analyzer, word.term));
    places.push_back({&shapes.back(), word.part, word.gap});
  }
  Found found;
  for_each_neighbour(analyzer.row().rank, places.data(), places.data() + places.size(),
                     [&](TermClass term_class, std::uint32_t hash) { found.emplace_back(term_class, hash); });
  return found;
}

std::set<std::uint32_t> of_class(const char* language, std::string_view text, TermClass term_class) {
  std::set<std::uint32_t> hashes;
  for (const auto& [found_class, hash] : neighbours(Analyzer(Language::require(language)), text)) {
    if (found_class == term_class) hashes.insert(hash);
  }
  return hashes;
}

std::size_t shared(const char* language, TermClass term_class, std::string_view one, std::string_view other) {
  const std::set<std::uint32_t> a = of_class(language, one, term_class);
  const std::set<std::uint32_t> b = of_class(language, other, term_class);
  return static_cast<std::size_t>(
      std::count_if(a.begin(), a.end(), [&](std::uint32_t hash) { return b.contains(hash); }));
}

struct Row {
  const char* language;
  TermClass term_class;
  const char* one;
  const char* other;
  std::size_t expected;
  const char* reason;
};

void check(const std::vector<Row>& rows) {
  for (const Row& row : rows) {
    CAPTURE(std::string(row.reason));
    CAPTURE(std::string(row.one));
    CAPTURE(std::string(row.other));
    CHECK(shared(row.language, row.term_class, row.one, row.other) == row.expected);
  }
}

TEST_CASE("words side by side are pairs of their stems") {
  check({
      {"en", TermClass::kPair, "withdrawal pending", "pending withdrawals", 0, "the order counts"},
      {"en", TermClass::kPair, "withdrawal pending now", "withdrawals pended today", 1, "endings do not"},
      {"en", TermClass::kPair, "withdrawal is pending", "withdrawal pending", 0, "a word stands between"},
      {"en", TermClass::kPair, "one", "one", 0, "one word has no neighbour"},
      {"en", TermClass::kPair, "see api.example now", "see api.example", 1, "a name is one word beside others"},
      {"en", TermClass::kPair, "see api.example now", "api example", 0, "its parts are nobody's neighbours"},
      {"vi", TermClass::kBarePair, "rút tiền", "rut tien", 1, "marks not typed"},
      {"vi", TermClass::kPair, "rút tiền", "rut tien", 0, "marks make another word"},
      {"ko", TermClass::kPair, "출금을 신청", "출금은 신청", 1, "particles do not count"},
  });
}

TEST_CASE("characters of unspaced scripts are neighbours, across words but not across a space or a comma") {
  check({
      {"zh-Hans", TermClass::kBigram, "提现失败", "现失", 1, "however a dictionary cuts them"},
      {"zh-Hans", TermClass::kBigram, "提现失败", "提现, 失败", 2, "现失 is not there"},
      {"zh-Hans", TermClass::kBigram, "提 现", "提现", 0, "a space stands between"},
      {"zh-Hant", TermClass::kBigram, "帳戶凍結", "账户冻结", 3, "traditional and simplified"},
      {"zh-Hans", TermClass::kUnit, "提现", "现提", 2, "characters in any order"},
      {"zh-Hans", TermClass::kBigram, "USDT提现", "usdt 充值", 1, "a foreign word stays whole"},
      {"zh-Hans", TermClass::kBigram, "USDT", "USDC", 0, "another is another"},
      {"ko", TermClass::kBigram, "출금지연", "출금 지연", 2, "a compound written apart"},
      {"th", TermClass::kTriple, "ถูก", "ถูก", 1, "three characters of one word"},
      {"th", TermClass::kTriple, "ถูกระงับ", "ผูก", 0, "a vowel alone is nobody's neighbour"},
  });
}

TEST_CASE("Japanese content is the same in both kana, and hiragana alone is none") {
  check({
      {"ja", TermClass::kContent, "パスワード", "ぱすわーど", 2, "beside the mark for long vowels"},
      {"ja", TermClass::kContent, "コイン", "こいん", 0, "hiragana bears no meaning of its own"},
      {"ja", TermClass::kContent, "できません", "できません", 0, "function words"},
      {"ja", TermClass::kContent, "USDT", "usdt", 1, "a foreign word does"},
      {"ja", TermClass::kContent, "API", "PIN", 0, "another is another"},
  });
  CHECK(shared("ja", TermClass::kContent, "出金できません", "出金") >= 1);
  CHECK(shared("ja", TermClass::kContent, "出金", "入金") == 0);
  CHECK(shared("ja", TermClass::kContent, "コイン", "コイン") >= 3);
}

TEST_CASE("only classes with a weight are told, and only the kinds that stand together") {
  for (const Phrase& phrase : kPhrases) {
    const Analyzer analyzer(Language::require(phrase.language));
    for (const auto& [term_class, hash] : neighbours(analyzer, phrase.text)) {
      CHECK(analyzer.row().rank[static_cast<std::size_t>(term_class)] > 0);
      CHECK(hash != 0);
      CHECK(term_class != TermClass::kWord);
      CHECK(term_class != TermClass::kStem);
      CHECK(term_class != TermClass::kGram4);
    }
  }
}

TEST_CASE("a stretch of a text has no neighbours that the text has not") {
  // What a query asks for must be found where its very words stand.
  for (const Phrase& phrase : kPhrases) {
    const Analyzer analyzer(Language::require(phrase.language));
    std::deque<WordShape> shapes;
    std::vector<PlacedShape> places;
    for (const SequenceWord& word : word_sequence(analyzer, phrase.text)) {
      shapes.push_back(shape_of(analyzer, word.term));
      places.push_back({&shapes.back(), word.part, word.gap});
    }
    std::set<std::uint32_t> all;
    const auto keep = [&](TermClass, std::uint32_t hash) { all.insert(hash); };
    for_each_neighbour(analyzer.row().rank, places.data(), places.data() + places.size(), keep);
    for (std::size_t begin = 0; begin < places.size(); ++begin) {
      if (places[begin].part) continue;
      for (std::size_t end = begin; end <= std::min(places.size(), begin + 4); ++end) {
        for_each_neighbour(analyzer.row().rank, places.data() + begin, places.data() + end,
                           [&](TermClass, std::uint32_t hash) {
                             if (!all.contains(hash)) FAIL("a neighbour of a part only: ", phrase.text);
                           });
      }
    }
  }
}

TEST_CASE("nothing has no neighbours, and the same text has the same") {
  const Analyzer analyzer(Language::require("zh-Hans"));
  CHECK(neighbours(analyzer, "").empty());
  CHECK(neighbours(analyzer, "…!?").empty());
  CHECK(neighbours(analyzer, "提现USDT失败") == neighbours(analyzer, "提现USDT失败"));
}

TEST_CASE("numbers of neighbours are told apart by class, order and all that stands together") {
  std::set<std::uint32_t> hashes;
  std::size_t made = 0;
  for (const TermClass term_class : {TermClass::kPair, TermClass::kBarePair, TermClass::kBigram, TermClass::kTriple}) {
    for (std::uint32_t a = 1; a < 30; ++a) {
      for (std::uint32_t b = 0; b < 30; ++b) {
        hashes.insert(neighbour_hash(term_class, a, b));
        hashes.insert(neighbour_hash(term_class, a, b, 7));
        made += 2;
      }
    }
  }
  CHECK(hashes.size() == made);
  CHECK_FALSE(hashes.contains(0));
}

TEST_CASE("any bytes have shapes without a fault") {
  for (std::uint64_t i = 0; i < 100; ++i) {
    Mixer mixer(i * 13 + 1);
    for (const char* language : {"en", "zh-Hans", "ja", "ko", "th", "vi"}) {
      const Analyzer analyzer(Language::require(language));
      const std::string text = i % 2 == 0 ? mixer.bytes(60) : mixer.text(40);
      CHECK_NOTHROW(neighbours(analyzer, text));
    }
  }
}

}  // namespace
}  // namespace pharos::text
