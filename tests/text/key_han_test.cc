// SPDX-License-Identifier: GPL-3.0-or-later
#include "text/key_han.h"

#include <doctest/doctest.h>
#include <unicode/translit.h>

#include <array>
#include <memory>
#include <thread>

#include "pharos/text/pinyin.h"
#include "text/han_sounds.h"
#include "text/key_meeting.h"

namespace pharos::text {
namespace {

constexpr std::uint32_t kFolds = kFoldHanSimplified;

std::string pinyin(const char* word) { return print_keys(pinyin_of_word(folded_for_keys(word, kFolds))); }

TEST_CASE("a Han word has its pinyin, the likeliest reading first") {
  struct Row {
    const char* word;
    const char* keys;
    const char* reason;
  };
  for (const Row& row : {
           Row{"提现", "tixian", "plain"},
           Row{"提現", "tixian", "traditional characters are folded before"},
           Row{"银行", "yinhang", "the word says that 行 is hang"},
           Row{"进行", "jinxing", "and here that it is xing"},
           Row{"行", "xing hang", "alone it may be either"},
           Row{"重置密码", "chongzhimima", "again"},
           Row{"重要", "zhongyao", "heavy"},
           Row{"长", "chang zhang", "long, to grow"},
           Row{"还", "hai huan", "still, to give back"},
           Row{"还款", "huankuan", "to give back"},
           Row{"收藏", "shoucang", "to keep, not Tibet"},
           Row{"率", "lv lu shuai", "ü as v, as u, then the other reading"},
           Row{"汇率", "huilv huilu", "a rate"},
           Row{"绿色", "lvse lvshai luse lushai", "ü and two readings"},
           Row{"女", "nv nu", "ü"},
           Row{"著名", "zhuming", "the fold makes 著 and 着 one"},
           Row{"接著", "jiezhe jiezhao jiezhuo jiezhu", "and here it is the other"},
           Row{"策略", "celve celue", "üe"},
           Row{"验证码", "yanzhengma", "plain"},
           Row{"账户", "zhanghu", "plain"},
           Row{"角色", "juese", "the word says which reading"},
           Row{"区块链", "qukuailian", "not ou"},
           Row{"usdt", "", "not Han"},
           Row{"usdt提现", "", "words of two scripts are cut before"},
           Row{"パスワード", "", "not Han"},
           Row{"", "", "nothing"},
       }) {
    CAPTURE(std::string(row.reason));
    CHECK_MESSAGE(pinyin(row.word) == row.keys, std::string(row.word));
  }
}

TEST_CASE("a word has at most eight keys, and long text none") {
  CHECK(pinyin_of_word(u"还长行重率藏得着调传").size() == kMostKeys);
  CHECK(pinyin_of_word(std::u16string(1000, u'行')).empty());
}

TEST_CASE("Latin letters that are pinyin meet the word") {
  for (const MeetingRow& row : {
           MeetingRow{"提现", "tixian", "run together"},
           MeetingRow{"提现", "TiXian", "case is folded"},
           MeetingRow{"提现", "ti xian", "a space between syllables"},
           MeetingRow{"提现", "tíxiàn", "tone marks"},
           MeetingRow{"提现", "ti2xian4", "tone digits"},
           MeetingRow{"提现", "ti2 xian4", "and spaces"},
           MeetingRow{"西安", "xi'an", "an apostrophe"},
           MeetingRow{"西安", "xi’an", "of typographers"},
           MeetingRow{"重置", "chongzhi", "the reading that is meant"},
           MeetingRow{"银行卡", "yinhangka", "three syllables"},
           MeetingRow{"率", "lǜ", "ü with a tone"},
           MeetingRow{"率", "lü", "ü"},
           MeetingRow{"率", "lv", "as input methods have it"},
           MeetingRow{"汇率", "huilu", "without its dots"},
           MeetingRow{"略", "lue", "üe without its dots"},
           MeetingRow{"区", "qv", "the ü key after q"},
           MeetingRow{"到賬", "daozhang", "traditional"},
           MeetingRow{"还款", "huankuan", "a reading that is not the character's commonest"},
           MeetingRow{"长", "zhang", "the second reading of a character alone"},
       }) {
    CAPTURE(std::string(row.reason));
    CHECK_MESSAGE(meet(pinyin_of_word, pinyin_of_typed, row.word, row.typed, kFolds), std::string(row.word), " ",
                  std::string(row.typed));
  }
  for (const MeetingRow& row : {
           MeetingRow{"提现", "tixiang", "another sound"},
           MeetingRow{"提现", "tixin", "another sound"},
           MeetingRow{"充值", "congzi", "near sounds are for homophones"},
           MeetingRow{"银行", "yinxing", "银杏 sounds so, a bank never"},
           MeetingRow{"提现", "withdraw", "not pinyin"},
           MeetingRow{"提现", "提现", "what is typed in Han has no pinyin to find"},
           MeetingRow{"提现", "tixian.", "punctuation is no letter of pinyin"},
           MeetingRow{"路", "lv", "lu is no lü"},
       }) {
    CAPTURE(std::string(row.reason));
    CHECK_MESSAGE(!meet(pinyin_of_word, pinyin_of_typed, row.word, row.typed, kFolds), std::string(row.word), " ",
                  std::string(row.typed));
  }
}

TEST_CASE("pinyin is what can be cut into syllables, the last perhaps unfinished") {
  for (const char* whole : {"tixian", "chongzhi", "xian", "yinhang", "zhuangtai", "er", "nv", "lve", "a"}) {
    CHECK_MESSAGE(is_pinyin(to_utf16(whole), false), std::string(whole));
    CHECK_MESSAGE(is_pinyin(to_utf16(whole), true), std::string(whole));
  }
  for (const char* open : {"tix", "chongzh", "t", "chon", "yinhangk", "zhua", "zhuangt", "yanzhen"}) {
    CHECK_MESSAGE(is_pinyin(to_utf16(open), true), std::string(open));
  }
  for (const char* open : {"tix", "chongzh", "t", "chon", "yinhangk"}) {
    CHECK_MESSAGE(!is_pinyin(to_utf16(open), false), std::string(open));
  }
  for (const char* never : {"withdraw", "btc", "usdt", "kyc", "i", "tixvan", "ti xian", "tí", "2fa", ""}) {
    CHECK_MESSAGE(!is_pinyin(to_utf16(never), true), std::string(never));
  }
  CHECK(!is_pinyin(std::u16string(100000, u'a'), true));
}

TEST_CASE("initials meet words of two to eight characters") {
  for (const MeetingRow& row : {
           MeetingRow{"提现", "tx", "two"},
           MeetingRow{"充值", "cz", "ch as c, zh as z"},
           MeetingRow{"充值", "chzh", "whole"},
           MeetingRow{"重置", "cz", "the reading that is meant"},
           MeetingRow{"银行", "yh", "the reading that is meant"},
           MeetingRow{"验证码", "yzm", "three"},
           MeetingRow{"谷歌验证器", "ggyzq", "five"},
           MeetingRow{"安全", "aq", "a vowel at the beginning"},
           MeetingRow{"長度", "cd", "traditional"},
       }) {
    CAPTURE(std::string(row.reason));
    CHECK_MESSAGE(meet(pinyin_initials_of_word, pinyin_initials_of_typed, row.word, row.typed, kFolds),
                  std::string(row.word), " ", std::string(row.typed));
  }
  for (const MeetingRow& row : {
           MeetingRow{"提现", "t", "one letter says nothing"},
           MeetingRow{"钱", "q", "nor does one character"},
           MeetingRow{"提现", "xt", "another order"},
           MeetingRow{"提现", "txx", "another length"},
           MeetingRow{"充值", "chz", "half of them whole is not how people type"},
           MeetingRow{"维护", "vh", "no syllable begins with v"},
           MeetingRow{"提现申请审核状态查询页面", "txsqshztcxym", "too long for initials"},
       }) {
    CAPTURE(std::string(row.reason));
    CHECK_MESSAGE(!meet(pinyin_initials_of_word, pinyin_initials_of_typed, row.word, row.typed, kFolds),
                  std::string(row.word), " ", std::string(row.typed));
  }
}

TEST_CASE("words of the same sound meet") {
  for (const MeetingRow& row : {
           MeetingRow{"提现", "体现", "one sound but for the tone"},
           MeetingRow{"账户", "帐户", "one word"},
           MeetingRow{"充值", "冲值", "the usual slip"},
           MeetingRow{"登录", "登陆", "the usual slip"},
           MeetingRow{"验证码", "验正吗", "three"},
           MeetingRow{"重置", "充值", "chongzhi, both"},
           MeetingRow{"密码", "迷马", "no word at all"},
           MeetingRow{"提現", "体现", "traditional"},
           MeetingRow{"银行", "音航", "the reading that is meant"},
       }) {
    CAPTURE(std::string(row.reason));
    CHECK_MESSAGE(meet(homophone_of_word, homophone_of_typed, row.word, row.typed, kFolds), std::string(row.word), " ",
                  std::string(row.typed));
  }
  for (const MeetingRow& row : {
           MeetingRow{"提现", "体验", "another sound"},
           MeetingRow{"提现", "tixian", "Latin letters are for pinyin"},
           MeetingRow{"现", "线", "single characters have too many of their sound"},
           MeetingRow{"西安", "先", "two syllables are not one"},
           MeetingRow{"自助", "制住", "z is not zh here"},
           MeetingRow{"发货", "花货", "f is not h"},
       }) {
    CAPTURE(std::string(row.reason));
    CHECK_MESSAGE(!meet(homophone_of_word, homophone_of_typed, row.word, row.typed, kFolds), std::string(row.word), " ",
                  std::string(row.typed));
  }
}

TEST_CASE("words of nearly the same sound meet in the coarser row") {
  for (const MeetingRow& row : {
           MeetingRow{"提现", "体现", "the same sound, too"},
           MeetingRow{"充值", "从资", "ch c, zh z"},
           MeetingRow{"身份", "生份", "en eng, sh s"},
           MeetingRow{"信用", "姓用", "in ing"},
           MeetingRow{"上传", "善传", "ang an"},
           MeetingRow{"牛奶", "流奶", "n l"},
           MeetingRow{"理财", "你才", "l n"},
       }) {
    CAPTURE(std::string(row.reason));
    CHECK_MESSAGE(meet(loose_homophone_of_word, loose_homophone_of_typed, row.word, row.typed, kFolds),
                  std::string(row.word), " ", std::string(row.typed));
  }
  for (const MeetingRow& row : {
           MeetingRow{"发货", "花货", "f is not h"},
           MeetingRow{"充值", "冲突", "zhi is not tu"},
           MeetingRow{"东西", "单西", "ong is not an"},
           MeetingRow{"入金", "录金", "r is not l"},
       }) {
    CAPTURE(std::string(row.reason));
    CHECK_MESSAGE(!meet(loose_homophone_of_word, loose_homophone_of_typed, row.word, row.typed, kFolds),
                  std::string(row.word), " ", std::string(row.typed));
  }
}

TEST_CASE("a character has one sound, with near sounds merged") {
  CHECK(to_utf8(sound_of(U'提')) == "ti");
  CHECK(to_utf8(sound_of(U'值')) == "zi");
  CHECK(to_utf8(sound_of(U'证')) == "zen");
  CHECK(to_utf8(sound_of(U'充')) == "cong");
  CHECK(sound_of(U'上') == sound_of(U'善'));
  CHECK(sound_of(U'东') != sound_of(U'单'));
  CHECK(sound_of(U'a').empty());
  CHECK(sound_of(U'か').empty());
  CHECK(sound_of(U'한').empty());
  CHECK(sound_of(U'𠀀').empty());
}

TEST_CASE("every syllable of the table of sounds is one that can be typed") {
  std::size_t characters = 0;
  for (char16_t han = 0x4E00; han < 0xA000; ++han) {
    const SyllableId id = likeliest_syllable(han);
    if (id == 0) continue;
    ++characters;
    CHECK_MESSAGE(is_pinyin(letters_of(id), false), to_utf8(std::u16string(1, han)));
  }
  CHECK(characters > 6900);
  for (const char* han : {"银行", "提现", "重置", "还", "账户", "冻结", "钱包", "链"}) {
    CHECK_MESSAGE(!pinyin(han).empty(), std::string(han));
  }
}

// ICU's reading in letters: without tone, ü as v.
std::u16string icu_reading(const icu::Transliterator& han_to_latin, char16_t han) {
  icu::UnicodeString text(han);
  han_to_latin.transliterate(text);
  std::u16string letters;
  for (std::int32_t i = 0; i < text.length(); ++i) {
    if (text[i] >= u'a' && text[i] <= u'z') letters += text[i];
    if (text[i] == 0x0308) letters.back() = u'v';
  }
  return letters;
}

TEST_CASE("the table of sounds agrees with ICU's") {
  UErrorCode status = U_ZERO_ERROR;
  const std::unique_ptr<icu::Transliterator> han_to_latin(
      icu::Transliterator::createInstance("Han-Latin; NFD", UTRANS_FORWARD, status));
  REQUIRE(U_SUCCESS(status));
  for (char16_t han = 0x4E00; han < 0xA000; ++han) {
    if (likeliest_syllable(han) == 0 || han == u'嗯') continue;  // n alone is no syllable that is typed
    const std::u16string expected = icu_reading(*han_to_latin, han);
    const std::vector<std::vector<SyllableId>> syllables = syllables_of(std::u16string(1, han));
    bool found = false;
    for (const SyllableId id : syllables.front()) found = found || letters_of(id) == expected;
    CHECK_MESSAGE(found, to_utf8(std::u16string(1, han)), " ", to_utf8(expected));
  }
}

TEST_CASE("threads share the table of sounds") {
  std::vector<std::thread> threads;
  std::array<Keys, 4> found;
  for (Keys& keys : found) threads.emplace_back([&keys] { keys = pinyin_of_word(u"提现"); });
  for (std::thread& thread : threads) thread.join();
  for (const Keys& keys : found) CHECK(keys == Keys{u"tixian"});
}

}  // namespace
}  // namespace pharos::text
