// SPDX-License-Identifier: GPL-3.0-or-later
#include "pharos/text/fold.h"

#include <doctest/doctest.h>

#include <chrono>

#include "pharos/text/language_table.h"

namespace pharos::text {
namespace {

std::string folded(const char* language, std::string_view text) {
  return to_utf8(fold(text, language_row(Language::require(language)).folds).text);
}

struct Row {
  const char* language;
  const char* text;
  const char* expected;
  const char* reason;
};

TEST_CASE("a fold never crosses a letter of the language") {
  for (const Row& row : {
           Row{"ru", "Йод", "йод", "й is a letter, not и with a mark"},
           Row{"ru", "\u0418\u0306од", "йод", "decomposed й is й"},
           Row{"ru", "Ёлка ещё", "елка еще", "Russians write ё as е"},
           Row{"be", "Ёлка", "ёлка", "Belarusians do not"},
           Row{"uk", "Їжак", "їжак", "ї is a letter"},
           Row{"ja", "が", "が", "が is not か"},
           Row{"ja", "か\u3099", "が", "decomposed が is が"},
           Row{"ja", "パスワード", "パスワード", "nor is パ ハ"},
           Row{"ja", "ﾊﾟｽﾜｰﾄﾞ", "パスワード", "half-width katakana with its marks"},
           Row{"ja", "ｶﾞ", "ガ", "two half-width characters are one letter"},
           Row{"ja", "ＡＢＣ１２３", "abc123", "full-width letters"},
           Row{"zh-Hans", "ＵＳＤＴ", "usdt", "full-width letters"},
           Row{"zh-Hans", "㎏", "kg", "compatibility forms"},
           Row{"zh-Hant", "提現帳戶與鏈", "提现账户与链", "traditional characters meet simplified ones"},
           Row{"zh-Hans", "帐户", "账户", "two ways to write one thing"},
           Row{"zh-Hant", "網路錢包", "网路钱包", "character by character, never by word"},
           Row{"ja", "帳", "帳", "Japanese keeps its characters"},
           Row{"th", "น้ำ", "น้ำ", "ำ stays whole, the tone mark stays"},
           Row{"th", "ไม่ ไม้", "ไม่ ไม้", "tone marks make other words"},
           Row{"th", "ที่", "ที่", "vowel and tone mark"},
           Row{"tr", "IŞIK", "ışık", "I is the capital of ı"},
           Row{"tr", "İSTANBUL", "istanbul", "İ is the capital of i"},
           Row{"tr", "I\u0307stanbul", "istanbul", "İ as two characters, as some systems store it"},
           Row{"en", "ISTANBUL", "istanbul", "elsewhere I is the capital of i"},
           Row{"vi", "Đăng NHẬP", "đăng nhập", "đ and the tones stay"},
           Row{"de", "Straße GROẞ", "strasse gross", "ß is ss, also as a capital"},
           Row{"el", "Σίσυφος", "σίσυφοσ", "the final sigma is a sigma"},
           Row{"ar", "كَلِمَةُ", "كلمة", "harakat are not written by most"},
           Row{"ar", "مـــحفظة", "محفظة", "tatweel only stretches"},
           Row{"ar", "١٢٣ ۴۵", "123 45", "digits as others write them"},
           Row{"ar", "ٱلله", "الله", "alef wasla"},
           Row{"ar", "کیف", "كيف", "the Persian keyboard's letters"},
           Row{"ar", "ﷺ", "صلى الله عليه وسلم", "one character that is four words"},
           Row{"he", "שָׁלוֹם", "שלום", "points are for learners"},
           Row{"fr", "ÉTÉ à l’hôtel", "été à l'hôtel", "accents stay; the apostrophe is one"},
           Row{"en", "ﬁx ½", "fix 1⁄2", "ligatures and fractions"},
           Row{"en", "co\u00adoperate", "cooperate", "soft hyphens are invisible"},
           Row{"fa", "می\u200cخواهم", "ميخواهم", "the non-joiner only shapes"},
           Row{"hi", "क्\u200dष", "क्ष", "so does the joiner"},
           Row{"en", "a\u200bb\ufeffc", "abc", "zero-width spaces"},
           Row{"en", "👩‍💻", "👩💻", "emoji are left"},
           Row{"ko", "한국어", "한국어", "syllables stay"},
           Row{"ko", "한", "한", "conjoining jamo are the syllable"},
       }) {
    CAPTURE(std::string(row.reason));
    CAPTURE(std::string(row.text));
    CHECK(folded(row.language, row.text) == std::string(row.expected));
  }
}

TEST_CASE("bytes that are no text fold to one replacement each") {
  CHECK(folded("en", "a\xFF z") == "a\xEF\xBF\xBD z");
  CHECK(folded("tr", "\xE2\x82I") == "\xEF\xBF\xBD\xEF\xBF\xBDı");
}

TEST_CASE("missing marks are forgiven where they are ornaments, never where they are letters") {
  const auto bare = [](const char16_t* word) { return to_utf8(without_marks(word)); };
  CHECK(bare(u"contraseña") == "contrasena");
  CHECK(bare(u"đăng") == "dang");
  CHECK(bare(u"nhập") == "nhap");
  CHECK(bare(u"şifre") == "sifre");
  CHECK(bare(u"ışık") == "isik");
  CHECK(bare(u"żółć") == "zolc");
  CHECK(bare(u"smørbrød") == "smorbrod");
  CHECK(bare(u"ærø") == "aero");
  CHECK(bare(u"ανάληψη") == "αναληψη");
  CHECK(bare(u"محفظة") == "محفظه");
  CHECK(bare(u"على") == "علي");
  CHECK(bare(u"йод") == "йод");
  CHECK(bare(u"їжак") == "їжак");
  CHECK(bare(u"が") == "が");
  CHECK(bare(u"น้ำ") == "น้ำ");
  CHECK(bare(u"क्ष") == "क्ष");
  CHECK(bare(u"plain") == "plain");
  CHECK(bare(u"") == "");
}

TEST_CASE("a query is shown back composed, trimmed and on one line") {
  CHECK(normalize_query("  how \t to\n\nwithdraw  ") == "how to withdraw");
  CHECK(normalize_query("e\u0301te\u0301") == "été");
  CHECK(normalize_query("\u3000提现\u3000失败\u00a0") == "提现 失败");
  CHECK(normalize_query("a\u200bb\ufeff\u00ad") == "ab");
  CHECK(normalize_query("می\u200cخواهم") == "میخواهم");
  CHECK(normalize_query(std::string_view("a\0b\x1b[31m", 8)) == "a b [31m");
  CHECK(normalize_query("") == "");
  CHECK(normalize_query(" \n ") == "");
}

TEST_CASE("runs of combining marks are measured") {
  CHECK(longest_mark_run("") == 0);
  CHECK(longest_mark_run("plain") == 0);
  CHECK(longest_mark_run("e\u0301") == 1);
  CHECK(longest_mark_run("น้ำ") <= 2);
  CHECK(longest_mark_run("a\u0301\u0302\u0303b\u0301") == 3);
}

TEST_CASE("text goes to UTF-16 and back, half pairs become replacements") {
  CHECK(to_utf8(to_utf16("a提😀")) == "a提😀");
  const char16_t half[] = {u'a', 0xD83D, u'b', 0xDE00, 0};
  CHECK(to_utf8(half) ==
        "a\xEF\xBF\xBD"
        "b\xEF\xBF\xBD");
}

TEST_CASE("a megabyte of text is folded in a moment") {
  std::string text;
  while (text.size() < 1'000'000) text += "Straße 提現 ｶﾞ น้ำ é e\u0301 ";
  const auto begin = std::chrono::steady_clock::now();
  CHECK(fold(text, ~0U).text.size() > 100'000);
  CHECK(std::chrono::steady_clock::now() - begin < std::chrono::seconds(10));
}

TEST_CASE("a stack of a hundred thousand marks is folded and stripped in a moment") {
  std::string text = "a";
  for (int i = 0; i < 50'000; ++i) text += "\u0301\u0323";
  const auto begin = std::chrono::steady_clock::now();
  const FoldedText folded = fold(text, kFoldNone);
  CHECK(folded.origin.back() == text.size());
  CHECK(folded.text.size() >= 99'000);
  CHECK(without_marks(folded.text) == folded.text);
  CHECK(std::chrono::steady_clock::now() - begin < std::chrono::seconds(2));
}

}  // namespace
}  // namespace pharos::text
