// SPDX-License-Identifier: GPL-3.0-or-later
#include <doctest/doctest.h>

#include <string>

#include "desk/naughty_strings.h"
#include "desk/revision_chain.h"
#include "pharos/desk/rating.h"

namespace pharos::desk {
namespace {

const std::string kEnglish =
    "A deposit arrives when the network has confirmed it. Open the transaction in your wallet and copy its id. Look it "
    "up in the explorer of the network that you sent over: when it is not there, your wallet has not sent it yet. When "
    "it has fewer confirmations than the list below asks for, wait; the balance changes by itself. When it has enough, "
    "compare the address with the one on your deposit page, letter by letter. A transfer over another network than the "
    "one you chose does not arrive by itself: it has to be recovered, which takes up to ten days and costs a fee. "
    "Deposits below the smallest amount are not credited. Nobody of our team will ever ask you for your seed phrase.";
const std::string kChinese =
    "充值需要网络确认后才会到账。请在您的钱包里打开这笔交易，复制交易哈希，在您所用网络的区块浏览器中查询：如果查不到，"
    "说明钱包还没有发出。如果确认数少于下表的要求，请耐心等待，余额会自动更新。如果确认数已经足够，请逐个字符核对充值地"
    "址。"
    "如果您选错了网络，资产不会自动到账，需要人工找回，最长需要十天并收取手续费。低于最小充值额的充值不会入账。"
    "我们的工作人员绝不会向您索要助记词。";
const std::string kThai =
    "การฝากจะเข้าบัญชีเมื่อเครือข่ายยืนยันแล้ว เปิดธุรกรรมในกระเป๋าเงินของคุณแล้วคัดลอกรหัสธุรกรรม "
    "ค้นหาในตัวสำรวจบล็อกของเครือข่ายที่คุณใช้ส่ง หากไม่พบแสดงว่ากระเป๋าเงินยังไม่ได้ส่ง หากจำนวนการยืนยันยังไม่ถึงที่กำหนด "
    "โปรดรอ ยอดเงินจะเปลี่ยนเอง หากยืนยันครบแล้วให้เทียบที่อยู่กับหน้าฝากของคุณทีละตัวอักษร";

std::string with(std::string text, const std::string& from, const std::string& to) {
  const std::size_t at = text.find(from);
  REQUIRE(at != std::string::npos);
  return text.replace(at, from.size(), to);
}

double alike(const std::string& a, const std::string& b) { return sketch_similarity(text_sketch(a), text_sketch(b)); }

TEST_CASE("small mendings keep the revision, rewriting starts a new one") {
  struct Row {
    const char* edit;
    std::string before, after;
    bool same_revision;
  };
  for (const Row& row : {
           Row{"nothing", kEnglish, kEnglish, true},
           Row{"a comma", kEnglish, with(kEnglish, "wait; the", "wait, the"), true},
           Row{"case, lines and quotes", kEnglish,
               with(with(kEnglish, ". Look", ".\n\nLOOK"), "seed phrase", "“seed phrase”"), true},
           Row{"a typing error", kEnglish, with(kEnglish, "explorer", "exploror"), true},
           Row{"a number", kEnglish, with(kEnglish, "ten days", "five days"), true},
           Row{"one more sentence", kEnglish, kEnglish + " Only you can open your wallet.", true},
           Row{"half of it is new", kEnglish,
               kEnglish.substr(0, 320) +
                   "We have changed how deposits work: choose the coin first, then the network, and read the note "
                   "about tags "
                   "and memos, because without them we cannot know whom the money belongs to. Then send a small "
                   "amount.",
               false},
           Row{"another article", kEnglish,
               "Fees depend on your level. Makers pay less than takers. The table shows "
               "what each level pays for a trade, and how much must be traded in thirty days to reach it.",
               false},
           Row{"emptied", kEnglish, "", false},
           Row{"Chinese: a full stop", kChinese, with(kChinese, "请耐心等待，", "请耐心等待。"), true},
           Row{"Chinese: a word", kChinese, with(kChinese, "复制", "拷贝"), true},
           Row{"Chinese: half of it", kChinese, kChinese.substr(0, kChinese.size() / 6 * 3), false},
           Row{"Chinese: translated", kChinese, kEnglish, false},
           Row{"Thai: a word", kThai, with(kThai, "โปรดรอ", "กรุณารอ"), true},
           Row{"Thai: half of it", kThai, kThai.substr(0, kThai.size() / 6 * 3), false},
       }) {
    CAPTURE(row.edit);
    CHECK((alike(row.before, row.after) >= kSameMajorRevision) == row.same_revision);
  }
}

TEST_CASE("a sketch estimates the share of what is the same") {
  // 400 of 800 different pairs of words stand in both: (400 - 1) / (800 + 1).
  std::string first;
  std::string half;
  for (int i = 0; i < 600; ++i) first += "w" + std::to_string(i) + " ";
  for (int i = 200; i < 800; ++i) half += "w" + std::to_string(i) + " ";
  CHECK(alike(first, half) == doctest::Approx(.5).epsilon(.2));
  CHECK(alike(first, first) == 1.0);
  CHECK(alike(first, kEnglish) < .05);
}

TEST_CASE("a sketch is short, the same every time, and like no other when it is broken") {
  // Written down, so that a change of the sketches, which would make every article look rewritten, is noticed.
  CHECK(text_sketch("Why has my deposit not arrived?") ==
        "m1:B1tB3NR7iJy7RQ+PxwKR+rhb4kEecWt92sJZKwWD4qISbKU4h2HcLbQH+yx7k1jTpC/izpcep30czbMxAlNbuIzQ8EUqoKns3do8rc4B"
        "tLUvOUdFrq8di2/B/U1fmGhN/hxBF57HJ737uosX7HdU/bkZXAzhjKFlJalz+CCzH5c=");
  CHECK(text_sketch("充值为什么没有到账？") ==
        "m1:Jyh8jyPCWUWeEH99DLql8PLLYkFqU0Tg0r1Xxm3nsE0Gm68bKQU/xgdAZc7d3CiwKTfA5/c5lQmqH7gbVyRscnouIO6DGZQFOi1WsUdu"
        "Jstk9PErTn9h1EjUN8h6vxY/Ic3eQyJiaahKFLUfz4GYrVFn91G5hsh05luhPodTGVY=");
  CHECK(text_sketch("Why has my deposit not arrived?") == text_sketch("why has my deposit not arrived"));
  CHECK(text_sketch(kEnglish).size() == 175);
  CHECK(sketch_similarity("", "") == 0);
  CHECK(sketch_similarity(text_sketch("a"), "m1:zzzz") == 0);
  CHECK(sketch_similarity(text_sketch("a"), "m2" + text_sketch("a").substr(2)) == 0);
  CHECK(alike("", "") == 1.0);
  CHECK(alike("", "a") < .1);
}

TEST_CASE("any bytes may be sketched") {
  for (const auto* strings : {&naughty_strings(), &broken_strings()}) {
    for (const NaughtyString& row : *strings) {
      CAPTURE(row.kind);
      CHECK(alike(row.text, row.text) == 1.0);
    }
  }
}

}  // namespace
}  // namespace pharos::desk
