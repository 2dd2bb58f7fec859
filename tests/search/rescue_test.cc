// SPDX-License-Identifier: GPL-3.0-or-later
#include "search/rescue.h"

#include <doctest/doctest.h>

#include <map>
#include <memory>

#include "tiny_site.h"

namespace pharos::search {
namespace {

struct Page {
  const char* tag;
  const char* title;
  const char* text;
};

// What the index of each language knows; nothing else is ever a repair.
constexpr Page kPages[] = {
    {"en", "Withdraw USDT", "How to withdraw USDT on the TRC20 network. Withdrawal fee 20 USDT."},
    {"en", "Deposit address", "Your deposit address on the ERC20 network. Minimum 100."},
    {"en", "Reset password", "Reset your password. Verification code by e-mail. Identity verification."},
    {"en", "Account locked", "An account is locked after wrong codes. The price of BTC."},
    {"ru", "Вывод средств", "Вывод средств на карту. Пополнить счёт. Пароль. Комиссия USDT."},
    {"ru", "Пополнение", "Пополнение счёта, подтверждение, забыл пароль. Кошелёк ERC20."},
    {"zh-Hans", "提现失败", "提现失败怎么办。提现没到账。"},
    {"zh-Hans", "充值地址", "充值地址和手续费。时间安排。"},
    {"zh-Hans", "重置密码", "重置密码，谷歌验证码。客服"},
    {"zh-Hans", "显示余额", "显示余额设置，USDT"},
    {"zh-Hant", "登入", "請登入。錢包"},
    {"ja", "出金できない", "出金できない場合は、パスワードを確認してください。入金。"},
    {"ja", "二段階認証", "二段階認証を設定する。口座の残高。"},
    {"ko", "비밀번호 재설정", "비밀번호를 재설정하세요."},
    {"ko", "출금 지연", "출금이 지연되고 있습니다. 수수료"},
    {"vi", "Rút tiền", "Cách rút tiền về ngân hàng. Đổi mật khẩu."},
    {"vi", "Nạp tiền", "Nạp tiền USDT vào tài khoản."},
    {"tr", "Para çekme", "Para çekme işlemi. Şifre sıfırlama."},
    {"es", "Contraseña olvidada", "Cambie su contraseña. Retirar dinero."},
    {"pt-BR", "Verificação", "Verificação de identidade"},
    {"th", "บัญชีถูกระงับ", "ถอนเงินไม่ได้ รหัสผ่าน"},
    {"ar", "كلمة المرور", "غيّر كلمة المرور. سحب معلق"},
    {"de", "Überweisung", "Überweisung und Straße. Passwort zurücksetzen. Internet2"},
};

class Site {
 public:
  explicit Site(std::string_view tag) : site_({std::string(tag)}, articles(tag)), index_(site_.snapshot(), lang(tag)) {}

  static const Site& of(std::string_view tag) {
    static std::map<std::string_view, std::unique_ptr<Site>> sites;
    auto& site = sites[tag];
    if (!site) site = std::make_unique<Site>(tag);
    return *site;
  }

  /// "typo withdrwal>withdrawal", the likeliest at each place.
  std::string repairs(const std::string& typed) const {
    std::string line;
    std::uint32_t at = 0;
    for (const Repair& repair : search::repairs(typed, index_)) {
      if (!line.empty() && repair.begin < at) continue;
      line += (line.empty() ? "" : " ") + std::string(repair.kind) + " " +
              typed.substr(repair.begin, repair.end - repair.begin) + ">" + repair.to;
      at = repair.end;
    }
    return line;
  }
  const LanguageIndex& index() const { return index_; }

 private:
  static std::vector<content::Article> articles(std::string_view tag) {
    std::vector<content::Article> made;
    for (const Page& page : kPages) {
      if (page.tag == tag) made.push_back(article(tag, "a" + std::to_string(made.size()), page.title, page.text));
    }
    return made;
  }
  TinySite site_;
  LanguageIndex index_;
};

struct Row {
  const char* tag;
  const char* typed;
  const char* repairs;
  const char* reason;
};

void check(const std::vector<Row>& rows) {
  for (const Row& row : rows) {
    CAPTURE(std::string(row.reason));
    CAPTURE(std::string(row.typed));
    CHECK(Site::of(row.tag).repairs(row.typed) == std::string(row.repairs));
  }
}

TEST_CASE("typing errors") {
  check({
      {"en", "withdrwal", "typo withdrwal>withdrawal", "a letter left out"},
      {"en", "wihtdrawal fee", "typo wihtdrawal>withdrawal", "two swapped, beside a known word"},
      {"en", "depsoit adress", "typo depsoit>deposit typo adress>address", "each word by itself"},
      {"en", "ACCUONT LOCKED", "typo ACCUONT>account", "capitals"},
      {"en", "how to withdrow usdt", "typo withdrow>withdraw", "in a sentence"},
      {"ru", "комисия", "typo комисия>комиссия", "a letter once instead of twice"},
      {"ru", "вывд", "typo вывд>вывод", "a short word, one error"},
      {"ja", "パスワート", "typo パスワート>パスワード", "a voiced mark left out"},
      {"ko", "비밀번허", "typo 비밀번허>비밀번호", "one letter of a syllable"},
      {"tr", "şifer", "typo şifer>şifre", "Turkish"},
      {"es", "retriar", "typo retriar>retirar", "Spanish"},
      {"pt-BR", "verifcação", "typo verifcação>verificação", "Portuguese, marks right"},
      {"th", "รหสัผ่าน", "typo รหสัผ่าน>รหัสผ่าน", "a vowel and a consonant swapped"},
      {"ar", "كلمة المرر", "typo المرر>المرور", "Arabic"},
      {"de", "Pasword zurücksetzen", "typo Pasword>passwort", "two errors in a long word"},
      {"de", "Intenret2", "typo Intenret2>internet2", "a word with a number behind it"},
      {"de", "Internet3", "", "... whose number is another"},
      {"ar", "سحب المعلف", "typo المعلف>معلق", "with an article that the index does not have before it"},
      {"vi", "mật khuẩ", "typo khuẩ>khẩu", "two letters swapped, one with its marks"},
      {"ja", "二段認階証", "typo 認階>階認", "swapped where two words meet"},
      {"ja", "口座の残は", "typo 残>残高", "half of a word"},
  });
}

TEST_CASE("words run together and torn apart") {
  check({
      {"en", "resetpassword", "split resetpassword>reset password", "no space"},
      {"en", "resetpasword", "split resetpasword>reset password", "no space, and an error"},
      {"en", "withdrawusdt", "split withdrawusdt>withdraw usdt", "with a ticker"},
      {"en", "ResetPassword", "split ResetPassword>reset password", "capitals instead of spaces"},
      {"en", "with drawal", "join with drawal>withdrawal", "a space within"},
      {"en", "pass word reset", "join pass word>password", "beside a known word"},
      {"vi", "đổimậtkhẩu", "split đổimậtkhẩu>đổi mật khẩu", "syllables"},
      {"vi", "ruttien", "split ruttien>rút tiền", "neither spaces nor marks"},
  });
}

TEST_CASE("marks not typed") {
  check({
      {"vi", "rut tien", "unaccented rut>rút unaccented tien>tiền", "no tones"},
      {"vi", "doi mat khau", "unaccented doi>đổi unaccented mat>mật unaccented khau>khẩu", "đ too"},
      {"vi", "rút tiên", "unaccented tiên>tiền", "a tone left out"},
      {"tr", "sifre sifirlama", "unaccented sifre>şifre unaccented sifirlama>sıfırlama", "ş and ı"},
      {"tr", "para cekme", "unaccented cekme>çekme", "ç"},
      {"es", "contrasena", "unaccented contrasena>contraseña", "ñ"},
      {"pt-BR", "verificacao", "unaccented verificacao>verificação", "ç and ã"},
      {"de", "ueberweisung", "unaccented ueberweisung>überweisung", "ue for ü"},
  });
}

TEST_CASE("another keyboard layout") {
  check({
      {"ru", "gfhjkm", "layout gfhjkm>пароль", "QWERTY for ЙЦУКЕН"},
      {"ru", "dsdjl chtlcnd", "layout dsdjl>вывод layout chtlcnd>средств", "two words"},
      {"ru", "RJITKTR", "layout RJITKTR>кошелек", "with the shift key"},
      {"ru", "гыве", "layout гыве>usdt", "a ticker on the Russian layout"},
      {"en", "зфыыцщкв", "layout зфыыцщкв>password", "ЙЦУКЕН for QWERTY"},
      {"ko", "qlalfqjsgh", "layout qlalfqjsgh>비밀번호", "two-set"},
      {"ko", "cnfrma", "layout cnfrma>출금", "two-set"},
      {"th", "isylzjko", "layout isylzjko>รหัสผ่าน", "Kedmanee"},
      {"ar", ";glm hglv,v", "layout ;glm>كلمة layout hglv,v>المرور", "with punctuation keys"},
  });
}

TEST_CASE("letters of another script") {
  check({
      {"zh-Hans", "tixian", "pinyin tixian>提现", "pinyin"},
      {"zh-Hans", "ti xian shi bai", "pinyin ti xian shi bai>提现失败", "pinyin with spaces"},
      {"zh-Hans", "tixianshibai", "pinyin tixianshibai>提现失败", "and without"},
      {"zh-Hans", "czdz", "initials czdz>充值地址", "initials"},
      {"ru", "vyvod", "translit vyvod>вывод", "one spelling"},
      {"ru", "vivod sredstv", "translit vivod>вывод translit sredstv>средств", "another"},
      {"ru", "koshelek", "translit koshelek>кошелек", "ё"},
      {"ru", "усдт", "translit усдт>usdt", "a ticker in Cyrillic"},
      {"ja", "shukkin", "romaji shukkin>出金", "romaji of kanji"},
      {"ja", "pasuwaado", "romaji pasuwaado>パスワード", "romaji of katakana"},
      {"ko", "bimilbeonho", "hangul bimilbeonho>비밀번호", "romanization"},
      {"ko", "chulgeum", "hangul chulgeum>출금", "romanization"},
  });
}

TEST_CASE("sounds and letters of an input method") {
  check({
      {"zh-Hans", "冲值地址", "homophone 冲值>充值", "one character of the same sound"},
      {"zh-Hans", "手续废", "homophone 手续废>手续费", "at the end"},
      {"ja", "しゅっきん", "reading しゅっきん>出金", "not converted"},
      {"ja", "にんしょう", "reading にんしょう>認証", "a part of a longer word"},
      {"ja", "ぱすわーど", "kana ぱすわーど>パスワード", "the other kana"},
      {"ko", "ㅂㅁㅂㅎ", "initials ㅂㅁㅂㅎ>비밀번호", "initials"},
      {"ko", "ㅂㅣㅁㅣㄹㅂㅓㄴㅎㅗ", "jamo ㅂㅣㅁㅣㄹㅂㅓㄴㅎㅗ>비밀번호", "letter by letter"},
      {"ko", "비미ㄹ번호", "jamo 비미ㄹ번호>비밀번호", "a letter that fell out of its syllable"},
      {"ko", "출그ㅁ", "jamo 출그ㅁ>출금", "at the end"},
      {"zh-Hant", "登錄", "region 登錄>登入", "another region's word"},
  });
}

TEST_CASE("several ways of typing in one query") {
  check({
      {"ru", "KYC комисия", "typo комисия>комиссия", "a ticker beside a typing error"},
      {"zh-Hans", "usdt冲值", "homophone 冲值>充值", "scripts side by side"},
      {"ru", "vyvod комисия", "translit vyvod>вывод typo комисия>комиссия", "two ways"},
  });
}

TEST_CASE("tickers, networks, numbers, codes and addresses mean themselves") {
  check({
      {"en", "USDC", "", "not USDT"},
      {"en", "usdc withdraw", "", "beside a known word"},
      {"en", "TRC10", "", "not TRC20"},
      {"en", "ERC721 network", "", "not ERC20"},
      {"en", "bep20", "", "a network that the index does not know"},
      {"en", "trc-721", "", "with a hyphen"},
      {"en", "btc2", "", "a code"},
      {"en", "eth", "", "a short ticker"},
      {"en", "200 usdt", "", "an amount"},
      {"en", "code 123457", "", "a number nobody wrote"},
      {"en", "0x71C7656EC7ab88b098defB751B7401B5f6d8976F", "", "an address"},
      {"en", "TN3W4H6rK2ce4vX9YnFQHwKENnHjoxb3m9", "", "an address"},
      {"en", "bc1qar0srrr7xfkvy5l643lydnw9re59gtzzwf5mdq", "", "an address"},
      {"en", "a1b2c3", "", "a code on any layout"},
      {"ru", "USDC", "", "in another language"},
      {"ru", "ERC-721", "", "in another language"},
      {"ru", "усдц", "", "USDC in Cyrillic is not USDT either"},
      {"zh-Hans", "usdc提现", "", "beside Chinese"},
      {"vi", "USDC", "", "where marks are restored"},
      {"ko", "USDC 출금", "", "beside Korean"},
  });
}

TEST_CASE("what the index knows is left alone, and what nobody can mean") {
  check({
      {"en", "withdrawal fee", "", "known words"},
      {"en", "fees networks", "", "known by their stems"},
      {"en", "xyzzy", "", "no word is near"},
      {"en", "fea", "", "too short for a typing error"},
      {"en", "wthdrw", "", "too many errors"},
      {"en", "", "", "nothing"},
      {"en", "?!", "", "nothing but punctuation"},
      {"ru", "вывод счет", "", "ё typed as е"},
      {"zh-Hans", "提现地址", "", "known words side by side"},
      {"zh-Hans", "提现时间", "", "现时 sounds like 显示: chance where two words meet"},
      {"zh-Hans", "余额提现失败", "", "three of them"},
      {"zh-Hant", "钱包", "", "simplified typed"},
      {"ja", "出金", "", "a word"},
      {"ja", "パスワードを確認", "", "words and a particle"},
      {"ko", "출금을", "", "another particle"},
      {"ko", "출금지연", "", "a compound without spaces"},
      {"vi", "rút tiền", "", "marks typed"},
      {"th", "บัญชี", "", "a word"},
      {"ar", "كلمه المرور", "", "folded alike"},
      {"de", "strasse", "", "folded alike"},
  });
}

TEST_CASE("a repaired query has its repairs in their places and the rest as typed") {
  const Site& site = Site::of("en");
  for (const auto& [typed, expected] : std::vector<std::pair<std::string, std::string>>{
           {"withdrwal fee?", "withdrawal fee?"},
           {"  depsoit, adress!", "  deposit, address!"},
           {"pass word reset", "password reset"},
           {"withdrawal fee", "withdrawal fee"},
           {"", ""},
       }) {
    CHECK(repaired(typed, repairs(typed, site.index())) == expected);
  }
}

TEST_CASE("repairs come by place within the query, weigh less than what is typed, and are few at each place") {
  for (const char* tag : {"en", "ru", "zh-Hans", "ja", "ko", "vi", "th"}) {
    const Site& site = Site::of(tag);
    for (const std::string typed : {"withdrwal adress", "vyvod комисия", "冲值 tixian", "しゅっきん",
                                    "비미ㄹ번호 cnfrma", "rut tien", "รหสัผ่าน", "gfhjkm 0x12 usdt"}) {
      std::uint32_t at = 0;
      std::map<std::uint32_t, int> at_place;
      for (const Repair& repair : repairs(typed, site.index())) {
        CAPTURE(typed);
        CHECK(repair.begin >= at);
        CHECK(repair.begin < repair.end);
        CHECK(repair.end <= typed.size());
        CHECK(repair.factor > 0);
        CHECK(repair.factor < 1);
        CHECK_FALSE(repair.to.empty());
        CHECK(++at_place[repair.begin] <= 3);
        at = repair.begin;
      }
    }
  }
}

}  // namespace
}  // namespace pharos::search
