// SPDX-License-Identifier: GPL-3.0-or-later
#include <doctest/doctest.h>

#include "pharos/base/error.h"
#include "tiny_site.h"

namespace pharos::search {
namespace {

TEST_CASE("answers in the asked language come first, then those of its fallback languages in order") {
  content::Library library = content_samples::library(
      {"en", "es", "pt-BR"}, {article("en", "a", "Bitcoin fees", "bitcoin bitcoin"),
                              article("es", "b", "Bitcoin", "bitcoin"), article("pt-BR", "c", "Taxas", "bitcoin")});
  library.settings.languages[2].fallback = {lang("es")};
  const TinySite site(library);
  CHECK(site.keys("pt-BR", "bitcoin") == "c es:b en:a");
  CHECK(site.keys("es", "bitcoin") == "b en:a");
  CHECK(site.keys("en", "bitcoin") == "a");
}

TEST_CASE("translations of one article are one hit, shown in the asked language even where only another one answers") {
  const TinySite site(
      {"en", "de"}, {article("en", "a", "Staking", "Staking rewards"), article("de", "a", "Staking", "Staking-Erträge"),
                     article("en", "b", "More staking", "Staking"), article("de", "b", "Mehr", "Nichts davon")});
  const SearchResult result = site.ask("de", "staking");
  CHECK(result.total == 2);
  CHECK(site.keys("de", "staking") == "a b");
  CHECK_FALSE(result.hits[0].is_fallback);
  CHECK_FALSE(result.hits[1].is_fallback);
  CHECK(result.hits[1].title == "Mehr");
}

TEST_CASE("a language without a single article is answered by its fallback") {
  const TinySite site({"en", "th"}, {article("en", "a", "USDT network", "Choose the network.")});
  CHECK(site.keys("th", "usdt") == "en:a");
}

TEST_CASE("every language of the interface finds its words") {
  struct Row {
    const char* tag;
    const char* title;
    const char* text;
    const char* query;
    const char* reason;
  };
  for (const Row& row : {
           Row{"en", "Pending withdrawals", "Your withdrawal waits for the network.", "withdrawals", "stems"},
           Row{"ru", "Вывод средств", "Вывод ещё не подтверждён.", "выводы еще", "stems, ё and е"},
           Row{"tr", "Para yatırma", "Bitcoin'i İstanbul'dan gönderin.", "ISTANBUL BITCOIN",
               "dotless and dotted i, suffixes"},
           Row{"tr", "Şifre sıfırlama", "Şifrenizi değiştirin.", "sifre", "a keyboard without Turkish letters"},
           Row{"vi", "Nạp tiền", "Cách nạp tiền vào tài khoản.", "nap tien", "no tones typed"},
           Row{"es", "Contraseña olvidada", "Cambie su contraseña.", "contrasena", "no tilde typed"},
           Row{"pt-BR", "Verificação de identidade", "Envie o documento.", "verificacao", "no cedilla typed"},
           Row{"zh-Hans", "提现未到账", "请等待网络确认。", "提现没到账", "characters in another order of words"},
           Row{"zh-Hans", "帳戶凍結", "帳戶已被凍結。", "账户冻结", "traditional text, simplified query"},
           Row{"zh-Hant", "帳戶被凍結", "請聯絡客服。", "帐户冻结", "simplified query, traditional text"},
           Row{"ja", "出金できない", "パスワードを確認してください。", "ﾊﾟｽﾜｰﾄﾞ", "half-width katakana"},
           Row{"ja", "入金の確認", "入金を待ちます。", "入金", "kanji alone"},
           Row{"ko", "출금 지연", "출금이 지연되고 있습니다.", "출금을", "another particle"},
           Row{"ko", "일일출금한도", "한도를 확인하세요.", "출금 한도", "a compound without spaces"},
           Row{"th", "บัญชีถูกระงับ", "ติดต่อฝ่ายสนับสนุน", "ระงับบัญชี", "words in another order"},
           Row{"ar", "سحب معلق", "لم يصل السَّحبُ بعد.", "السحب", "article and harakat"},
           Row{"ar", "كلمة المرور", "غيّر كلمة المرور.", "كلمه المرور", "teh marbuta written as heh"},
       }) {
    CAPTURE(std::string(row.reason));
    CAPTURE(std::string(row.query));
    const TinySite site({row.tag},
                        {article(row.tag, "right", row.title, row.text), article(row.tag, "wrong", "XYZ", "abc def")});
    CHECK(site.keys(row.tag, row.query) == "right");
  }
}

}  // namespace
}  // namespace pharos::search
