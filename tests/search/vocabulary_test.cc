// SPDX-License-Identifier: GPL-3.0-or-later
#include "pharos/search/vocabulary.h"

#include <doctest/doctest.h>

#include <chrono>

#include "pharos/index/analyzers.h"

namespace pharos::search {
namespace {

struct TermRow {
  const char* language;
  content::GlossaryTerm term;
};

const index::Catalog& catalog() {
  static const index::Catalog catalog = [] {
    const std::vector<TermRow> rows = {
        {"ar", {"withdrawal", "السحب", {"سحب"}, {"اسحب فلوسي"}, ""}},
        {"ar", {"deposit", "إيداع", {"شحن الرصيد"}, {}, ""}},
        {"en", {"withdrawal", "withdrawal", {"cash out", "payout"}, {"wd", "get my money out"}, ""}},
        {"en", {"deposit", "deposit", {"top up", "add funds"}, {"depo"}, ""}},
        {"en", {"usdt", "USDT", {"Tether"}, {}, ""}},
        {"en", {"authenticator", "authenticator app", {"Google Authenticator", "authenticator"}, {"ga"}, ""}},
        {"en", {"network", "network", {"chain", "blockchain"}, {"l2"}, ""}},
        {"en", {"network-fee", "network fee", {"gas fee", "miner fee"}, {"gas"}, ""}},
        {"en", {"erc20", "ERC-20", {"ERC20"}, {}, ""}},
        {"en", {"", "sub-account", {"child account"}, {}, ""}},
        {"es", {"network", "red", {"cadena"}, {}, ""}},
        {"es", {"kyc", "verificación de identidad", {"KYC"}, {"verificarme"}, ""}},
        {"ja", {"withdrawal", "出金", {"引き出し"}, {"お金を出す"}, ""}},
        {"ja", {"2fa", "二段階認証", {"2FA", "二要素認証"}, {"ワンパス"}, ""}},
        {"ko", {"withdrawal", "출금", {"인출"}, {"돈 빼기"}, ""}},
        {"ko", {"proof-of-address", "거주지 증명", {"주소 증명"}, {}, ""}},
        {"ru", {"withdrawal", "вывод", {"вывод средств", "снятие"}, {"вытащить деньги"}, ""}},
        {"ru", {"usdt", "USDT", {"тезер", "Tether"}, {"юсдт"}, ""}},
        {"ru", {"deposit", "пополнение", {"депозит", "ввод средств"}, {"закинуть"}, ""}},
        {"th", {"withdrawal", "ถอนเงิน", {"การถอน"}, {"เบิกเงิน"}, ""}},
        {"th", {"bitcoin", "บิตคอยน์", {"BTC"}, {}, ""}},
        {"th", {"not-credited", "ไม่เข้าบัญชี", {"ยังไม่ได้รับ", "ไม่เข้า"}, {}, ""}},
        {"tr", {"withdrawal", "çekim", {"para çekme"}, {"paramı çek"}, ""}},
        {"vi", {"withdrawal", "rút tiền", {"rút coin"}, {"lấy tiền ra"}, ""}},
        {"vi", {"wallet", "ví", {"ví điện tử"}, {}, ""}},
        {"zh-Hans", {"withdrawal", "提现", {"提币", "出金"}, {"取钱", "把钱拿出来"}, ""}},
        {"zh-Hans", {"usdt", "USDT", {"泰达币"}, {"u", "u 币"}, ""}},
        {"zh-Hans", {"authenticator", "身份验证器", {"谷歌验证器"}, {"验证器"}, ""}},
        {"zh-Hans", {"network", "网络", {"公链"}, {"链"}, ""}},
        {"zh-Hans", {"explorer", "区块浏览器", {"链上浏览器"}, {}, ""}},
        {"zh-Hans", {"2fa", "双重验证", {"2FA"}, {"6 位验证码"}, ""}},
        {"zh-Hant", {"withdrawal", "提領", {"出金"}, {"換成現金"}, ""}},
    };
    index::Catalog made;
    for (const TermRow& row : rows) {
      const Language language = Language::require(row.language);
      if (made.glossaries.empty() || made.glossaries.back().language != language)
        made.glossaries.emplace_back(language);
      made.glossaries.back().terms.push_back(row.term);
    }
    return made;
  }();
  return catalog;
}

std::vector<Expansion> expand(const char* text, const char* query_language, const char* target_language) {
  static const Vocabulary vocabulary(catalog());
  const Language language = Language::require(query_language);
  return vocabulary.expansions(index::analyzer_for(language, catalog().glossaries), text, language,
                               Language::require(target_language));
}

/// "kind:from=to" for each, divided by "; ".
std::string line(const char* text, const char* query_language, const char* target_language) {
  std::string all;
  for (const Expansion& one : expand(text, query_language, target_language)) {
    all += (all.empty() ? "" : "; ") + std::string(one.kind) + ':' + one.from + '=' + one.to;
  }
  return all;
}

struct Row {
  const char* query;
  const char* language;
  const char* target;
  const char* expected;
  const char* why;
};

void hold(const std::vector<Row>& rows) {
  for (const Row& row : rows) {
    CAPTURE(std::string(row.query));
    CAPTURE(std::string(row.why));
    CHECK(line(row.query, row.language, row.target) == std::string(row.expected));
  }
}

TEST_CASE("term and synonyms lead to each other") {
  hold({
      {"my withdrawal", "en", "en", "synonym:withdrawal=cash out; synonym:withdrawal=payout", "term"},
      {"Cash out to bank", "en", "en", "synonym:Cash out=withdrawal; synonym:Cash out=payout", "a phrase"},
      {"cashed out", "en", "en", "synonym:cashed out=withdrawal; synonym:cashed out=payout", "its stems"},
      {"cash-out", "en", "en", "synonym:cash-out=withdrawal; synonym:cash-out=payout", "a hyphen for the space"},
      {"withdrawals", "en", "en", "synonym:withdrawals=cash out; synonym:withdrawals=payout", "plural"},
      {"ERC 20", "en", "en", "synonym:ERC 20=ERC20", "ERC-20 is two words"},
      {"вывода средств", "ru", "ru", "synonym:вывода средств=снятие", "endings; вывод stands there already"},
      {"купил тезер", "ru", "ru", "synonym:тезер=USDT; synonym:тезер=Tether", ""},
      {"ввод средств", "ru", "ru", "synonym:ввод средств=пополнение; synonym:ввод средств=депозит", ""},
      {"cadena", "es", "es", "synonym:cadena=red", ""},
      {"KYC", "es", "es", "synonym:KYC=verificación de identidad", ""},
      {"para çekme işlemi", "tr", "tr", "synonym:para çekme=çekim", ""},
      {"rút tiền không được", "vi", "vi", "synonym:rút tiền=rút coin", ""},
      {"출금이 안돼요", "ko", "ko", "synonym:출금이=인출", "with a particle"},
      {"인출은 언제", "ko", "ko", "synonym:인출은=출금", ""},
      {"出金できない", "ja", "ja", "synonym:出金=引き出し", "inside a run"},
      {"二要素認証の設定", "ja", "ja", "synonym:二要素認証=二段階認証; synonym:二要素認証=2FA", ""},
      {"怎么提现", "zh-Hans", "zh-Hans", "synonym:提现=提币; synonym:提现=出金", "inside a run"},
      {"提现到银行要多久", "zh-Hans", "zh-Hans", "synonym:提现=提币; synonym:提现=出金", ""},
      {"提幣失敗", "zh-Hans", "zh-Hans", "synonym:提幣=提现; synonym:提幣=出金", "traditional letters"},
      {"泰达币没到", "zh-Hans", "zh-Hans", "synonym:泰达币=USDT", ""},
      {"ถอนเงินไม่ได้", "th", "th", "synonym:ถอนเงิน=การถอน", ""},
      {"ガスが高い", "ja", "ja", "", "no such term"},
      {"ฝากบิตคอยน์", "th", "th", "synonym:บิตคอยน์=BTC", ""},
      {"เงินไม่เข้าบัญชี", "th", "th", "synonym:ไม่เข้าบัญชี=ยังไม่ได้รับ", "marks within; ไม่เข้า stands there"},
      {"كيف سحب الرصيد", "ar", "ar", "", "سحب and السحب have one stem: nothing else to say"},
      {"شحن الرصيد", "ar", "ar", "synonym:شحن الرصيد=إيداع", ""},
  });
}

TEST_CASE("what readers type leads to the term and not back") {
  hold({
      {"wd pending", "en", "en", "typed:wd=withdrawal; typed:wd=cash out; typed:wd=payout", ""},
      {"how do I get my money out?", "en", "en",
       "typed:get my money out=withdrawal; typed:get my money out=cash out; typed:get my money out=payout", ""},
      {"ga code", "en", "en", "typed:ga=authenticator app; typed:ga=Google Authenticator; typed:ga=authenticator", ""},
      {"закинуть на счет", "ru", "ru", "typed:закинуть=пополнение; typed:закинуть=депозит; typed:закинуть=ввод средств",
       ""},
      {"怎么取钱", "zh-Hans", "zh-Hans", "typed:取钱=提现; typed:取钱=提币; typed:取钱=出金", ""},
      {"我要把钱拿出来", "zh-Hans", "zh-Hans", "typed:把钱拿出来=提现; typed:把钱拿出来=提币; typed:把钱拿出来=出金",
       ""},
      {"买 u", "zh-Hans", "zh-Hans", "typed:u=USDT; typed:u=泰达币", ""},
      {"u币没到账", "zh-Hans", "zh-Hans", "typed:u币=USDT; typed:u币=泰达币", "with or without the space"},
      {"6位验证码", "zh-Hans", "zh-Hans", "typed:6位验证码=双重验证; typed:6位验证码=2FA", ""},
      {"เบิกเงิน", "th", "th", "typed:เบิกเงิน=ถอนเงิน; typed:เบิกเงิน=การถอน", ""},
      {"돈빼기", "ko", "ko", "typed:돈빼기=출금; typed:돈빼기=인출", "spaces left out"},
      {"lấy tiền ra", "vi", "vi", "typed:lấy tiền ra=rút tiền; typed:lấy tiền ra=rút coin", ""},
  });
}

TEST_CASE("marks may be left out but not be wrong") {
  hold({
      {"rut tien", "vi", "vi", "synonym:rut tien=rút coin", "no marks"},
      {"ruttien", "vi", "vi", "synonym:ruttien=rút tiền; synonym:ruttien=rút coin", "and no space"},
      {"vi dien tu", "vi", "zh-Hans", "", "no such concept there"},
      {"vì sao", "vi", "vi", "", "vì (because) is not ví (wallet)"},
      {"verificacion de identidad", "es", "es", "synonym:verificacion de identidad=KYC", ""},
      {"cekim", "tr", "tr", "synonym:cekim=para çekme", ""},
      {"ايداع", "ar", "ar", "synonym:ايداع=شحن الرصيد", "alef without hamza"},
  });
}

TEST_CASE("the longest phrase counts, not what stands inside it") {
  hold({
      {"network fee", "en", "en", "synonym:network fee=gas fee; synonym:network fee=miner fee", "not network"},
      {"gas fee on this chain", "en", "en",
       "synonym:gas fee=network fee; synonym:gas fee=miner fee; synonym:chain=network; synonym:chain=blockchain", ""},
      {"Google Authenticator", "en", "en", "synonym:Google Authenticator=authenticator app",
       "authenticator stands there already"},
      {"谷歌验证器", "zh-Hans", "zh-Hans", "synonym:谷歌验证器=身份验证器", "not 验证器"},
      {"链上浏览器", "zh-Hans", "zh-Hans", "synonym:链上浏览器=区块浏览器", "not 链"},
  });
}

TEST_CASE("what must not match") {
  hold({
      {"", "en", "en", "", "nothing"},
      {"?!", "en", "en", "", "no words"},
      {"cash, out of money", "en", "en", "", "a comma divides"},
      {"out cash", "en", "en", "", "the order counts"},
      {"top of the page, up", "en", "en", "", ""},
      {"gasoline", "en", "en", "", "the beginning of a word"},
      {"sub", "en", "en", "", "half a phrase"},
      {"ERC-721", "en", "en", "", ""},
      {"usdc", "en", "en", "", "USDC is not USDT"},
      {"区块链是什么", "zh-Hans", "zh-Hans", "", "one character stands alone or not at all"},
      {"提 现", "zh-Hans", "en", "translation:提 现=withdrawal; translation:提 现=cash out; translation:提 现=payout",
       "spaces do not matter"},
      {"提，现", "zh-Hans", "zh-Hans", "", "a comma does"},
      {"red button", "en", "en", "", "red is a network in Spanish only"},
      {"ga", "ru", "ru", "", "what others type is theirs"},
      {"usdt", "tr", "tr", "", "no glossary of that language has the concept"},
      {"withdrawal", "en", "fr", "", "nor a glossary of that language"},
      {"child account", "en", "es", "", "no concept, no translation"},
  });
}

TEST_CASE("a concept leads to its words in the articles' language") {
  hold({
      {"вывод завис", "ru", "en", "translation:вывод=withdrawal; translation:вывод=cash out; translation:вывод=payout",
       ""},
      {"юсдт", "ru", "en", "translation:юсдт=USDT; translation:юсдт=Tether", "typed words too"},
      {"USDT не пришел", "ru", "en", "translation:USDT=Tether", "USDT stands there already"},
      {"提现失败", "zh-Hans", "en", "translation:提现=withdrawal; translation:提现=cash out; translation:提现=payout",
       ""},
      {"rút tiền", "vi", "en",
       "translation:rút tiền=withdrawal; translation:rút tiền=cash out; translation:rút tiền=payout", ""},
      {"cash out", "en", "zh-Hans", "translation:cash out=提现; translation:cash out=提币; translation:cash out=出金",
       ""},
      {"提領", "zh-Hant", "zh-Hans", "synonym:提領=提现; synonym:提領=提币; synonym:提領=出金",
       "two scripts of one language"},
      {"提幣", "zh-Hant", "zh-Hant", "synonym:提幣=提領; synonym:提幣=出金", "a word of the other script's glossary"},
  });
}

TEST_CASE("words of another language lead to the query's own") {
  hold({
      {"泰达币 не пришел", "ru", "ru", "translation:泰达币=USDT; translation:泰达币=тезер; translation:泰达币=Tether",
       ""},
      {"泰達幣", "ru", "ru", "translation:泰達幣=USDT; translation:泰達幣=тезер; translation:泰達幣=Tether",
       "traditional letters"},
      {"тезер", "zh-Hans", "zh-Hans", "translation:тезер=USDT; translation:тезер=泰达币", ""},
      {"тезер", "en", "en", "translation:тезер=USDT; translation:тезер=Tether", ""},
      {"withdrawal ปัญหา", "th", "th", "translation:withdrawal=ถอนเงิน; translation:withdrawal=การถอน", ""},
      {"withdrawal", "vi", "vi", "translation:withdrawal=rút tiền; translation:withdrawal=rút coin", "a long word"},
      {"出金", "en", "en", "translation:出金=withdrawal; translation:出金=cash out; translation:出金=payout", ""},
  });
}

TEST_CASE("expansions tell where the phrase stands and weigh less than it") {
  const std::string text = "Please help: cash out fails";
  const std::vector<Expansion> found = expand(text.c_str(), "en", "en");
  REQUIRE(found.size() == 2);
  for (const Expansion& one : found) {
    CHECK(text.substr(one.begin, one.end - one.begin) == one.from);
    CHECK(one.factor > 0);
    CHECK(one.factor < 1);
    CHECK(one.language == Language::require("en"));
  }
  CHECK(expand("вывод", "ru", "en").front().factor < found.front().factor);
  CHECK(print(expand("cadena", "es", "es")) == "synonym \"cadena\"@0-6 -> \"red\" (es, 0.8)\n");
}

TEST_CASE("a phrase and a query give only so many") {
  index::Catalog large;
  large.glossaries.emplace_back(Language::require("en"));
  std::string query;
  for (int t = 0; t < 10; ++t) {
    content::GlossaryTerm term{"", "word" + std::to_string(t), {}, {}, ""};
    for (int s = 0; s < 20; ++s) term.synonyms.push_back("other" + std::to_string(t) + "x" + std::to_string(s));
    query += term.term + ' ';
    large.glossaries.back().terms.push_back(term);
  }
  const Language english = Language::require("en");
  const Vocabulary vocabulary(large);
  CHECK(vocabulary.expansions(text::Analyzer(english), "word3", english, english).size() == Vocabulary::kMostForPhrase);
  CHECK(vocabulary.expansions(text::Analyzer(english), query, english, english).size() == Vocabulary::kMostForQuery);
}

TEST_CASE("no glossary, no expansions") {
  const Vocabulary vocabulary{index::Catalog{}};
  const Language english = Language::require("en");
  CHECK(vocabulary.expansions(text::Analyzer(english), "withdrawal", english, english).empty());
}

TEST_CASE("a long query of nothing but terms takes no time") {
  std::string text;
  while (text.size() < 480) text += "cash out gas fee network 提现 ";
  const auto begin = std::chrono::steady_clock::now();
  for (int i = 0; i < 20; ++i) expand(text.c_str(), "en", "en");
  CHECK(std::chrono::steady_clock::now() - begin < std::chrono::seconds(2));
}

}  // namespace
}  // namespace pharos::search
