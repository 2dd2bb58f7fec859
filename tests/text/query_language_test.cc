// SPDX-License-Identifier: GPL-3.0-or-later
#include "pharos/text/query_language.h"

#include <doctest/doctest.h>

#include <chrono>
#include <map>
#include <set>
#include <thread>

#include "pharos/base/utf8.h"

namespace pharos::text {
namespace {

std::vector<Language> languages(const std::vector<std::string>& tags) {
  std::vector<Language> made;
  for (const std::string& tag : tags) made.push_back(Language::require(tag));
  return made;
}

const std::vector<Language>& all_offered() {
  static const std::vector<Language> made = languages(
      {"en", "zh-Hans", "zh-Hant", "ja", "ko", "ru", "tr", "vi", "es", "pt-BR", "th", "ar", "de", "fr", "uk"});
  return made;
}

// A little index a language: the words of a help center as its lexicon would answer for them.
double known_word(const Language& language, const std::string& word) {
  static const std::map<std::string, std::set<std::string>> index = {
      {"en", {"withdrawal", "withdraw", "deposit", "account", "password", "reset",  "verification",
              "limit",      "address",  "fee",     "frozen",  "network",  "wallet", "card",
              "pending",    "confirm",  "phone",   "status",  "security", "bonus"}},
      {"es",
       {"retiro", "cuenta", "contraseña", "depósito", "verificación", "comisión", "retirar", "dinero", "red", "tarjeta",
        "límite", "clave", "bonus"}},
      {"pt-BR",
       {"saque", "conta", "senha", "depósito", "verificação", "taxa", "sacar", "dinheiro", "rede", "cartão", "limite",
        "retirar", "bonus"}},
      {"tr", {"hesap", "şifre", "para", "çekme", "yatırma", "komisyon", "doğrulama", "kart", "limit", "bonus"}},
      {"vi", {"rút", "tiền", "nạp", "tài", "khoản", "mật", "khẩu", "phí", "xác", "minh", "thẻ"}},
      {"de", {"konto", "einzahlung", "auszahlung", "passwort", "gebühr", "überweisung", "karte"}},
      {"fr", {"compte", "retrait", "dépôt", "frais", "carte", "vérification"}},
      {"ru", {"вывод", "счет", "пароль", "status", "limit"}},
      {"ja", {"出金", "入金", "口座", "残高", "本人", "確認", "書類", "手数", "数料"}},
      {"zh-Hans", {"提现", "充值", "账户", "手续", "续费"}},
      {"zh-Hant", {"提领", "账户", "手续"}},
  };
  const auto found = index.find(language.tag());
  return found != index.end() && found->second.count(word) != 0 ? .6 : 0;
}

struct Row {
  const char* interface_language;
  const char* query;
  const char* expected;
  const char* reason;
};

void check(const std::vector<Row>& rows, const KnownWord& known) {
  for (const Row& row : rows) {
    CAPTURE(std::string(row.interface_language));
    CAPTURE(std::string(row.query));
    CAPTURE(std::string(row.reason));
    const QueryLanguage asked =
        query_language(row.query, Language::require(row.interface_language), all_offered(), known);
    CAPTURE(std::string(asked.reason));
    CHECK(asked.language.tag() == std::string(row.expected));
    CHECK(asked.certainty >= 0);
    CHECK(asked.certainty <= 1);
    if (asked.language.tag() == row.interface_language) {
      CHECK((asked.reason == kAskedInterface || asked.reason == kAskedUnoffered));
    } else {
      CHECK(asked.certainty >= .5);
    }
  }
}

TEST_CASE("a script that the interface's language does not use says which language it is") {
  check({{"en", "вывод", "ru", "one Russian word"},
         {"en", "вывод средств", "ru", "two"},
         {"zh-Hans", "не пришли деньги", "ru", "on a Chinese page"},
         {"ar", "Как пройти KYC?", "ru", "with a code"},
         {"es", "KYC не проходит", "ru", "the code comes first"},
         {"en", "как вывести деньги в гривнах", "ru", "Ukraine's money, Russian words"},
         {"en", "Як вивести гроші?", "uk", "як and гроші are Ukrainian"},
         {"en", "не приходить код підтвердження", "uk", "і is no Russian letter"},
         {"tr", "їжа", "uk", "ї"},
         {"en", "提现", "zh-Hans", "现 is simplified"},
         {"en", "提現失敗", "zh-Hant", "現 and 敗 are not"},
         {"ru", "充值没到账", "zh-Hans", "simplified characters"},
         {"ru", "如何重設密碼", "zh-Hant", "設"},
         {"en", "usdt提现", "zh-Hans", "a ticker says nothing"},
         {"th", "USDT 提現到哪裡", "zh-Hant", "nor does it in capitals"},
         {"en", "链", "zh-Hans", "one character"},
         {"en", "ㄊㄧˊ ㄒㄧㄢˋ", "zh-Hant", "bopomofo is typed in Taiwan"},
         {"en", "出金できない", "ja", "kana"},
         {"en", "ログイン", "ja", "katakana alone"},
         {"en", "ﾊﾟｽﾜｰﾄﾞ 変更", "ja", "half-width katakana"},
         {"ko", "口座の開設", "ja", "kana on a Korean page"},
         {"en", "払込", "ja", "込 and 払 are written in Japan only"},
         {"en", "비밀번호 변경", "ko", "Hangul"},
         {"ja", "출금 USDT", "ko", "with a ticker"},
         {"en", "ㅊㄱ", "ko", "initials"},
         {"en", "ถอนเงินไม่ได้", "th", "Thai"},
         {"vi", "ลืมรหัสผ่าน", "th", "Thai on a Vietnamese page"},
         {"en", "كيف أسحب أموالي", "ar", "Arabic"},
         {"zh-Hant", "محفظة USDT", "ar", "with a ticker"},
         {"en", "withdraw не работает", "ru", "the sentence is Russian, the button is not"},
         {"en", "ошибка Invalid API key", "ru", "a pasted message with one word around it"},
         {"de", "パスワードを忘れました", "ja", "a sentence"},
         {"fr", "暗証番号を忘れた", "ja", "one kana is enough"}},
        {});
}

TEST_CASE("a script that the interface's language does use says nothing else") {
  check({{"ru", "вывод", "ru", "Russian"},
         {"ru", "withdraw не работает", "ru", "with an English button"},
         {"ru", "кошелёк MetaMask", "ru", "with a brand"},
         {"uk", "вивести гроші", "uk", "Ukrainian"},
         {"uk", "пароль", "uk", "the same in Russian"},
         {"ru", "оплата", "ru", "the same in Ukrainian"},
         {"ja", "出金", "ja", "Han alone on a Japanese page"},
         {"ja", "本人確認書類", "ja", "a title in kanji"},
         {"ja", "二段階認証 解除", "ja", "two of them"},
         {"ja", "出金 手数料 無料", "ja", "three"},
         {"ja", "渡邊 口座", "ja", "a name in old characters"},
         {"ja", "USDT 入金", "ja", "with a ticker"},
         {"zh-Hans", "提現", "zh-Hans", "traditional on a simplified page: the page decides"},
         {"zh-Hant", "提现失败", "zh-Hant", "and the other way round"},
         {"zh-Hans", "出金", "zh-Hans", "shared with Japanese"},
         {"zh-Hant", "入金 方法", "zh-Hant", "shared with Japanese"},
         {"zh-Hans", "鲜の味", "zh-Hans", "の on Chinese signs"},
         {"zh-Hans", "withdraw 失败", "zh-Hans", "with an English button"},
         {"zh-Hans", "为什么 my withdrawal is pending", "zh-Hans", "half and half: the page decides"},
         {"ko", "출금 안됨", "ko", "Korean"},
         {"ko", "KYC 인증 실패", "ko", "with a code"},
         {"ko", "提现 어떻게 하나요", "ko", "with a Chinese word"},
         {"th", "ถอน USDT", "th", "Thai"},
         {"ar", "سحب USDT", "ar", "Arabic"},
         {"ar", "کیف اسحب", "ar", "typed on a Persian keyboard"},
         {"ja", "提现できない", "ja", "kana makes it Japanese"}},
        {});
}

TEST_CASE("within one script the letters and little words decide") {
  check({{"ru", "як вивести кошти", "uk", "як is Ukrainian"},
         {"ru", "чому не приходить лист з кодом підтвердження", "uk", "a sentence"},
         {"uk", "почему не приходит письмо с кодом", "ru", "a sentence"},
         {"uk", "вы где мои деньги", "ru", "ы and words"},
         {"ja", "怎么提现", "zh-Hans", "怎么"},
         {"ja", "為什麼提現失敗", "zh-Hant", "為什麼"},
         {"ja", "你们的客服在哪里", "zh-Hans", "你 is not Japanese"},
         {"ja", "无效的 API Key", "zh-Hans", "the forms of 无 and 效"},
         {"ja", "验证码收不到", "zh-Hans", "验 is simplified only"},
         {"zh-Hans", "出金できない", "ja", "kana on a Chinese page"},
         {"zh-Hant", "パスワード 再設定", "ja", "katakana, too"},
         {"zh-Hans", "払込 手数料", "ja", "characters of Japan only"}},
        {});
}

TEST_CASE("sentences in Latin letters tell their language by little words") {
  check({{"ru", "how to withdraw money", "en", "how, to"},
         {"zh-Hans", "how can I reset my password", "en", "he and me are pinyin, how and my are not"},
         {"zh-Hant", "why is my deposit not credited", "en", "a question"},
         {"ja", "I forgot my password", "en", "a statement"},
         {"ja", "where are the withdrawal fees shown", "en", "are might be romaji, where is not"},
         {"ko", "what is the withdrawal limit", "en", "a question"},
         {"ar", "my account was frozen", "en", "my, was"},
         {"th", "HOW DO I WITHDRAW", "en", "shouted"},
         {"es", "how do I change my email", "en", "Latin on Latin"},
         {"pt-BR", "where is my money", "en", "Latin on Latin"},
         {"tr", "can't log in after update", "en", "contracted"},
         {"vi", "how can I get the money back", "en", "can and the could be syllables, how not"},
         {"de", "why was my withdrawal rejected", "en", "was is German, too"},
         {"en", "¿Cómo retiro mi dinero?", "es", "opened with a mark"},
         {"en", "no puedo entrar en mi cuenta", "es", "puedo, mi"},
         {"pt-BR", "olvidé mi contraseña", "es", "ñ, olvidé"},
         {"ru", "cuánto tarda en llegar el depósito", "es", "cuánto"},
         {"en", "Como faço para sacar?", "pt-BR", "faço"},
         {"es", "não consigo entrar na minha conta", "pt-BR", "ã"},
         {"es", "esqueci minha senha, o que faço", "pt-BR", "minha"},
         {"zh-Hans", "onde está meu dinheiro", "pt-BR", "onde, meu"},
         {"en", "şifremi unuttum", "tr", "ş and unuttum"},
         {"es", "param neden gelmedi", "tr", "neden"},
         {"ru", "para çekme işlemi neden bekliyor", "tr", "ç, ş, neden"},
         {"en", "làm sao để rút tiền", "vi", "marks"},
         {"ja", "quên mật khẩu", "vi", "marks"},
         {"es", "tôi không nhận được mã", "vi", "marks"},
         {"en", "toi khong nhan duoc tien", "vi", "without marks, by words"},
         {"en", "Wie kann ich Geld auszahlen?", "de", "wie, kann, ich"},
         {"es", "ich habe mein Passwort vergessen", "de", "ich habe mein"},
         {"en", "où est mon argent", "fr", "où, mon"},
         {"es", "je n'ai pas reçu le code", "fr", "je, pas"},
         {"ar", "comment retirer de l'argent", "fr", "comment, l'"},
         {"en", "what does 提现 mean", "en", "asked in English about a word"},
         {"ru", "what does 提现 mean", "en", "also elsewhere"}},
        {});
}

TEST_CASE("where little words are few, the letter sequences of a sentence help") {
  check({{"en", "hesap kapatma talebim reddedildi", "tr", "no little word, Turkish endings"},
         {"en", "cartera bloqueada tras varios intentos fallidos", "es", "no little word, Spanish endings"},
         {"es", "traders lose money quickly", "en", "no little word"},
         {"ru", "cartera bloqueada tras varios intentos fallidos", "ru", "never alone, where letters are foreign"}},
        {});
}

TEST_CASE("names, tickers, codes and addresses say nothing") {
  std::vector<Row> rows;
  for (const char* page : {"ru", "zh-Hans", "ja", "ko", "th", "ar", "es", "tr", "vi"}) {
    for (const char* query : {"USDT", "usdt", "KYC", "2FA", "API", "Binance", "trc20", "TRC-20", "google authenticator",
                              "BTC ETH", "0xdAC17F958D2ee523a2206206994597C13D831ec7", "support@lumen.example",
                              "recvWindow", "-1021", "P2P", "ios app", "HELP", "429", "maker taker"}) {
      rows.push_back({page, query, page, "the same in every language"});
    }
  }
  check(rows, known_word);
}

TEST_CASE("other letters for the interface's language are not English") {
  check({{"ru", "dsdjl", "ru", "вывод on the wrong layout"},
         {"ru", "rfr dsdtcnb ltymub", "ru", "a sentence on it"},
         {"ru", "vyvod deneg", "ru", "transliterated"},
         {"ru", "kak vivesti dengi na kartu", "ru", "na is Portuguese, too"},
         {"ru", "chto mne delat ya ne mogu voyti", "ru", "me-like little words"},
         {"ru", "gde moi dengi", "ru", "moi is French, too"},
         {"uk", "yak vyvesty groshi", "uk", "transliterated Ukrainian"},
         {"zh-Hans", "tixian", "zh-Hans", "pinyin"},
         {"zh-Hans", "wo de qian you mei you dao", "zh-Hans", "de is Spanish, you English"},
         {"zh-Hans", "zenme tixian", "zh-Hans", "me is English"},
         {"zh-Hans", "she bei huan le", "zh-Hans", "she is English"},
         {"zh-Hant", "czsx", "zh-Hant", "initials"},
         {"zh-Hant", "ji3g4", "zh-Hant", "bopomofo typed as Latin letters"},
         {"ja", "shukkin no hoho", "ja", "no is English"},
         {"ja", "kouza made ikura", "ja", "made is English"},
         {"ja", "nyuukin sareta no to chigau", "ja", "no, to"},
         {"ko", "qlalfqjsgh", "ko", "비밀번호 on the Latin layout"},
         {"ko", "bimilbeonho", "ko", "romanized"},
         {"ko", "in jeung an doem", "ko", "in and an are English"},
         {"th", "tong tam yang ngai", "th", "as Thais chat"},
         {"ar", "kif ana men el bank", "ar", "men is English"},
         {"tr", "sifremi unuttum", "tr", "without marks"},
         {"tr", "para cekme", "tr", "para is Spanish"},
         {"vi", "mat khau", "vi", "without marks"},
         {"vi", "nap tien", "vi", "without marks"},
         {"vi", "lam the nao de rut tien", "vi", "the and de are syllables"},
         {"vi", "khong the dang nhap", "vi", "the"},
         {"vi", "the bi tu choi", "vi", "thẻ bị từ chối"},
         {"es", "contrasena", "es", "without marks"},
         {"es", "como retirar", "es", "the same in Portuguese"},
         {"es", "no puedo sacar", "es", "no is English"},
         {"pt-BR", "nao consigo sacar", "pt-BR", "without marks"},
         {"pt-BR", "verificacao de identidade", "pt-BR", "without marks"},
         {"fr", "depot en attente", "fr", "without marks"},
         {"de", "gebuehren", "de", "ue for ü"}},
        known_word);
}

TEST_CASE("single words move a query only where the index of their language knows them") {
  check({{"ru", "withdrawal", "en", "English on a Russian page"},
         {"zh-Hans", "password reset", "en", "two known words"},
         {"ja", "frozen account", "en", "two known words"},
         {"ar", "deposit address", "en", "two known words"},
         {"es", "account frozen", "en", "two words on a page in Latin letters"},
         {"es", "password", "es", "one English word travels"},
         {"tr", "limit", "tr", "known at home"},
         {"ru", "status", "ru", "the interface's index answers for other ways of typing"},
         {"es", "bonus", "es", "the same everywhere"},
         {"en", "bonus", "en", "the same everywhere"},
         {"en", "contraseña", "es", "a letter and a known word"},
         {"en", "senha", "pt-BR", "known in one language"},
         {"en", "dinero", "es", "known in one language"},
         {"en", "retirar", "en", "known in two: it stays"},
         {"en", "red", "en", "short: red is English and Spanish"},
         {"en", "einzahlung", "de", "known in one language"},
         {"en", "withdrwal", "en", "a typing error"},
         {"ru", "withdrwal", "ru", "known to nobody"},
         {"ru", "sign up", "ru", "too little to tell"},
         {"en", "出金", "ja", "the Japanese index knows it, the Chinese does not"},
         {"en", "充值", "zh-Hans", "and here the other way round"},
         {"ko", "口座 残高", "ja", "known words without kana"}},
        known_word);
}

TEST_CASE("what belongs to several languages stays with the interface") {
  check({{"en", "no", "en", "also Spanish, Italian, Portuguese"},
         {"es", "no", "es", ""},
         {"en", "para", "en", "Spanish, Portuguese, Turkish"},
         {"en", "café", "en", "a borrowed word with its mark"},
         {"en", "São Paulo", "en", "a name"},
         {"en", "José Martí account", "en", "a name"},
         {"es", "Beyoncé", "es", "a name"},
         {"en", "total", "en", "everywhere"},
         {"en", "pаypal", "en", "a Cyrillic а among Latin letters"},
         {"ru", "пaроль", "ru", "a Latin a among Cyrillic ones"},
         {"en", "x с y", "en", "one Cyrillic letter"},
         {"en", "help please ㅠㅠ", "en", "tears"},
         {"en", "ok ㅋㅋ", "en", "laughter"},
         {"en", "😂", "en", "no letters"},
         {"ja", "???", "ja", "no letters"},
         {"en", "", "en", "nothing"},
         {"ru", " \t", "ru", "nothing"}},
        {});
}

TEST_CASE("only what the site offers is answered in") {
  struct Offer {
    std::vector<std::string> offered;
    Row row;
    std::string_view how;
  };
  for (const Offer& offer : {
           Offer{{"en", "ru"}, {"en", "Як вивести гроші?", "ru", "nearer than English"}, kAskedScript},
           Offer{{"en", "es"}, {"en", "パスワード", "en", "no Japanese here"}, kAskedUnoffered},
           Offer{{"en", "zh-Hant"}, {"en", "提现", "zh-Hant", "the only Chinese"}, kAskedScript},
           Offer{{"en", "zh-CN", "zh-TW"}, {"en", "提現", "zh-TW", "by the region's script"}, kAskedScript},
           Offer{
               {"en", "es"}, {"en", "Wie kann ich mein Geld abheben?", "en", "German is not offered"}, kAskedUnoffered},
           Offer{{"en", "es"}, {"es", "não consigo entrar na minha conta", "es", "nor Portuguese"}, kAskedUnoffered},
           Offer{
               {"pt-BR", "pt-PT", "en"}, {"pt-PT", "como faço para sacar", "pt-PT", "stays European"}, kAskedInterface},
           Offer{{"en", "ja"}, {"en", "出金", "ja", "Han is Japanese where Chinese is not offered"}, kAskedScript},
           Offer{{"en", "zh-Hans"}, {"en", "出金できない", "en", "kana is not Chinese"}, kAskedUnoffered},
           Offer{{"en", "ar", "fa", "ur"},
                 {"en", "چطور پول برداشت کنم", "fa", "Persian letters and words"},
                 kAskedScript},
           Offer{{"en", "ar", "fa", "ur"}, {"en", "میرا پیسہ کہاں ہے", "ur", "Urdu words"}, kAskedScript},
           Offer{{"en", "ar", "fa", "ur"},
                 {"fa", "كيف أسحب أموالي من الحساب", "ar", "Arabic letters and words"},
                 kAskedLetters},
           Offer{{"en", "el"}, {"en", "ανάληψη", "el", "Greek"}, kAskedScript},
           Offer{{"en", "hi"}, {"en", "पैसे कैसे निकालें", "hi", "Devanagari"}, kAskedScript},
           Offer{{"en"}, {"en", "вывод", "en", "one language only"}, kAskedUnoffered},
           Offer{{}, {"en", "how", "en", "none"}, kAskedInterface},
       }) {
    CAPTURE(std::string(offer.row.query));
    const QueryLanguage asked =
        query_language(offer.row.query, Language::require(offer.row.interface_language), languages(offer.offered), {});
    CHECK(asked.language.tag() == std::string(offer.row.expected));
    CHECK(asked.reason == offer.how);
  }
}

TEST_CASE("any bytes and any length are taken, and the same query gets the same answer") {
  const Language english = Language::require("en");
  std::string garbage;
  for (int i = 0; i < 4000; ++i) garbage += static_cast<char>(i * 37 % 256);
  for (const std::string& query :
       {garbage, std::string("\xFF\xFE"), std::string("提\xE6\x8F"), std::string(1, '\0'), std::string(100'000, 'a'),
        std::string("'''"), std::string("a'"), std::string("._@")}) {
    for (const Language& page : all_offered()) {
      const QueryLanguage first = query_language(query, page, all_offered(), known_word);
      const QueryLanguage second = query_language(query, page, all_offered(), known_word);
      CHECK(first.language == second.language);
      CHECK(first.certainty == second.certainty);
    }
  }
  CHECK(query_language("\xFF\xFEhow do I withdraw my money", english, all_offered(), {}).language == english);
}

TEST_CASE("threads may ask at once") {
  std::vector<std::thread> threads;
  std::vector<int> right(4);
  for (std::size_t i = 0; i < right.size(); ++i) {
    threads.emplace_back([&right, i] {
      for (int n = 0; n < 50; ++n) {
        const auto asked = query_language("quanto custa e quando chega o dinheiro hoje", Language::require("en"),
                                          all_offered(), known_word);
        right[i] += asked.language.tag() == "pt-BR";
      }
    });
  }
  for (std::thread& thread : threads) thread.join();
  for (const int count : right) CHECK(count == 50);
}

TEST_CASE("the longest query is looked at in a moment") {
  std::string query;
  while (query.size() < 512) query += "mira donde puedo retirar provvisoriamente wodeqianmeiyou ";
  const auto begin = std::chrono::steady_clock::now();
  for (int i = 0; i < 200; ++i) query_language(query, Language::require("zh-Hans"), all_offered(), known_word);
  CHECK(std::chrono::steady_clock::now() - begin < std::chrono::seconds(2));
}

}  // namespace
}  // namespace pharos::text
