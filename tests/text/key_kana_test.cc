// SPDX-License-Identifier: GPL-3.0-or-later
#include "text/key_kana.h"

#include <doctest/doctest.h>

#include <array>
#include <thread>

#include "pharos/text/reading.h"
#include "text/kana.h"
#include "text/key_meeting.h"

namespace pharos::text {
namespace {

TEST_CASE("Latin letters are read as kana") {
  struct Row {
    const char* latin;
    const char* kana;
    const char* reason;
  };
  for (const Row& row : {
           Row{"shukkin", "しゅっきん", "Hepburn, a doubled consonant"},
           Row{"syukkin", "しゅっきん", "Kunrei"},
           Row{"nyuukin", "にゅうきん", "a long vowel written out"},
           Row{"toukyou", "とうきょう", "ou"},
           Row{"tōkyō", "とうきょう とおきょう とうきょお とおきょお", "macrons: ou is likelier than oo"},
           Row{"tôkyô", "とうきょう とおきょう とうきょお とおきょお", "circumflexes"},
           Row{"pasuwa-do", "ぱすわあど", "- is ー, which lengthens"},
           Row{"pasuwaado", "ぱすわあど", "or the vowel twice"},
           Row{"shinbun", "しんぶん", "n before a consonant"},
           Row{"shimbun", "しんぶん", "m before b"},
           Row{"kin'yuu", "きんゆう", "an apostrophe ends ん"},
           Row{"kinyuu", "きにゅう", "without it, it is another word"},
           Row{"onna", "おんな おんあ", "nn: Hepburn, then an input method's"},
           Row{"konnnichiwa", "こんにちわ", "nn and n of an input method"},
           Row{"honninn", "ほんにん ほんいん", "nn at the end"},
           Row{"zandaka", "ざんだか", "voiced"},
           Row{"tsuuka", "つうか", "Hepburn"},
           Row{"tuuka", "つうか", "Kunrei"},
           Row{"zi", "じ", "Kunrei"},
           Row{"matchi", "まっち", "tch"},
           Row{"macchi", "まっち", "cch"},
           Row{"fairu", "ふぁいる", "f"},
           Row{"vaajon", "ばあじょん", "ヴァ and バ sound alike"},
           Row{"sekyurithi", "せきゅりてぃ", "an input method's ティ"},
           Row{"sekyuritexi", "せきゅりてぃ", "or with a small vowel"},
           Row{"axtu", "あっ", "a small っ by itself"},
           Row{"withdraw", "", "no kana for th alone"},
           Row{"deposit", "", "no kana for a t at the end"},
           Row{"btc", "", "no vowels"},
           Row{"2fa", "", "digits"},
           Row{"", "", "nothing"},
       }) {
    CAPTURE(std::string(row.reason));
    CHECK_MESSAGE(print_keys(kana_of_latin(to_utf16(row.latin))) == row.kana, std::string(row.latin));
  }
  CHECK(kana_of_latin(std::u16string(100000, u'a')).empty());
  CHECK(romaji_of_typed(std::u16string(30, u'ō')).size() <= kMostReadings);
}

TEST_CASE("romaji meets words of kana") {
  for (const MeetingRow& row : {
           MeetingRow{"パスワード", "pasuwa-do", "- is ー"},
           MeetingRow{"パスワード", "pasuwaado", "the vowel twice"},
           MeetingRow{"パスワード", "pasuwādo", "a macron"},
           MeetingRow{"ﾊﾟｽﾜｰﾄﾞ", "pasuwaado", "half-width katakana is folded before"},
           MeetingRow{"ログイン", "roguin", "katakana"},
           MeetingRow{"アカウント", "akaunto", "katakana"},
           MeetingRow{"ください", "kudasai", "hiragana"},
           MeetingRow{"続き", "tsuzuki", "づ typed as it sounds"},
           MeetingRow{"つづき", "tuduki", "づ as Kunrei's keyboards have it"},
           MeetingRow{"チャット", "chatto", "Hepburn"},
           MeetingRow{"チャット", "tyatto", "Kunrei"},
           MeetingRow{"を", "wo", "one kana is too short"},
       }) {
    CAPTURE(std::string(row.reason));
    const bool expected =
        std::string_view(row.word) != "を" && (std::string_view(row.word) != "続き" || readings_available());
    CHECK_MESSAGE(meet(romaji_of_word, romaji_of_typed, row.word, row.typed) == expected, std::string(row.word), " ",
                  std::string(row.typed));
  }
  for (const MeetingRow& row : {
           MeetingRow{"がくせい", "kakusei", "が is not か"},
           MeetingRow{"パス", "basu", "パ is not バ"},
           MeetingRow{"きた", "kitta", "っ makes another word"},
           MeetingRow{"しんよう", "shinyou", "しにょう is read without an apostrophe"},
           MeetingRow{"ビル", "biiru", "a long vowel makes another word"},
           MeetingRow{"パスワード", "password", "English is not romaji"},
           MeetingRow{"usdt", "usdt", "Latin words have no kana"},
       }) {
    CAPTURE(std::string(row.reason));
    CHECK_MESSAGE(!meet(romaji_of_word, romaji_of_typed, row.word, row.typed), std::string(row.word), " ",
                  std::string(row.typed));
  }
}

TEST_CASE("the coarser row forgives long vowels and the plain rows for loan words") {
  for (const MeetingRow& row : {
           MeetingRow{"パスワード", "pasuwado", "no length at all"},
           MeetingRow{"サーバー", "saba", "no length at all"},
           MeetingRow{"とうきょう", "tokyo", "ou as o"},
           MeetingRow{"コード", "koudo", "oo as ou"},
           MeetingRow{"セキュリティ", "sekyuriti", "ti for ティ"},
           MeetingRow{"クレジットカード", "kurejittokādo", "a macron"},
       }) {
    CAPTURE(std::string(row.reason));
    CHECK_MESSAGE(meet(loose_romaji_of_word, loose_romaji_of_typed, row.word, row.typed), std::string(row.word), " ",
                  std::string(row.typed));
  }
  for (const MeetingRow& row : {
           MeetingRow{"カード", "gado", "カ is not ガ"},
           MeetingRow{"コード", "kado", "another vowel"},
           MeetingRow{"チャット", "chato", "っ is not length"},
       }) {
    CAPTURE(std::string(row.reason));
    CHECK_MESSAGE(!meet(loose_romaji_of_word, loose_romaji_of_typed, row.word, row.typed), std::string(row.word), " ",
                  std::string(row.typed));
  }
}

TEST_CASE("without a dictionary the program says so, and with one it does not") {
  CHECK(readings_available() == why_no_readings().empty());
}

TEST_CASE("words with kanji meet what sounds the same" * doctest::skip(!readings_available())) {
  for (const MeetingRow& row : {
           MeetingRow{"出金", "しゅっきん", "kana for kanji"},
           MeetingRow{"出金", "シュッキン", "katakana for kanji"},
           MeetingRow{"出金", "出勤", "the wrong conversion"},
           MeetingRow{"入金", "にゅうきん", "kana for kanji"},
           MeetingRow{"暗証番号", "暗唱番号", "the wrong conversion"},
           MeetingRow{"本人確認", "ほんにんかくにん", "two words"},
           MeetingRow{"手数料", "てすうりょう", "three characters"},
           MeetingRow{"取引所", "とりひきじょ", "a word the dictionary reads in another way"},
           MeetingRow{"市場", "いちば", "the less likely reading"},
           MeetingRow{"振り込む", "ふりこむ", "kanji with kana"},
           MeetingRow{"引き出し", "引出し", "other kana at the end"},
           MeetingRow{"しゅっきん", "出金", "kanji typed for a word of kana"},
           MeetingRow{"送金", "ソーキン", "ー for a long vowel sounds otherwise than it is written"},
           MeetingRow{"今日", "こんにち", "a second reading as likely"},
       }) {
    CAPTURE(std::string(row.reason));
    const bool expected = std::string_view(row.typed) != "ソーキン";
    CHECK_MESSAGE(meet(reading_of_word, reading_of_typed, row.word, row.typed) == expected, std::string(row.word), " ",
                  std::string(row.typed));
  }
  for (const MeetingRow& row : {
           MeetingRow{"出金", "入金", "another word"},
           MeetingRow{"出金", "できん", "characters read one by one"},
           MeetingRow{"学生", "かくせい", "が is not か"},
           MeetingRow{"売買", "はいはい", "ば is not は"},
           MeetingRow{"出金", "shukkin", "Latin letters are for romaji"},
           MeetingRow{"出金", "usdt", "nothing to read"},
           MeetingRow{"비밀번호", "비밀번호", "not Japanese"},
       }) {
    CAPTURE(std::string(row.reason));
    CHECK_MESSAGE(!meet(reading_of_word, reading_of_typed, row.word, row.typed), std::string(row.word), " ",
                  std::string(row.typed));
  }
  CHECK(meet(romaji_of_word, romaji_of_typed, "出金", "shukkin"));
  CHECK(meet(romaji_of_word, romaji_of_typed, "暗証番号", "anshoubangou"));
  CHECK(meet(loose_romaji_of_word, loose_romaji_of_typed, "入金", "nyukin"));
  CHECK(meet(loose_romaji_of_word, loose_romaji_of_typed, "暗証番号", "anshōbangō"));
  CHECK(!meet(romaji_of_word, romaji_of_typed, "出金", "shuukin"));
}

TEST_CASE("threads read at once" * doctest::skip(!readings_available())) {
  std::vector<std::thread> threads;
  std::array<std::size_t, 4> right{};
  for (std::size_t& count : right) {
    threads.emplace_back([&count] {
      for (int i = 0; i < 200; ++i) {
        count += readings(u"本人確認").front() == u"ほんにんかくにん" ? 1 : 0;
        count += readings(u"出金").front() == u"しゅっきん" ? 1 : 0;
      }
    });
  }
  for (std::thread& thread : threads) thread.join();
  for (const std::size_t count : right) CHECK(count == 400);
}

TEST_CASE("text without a reading has none, whatever it is") {
  CHECK(readings(u"").empty());
  CHECK(readings(u"usdt").empty());
  CHECK(readings(std::u16string(10000, u'出')).empty());
  CHECK(readings(std::u16string(1, 0xD800)).empty());
  CHECK(reading_of_word(u"出金できません。").empty());
}

}  // namespace
}  // namespace pharos::text
