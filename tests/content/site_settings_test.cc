// SPDX-License-Identifier: GPL-3.0-or-later
#include "pharos/content/site_settings.h"

#include <doctest/doctest.h>

#include "tree_builder.h"

namespace pharos::content {
namespace {

TEST_CASE("settings are read whole") {
  Diagnostics diagnostics;
  const SiteSettings s = read_site_settings(R"(
site:
  name: {en: Help, ja: ヘルプ}
  url: https://help.example/
default_language: en
languages:
  - {tag: en, name: English}
  - {tag: zh-hant, fallback: [zh-Hans, en]}
  - zh-Hans
  - {tag: ar, name: العربية}
categories: [account, deposits]
notices: news
glossary: words
channels:
  - kind: chat
    name: {en: Live chat}
    address: https://chat.example
    languages: [en, ar]
    hours: {en: always}
  - {kind: email, name: Mail, address: help@example.org}
routing: {default_queue: front}
)",
                                            "pharos.yml", diagnostics);
  CHECK(joined(found(diagnostics)) == "");
  CHECK(s.name.in({lang("ja")}) == "ヘルプ");
  CHECK(s.url == "https://help.example");
  CHECK(tags(s.tags()) == "en zh-Hant zh-Hans ar");
  CHECK(s.find(lang("zh-Hant"))->name != "");
  CHECK(s.find(lang("ar"))->right_to_left);
  CHECK(tags(s.chain(lang("zh-Hant"))) == "zh-Hant zh-Hans en");
  CHECK(tags(s.chain(lang("ar"))) == "ar en");
  CHECK(tags(s.chain(lang("en"))) == "en");
  CHECK(joined(s.category_order) == "account | deposits");
  CHECK(s.notices_folder == "news");
  CHECK(s.glossary_folder == "words");
  REQUIRE(s.channels.size() == 2);
  CHECK(s.channels[0].kind == "chat");
  CHECK(tags(s.channels[0].languages) == "en ar");
  CHECK(s.channels[1].name.in({lang("en")}) == "Mail");
  CHECK(s.routing.default_queue == "front");
}

TEST_CASE("languages may be a map, names may stand at the top") {
  Diagnostics diagnostics;
  const SiteSettings s = read_site_settings("name: Help\nlanguages:\n  de: {name: Deutsch}\n  he: {direction: rtl}\n",
                                            "pharos.yml", diagnostics);
  CHECK(diagnostics.empty());
  CHECK(s.name.for_all() == "Help");
  CHECK(tags(s.tags()) == "de he");
  CHECK(s.default_language == lang("de"));
}

TEST_CASE("all faults of the settings are told at once, what can be kept is kept") {
  Diagnostics diagnostics;
  const SiteSettings s = read_site_settings(
      "nam: Help\nurl: help.example\nlanguages:\n  - en\n  - steam\n  - en\n  - {name: X}\n  - {tag: fr, fallback: "
      "[pl], "
      "direction: up}\ndefault_language: de\nchannels:\n  - {kind: pigeon}\n  - {kind: chat}\n  - x\nnotices: ../x\n",
      "pharos.yml", diagnostics);
  CHECK(diagnostics.size() == 12);
  for (const Diagnostic& d : diagnostics) CHECK(d.rule == "site-settings");
  CHECK(mentions(diagnostics, "site-settings", "\"nam\""));
  CHECK(mentions(diagnostics, "site-settings", "steam"));
  CHECK(tags(s.tags()) == "en fr de");
  CHECK(s.default_language == lang("de"));
  CHECK(s.notices_folder == "notices");
}

TEST_CASE("settings that are no YAML are one diagnostic with its line") {
  Diagnostics diagnostics;
  read_site_settings("name: a\nurl: b: c\n", "pharos.yml", diagnostics);
  REQUIRE(diagnostics.size() == 1);
  CHECK(diagnostics[0].line == 2);
}

}  // namespace
}  // namespace pharos::content
