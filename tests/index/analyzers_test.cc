// SPDX-License-Identifier: GPL-3.0-or-later
#include "pharos/index/analyzers.h"

#include <doctest/doctest.h>

namespace pharos::index {
namespace {

std::vector<content::Glossary> glossaries() {
  content::Glossary simplified(Language::require("zh-Hans"));
  simplified.terms.push_back({"cold", "龙虾币", {"虾币", "lobster 币"}, {"大虾米"}, ""});
  content::Glossary english(Language::require("en"));
  english.terms.push_back({"cold", "lobster coin", {}, {}, ""});
  return {english, simplified};
}

std::string words(const char* language, const char* text) {
  std::string line;
  for (const text::Token& token : analyzer_for(Language::require(language), glossaries()).words(text)) {
    line += (line.empty() ? "" : " ") + token.term;
  }
  return line;
}

TEST_CASE("a glossary's words are words of the language's texts") {
  CHECK(words("zh-Hans", "买龙虾币").find("龙虾币") != std::string::npos);
  CHECK(words("zh-Hans", "买虾币").find(" 虾币") != std::string::npos);
  CHECK(words("zh-Hans", "买大虾米").find("大虾米") != std::string::npos);
}

TEST_CASE("the glossary of the other script serves too, folded") {
  CHECK(words("zh-Hant", "買龍蝦幣").find("龙虾币") != std::string::npos);
}

TEST_CASE("built-in words stay, other languages' terms do not matter") {
  CHECK(words("zh-Hans", "提现").find("提现") == 0);
  CHECK(words("en", "a lobster coin 龙虾币").find("lobster coin") != std::string::npos);
  CHECK(words("en", "龙虾币").find("龙虾币") == std::string::npos);
}

}  // namespace
}  // namespace pharos::index
