// SPDX-License-Identifier: GPL-3.0-or-later
#include "pharos/text/domain_words.h"

#include <doctest/doctest.h>

#include <algorithm>
#include <string>
#include <vector>

#include "pharos/text/analyzer.h"
#include "pharos/text/fold.h"

namespace pharos::text {
namespace {

Analyzer with(const char* language, const std::vector<std::string>& words) {
  const Language parsed = Language::require(language);
  return Analyzer(parsed, std::make_shared<const DomainWords>(parsed, words));
}

std::string words_of(const Analyzer& analyzer, const std::string& text) {
  std::string line;
  for (const Token& token : analyzer.words(text)) line += (line.empty() ? "" : " ") + token.term;
  return line;
}

bool has(const Analyzer& analyzer, const std::string& text, const std::string& word) {
  return (' ' + words_of(analyzer, text) + ' ').find(' ' + word + ' ') != std::string::npos;
}

TEST_CASE("a domain word is one word, and what the dictionary made of it stands beside") {
  struct Row {
    const char* language;
    std::vector<std::string> words;
    const char* text;
    const char* expected;
    const char* why;
  };
  for (const Row& row : std::vector<Row>{
           {"zh-Hans", {}, "提现失败", "提 现 失败", "what ICU leaves of it"},
           {"zh-Hans", {"提现"}, "提现失败", "提现 提 现 失败", "the word and its crumbs"},
           {"zh-Hans", {"提现"}, "怎么提现USDT", "怎么 提现 提 现 usdt", "before Latin letters"},
           {"zh-Hant", {"提現"}, "提現失敗", "提现 提 现 失败", "folded as the texts are"},
           {"zh-Hant", {"提现"}, "提現", "提现 提 现", "the simplified glossary serves too"},
           {"zh-Hans", {"提现"}, "提现在哪里", "提现 提 现在 现 在 哪里", "ICU's 现在 is cut, and stays beside"},
           {"zh-Hans", {"提现"}, "提现金", "提现 提 现金 现 金", "the dictionary may have been right"},
           {"zh-Hans", {"到账"}, "钱到账户里", "钱 到账 到 账户 账 户 里", "or the domain word wrong"},
           {"zh-Hans", {"失败"}, "提现失败", "提 现 失败", "a word the dictionary has is not doubled"},
           {"zh-Hans",
            {"谷歌验证器", "谷歌验证", "验证器"},
            "谷歌验证器",
            "谷歌验证器 谷歌验证 谷 歌 验证器 验证 器",
            "the longest first, shorter ones stay findable"},
           {"zh-Hans", {"被封", "封号"}, "我被封号了", "我 被封 被 封号 封 号 了", "words that overlap"},
           {"zh-Hans", {"提现"}, "提 现", "提 现", "a space is between them"},
           {"zh-Hans", {"提现"}, "提，现", "提 现", "or a comma"},
           {"ja", {"二段階認証"}, "二段階認証を解除", "二段階認証 二 段階 認証 を 解除", ""},
           {"ja", {"レバ"}, "レバー", "レバー", "short kana does not cut a longer word"},
           {"ja", {"出金"}, "出金できない", "出金 でき ない", ""},
           {"th", {"ยืนยันตัวตน"}, "ยืนยันตัวตนไม่ผ่าน", "ยืนยันตัวตน ยืนยัน ตัว ตน ไม่ ผ่าน", ""},
           {"th", {"บิตคอยน์"}, "ฝากบิตคอยน์", "ฝาก บิตคอยน์ บิต คอย น์", "a mark at the end belongs to it"},
           {"th", {"บิตคอยน"}, "ฝากบิตคอยน์", "ฝาก บิต คอย น์", "a word never ends within a character"},
           {"ko", {"출금지연"}, "출금지연 문의", "출금지연 문의", "Korean compounds are searched by their parts"},
           {"en", {"api key"}, "my api key", "my api key", "scripts with spaces have phrases instead"},
       }) {
    CAPTURE(std::string(row.text));
    CAPTURE(std::string(row.why));
    CHECK(words_of(with(row.language, row.words), row.text) == std::string(row.expected));
  }
}

TEST_CASE("only what can be a domain word becomes one") {
  const Language chinese = Language::require("zh-Hans");
  struct Row {
    const char* word;
    bool taken;
    const char* why;
  };
  for (const Row& row : {
           Row{"提现", true, ""},
           Row{"币", false, "one character is a unit"},
           Row{"API 密钥", false, "a space and letters"},
           Row{"USDT", false, "letters"},
           Row{"6位验证码", false, "a digit"},
           Row{"出金지연", false, "Hangul"},
           Row{"一二三四五六七八九十一二", true, "twelve"},
           Row{"一二三四五六七八九十一二三", false, "thirteen"},
           Row{"", false, ""},
           Row{"提现！", false, "punctuation"},
       }) {
    CAPTURE(std::string(row.word));
    CHECK(DomainWords(chinese, {row.word}).size() == (row.taken ? 1 : 0));
  }
}

TEST_CASE("words that help centers need are built in") {
  struct Row {
    const char* language;
    const char* text;
    const char* word;
  };
  for (const Row& row : {
           Row{"zh-Hans", "为什么我的提现还没到账", "提现"},
           Row{"zh-Hans", "提现时间要多久", "提现"},
           Row{"zh-Hans", "充值未到账怎么办", "充值"},
           Row{"zh-Hans", "充值未到账怎么办", "未到账"},
           Row{"zh-Hans", "谷歌验证器丢了", "谷歌验证器"},
           Row{"zh-Hans", "谷歌验证器丢了", "验证器"},
           Row{"zh-Hans", "扫描二维码", "二维码"},
           Row{"zh-Hans", "USDT手续费多少", "手续费"},
           Row{"zh-Hant", "為什麼提現失敗", "提现"},
           Row{"zh-Hant", "我的帳號被盜", "账号"},
           Row{"zh-Hant", "儲值沒有到帳", "储值"},
           Row{"yue", "點樣提現", "提现"},
           Row{"ja", "ビットコインの着金が遅い", "ビットコイン"},
           Row{"ja", "二段階認証アプリ", "二段階認証"},
           Row{"ja", "本人確認に落ちた", "本人確認"},
           Row{"th", "ลืมรหัสผ่าน", "รหัสผ่าน"},
           Row{"th", "ถอนเงินไม่ได้", "ถอนเงิน"},
           Row{"th", "เหรียญคริปโตไม่เข้า", "คริปโต"},
       }) {
    CAPTURE(std::string(row.text));
    CHECK(has(Analyzer(Language::require(row.language)), row.text, row.word));
  }
  CHECK(builtin_domain_words(Language::require("en")) == nullptr);
  CHECK(builtin_domain_words(Language::require("zh-Hant")) == builtin_domain_words(Language::require("zh-Hans")));
}

TEST_CASE("every built-in word of every language is one word") {
  for (const char* tag : {"zh-Hans", "yue", "ja", "th"}) {
    const Language language = Language::require(tag);
    const std::string all = '\n' + builtin_domain_text();
    const std::string name = '\n' + std::string(language.primary()) + ':';
    const std::size_t begin = all.find(name) + name.size();
    const std::string list = all.substr(begin, all.find('\n', begin) - begin);
    for (std::size_t at = 0; at < list.size();) {
      const std::size_t end = std::min(list.find(' ', at), list.size());
      const std::string word = list.substr(at, end - at);
      CAPTURE(word);
      CHECK(Analyzer(language).words(word).front().term == word);
      CHECK(builtin_domain_words(language)->contains(to_utf16(word)));
      at = end + 1;
    }
  }
}

TEST_CASE("n-grams, pairs and the key of a title do not change with domain words") {
  for (const char* tag : {"zh-Hans", "ja", "th"}) {
    const Language language = Language::require(tag);
    const Analyzer plain(language, nullptr);
    const Analyzer with_words(language);
    for (const char* text : {"谷歌验证器的二维码", "二段階認証アプリの設定", "ยืนยันตัวตนสองชั้น", "USDT充值"}) {
      CAPTURE(std::string(text));
      CHECK(plain.sameness_key(text) == with_words.sameness_key(text));
      std::vector<Token> one;
      std::vector<Token> other;
      for (const Token& token : plain.analyze(text)) {
        if (token.term_class != TermClass::kWord && token.term_class != TermClass::kContent) one.push_back(token);
      }
      for (const Token& token : with_words.analyze(text)) {
        if (token.term_class != TermClass::kWord && token.term_class != TermClass::kContent) other.push_back(token);
      }
      CHECK(print(one) == print(other));
    }
  }
}

TEST_CASE("where words begin one after another nothing of the text is left out") {
  const Analyzer analyzer = with("zh-Hans", {"被封", "封号", "提现", "现时", "金额", "谷歌验证器", "器件"});
  for (const char* text : {"我被封号了", "提现时间", "提现金额", "谷歌验证器件坏了", "现时提现现时", "被封封号被"}) {
    CAPTURE(std::string(text));
    std::uint32_t end = 0;
    for (const Token& token : analyzer.words(text)) {
      CHECK(token.begin <= end);
      if (token.begin == end) end = token.end;
    }
    CHECK(end == std::string(text).size());
  }
}

TEST_CASE("places of domain words are found with those inside and across others") {
  const DomainWords words(Language::require("zh-Hans"), {"谷歌验证", "谷歌验证器", "验证器", "器官"});
  std::string line;
  for (const DomainMatch& match : words.find(u"a谷歌验证器官")) {
    line += std::to_string(match.begin) + '-' + std::to_string(match.end) + ' ';
  }
  CHECK(line == "1-6 1-5 3-6 5-7 ");
  CHECK(words.find(u"").empty());
  CHECK(words.find(u"谷歌").empty());
  CHECK(words.contains(u"谷歌验证"));
  CHECK_FALSE(words.contains(u"谷歌"));
  CHECK(domain_words(Language::require("zh-Hans"), {"龙虾币"}).contains(u"龙虾币"));
  CHECK(domain_words(Language::require("zh-Hans"), {"龙虾币"}).contains(u"提现"));
}

}  // namespace
}  // namespace pharos::text
