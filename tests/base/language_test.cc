// SPDX-License-Identifier: GPL-3.0-or-later
#include "pharos/base/language.h"

#include <doctest/doctest.h>

#include "pharos/base/error.h"

namespace pharos {
namespace {

std::vector<Language> languages(const std::vector<std::string>& tags) {
  std::vector<Language> all;
  for (const std::string& tag : tags) all.push_back(Language::require(tag));
  return all;
}

std::string tag_of(const std::optional<Language>& language) { return language ? language->tag() : "-"; }

TEST_CASE("a tag is read in any letter case and kept in the canonical one") {
  struct Row {
    const char* written;
    const char* canonical;
  };
  for (const Row& row : {Row{"en", "en"},
                         {"EN", "en"},
                         {"zh-hans", "zh-Hans"},
                         {"ZH_HANT_tw", "zh-Hant-TW"},
                         {"pt-br", "pt-BR"},
                         {"pt_BR", "pt-BR"},
                         {"es-419", "es-419"},
                         {"sr-latn-rs", "sr-Latn-RS"},
                         {"de-CH-1996", "de-CH-1996"},
                         {"ca-valencia", "ca-valencia"},
                         {"FIL", "fil"},
                         {"yue", "yue"},
                         {"en-XA", "en-XA"}}) {
    CAPTURE(std::string(row.written));
    CHECK(tag_of(Language::parse(row.written)) == std::string(row.canonical));
  }
}

TEST_CASE("what is no language of people is no tag") {
  for (const char* text : {"",
                           "-",
                           "en-",
                           "-en",
                           "en--US",
                           "e",
                           "xx",
                           "steam",
                           "api",
                           "docs",
                           "v2",
                           "2024",
                           "en/../..",
                           "en US",
                           "английский",
                           "en-US-Latn",
                           "en-US-GB",
                           "zh-Hans-Hant",
                           "en-a",
                           "en-toolongsubtag",
                           "zh-Hans-CN-and-much-more-than-that"}) {
    CAPTURE(std::string(text));
    CHECK(tag_of(Language::parse(text)) == "-");
  }
}

TEST_CASE("a tag that must be one names the parameter and shows how to write it") {
  CHECK(Language::require("ru").tag() == "ru");
  try {
    Language::require("klingon", "--lang");
    FAIL("not refused");
  } catch (const Error& error) {
    CHECK(error.kind() == ErrorKind::kInvalidArgument);
    CHECK(error.parameter() == "--lang");
    CHECK(std::string(error.what()).find("zh-Hans") != std::string::npos);
  }
}

TEST_CASE("the script is the tag's own or the likely one, and decides the direction") {
  struct Row {
    const char* tag;
    const char* primary;
    const char* script;
    bool right_to_left;
  };
  for (const Row& row : {Row{"en", "en", "Latn", false},
                         {"zh", "zh", "Hans", false},
                         {"zh-Hant", "zh", "Hant", false},
                         {"zh-TW", "zh", "Hant", false},
                         {"zh-HK", "zh", "Hant", false},
                         {"zh-CN", "zh", "Hans", false},
                         {"ja", "ja", "Jpan", false},
                         {"ko", "ko", "Kore", false},
                         {"th", "th", "Thai", false},
                         {"ru", "ru", "Cyrl", false},
                         {"sr", "sr", "Cyrl", false},
                         {"sr-Latn", "sr", "Latn", false},
                         {"ar", "ar", "Arab", true},
                         {"he", "he", "Hebr", true},
                         {"fa", "fa", "Arab", true},
                         {"az-Arab", "az", "Arab", true},
                         {"yi", "yi", "Hebr", true}}) {
    CAPTURE(std::string(row.tag));
    const Language language = Language::require(row.tag);
    CHECK(language.primary() == std::string(row.primary));
    CHECK(language.script() == std::string(row.script));
    CHECK(language.right_to_left() == row.right_to_left);
  }
}

TEST_CASE("a language is named in its own words") {
  CHECK(Language::require("ru").native_name() == "Русский");
  CHECK(Language::require("zh-Hans").native_name() == "简体中文");
  CHECK(Language::require("zh-Hant").native_name() == "繁體中文");
  CHECK(Language::require("pt-BR").native_name() == "Português (Brasil)");
  CHECK(Language::require("de-CH").native_name() == "Deutsch");
  CHECK(Language::require("aa").native_name() == "aa");
}

TEST_CASE("the best match is the same tag, then the same script, then the same language") {
  const auto site = languages({"en", "zh-Hans", "zh-Hant", "pt-BR", "sr-Latn"});
  struct Row {
    const char* wanted;
    const char* served;
  };
  for (const Row& row : {Row{"en", "en"},
                         {"en-GB", "en"},
                         {"zh-HK", "zh-Hant"},
                         {"zh-TW", "zh-Hant"},
                         {"zh", "zh-Hans"},
                         {"zh-SG", "zh-Hans"},
                         {"zh-Hant-MO", "zh-Hant"},
                         {"pt", "pt-BR"},
                         {"pt-PT", "pt-BR"},
                         {"sr", "sr-Latn"},
                         {"fr", "-"},
                         {"yue", "-"}}) {
    CAPTURE(std::string(row.wanted));
    CHECK(tag_of(best_match(Language::require(row.wanted), site)) == std::string(row.served));
  }
  CHECK(tag_of(best_match(Language::require("en"), {})) == "-");
}

TEST_CASE("a browser's wishes are followed by quality") {
  const auto site = languages({"en", "ru", "zh-Hans", "zh-Hant", "pt-BR"});
  struct Row {
    const char* header;
    const char* served;
  };
  for (const Row& row : {Row{"ru", "ru"},
                         {"ru-RU,ru;q=0.9,en;q=0.8", "ru"},
                         {"en;q=0.3, ru;q=0.9", "ru"},
                         {"fr, de;q=0.9, pt;q=0.2", "pt-BR"},
                         {"zh-TW,zh;q=0.9,en-US;q=0.8", "zh-Hant"},
                         {"zh-CN,zh;q=0.9", "zh-Hans"},
                         {"ru;q=0, en;q=0.1", "en"},
                         {"ru ; q=0.5 , en ; q=0.7", "en"},
                         {"", "-"},
                         {"*", "-"},
                         {"fr", "-"},
                         {";;;,,,q=1", "-"},
                         {"en;q=nonsense", "-"},
                         {"\xff\xfe,ru", "ru"},
                         {"en;q=inf, ru;q=0.5", "ru"},
                         {"en;q=nan, ru;q=0.5", "ru"},
                         {"en;q=7, ru;q=0.5", "ru"},
                         {"en;q=-1, ru;q=0.5", "ru"}}) {
    CAPTURE(std::string(row.header));
    CHECK(tag_of(negotiate(row.header, site)) == std::string(row.served));
  }
}

TEST_CASE("a header as long as a stranger likes is answered at once") {
  std::string header;
  for (int i = 0; i < 100'000; ++i) header += "xx-YY;q=0.5,";
  CHECK(tag_of(negotiate(header + "ru", languages({"en", "ru"}))) != "en");
}

}  // namespace
}  // namespace pharos
