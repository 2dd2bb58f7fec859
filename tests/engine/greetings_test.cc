// SPDX-License-Identifier: GPL-3.0-or-later
#include "engine/greetings.h"

#include <doctest/doctest.h>

#include <string>
#include <vector>

namespace pharos::engine {
namespace {

struct GreetingRow {
  std::string written, left;
};

}  // namespace

TEST_CASE("courtesies at the beginning say nothing of what is needed") {
  for (const GreetingRow& row : {
           GreetingRow{"Hello, good morning! My deposit is late", "My deposit is late"},
           GreetingRow{"HI THERE - API key", "API key"},
           GreetingRow{"你好，提现没到", "提现没到"},
           GreetingRow{"您好提现没到", "提现没到"},
           GreetingRow{"お世話になっております。出金できません", "出金できません"},
           GreetingRow{"안녕하세요 출금이 안 돼요", "출금이 안 돼요"},
           GreetingRow{"Здравствуйте! Не пришёл депозит", "Не пришёл депозит"},
           GreetingRow{"Merhaba, iyi günler. Çekim gelmedi", "Çekim gelmedi"},
           GreetingRow{"xin chào nạp tiền", "nạp tiền"},
           GreetingRow{"Hola buenas tardes ¿dónde está?", "dónde está?"},
           GreetingRow{"Olá, bom dia! saque", "saque"},
           GreetingRow{"สวัสดีครับ ลืมรหัสผ่าน", "ลืมรหัสผ่าน"},
           GreetingRow{"السلام عليكم ورحمة الله وبركاته، نسيت كلمة المرور", "نسيت كلمة المرور"},
           GreetingRow{"hello", ""},
           GreetingRow{"thanks 🙏🙏", ""},
           GreetingRow{"", ""},
       }) {
    CAPTURE(row.written);
    CHECK(without_greeting(row.written) == row.left);
  }
}

TEST_CASE("words that only begin like a courtesy stay, and so does one in the middle") {
  for (const std::string& text : std::vector<std::string>{"high fees", "history of orders", "oitenta reais", "holas"}) {
    CAPTURE(text);
    CHECK(without_greeting(text) == text);
  }
  CHECK(without_greeting("Deposit late, thanks") == "Deposit late, thanks");
  CHECK(without_greeting("\xff\xfe broken") == "\xff\xfe broken");
}

}  // namespace pharos::engine
