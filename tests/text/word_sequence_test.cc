// SPDX-License-Identifier: GPL-3.0-or-later
#include "pharos/text/word_sequence.h"

#include <doctest/doctest.h>

#include <algorithm>
#include <set>

#include "pharos/text/fold.h"
#include "text_samples.h"

namespace pharos::text {
namespace {

std::vector<SequenceWord> sequence(const char* language, std::string_view text) {
  return word_sequence(Analyzer(Language::require(language)), text);
}

/// "word" after the one before it, "+word" without anything between them, "(word)" inside it.
std::string shown(const char* language, std::string_view text) {
  std::string line;
  for (const SequenceWord& word : sequence(language, text)) {
    if (!line.empty()) line += ' ';
    if (word.part) {
      line += "(" + word.term + ")";
    } else {
      line += (word.gap || word.begin == 0 ? "" : "+") + word.term;
    }
  }
  return line;
}

TEST_CASE("words come in order, with what touches and what lies inside another") {
  struct Row {
    const char* language;
    const char* text;
    const char* expected;
    const char* reason;
  };
  for (const Row& row : {
           Row{"en", "Withdraw my USDT", "withdraw my usdt", "spaces"},
           Row{"en", "support.example.com now", "support.example.com (support) (example) (com) now", "a dotted name"},
           Row{"en", "e-mail", "e mail", "a hyphen stands between"},
           Row{"zh-Hans", "提现苹果", "提现 (提) (现) +苹果", "a domain word and what a dictionary makes of it"},
           Row{"zh-Hans", "提现失败", "提现失败 (提现) (提) (现) (失败)", "a domain word within another"},
           Row{"zh-Hans", "提现，失败", "提现 (提) (现) 失败", "a comma stands between"},
           Row{"zh-Hans", "USDT提现", "usdt +提现 (提) (现)", "scripts side by side"},
           Row{"ko", "출금 지연", "출금 지연", "spaces of Korean"},
           Row{"th", "บัญชีถูกระงับ", "บัญชี +ถูก +ระงับ", "no spaces in Thai"},
           Row{"tr", "Bitcoin'i çek", "bitcoin çek", "a suffix is no word"},
           Row{"en", " …!? ", "", "nothing but punctuation"},
           Row{"en", "", "", "nothing"},
       }) {
    CAPTURE(std::string(row.reason));
    CHECK(shown(row.language, row.text) == std::string(row.expected));
  }
}

TEST_CASE("the sequence is the words of the analyzer, in the order of the text") {
  for (const Phrase& phrase : kPhrases) {
    const Analyzer analyzer(Language::require(phrase.language));
    const std::vector<Token> words = analyzer.words(phrase.text);
    const std::vector<SequenceWord> sequence = word_sequence(analyzer, phrase.text);
    REQUIRE(sequence.size() == words.size());
    std::uint32_t end = 0;
    for (std::size_t i = 0; i < words.size(); ++i) {
      CHECK(sequence[i].term == words[i].term);
      CHECK(sequence[i].begin == words[i].begin);
      CHECK(sequence[i].end == words[i].end);
      CHECK(sequence[i].part == (sequence[i].begin < end));
      CHECK(sequence[i].gap == (sequence[i].begin > end));
      if (!sequence[i].part) end = sequence[i].end;
    }
    CHECK((sequence.empty() || !sequence.front().part));
  }
}

TEST_CASE("any text at all has a sequence whose whole words do not overlap") {
  for (std::uint64_t i = 0; i < 120; ++i) {
    Mixer mixer(i);
    const std::string text = i % 4 == 0 ? mixer.bytes(50) : mixer.text(40);
    for (const char* language : {"en", "zh-Hans", "ja", "ko", "th"}) {
      std::uint32_t end = 0;
      for (const SequenceWord& word : sequence(language, text)) {
        if (word.term.empty() || word.begin >= word.end || word.end > text.size()) FAIL("no stretch in ", text);
        if (word.part && word.gap) FAIL("inside and apart: ", word.term);
        if (!word.part && word.begin < end) FAIL("overlaps: ", word.term, " in ", text);
        if (!word.part) end = word.end;
      }
    }
  }
}

TEST_CASE("letters are compared without marks, Hangul by its jamo") {
  CHECK(to_utf8(gram_text("contraseña")) == "contrasena");
  CHECK(to_utf8(gram_text("đổi")) == "doi");
  CHECK(gram_text("출금") == u"\u110e\u116e\u11af\u1100\u1173\u11b7");
  CHECK(gram_text("가") == u"\u1100\u1161");
  CHECK(gram_text("힣") == u"\u1112\u1175\u11c2");
  CHECK(to_utf8(gram_text("提现")) == "提现");
  CHECK(gram_text("").empty());
}

TEST_CASE("a word has as many n-grams as letters and ends allow, one when it is shorter") {
  CHECK(word_grams(u"usdt", 3).size() == 4);  // ^us usd sdt dt$
  CHECK(word_grams(u"usdt", 4).size() == 3);
  CHECK(word_grams(u"ab", 4).size() == 1);
  CHECK(word_grams(u"a", 4).size() == 1);
  CHECK(word_grams(u"", 4).size() == 1);
  CHECK(word_grams(u"ab", 2).size() == 3);
  for (std::size_t letters = 0; letters < 20; ++letters) {
    const std::size_t grams = word_grams(std::u16string(letters, u'x'), 3).size();
    CHECK(grams == std::max<std::size_t>(1, letters));
  }
}

TEST_CASE("words that are alike share n-grams, others do not, and ends are not middles") {
  const auto shared = [](std::u16string_view one, std::u16string_view other, std::size_t size) {
    const std::vector<std::uint32_t> a = word_grams(one, size);
    const std::vector<std::uint32_t> b = word_grams(other, size);
    const std::set<std::uint32_t> known(b.begin(), b.end());
    return std::count_if(a.begin(), a.end(), [&](std::uint32_t gram) { return known.contains(gram); });
  };
  CHECK(shared(u"withdrawal", u"withdrawal", 4) == 9);
  CHECK(shared(u"withdrawal", u"withdrawals", 4) == 8);
  CHECK(shared(u"withdrawal", u"deposit", 3) == 0);
  CHECK(shared(u"art", u"start", 3) == 2);  // art rt$: the beginning of one is the middle of the other
  CHECK(shared(u"ab", u"abcd", 4) == 0);
  // One wrong letter of a syllable leaves the others.
  CHECK(shared(gram_text("비밀번호"), gram_text("비밀번허"), 4) > 4);
}

TEST_CASE("n-grams are the same at every call") {
  CHECK(word_grams(u"withdrawal", 4) == word_grams(u"withdrawal", 4));
  CHECK(gram_text("출금을") == gram_text("출금을"));
}

}  // namespace
}  // namespace pharos::text
