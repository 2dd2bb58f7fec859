// SPDX-License-Identifier: GPL-3.0-or-later
#include <doctest/doctest.h>

#include "pharos/base/error.h"
#include "pharos/text/fold.h"
#include "pharos/text/language_table.h"
#include "pharos/text/segment.h"
#include "pharos/text/stem.h"

namespace pharos::text {
namespace {

TEST_CASE("scripts without spaces are known by their characters") {
  for (const char32_t c :
       {U'提', U'現', U'か', U'カ', U'ー', U'한', U'ก', U'ำ', U'ລ', U'က', U'ខ', U'々', U'\U00020000'}) {
    CAPTURE(static_cast<std::uint32_t>(c));
    CHECK(is_unspaced(c));
  }
  for (const char32_t c : {U'a', U'й', U'ı', U'ب', U'ש', U'क', U'0', U' ', U'。', U'😀', U'Ａ'}) {
    CAPTURE(static_cast<std::uint32_t>(c));
    CHECK_FALSE(is_unspaced(c));
  }
  CHECK(is_hiragana(U'の'));
  CHECK_FALSE(is_hiragana(U'ノ'));
  CHECK(is_han_or_katakana(U'ノ'));
  CHECK(is_han_or_katakana(U'出'));
  CHECK_FALSE(is_han_or_katakana(U'の'));
}

TEST_CASE("stems of the same word meet") {
  struct Row {
    const char* snowball;
    const char* one;
    const char* other;
  };
  for (const Row& row : {Row{"english", "withdrawals", "withdrawal"},
                         {"english", "pending", "pended"},
                         {"russian", "вывода", "вывод"},
                         {"russian", "подтверждения", "подтверждение"},
                         {"turkish", "hesabım", "hesabı"},
                         {"spanish", "depósitos", "depósito"},
                         {"portuguese", "saques", "saque"},
                         {"arabic", "المحفظة", "محفظة"},
                         {"german", "einzahlungen", "einzahlung"},
                         {"french", "virements", "virement"},
                         {"", "出金", "出金"}}) {
    CAPTURE(std::string(row.one));
    CHECK(stem(row.one, row.snowball) == stem(row.other, row.snowball));
  }
  CHECK(stem("withdraw", "english") != stem("deposit", "english"));
  CHECK_THROWS_AS(stem("x", "klingon"), Error);
}

TEST_CASE("a Korean word stands without its particle when two syllables stay") {
  struct Row {
    const char16_t* eojeol;
    const char16_t* word;
  };
  for (const Row& row : {Row{u"출금은", u"출금"},
                         {u"출금을", u"출금"},
                         {u"출금했는데", u"출금"},
                         {u"계정에서", u"계정"},
                         {u"출금", u"출금"},
                         {u"돈이", u"돈이"},
                         {u"usdt를", u"usdt"},
                         {u"2fa가", u"2fa"},
                         {u"입금됩니다", u"입금"},
                         {u"수수료", u"수수료"},
                         {u"", u""},
                         {u"은", u"은"}}) {
    CAPTURE(to_utf8(row.eojeol));
    CHECK(to_utf8(without_particle(row.eojeol)) == to_utf8(row.word));
  }
}

TEST_CASE("every language has a row, and unknown ones the general row") {
  CHECK(language_row(Language::require("zh-Hant")).primary == "zh");
  CHECK(language_row(Language::require("pt-BR")).snowball == "portuguese");
  CHECK(language_row(Language::require("sw")).primary == "");
  for (const LanguageRow* row = language_rows_begin(); row != language_rows_end(); ++row) {
    CAPTURE(row->primary);
    float found = 0;
    for (std::size_t c = 0; c < kTermClasses; ++c) {
      CHECK(row->retrieve[c] >= 0);
      CHECK(row->rank[c] >= 0);
      found += row->retrieve[c];
      // What brings an article into the first look speaks for it in the second too.
      if (row->retrieve[c] > 0) CHECK_MESSAGE(row->rank[c] > 0, kTermClassTable[c].name);
    }
    CHECK(found > 0);
    // An index keeps no postings of what only ranking counts.
    for (const TermClass term_class : {TermClass::kGram3, TermClass::kGram4, TermClass::kSound}) {
      CHECK(row->retrieve[static_cast<std::size_t>(term_class)] == 0);
    }
    CHECK(row->settings.k1 > 0);
    CHECK(row->settings.title_k1 > 0);
    for (const float share : {row->settings.b, row->settings.title_b}) {
      CHECK(share >= 0);
      CHECK(share <= 1);
    }
    CHECK(row->snippet_characters >= 60);
    CHECK((row->primary.empty() || Language::parse(row->primary)));
    // A class of stems needs something that makes them.
    for (const ClassWeights& weights : {row->retrieve, row->rank}) {
      const bool stems = weights[static_cast<std::size_t>(TermClass::kStem)] > 0;
      CHECK(stems == (!row->snowball.empty() || (row->words & kWordParticles) != 0));
    }
    CHECK_NOTHROW(segment(u"test 提現 ก", std::string(row->icu_locale)));
    if (!row->snowball.empty()) CHECK_NOTHROW(stem("test", row->snowball));
  }
  CHECK(std::prev(language_rows_end())->primary == "");
}

TEST_CASE("unicode's version is told") { CHECK(unicode_data_version().find("icu-") == 0); }

}  // namespace
}  // namespace pharos::text
