// SPDX-License-Identifier: GPL-3.0-or-later
#include "http/page_texts.h"

#include <doctest/doctest.h>

#include <cstdlib>
#include <set>
#include <string>
#include <vector>

#include "http/page_plurals.h"
#include "http/page_samples.h"
#include "pharos/base/files.h"

namespace pharos::http {
namespace {

using samples::kLanguages;
using samples::kSite;
using samples::site;

std::set<std::string> placeholders(const std::string& text) {
  std::set<std::string> found;
  for (std::size_t open = text.find('{'); open != std::string::npos; open = text.find('{', open + 1)) {
    found.insert(text.substr(open, text.find('}', open) - open + 1));
  }
  return found;
}

}  // namespace

TEST_CASE("interface texts are complete in every language, with the same placeholders") {
  const auto read = [](const std::string& tag) {
    const std::string file = tag + ".json";
    return PageTexts(Language::require(tag), read_file(kSite / "texts" / file), file, nullptr);
  };
  const PageTexts english = read("en");
  for (const std::string& tag : kLanguages) {
    CAPTURE(tag);
    const PageTexts texts = read(tag);
    std::set<std::string> wanted;
    for (const auto& [name, text] : english.all()) {
      CAPTURE(name);
      const bool counted = name.ends_with("_one") || name.ends_with("_other");
      const std::string base = name.substr(0, name.rfind('_') + 1);
      if (!counted || english.find(base + "other") == nullptr) {
        wanted.insert(name);
        REQUIRE(texts.find(name) != nullptr);
        CHECK(placeholders(*texts.find(name)) == placeholders(text));
        CHECK_FALSE(texts.find(name)->empty());
        continue;
      }
      for (const std::string_view form : plural_forms(Language::require(tag))) {
        const std::string counted_name = base + std::string(form);
        CAPTURE(counted_name);
        wanted.insert(counted_name);
        REQUIRE(texts.find(counted_name) != nullptr);
        // "one article" may be said without its number, "few" may not.
        auto given = placeholders(*texts.find(counted_name)), expected = placeholders(text);
        if (form == "zero" || form == "one" || form == "two") {
          given.erase("{count}");
          expected.erase("{count}");
        }
        CHECK(given == expected);
      }
    }
    for (const auto& [name, text] : texts.all()) {
      CAPTURE(name);
      CHECK((wanted.count(name) == 1 || name.starts_with("article_fallback_")));
    }
  }
}

TEST_CASE("the pseudo-language is made from the English texts as they are now") {
  CHECK(std::system(("python3 " + (kSite / "texts" / "make_pseudo.py").string() + " --check").c_str()) == 0);
}

TEST_CASE("the nearest interface texts are taken, the pseudo-language never by nearness") {
  const std::vector<std::pair<std::string, std::string>> rows = {
      {"zh-TW", "zh-Hant"}, {"zh-CN", "zh-Hans"}, {"pt", "pt-BR"}, {"en-GB", "en"}, {"en-XA", "en-XA"}, {"fi", "en"}};
  for (const auto& [asked, served] : rows) {
    CHECK(site().texts(Language::require(asked)).language().tag() == served);
  }
}

TEST_CASE("numbers choose the form of a text by the language's rule") {
  struct Row {
    const char* language;
    std::size_t number;
    const char* form;
  };
  const Row rows[] = {{"en", 1, "one"},     {"en", 0, "other"}, {"en", 2, "other"}, {"pt-BR", 0, "one"},
                      {"ja", 1, "other"},   {"ru", 1, "one"},   {"ru", 21, "one"},  {"ru", 11, "many"},
                      {"ru", 3, "few"},     {"ru", 13, "many"}, {"ru", 104, "few"}, {"ru", 5, "many"},
                      {"ar", 0, "zero"},    {"ar", 2, "two"},   {"ar", 103, "few"}, {"ar", 11, "many"},
                      {"ar", 100, "other"}, {"pl", 22, "few"},  {"cs", 3, "few"},   {"tr", 1, "one"}};
  for (const Row& row : rows) {
    CAPTURE(row.language);
    CAPTURE(row.number);
    CHECK(plural_form(Language::require(row.language), row.number) == row.form);
  }
  CHECK(site().texts(Language::require("ru")).count("articles", 3) == "3 статьи");
}

TEST_CASE("dates are written as each language writes them") {
  const std::vector<std::pair<std::string, std::string>> rows = {
      {"en", "November 6, 2026"}, {"zh-Hans", "2026年11月6日"},     {"ko", "2026년 11월 6일"},
      {"ru", "6 ноября 2026 г."}, {"es", "6 de noviembre de 2026"}, {"tr", "6 Kasım 2026"},
      {"vi", "6 tháng 11, 2026"}, {"ar", "6 نوفمبر 2026"},          {"th", "6 พฤศจิกายน 2026"}};
  for (const auto& [tag, date] : rows) {
    CHECK(site().texts(Language::require(tag)).date(*parse_time("2026-11-06T18:05:00Z")) == date);
  }
  CHECK(site().texts(samples::kEnglish).date_time(*parse_time("2026-11-06T08:05:00Z")) ==
        "November 6, 2026, 08:05 UTC");
}

TEST_CASE("what fills a placeholder is never taken for one") {
  CHECK(fill_placeholders("{a} {b} {c}", {{"a", "{b}"}, {"b", "x"}}) == "{b} x {c}");
  CHECK(fill_placeholders("{", {{"a", "b"}}) == "{");
}

}  // namespace pharos::http
