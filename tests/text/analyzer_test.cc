// SPDX-License-Identifier: GPL-3.0-or-later
#include "pharos/text/analyzer.h"

#include <doctest/doctest.h>

#include <algorithm>
#include <set>

namespace pharos::text {
namespace {

/// The terms of one class, in the order of the text.
std::string terms(const char* language, std::string_view text, TermClass term_class) {
  std::string line;
  const Analyzer analyzer(Language::require(language));
  for (const Token& token : term_class == TermClass::kWord ? analyzer.words(text) : analyzer.analyze(text)) {
    if (token.term_class == term_class) line += (line.empty() ? "" : " ") + token.term;
  }
  return line;
}

struct Row {
  const char* language;
  const char* text;
  const char* expected;
};

TEST_CASE("words of the interface's languages") {
  for (const Row& row : {
           Row{"en", "Why hasn't my USDT deposit arrived?", "why hasn't my usdt deposit arrived"},
           Row{"en", "TRC-20, ERC20 & 2FA: 1,250.50 USDT", "trc 20 erc20 2fa 1,250.50 usdt"},
           Row{"ru", "Почему мой вывод ещё не пришёл?", "почему мой вывод еще не пришел"},
           Row{"tr", "Bitcoin'i çekemiyorum", "bitcoin çekemiyorum"},
           Row{"tr", "API’ye İZİN", "apı izin"},
           Row{"vi", "Rút tiền bị từ chối", "rút tiền bị từ chối"},
           Row{"es", "¿Olvidó su contraseña?", "olvidó su contraseña"},
           Row{"pt-BR", "Verificação de identidade", "verificação de identidade"},
           Row{"fr", "L'argent n'arrive pas aujourd'hui", "argent arrive pas aujourd'hui"},
           Row{"it", "Il saldo dell'account", "il saldo account"},
           Row{"ar", "لم يصل الإيداعُ", "لم يصل الإيداع"},
           Row{"th", "บัญชีถูกระงับ", "บัญชี ถูก ระงับ"},
           Row{"zh-Hans", "账户被冻结", "账户 被 冻结"},
           Row{"zh-Hant", "帳戶被凍結", "账户 被 冻结"},
           Row{"ja", "パスワードを忘れた", "パスワード を 忘れ た"},
       }) {
    CAPTURE(std::string(row.text));
    CHECK(terms(row.language, row.text, TermClass::kWord) == std::string(row.expected));
  }
}

TEST_CASE("stems, and Korean words without particles") {
  for (const Row& row : {
           Row{"en", "withdrawals are pending", "withdraw are pend"},
           Row{"ru", "выводы задерживаются", "вывод задержива"},
           Row{"ko", "출금을 했는데 USDT가 없습니다", "출금 했는데 usdt 가 없습니다"},
           Row{"ja", "出金", ""},
           Row{"vi", "rút tiền", ""},
       }) {
    CAPTURE(std::string(row.text));
    CHECK(terms(row.language, row.text, TermClass::kStem) == std::string(row.expected));
  }
}

TEST_CASE("a reader without accents on the keyboard meets the writer who has them") {
  for (const Row& row : {
           Row{"vi", "Rút tiền, Đăng nhập", "Rut tien, Dang nhap"},
           Row{"es", "contraseña olvidada", "contrasena olvidada"},
           Row{"tr", "şifremi değiştir", "sifremi degistir"},
           Row{"ar", "المحفظة", "المحفظه"},
       }) {
    CAPTURE(std::string(row.text));
    std::set<std::string> with;
    std::set<std::string> without;
    const Analyzer analyzer(Language::require(row.language));
    for (const Token& token : analyzer.analyze(row.text)) {
      if (token.term_class == TermClass::kBare) with.insert(token.term);
    }
    for (const Token& token : analyzer.analyze(row.expected)) {
      if (token.term_class == TermClass::kBare) without.insert(token.term);
    }
    const bool meet =
        std::any_of(without.begin(), without.end(), [&](const std::string& term) { return with.contains(term); });
    CHECK_MESSAGE(meet, row.text);
  }
}

TEST_CASE("n-grams of scripts without spaces overlap, other words stay whole") {
  CHECK(terms("zh-Hans", "提现USDT失败", TermClass::kBigram) == "提现 失败 usdt");
  CHECK(terms("zh-Hans", "提现", TermClass::kUnit) == "提 现");
  CHECK(terms("zh-Hans", "币", TermClass::kBigram) == "币");
  CHECK(terms("zh-Hans", "提现失败", TermClass::kBigram) == "提现 现失 失败");
  CHECK(terms("zh-Hans", "提现失败", TermClass::kTriple) == "");
  CHECK(terms("ko", "출금지연", TermClass::kBigram) == "출금 금지 지연");
  CHECK(terms("en", "deposit 提现", TermClass::kBigram) == "");
}

TEST_CASE("Japanese content is what has a kanji or katakana in it, kana of both kinds alike") {
  CHECK(terms("ja", "出金できません", TermClass::kContent).find("出金") == 0);
  CHECK(terms("ja", "できません", TermClass::kContent) == "");
  CHECK(terms("ja", "パスワード", TermClass::kContent).find("ぱすわーど") == 0);
}

TEST_CASE("what stands together is counted in the second look only") {
  // See neighbours_test.cc.
  for (const char* language : {"en", "vi", "ru", "th", "zh-Hans"}) {
    CHECK(terms(language, "rút tiền ngay", TermClass::kPair) == "");
    CHECK(terms(language, "rút tiền ngay", TermClass::kBarePair) == "");
  }
  CHECK(terms("en", "withdrawal pending", TermClass::kWord) == "withdrawal pending");
  CHECK(print(Analyzer(Language::require("en")).analyze("Withdrawals")).find("word:") == std::string::npos);
}

TEST_CASE("dotted names are found whole and by their parts") {
  CHECK(terms("en", "support.example.com", TermClass::kWord) == "support.example.com support example com");
  CHECK(terms("en", "order_id", TermClass::kWord) == "order_id order id");
  CHECK(terms("en", "1.5", TermClass::kWord) == "1.5");
  CHECK(terms("en", "v2.api", TermClass::kWord).find("api") != std::string::npos);
}

TEST_CASE("one line shows the tokens with their places") {
  CHECK(print(Analyzer(Language::require("sw")).analyze("Weka ﬁx")) ==
        "word:weka@0-4 word:fix@5-9 bare:weka@0-4 bare:fix@5-9");
  CHECK(print(Analyzer(Language::require("zh-Hans")).analyze("ＡＢ提现")) ==
        "word:ab@0-6 word:提现@6-12 word:提@6-9 word:现@9-12 unit:提@6-9 unit:现@9-12 unit:ab@0-6 bigram:提现@6-12 "
        "bigram:ab@0-6");
  CHECK(print({}) == "");
}

TEST_CASE("terms too long for an index are cut and stay distinct") {
  const std::string common(250, 'x');
  for (const char* language : {"en", "ru", "sw"}) {
    const auto one = Analyzer(Language::require(language)).words(common + "a");
    const auto other = Analyzer(Language::require(language)).words(common + "b");
    REQUIRE(one.size() == 1);
    CHECK(one[0].term.size() <= kMaxTermBytes);
    CHECK(one[0].term != other[0].term);
    CHECK(one[0].end == 251);
    CHECK(Analyzer(Language::require(language)).words(common + "A")[0].term == one[0].term);
  }
  std::string cyrillic;
  for (int i = 0; i < 120; ++i) cyrillic += "ж";
  CHECK(Analyzer(Language::require("ru")).words(cyrillic)[0].term.size() <= kMaxTermBytes);
  CHECK(Analyzer(Language::require("en")).words(std::string(200, 'y'))[0].term == std::string(200, 'y'));
}

TEST_CASE("the same title is the same without case, punctuation and width") {
  const Analyzer english(Language::require("en"));
  CHECK(english.sameness_key("How do I withdraw?") == "how do i withdraw");
  CHECK(english.sameness_key("how do i  WITHDRAW") == english.sameness_key("How do I withdraw?"));
  CHECK(english.sameness_key("?!") == "");
  CHECK(english.sameness_key(std::string(5000, 'a') + " b").size() <= kMaxTermBytes);
  const Analyzer chinese(Language::require("zh-Hant"));
  CHECK(chinese.sameness_key("帳戶被凍結？") == Analyzer(Language::require("zh-Hans")).sameness_key("账户被冻结"));
}

TEST_CASE("the fingerprint is the same at every call and names what decides the terms") {
  CHECK(Analyzer::fingerprint() == Analyzer::fingerprint());
  CHECK(Analyzer::fingerprint().size() == 16);
}

}  // namespace
}  // namespace pharos::text
