// SPDX-License-Identifier: GPL-3.0-or-later
#include <doctest/doctest.h>

#include <thread>

#include "pharos/text/fold.h"
#include "pharos/text/reading.h"
#include "small_help_center.h"

namespace pharos::search {
namespace {

TEST_CASE("what must not be offered is not") {
  for (const Row& row : {
           Row{"en", "USDC", "", "another ticker"},
           Row{"en", "usdc", "", "another ticker"},
           Row{"en", "kyb", "", "a code"},

           Row{"en", "raw", "", "the end of a word"},
           Row{"en", "tixian", "", "pinyin where nobody reads Chinese"},
           Row{"zh-Hans", "密友", "", "one character in common"},
           Row{"zh-Hans", "xian", "", "the end of a word is not its beginning"},
           Row{"zh-Hans", "tixianx", "", "a sound that does not follow"},
           Row{"zh-Hans", "usdc提现", "", "another ticker"},
           Row{"zh-Hans", "txw2", "", "initials have no digits"},
           Row{"ja", "shukz", "", "a sound that does not follow"},
           Row{"ja", "きん", "", "the end of a reading"},
           Row{"ja", "tixian", "", "Chinese sounds"},
           Row{"ko", "출급ㅎ", "", "another syllable"},
           Row{"ko", "ㅎㅂ", "", "initials from the middle of a word"},
           Row{"ru", "vvod", "", "in is not out"},
           Row{"ru", "xyzzy", "", "no word at all"},
           Row{"ru", "йй", "", "й is not и"},
           Row{"th", "น", "", "a sign inside a word"},
           Row{"vi", "rét", "", "another vowel"},
           Row{"tr", "çak", "", "a short word has its letters"},
           Row{"ar", "حسب", "", "the order of the letters"},
       }) {
    CAPTURE(std::string(row.tag));
    CAPTURE(std::string(row.prefix));
    CAPTURE(std::string(row.reason));
    const std::string lines = Offer::printed(reader().suggest(row.tag, row.prefix));
    CHECK(lines == row.html);
  }
}

TEST_CASE("lines as written come before lines by a key, and are not offered twice") {
  const Offer offer = Offer()
                          .language("zh-Hans")
                          .title("zh-Hans", "ti", "我们的 TIME 代币")
                          .title("zh-Hans", "tixian", "提现限额")
                          .title("zh-Hans", "both", "TI 代币提现");
  CHECK(offer.lines("zh-Hans", "tim") == "我们的 <mark>TIM</mark>E 代币 -> ti");
  CHECK(offer.lines("zh-Hans", "tix") == "<mark>提现</mark>限额 -> tixian | TI 代币<mark>提现</mark> -> both");
}

TEST_CASE("a word that is there as it was typed needs no other reading") {
  const Offer offer =
      Offer().language("zh-Hans").title("zh-Hans", "kyc", "KYC 不通过").title("zh-Hans", "once", "为什么扣一次钱");
  CHECK(offer.lines("zh-Hans", "kyc") == "<mark>KYC</mark> 不通过 -> kyc");
  CHECK(offer.lines("zh-Hans", "kycq") == "为什么<mark>扣一次钱</mark> -> once");
}

TEST_CASE("the reader's language by any key comes before other languages, typing errors after all") {
  const Offer offer = Offer()
                          .language("en")
                          .language("ru", {"en"})
                          .title("en", "limits", "Limits of deposits")
                          .title("en", "withdraw", "Withdraw crypto")
                          .title("ru", "limits", "Лимиты пополнений")
                          .title("ru", "visit", "Визит в офис");
  CHECK(offer.lines("ru", "limit") == "<mark>Лимит</mark>ы пополнений -> limits");
  CHECK(offer.lines("ru", "цшер") == "<mark>With</mark>draw crypto -> withdraw");
  CHECK(offer.lines("ru", "withdarw") == "<mark>Withdraw</mark> crypto -> withdraw");
  CHECK(offer.lines("ru", "wiht") == "");  // too short for an error in a language not asked for
}

TEST_CASE("every prefix of a title leads to it, typed on any of the usual ways") {
  struct Way {
    const char* tag;
    const char* typed;
    std::size_t least;  // letters
    const char* key;
  };
  for (const Way& way : {
           Way{"zh-Hans", "wangjimimazenmechongzhi", 2, "password"},
           Way{"zh-Hans", "tixianweidaozhang", 2, "withdraw"},
           Way{"ja", "しゅっきんがとど", 1, "withdraw"},
           Way{"ja", "shukkingatodo", 2, "withdraw"},
           Way{"ja", "にゅうきんがはん", 1, "deposit"},
           Way{"ko", "비밀번호를 잊어버", 1, "password"},
           Way{"ko", "qlalfqjsghfmf", 3, "password"},
           Way{"ko", "bimilbeonho", 3, "password"},
           Way{"ru", "пополнение сч", 2, "deposit"},
           Way{"ru", "gjgjkytybt cxtnf", 3, "deposit"},
           Way{"ru", "popolneniye schyota", 3, "deposit"},
           Way{"en", "deposit crypto", 1, "deposit"},
           Way{"en", "вузщыше скнзещ", 2, "deposit"},
           Way{"vi", "xac minh danh tinh", 1, "verify"},
           Way{"vi", "Xác minh danh tính", 1, "verify"},
           Way{"tr", "sifremi unuttum", 1, "password"},
           Way{"th", "ลืมรหัสผ่าน", 1, "password"},
           Way{"th", "]n,isylzjko", 2, "password"},
           Way{"ar", "نسيت كلمة المرور", 1, "password"},
           Way{"ar", "ksdj ;glm hglv,v", 2, "password"},
       }) {
    if (std::string(way.tag) == "ja" && !text::readings_available()) continue;
    const std::u16string typed = text::to_utf16(way.typed);
    for (std::size_t size = way.least; size <= typed.size(); ++size) {
      const std::string prefix = text::to_utf8(typed.substr(0, size));
      CAPTURE(prefix);
      bool offered = false;
      for (const Suggestion& one : reader().suggest(way.tag, prefix)) {
        offered = offered || one.key->str() == way.key;
      }
      CHECK(offered);
    }
  }
}

TEST_CASE("many threads may need the same way for the first time") {
  Offer offer = Offer().language("ko");
  for (int i = 0; i < 200; ++i) {
    offer.title("ko", ("k" + std::to_string(i)).c_str(), "비밀번호 변경 " + std::to_string(i));
  }
  const Suggester suggester(offer.catalog());
  std::vector<std::size_t> found(8, 0);
  std::vector<std::thread> threads;
  for (std::size_t i = 0; i < found.size(); ++i) {
    threads.emplace_back([&, i] {
      for (const char* prefix : {"ㅂㅁ", "qlalf", "bimil", "비밀ㅂ"}) {
        found[i] += suggester.suggest(prefix, lang("ko"), 8).size();
      }
    });
  }
  for (std::thread& thread : threads) thread.join();
  for (const std::size_t lines : found) CHECK(lines == 32);
}

}  // namespace
}  // namespace pharos::search
