// SPDX-License-Identifier: GPL-3.0-or-later
#include "text/key_hangul.h"

#include <doctest/doctest.h>

#include "text/key_meeting.h"

namespace pharos::text {
namespace {

TEST_CASE("Latin letters meet Korean words, as pronounced and letter by letter") {
  for (const MeetingRow& row : {
           MeetingRow{"출금", "chulgeum", "Revised Romanization"},
           MeetingRow{"출금", "chulkeum", "g and k"},
           MeetingRow{"비밀번호", "bimilbeonho", "Revised Romanization"},
           MeetingRow{"비밀번호", "pimilponho", "not: another vowel"},
           MeetingRow{"입금", "ipgeum", "a final b sounds as p"},
           MeetingRow{"입금", "ibgeum", "as it is written"},
           MeetingRow{"인증", "injeung", "plain"},
           MeetingRow{"등록", "deungnok", "as pronounced"},
           MeetingRow{"등록", "deungrok", "as written"},
           MeetingRow{"등록", "deunglok", "l and r"},
           MeetingRow{"신라", "silla", "n before r"},
           MeetingRow{"신라", "sinra", "as written"},
           MeetingRow{"합니다", "hamnida", "b before n"},
           MeetingRow{"합니다", "hapnida", "as written"},
           MeetingRow{"같이", "gachi", "t before i"},
           MeetingRow{"좋다", "jota", "h joins the next consonant"},
           MeetingRow{"한국어", "hangugeo", "a final consonant goes over"},
           MeetingRow{"있어요", "isseoyo", "a final ss goes over"},
           MeetingRow{"거래소", "georaeso", "plain"},
           MeetingRow{"거래소", "georeso", "ae and e"},
           MeetingRow{"계좌", "gyejwa", "plain"},
           MeetingRow{"계좌", "gyejoa", "oa for wa"},
           MeetingRow{"수수료", "susuryo", "plain"},
           MeetingRow{"수수료", "soosooryo", "oo"},
           MeetingRow{"지갑", "jigap", "a final b"},
           MeetingRow{"지갑", "zigab", "z"},
           MeetingRow{"신청", "shincheong", "sh"},
           MeetingRow{"확인", "hwagin", "a final g goes over"},
           MeetingRow{"확인", "hwak-in", "a hyphen"},
           MeetingRow{"2단계", "2dangye", "a digit"},
           MeetingRow{"비밀번호", "bimil beonho", "a space"},
       }) {
    CAPTURE(std::string(row.reason));
    const bool expected = !std::string_view(row.reason).starts_with("not:");
    CHECK_MESSAGE(meet(hangul_of_word, hangul_of_typed, row.word, row.typed) == expected, std::string(row.word), " ",
                  std::string(row.typed));
  }
  for (const MeetingRow& row : {
           MeetingRow{"출금", "ipgeum", "another word"},
           MeetingRow{"출금", "julgeum", "ch is not j"},
           MeetingRow{"인증", "injeong", "eu is not eo"},
           MeetingRow{"입금", "imgeum", "m is not b"},
           MeetingRow{"출금", "출금", "typed in Hangul"},
           MeetingRow{"usdt", "usdt", "not Korean"},
           MeetingRow{"번호", "no", "too short to say anything"},
       }) {
    CAPTURE(std::string(row.reason));
    CHECK_MESSAGE(!meet(hangul_of_word, hangul_of_typed, row.word, row.typed), std::string(row.word), " ",
                  std::string(row.typed));
  }
  for (const char* never : {"str", "btc", "withdrawalz", "krw", "스팀", "what?", "x", "mnemonic"}) {
    CHECK_MESSAGE(hangul_of_typed(to_utf16(never)).empty(), std::string(never));
  }
}

TEST_CASE("the coarser row takes u for three vowels") {
  for (const MeetingRow& row : {
           MeetingRow{"출금", "chulgum", "eu as u"},
           MeetingRow{"출금", "choolgum", "oo"},
           MeetingRow{"입금", "ipkum", "eu as u, g as k"},
           MeetingRow{"비밀번호", "bimilbunho", "eo as u"},
           MeetingRow{"비밀번호", "bimilbonho", "eo as o"},
           MeetingRow{"인증", "injung", "eu as u"},
           MeetingRow{"거래소", "guraeso", "eo as u"},
           MeetingRow{"정지", "jungji", "eo as u"},
           MeetingRow{"원화", "wonhwa", "plain"},
           MeetingRow{"연결", "yungyul", "yeo as yu"},
       }) {
    CAPTURE(std::string(row.reason));
    CHECK_MESSAGE(meet(loose_hangul_of_word, loose_hangul_of_typed, row.word, row.typed), std::string(row.word), " ",
                  std::string(row.typed));
  }
  for (const MeetingRow& row : {
           MeetingRow{"출금", "chalgeum", "a is not u"},
           MeetingRow{"입금", "ipgim", "i is not eu"},
           MeetingRow{"보안", "ban", "two syllables are not one"},
       }) {
    CAPTURE(std::string(row.reason));
    CHECK_MESSAGE(!meet(loose_hangul_of_word, loose_hangul_of_typed, row.word, row.typed), std::string(row.word), " ",
                  std::string(row.typed));
  }
}

TEST_CASE("initials meet words of Hangul") {
  for (const MeetingRow& row : {
           MeetingRow{"비밀번호", "ㅂㅁㅂㅎ", "compatibility jamo, which folding makes conjoining"},
           MeetingRow{"출금", "ㅊㄱ", "two"},
           MeetingRow{"본인인증", "ㅂㅇㅇㅈ", "silent initials"},
           MeetingRow{"까지", "ㄲㅈ", "a double consonant"},
           MeetingRow{"까지", "ㄱㅈ", "typed without the shift key"},
           MeetingRow{"배송", "ㅄ", "ㅂㅅ that an input method joined"},
           MeetingRow{"간사", "ㄳ", "ㄱㅅ that an input method joined"},
           MeetingRow{"2단계인증", "2ㄷㄱㅇㅈ", "a digit"},
       }) {
    CAPTURE(std::string(row.reason));
    CHECK_MESSAGE(meet(hangul_initials_of_word, hangul_initials_of_typed, row.word, row.typed), std::string(row.word),
                  " ", std::string(row.typed));
  }
  // Text that nobody folded has compatibility jamo.
  CHECK(hangul_initials_of_typed(u"ㅂㅁㅂㅎ") == hangul_initials_of_word(u"비밀번호"));
  for (const MeetingRow& row : {
           MeetingRow{"비밀번호", "ㅂㅁㅂ", "not all of them"},
           MeetingRow{"비밀번호", "ㅂㅂㅁㅎ", "another order"},
           MeetingRow{"까지", "ㅋㅈ", "ㅋ is not ㄲ"},
           MeetingRow{"출금", "ㅊ", "one says nothing"},
           MeetingRow{"출", "ㅊ", "nor does one syllable"},
           MeetingRow{"출금", "ㅜㅡ", "vowels are no initials"},
           MeetingRow{"출금", "출금", "syllables are no initials"},
           MeetingRow{"출금", "cg", "nor are Latin letters"},
       }) {
    CAPTURE(std::string(row.reason));
    CHECK_MESSAGE(!meet(hangul_initials_of_word, hangul_initials_of_typed, row.word, row.typed), std::string(row.word),
                  " ", std::string(row.typed));
  }
}

std::size_t distance(const std::u16string& a, const std::u16string& b) {
  std::vector<std::size_t> row(b.size() + 1);
  for (std::size_t j = 0; j <= b.size(); ++j) row[j] = j;
  for (std::size_t i = 1; i <= a.size(); ++i) {
    std::size_t diagonal = row[0];
    row[0] = i;
    for (std::size_t j = 1; j <= b.size(); ++j) {
      const std::size_t above = row[j];
      row[j] = std::min({above + 1, row[j - 1] + 1, diagonal + (a[i - 1] == b[j - 1] ? 0 : 1)});
      diagonal = above;
    }
  }
  return row[b.size()];
}

TEST_CASE("jamo make half a syllable and a wrong letter near what was meant") {
  struct Row {
    const char* word;
    const char* typed;
    std::size_t distance;
    const char* reason;
  };
  for (const Row& row : {
           Row{"출금", "출금", 0, "the same"},
           Row{"출금", "ㅊㅜㄹㄱㅡㅁ", 0, "letter by letter"},
           Row{"비밀번호", "ㅂㅣㅁㅣㄹㅂㅓㄴㅎㅗ", 0, "letter by letter"},
           Row{"확인", "ㅎㅗㅏㄱㅇㅣㄴ", 0, "ㅘ is typed with two keys"},
           Row{"출금", "출긂", 1, "a letter too many"},
           Row{"출금", "출그", 1, "a letter missing"},
           Row{"출금", "줄금", 1, "another letter"},
           Row{"인증", "인즌", 1, "another final"},
           Row{"재설정", "제설정", 1, "ㅐ and ㅔ are one key each"},
           Row{"비밀번호", "비밀ㅂ", 4, "typed halfway: four keys to go"},
           Row{"없음", "업슴", 1, "as it sounds"},
           Row{"출금", "입금", 3, "another word is far"},
       }) {
    CAPTURE(std::string(row.reason));
    const Keys word = jamo_of_word(folded_for_keys(row.word, kFoldNone));
    const Keys typed = jamo_of_typed(folded_for_keys(row.typed, kFoldNone));
    REQUIRE(word.size() == 1);
    REQUIRE(typed.size() == 1);
    CHECK_MESSAGE(distance(word.front(), typed.front()) == row.distance, std::string(row.word), " ",
                  std::string(row.typed));
  }
  CHECK(to_utf8(jamo_of_word(u"비밀").front()).size() == 5 * 3);
  const std::u16string halfway = jamo_of_typed(folded_for_keys("비밀ㅂ", kFoldNone)).front();
  CHECK(jamo_of_word(u"비밀번호").front().starts_with(halfway));
  for (const char* never : {"usdt", "提现", "パス", "출금!", ""}) {
    CHECK_MESSAGE(jamo_of_word(to_utf16(never)).empty(), std::string(never));
  }
}

}  // namespace
}  // namespace pharos::text
