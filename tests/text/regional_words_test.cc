// SPDX-License-Identifier: GPL-3.0-or-later
#include "pharos/text/regional_words.h"

#include <doctest/doctest.h>

#include <algorithm>
#include <set>
#include <utility>

#include "pharos/text/fold.h"

namespace pharos::text {
namespace {

std::u16string simplified_text(std::string_view text) { return fold(text, kFoldHanSimplified).text; }

TEST_CASE("regional words are folded, differ, and stand once") {
  std::set<std::pair<std::u16string_view, std::u16string_view>> seen;
  for (const RegionalWord& row : regional_words()) {
    INFO(to_utf8(row.one), " ", to_utf8(row.other));
    CHECK(simplified_text(to_utf8(row.one)) == row.one);
    CHECK(simplified_text(to_utf8(row.other)) == row.other);
    CHECK(row.one != row.other);
    CHECK(row.one.size() >= 2);
    CHECK(row.other.size() >= 2);
    CHECK(seen.insert(std::minmax(row.one, row.other)).second);
  }
  CHECK(regional_words().size() >= 80);
}

TEST_CASE("what readers of one region type is there beside what the others write") {
  for (const auto& [typed, written] : {
           std::pair{"登入", "登录"}, {"帳號", "账户"},         {"簡訊", "短信"},     {"軟體", "软件"},
           {"網路", "网络"},          {"程式", "程序"},         {"預設", "默认"},     {"資訊", "信息"},
           {"使用者", "用户"},        {"儲值", "充值"},         {"提領", "提现"},     {"出金", "提现"},
           {"入金", "充值"},          {"伺服器", "服务器"},     {"支援", "支持"},     {"影片", "视频"},
           {"螢幕", "屏幕"},          {"回覆", "回复"},         {"身分證", "身份证"}, {"連結", "链接"},
           {"停損", "止损"},          {"數位貨幣", "数字货币"},
       }) {
    const std::u16string one = simplified_text(written);
    const std::u16string other = simplified_text(typed);
    const bool found = std::any_of(regional_words().begin(), regional_words().end(), [&](const RegionalWord& row) {
      return (row.one == one && row.other == other) || (row.one == other && row.other == one);
    });
    const std::string shown = std::string(typed) + " " + written;
    CHECK_MESSAGE(found, shown);
  }
}

TEST_CASE("traditional and simplified meet where one character stands for several") {
  struct Row {
    const char* traditional;
    const char* simplified;
  };
  for (const Row& row : {
           Row{"判斷", "判断"}, Row{"後台", "后台"}, Row{"後臺", "后台"}, Row{"皇后", "皇后"}, Row{"乾淨", "干净"},
           Row{"幹部", "干部"}, Row{"若干", "若干"}, Row{"乾隆", "乾隆"}, Row{"頭髮", "头发"}, Row{"發送", "发送"},
           Row{"裡面", "里面"}, Row{"裏面", "里面"}, Row{"公里", "公里"}, Row{"關於", "关于"}, Row{"於是", "于是"},
           Row{"時鐘", "时钟"}, Row{"鍾情", "钟情"}, Row{"徵求", "征求"}, Row{"長征", "长征"}, Row{"颱風", "台风"},
           Row{"台灣", "台湾"}, Row{"臺灣", "台湾"}, Row{"一隻", "一只"}, Row{"只有", "只有"}, Row{"祇有", "只有"},
           Row{"麵包", "面包"}, Row{"面部", "面部"}, Row{"帳號", "账号"}, Row{"帳號", "帐号"}, Row{"帳戶", "账户"},
           Row{"複製", "复制"}, Row{"恢復", "恢复"}, Row{"聯繫", "联系"}, Row{"關係", "关系"}, Row{"系統", "系统"},
           Row{"著名", "著名"}, Row{"接著", "接着"}, Row{"餘額", "余额"}, Row{"匯款", "汇款"}, Row{"滙款", "汇款"},
           Row{"彙總", "汇总"}, Row{"鏈上", "链上"}, Row{"讓妳", "让你"}, Row{"黏貼", "粘贴"}, Row{"廣告", "广告"},
           Row{"什麼", "什么"}, Row{"瞭解", "了解"}, Row{"錶", "表"},     Row{"託管", "托管"}, Row{"委讬", "委托"},
           Row{"價値", "价值"}, Row{"衞生", "卫生"}, Row{"佔用", "占用"}, Row{"週期", "周期"}, Row{"註冊", "注册"},
       }) {
    CHECK_MESSAGE(to_utf8(simplified_text(row.traditional)) == to_utf8(simplified_text(row.simplified)),
                  std::string(row.traditional), " ", std::string(row.simplified));
  }
}

TEST_CASE("characters that stand for different things stay apart") {
  for (const auto& [one, other] :
       {std::pair{"提现", "体现"}, {"登入", "登录"}, {"未", "末"}, {"己", "已"}, {"回覆", "回復"}}) {
    const std::string shown = std::string(one) + " " + other;
    const bool apart = simplified_text(one) != simplified_text(other);
    CHECK_MESSAGE(apart, shown);
  }
}

}  // namespace
}  // namespace pharos::text
