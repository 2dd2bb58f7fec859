// SPDX-License-Identifier: GPL-3.0-or-later
#include <doctest/doctest.h>

#include "offer.h"
#include "pharos/base/error.h"

namespace pharos::search {
namespace {

TEST_CASE("what is typed completes in every script, half typed and without marks") {
  struct Row {
    const char* tag;
    const char* title;
    const char* prefix;
    const char* html;
  };
  for (const Row& row : {
           Row{"en", "Reset your password", "res", "<mark>Res</mark>et your password"},
           Row{"en", "Reset your password", "RESET YO", "<mark>Reset</mark> <mark>yo</mark>ur password"},
           Row{"en", "Reset your password", "passw", "Reset your <mark>passw</mark>ord"},
           Row{"en", "Reset your password", "pass res", "<mark>Res</mark>et your <mark>pass</mark>word"},
           Row{"ru", "Вывод средств", "выв", "<mark>Выв</mark>од средств"},
           Row{"ru", "Всё о счёте", "все о", "<mark>Всё</mark> <mark>о</mark> счёте"},
           Row{"tr", "İki adımlı doğrulama", "iki ad", "<mark>İki</mark> <mark>ad</mark>ımlı doğrulama"},
           Row{"tr", "Şifre sıfırlama", "sif", "<mark>Şif</mark>re sıfırlama"},
           Row{"vi", "Nạp tiền vào tài khoản", "nap ti", "<mark>Nạp</mark> <mark>ti</mark>ền vào tài khoản"},
           Row{"vi", "Đăng nhập", "dang", "<mark>Đăng</mark> nhập"},
           Row{"es", "Verificación", "verificacio", "<mark>Verificació</mark>n"},
           Row{"pt-BR", "Taxas e comissões", "comissoe", "Taxas e <mark>comissõe</mark>s"},
           Row{"zh-Hans", "提现未到账", "提现", "<mark>提现</mark>未到账"},
           Row{"zh-Hans", "提现未到账", "到账", "提现未<mark>到账</mark>"},
           Row{"zh-Hant", "帳戶被凍結", "账户", "<mark>帳戶</mark>被凍結"},
           Row{"ja", "出金できない場合", "場", "出金できない<mark>場</mark>合"},
           Row{"ja", "パスワードの変更", "ﾊﾟｽ", "<mark>パス</mark>ワードの変更"},
           Row{"ko", "출금 지연", "출", "<mark>출</mark>금 지연"},
           Row{"th", "บัญชีถูกระงับ", "ถูก", "บัญชี<mark>ถูก</mark>ระงับ"},
           Row{"th", "บัญชีถูกระงับ", "บ", "<mark>บั</mark>ญชีถูกระงับ"},
           Row{"ar", "كلمة المرور", "كلم", "<mark>كلم</mark>ة المرور"},
           Row{"en", "Tom & <Jerry>", "jerry", "Tom &amp; &lt;<mark>Jerry</mark>&gt;"},
       }) {
    CAPTURE(std::string(row.prefix));
    CHECK(Offer().language(row.tag).title(row.tag, "a", row.title).lines(row.tag, row.prefix) ==
          std::string(row.html) + " -> a");
  }
}

TEST_CASE("the middle of a word begins nothing where words are spaced") {
  const Offer offer = Offer().language("en").title("en", "a", "Withdrawal");
  CHECK(offer.lines("en", "draw") == "");
  CHECK(offer.lines("en", "withdrawal fees") == "");
}

TEST_CASE("punctuation that is typed on the way does not spoil the completion") {
  const Offer offer =
      Offer().language("en").title("en", "a", "How do I withdraw my money?").title("en", "b", "Deposit, step by step");
  CHECK(offer.lines("en", "withdraw?").find("-> a") != std::string::npos);
  CHECK(offer.lines("en", "deposit, st").find("-> b") != std::string::npos);
  CHECK(offer.lines("en", "\"deposit\"").find("-> b") != std::string::npos);
  CHECK(offer.lines("en", "how do i withdraw my money?!").find("-> a") != std::string::npos);
  CHECK(offer.lines("en", "?") == "");
}

TEST_CASE("an article is linked once, a glossary term is a completion without a link") {
  const Offer offer = Offer()
                          .language("en")
                          .title("en", "deposits/late", "Deposit not credited", {"Deposit missing", "Deposit is late"})
                          .term("en", "Deposit", {"Top-up"});
  CHECK(offer.lines("en", "dep") == "<mark>Dep</mark>osit not credited -> deposits/late | <mark>Dep</mark>osit");
  CHECK(offer.lines("en", "top") == "<mark>Top</mark>-up");
  CHECK(offer.lines("en", "deposit miss") == "<mark>Deposit</mark> <mark>miss</mark>ing -> deposits/late");
}

TEST_CASE("lines that go on as typed come before those that only have the words") {
  const Offer offer = Offer()
                          .language("en")
                          .title("en", "far", "Account of a closed deposit")
                          .title("en", "begin", "Deposit account")
                          .title("en", "middle", "My deposit account");
  const auto found = offer.suggest("en", "deposit acc");
  REQUIRE(found.size() == 3);
  CHECK(found[0].key->str() == "begin");
  CHECK(found[1].key->str() == "middle");
  CHECK(found[2].key->str() == "far");
}

TEST_CASE("fallback languages complete after the asked one, an article's translations once") {
  const Offer offer = Offer()
                          .language("en")
                          .language("de", {"en"})
                          .title("en", "a", "Staking")
                          .title("de", "a", "Staking heute")
                          .title("en", "b", "Staking rewards");
  const auto found = offer.suggest("de", "stak");
  REQUIRE(found.size() == 2);
  CHECK(found[0].language == lang("de"));
  CHECK(found[1].key->str() == "b");
  CHECK(found[1].language == lang("en"));
}

TEST_CASE("what was typed to its end comes first, a term that leads nowhere last") {
  const Offer offer = Offer()
                          .language("en")
                          .title("en", "fees", "Fee levels", {"Fees of a withdrawal"})
                          .title("en", "futures", "Who pays a fee")
                          .term("en", "Fee")
                          .term("en", "Feel of the market");
  CHECK(offer.lines("en", "fee") ==
        "<mark>Fee</mark> | <mark>Fee</mark> levels -> fees | Who pays a <mark>fee</mark> -> futures | "
        "<mark>Fee</mark>l of the market");
  CHECK(offer.lines("en", "fee", 1) == "<mark>Fee</mark>");
  CHECK(offer.lines("en", "Who pays a fee", 1) ==
        "<mark>Who</mark> <mark>pays</mark> <mark>a</mark> <mark>fee</mark> -> futures");
}

TEST_CASE("titles before questions before terms, the first word before others, the shorter before the longer") {
  const Offer offer = Offer()
                          .language("en")
                          .title("en", "late", "My deposit is late")
                          .title("en", "long", "Deposit with a bank card")
                          .title("en", "short", "Deposit crypto")
                          .title("en", "asked", "Bank transfers", {"Deposit euros"})
                          .term("en", "Deposit address");
  CHECK(offer.lines("en", "depo") ==
        "<mark>Depo</mark>sit crypto -> short | <mark>Depo</mark>sit with a bank card -> long | "
        "<mark>Depo</mark>sit euros -> asked | My <mark>depo</mark>sit is late -> late | "
        "<mark>Depo</mark>sit address");
}

TEST_CASE("scripts may stand together without a space, in any order") {
  const Offer offer =
      Offer().language("zh-Hans").title("zh-Hans", "a", "USDT 提现失败").title("zh-Hans", "b", "提现 USDT 要多久");
  CHECK(offer.lines("zh-Hans", "usdt提现") ==
        "<mark>USDT</mark> <mark>提现</mark>失败 -> a | <mark>提现</mark> <mark>USDT</mark> 要多久 -> b");
}

TEST_CASE("a little sign begins nothing inside a word, a character that says much does") {
  CHECK(Offer().language("th").title("th", "a", "บัญชีถูกระงับ").lines("th", "ง") == "");
  CHECK(Offer().language("ja").title("ja", "a", "パスワードの変更").lines("ja", "ド") == "");
  CHECK(Offer().language("zh-Hans").title("zh-Hans", "a", "提现限额").lines("zh-Hans", "现") ==
        "提<mark>现</mark>限额 -> a");
}

TEST_CASE("no more lines than asked for, none for nothing, and agents' articles never") {
  Offer offer = Offer().language("en");
  for (int i = 0; i < 20; ++i) offer.title("en", ("k" + std::to_string(i)).c_str(), "Deposit " + std::to_string(i));
  CHECK(offer.suggest("en", "dep", 5).size() == 5);
  CHECK(offer.suggest("en", "dep", 0).empty());
  CHECK(offer.suggest("en", "", 5).empty());
  CHECK(offer.suggest("en", " \u3000 ", 5).empty());
  CHECK(offer.suggest("ja", "zzz", 5).empty());
  for (index::CatalogArticle& one : offer.catalog().articles) one.agent = true;
  CHECK(offer.suggest("en", "dep", 5).empty());
}

TEST_CASE("a prefix beyond the limits is refused like a query") {
  const Offer offer = Offer().language("en").title("en", "a", "Deposit");
  for (const std::string& text : {std::string(100'000, 'a'), std::string("a\xFF"), std::string(600, 'a')}) {
    try {
      offer.suggest("en", text);
      FAIL("not refused");
    } catch (const Error& error) {
      CHECK(error.kind() == ErrorKind::kInvalidArgument);
      CHECK(error.parameter() == "q");
    }
  }
}

}  // namespace
}  // namespace pharos::search
