// SPDX-License-Identifier: GPL-3.0-or-later
#include "http/pages.h"

#include <doctest/doctest.h>

#include <algorithm>
#include <filesystem>
#include <fstream>
#include <set>
#include <sstream>
#include <string>
#include <thread>
#include <vector>

#include "http/page_builders.h"
#include "http/page_markup.h"
#include "http/page_samples.h"
#include "http/page_texts.h"
#include "pharos/base/error.h"
#include "pharos/base/files.h"

namespace pharos::http {
namespace {

using samples::kLanguages;
using samples::kSite;
using samples::site;

bool contains(const std::string& text, const std::string& part) { return text.find(part) != std::string::npos; }

/// What a reader sees or hears of a page, piece by piece: text between tags, and the attributes that speak.
std::vector<std::string> words_of(const std::string& html) {
  std::vector<std::string> words;
  std::string_view rest(html);
  rest.remove_prefix(rest.find("<body"));
  while (!rest.empty()) {
    const std::size_t open = std::min(rest.find('<'), rest.size());
    words.emplace_back(rest.substr(0, open));
    rest.remove_prefix(open);
    const std::string_view tag = rest.substr(0, rest.find('>'));
    for (const std::string_view name : {" aria-label=\"", " placeholder=\"", " data-text-"}) {
      for (std::size_t at = tag.find(name); at != std::string_view::npos; at = tag.find(name, at + 1)) {
        const std::size_t begin = tag.find('"', at) + 1;
        words.emplace_back(tag.substr(begin, tag.find('"', begin) - begin));
      }
    }
    rest.remove_prefix(std::min(tag.size() + 1, rest.size()));
  }
  return words;
}

bool has_letters(const std::string& text) {
  return std::any_of(text.begin(), text.end(), [](unsigned char c) { return std::isalpha(c) != 0 || c >= 0x80; });
}

struct SiteCopy {
  SiteCopy() { std::filesystem::copy(kSite, folder.path() / "site", std::filesystem::copy_options::recursive); }
  std::filesystem::path path() const { return folder.path() / "site"; }
  void write(const std::string& name, const std::string& text) const {
    std::filesystem::create_directories((path() / name).parent_path());
    std::ofstream(path() / name, std::ios::binary) << text;
  }
  std::string fault() const {
    try {
      const Pages pages(path(), false);
    } catch (const Error& error) {
      return error.what();
    }
    return {};
  }
  TemporaryFolder folder;
};

}  // namespace

TEST_CASE("every page renders in every language with its direction and closing tag") {
  for (const std::string& tag : kLanguages) {
    CAPTURE(tag);
    const Language language = Language::require(tag);
    const std::string root = "<html lang=\"" + tag + "\" dir=\"" + (language.right_to_left() ? "rtl" : "ltr") + "\">";
    for (const std::string& html : samples::all_pages(site(), language)) {
      CHECK(html.starts_with("<!doctype html>"));
      CHECK(contains(html, root));
      CHECK(html.find("</html>") >= html.size() - 8);
      CHECK(contains(html, "<h1"));
      CHECK_FALSE(contains(html, "{{"));
      CHECK_FALSE(contains(html, "}}"));
      CHECK_FALSE(contains(html, " style="));
      CHECK_FALSE(contains(html, "<style"));
      CHECK_FALSE(contains(html, "onclick"));
    }
  }
}

TEST_CASE("no word of the interface is hard-wired: in the pseudo-language all are accented and in brackets") {
  // The name of the language that is shown instead, words within <mark>, keys, addresses, and what is put into an
  // article, which speaks the article's language.
  const std::set<std::string> kNotInterface = {"English", "Wrong",   "wrong", "fees",           "help@example.com",
                                               "Table",   "Warning", " · ",   "r…@example.com", "7K3M-9QWX-2HTR-5VBN"};
  for (const std::string& html : samples::all_pages(site(), Language::require("en-XA"))) {
    for (const std::string& words : words_of(html)) {
      if (!has_letters(words) || contains(words, samples::kContent) || kNotInterface.count(words) == 1) continue;
      CAPTURE(words);
      CHECK((contains(words, "[") || contains(words, "]")));  // one around a value is in two pieces
    }
  }
}

TEST_CASE("a language without interface texts gets English words, marked as such, around its own content") {
  const std::string html =
      category_page(samples::frame(site(), Language::require("de")), samples::category(Language::require("de")), {});
  CHECK(contains(html, "<html lang=\"en\" dir=\"ltr\">"));
  CHECK(contains(html, "<h1 lang=\"de\" dir=\"ltr\">Deposits"));
  CHECK(contains(html, "action=\"/de/search\""));
}

TEST_CASE("what strangers and editors write is escaped wherever a page shows it") {
  const std::string evil = "\"><script>alert(1)</script>'&{{title}}";
  const auto harmless = [&](const std::string& html) {
    CHECK_FALSE(contains(html, "<script>alert"));
    CHECK_FALSE(contains(html, "\"><script"));
    CHECK(contains(html, "&lt;script&gt;alert(1)&lt;/script&gt;"));
  };
  const Language language = samples::kEnglish;
  engine::ArticleView article = samples::article(language);
  article.title = article.summary = article.toc[0].heading = article.related[0].title = evil;
  article.toc[0].anchor = article.translations[1].name = article.path[0].title = evil;
  harmless(article_page(samples::frame(site(), language), article, {}));

  engine::CategoryView category = samples::category(language);
  category.title = category.summary = category.icon = category.cards[0].summary = evil;
  harmless(category_page(samples::frame(site(), language), category, {}));

  std::vector<engine::NoticeView> notices = samples::notices();
  notices[0].title = notices[0].cause = notices[0].id = evil;
  harmless(home_page(samples::frame(site(), language), {{category}, notices}));

  SearchPage search = samples::found(language, evil);
  search.category = search.result->hits[0].heading = search.result->rewrites[0].to = search.result->rewrites[1].to =
      evil;
  search.number = 1;
  harmless(search_page(samples::frame(site(), language), search));
  search.result->hits.clear();
  harmless(search_page(samples::frame(site(), language), search));

  std::vector<engine::ChannelView> channels = samples::channels();
  channels[0].name = channels[0].hours = channels[1].address = evil;
  harmless(contact_page(samples::frame(site(), language), {channels, {}, {}, {}, {}}));

  PageFrame frame = samples::frame(site(), language);
  frame.search_text = evil + "\xFF";
  harmless(fault_page(frame, 404, {}));
}

TEST_CASE("a channel links only to addresses that are safe to open") {
  std::vector<engine::ChannelView> channels = samples::channels();
  const std::vector<std::pair<std::string, bool>> rows = {{"javascript:alert(1)", false}, {"//evil.example", false},
                                                          {"data:text/html,x", false},    {"https://ok.example", true},
                                                          {"mailto:a@b.example", true},   {"tel:+1", true},
                                                          {"/en/contact", true}};
  for (const auto& [address, linked] : rows) {
    CAPTURE(address);
    channels[0].address = address;
    const std::string html = contact_page(samples::frame(site(), samples::kEnglish), {{channels[0]}, {}, {}, {}, {}});
    CHECK(contains(html, "<h3><a href=\"" + address + "\"") == linked);
  }
}

TEST_CASE("the language switch keeps the page and the search") {
  const std::string article = article_page(
      [] {
        PageFrame frame = samples::frame(site(), samples::kEnglish);
        frame.path = "/deposits/wrong-network";
        return frame;
      }(),
      samples::article(samples::kEnglish), {});
  CHECK(contains(article, "<a href=\"/ar/deposits/wrong-network\" hreflang=\"ar\" lang=\"ar\" dir=\"rtl\">"));
  const std::string search =
      search_page(samples::frame(site(), samples::kEnglish), samples::found(samples::kEnglish, "a&b 提现"));
  CHECK(contains(search, "<a href=\"/zh-Hans/search?q=a%26b%20%E6%8F%90%E7%8E%B0\" hreflang=\"zh-Hans\""));
}

TEST_CASE("a page in another language says so: words, lang, canonical address and alternates") {
  const Language arabic = Language::require("ar");
  PageFrame frame = samples::frame(site(), arabic);
  frame.path = "/deposits/wrong-network";
  const std::string html = article_page(frame, samples::article(arabic), {});
  CHECK(contains(html, site().texts(arabic).raw("article_fallback_en")));
  CHECK(contains(html, "<link rel=\"canonical\" href=\"https://help.example/en/deposits/wrong-network\">"));
  CHECK(contains(html, "<div class=\"prose article-body\" lang=\"en\" dir=\"ltr\">"));
  CHECK(contains(html, "<p class=\"callout-title\">Warning</p>"));
  CHECK(contains(html, "hreflang=\"zh-Hans\" href=\"https://help.example/zh-Hans/deposits/wrong-network\">"));
  CHECK_FALSE(contains(html, "<link rel=\"alternate\" hreflang=\"ar\""));
}

TEST_CASE("an article shows the notices that concern it and its categories, no others") {
  std::vector<engine::NoticeView> notices = samples::notices();
  notices.resize(1);
  const std::vector<std::pair<std::string, bool>> rows = {{"deposits", true},
                                                          {"deposits/wrong-network", true},
                                                          {"deposits-old", false},
                                                          {"deposits/wrong-network/deeper", false},
                                                          {"fees", false}};
  for (const auto& [affected, shown] : rows) {
    CAPTURE(affected);
    notices[0].affects = {affected};
    const std::string html =
        article_page(samples::frame(site(), samples::kEnglish), samples::article(samples::kEnglish), notices);
    CHECK(contains(html, "Deposits are late") == shown);
  }
  notices[0].affects.clear();
  notices[0].active = false;
  CHECK_FALSE(
      contains(article_page(samples::frame(site(), samples::kEnglish), samples::article(samples::kEnglish), notices),
               "Deposits are late"));
}

TEST_CASE("an article's markup becomes ready for the page") {
  const PageTexts& texts = site().texts(Language::require("ja"));
  const std::vector<std::pair<std::string, std::string>> rows = {
      {"<p>a < b</p>", "<p>a < b</p>"},
      {"<table><tr></tr></table>",
       "<div class=\"table-scroll\" role=\"region\" tabindex=\"0\" aria-label=\"表\">"
       "<table><tr></tr></table></div>"},
      {"<pre><code>x</code></pre>", "<pre tabindex=\"0\"><code>x</code></pre>"},
      {"<img src=\"/assets/a.svg\" alt=\"a\">",
       "<img loading=\"lazy\" decoding=\"async\" src=\"/assets/a.svg\" alt=\"a\">"},
      {"<aside data-kind=\"tip\"><p class=\"callout-title\"></p>",
       "<aside data-kind=\"tip\"><p class=\"callout-title\">ヒント</p>"},
      {"<aside data-kind=\"tip\"><p class=\"callout-title\">Own</p>",
       "<aside data-kind=\"tip\"><p class=\"callout-title\">Own</p>"},
      {"<aside data-kind=\"odd\"><p>x</p>", "<aside data-kind=\"odd\"><p class=\"callout-title\">メモ</p><p>x</p>"},
      {"<p>cut <b", "<p>cut <b"},
  };
  for (const auto& [written, shown] : rows) CHECK(article_markup(written, texts) == shown);
}

TEST_CASE("static files are served from memory, by their path alone, under an address with their digest") {
  const Pages::StaticFile* file = site().static_file("styles/base.css");
  REQUIRE(file != nullptr);
  CHECK(file->media_type == "text/css; charset=utf-8");
  CHECK(contains(home_page(samples::frame(site(), samples::kEnglish), {}),
                 "/static/styles/base.css?v=" + file->etag.substr(0, 10)));
  CHECK(site().static_file("favicon.svg") != nullptr);
  for (const char* path : {"../texts/en.json", "styles", "", "/etc/passwd", "styles//base.css", "./favicon.svg"}) {
    CHECK(site().static_file(path) == nullptr);
  }
}

TEST_CASE("only the preview's pages watch for a new generation") {
  const Pages preview(kSite, true);
  CHECK(contains(home_page(samples::frame(preview, samples::kEnglish), {}), "data-generation=\"g-1\""));
  CHECK_FALSE(contains(home_page(samples::frame(site(), samples::kEnglish), {}), "live_reload"));
}

TEST_CASE("a site folder with a fault is refused, naming the file and the fault") {
  struct Row {
    const char* file;
    const char* text;
    const char* said;
  };
  const Row rows[] = {
      {"texts/ru.json", "{\"home\": ", "site/texts/ru.json"},
      {"texts/ru.json", "[]", "site/texts/ru.json: must be one JSON object"},
      {"texts/ru.json", "{\"home\": 1}", "\"home\" must be a text"},
      {"texts/ru.json", "{\"home\": \"{{x}}\"}", "\"home\" must not hold {{"},
      {"texts/klingon.json", "{}", "site/texts/klingon.json: the file's name is no language tag"},
      {"templates/home.mustache", "{{#a}}", "home.mustache"},
      {"templates/home.mustache", "{{t.nope}}", "\"nope\""},
      {"templates/home.mustache", "{{static/styles/nope.css}}", "site/static/styles/nope.css is missing"},
      {"templates/home.mustache", "{{> nope}}", "site/templates/nope.mustache is missing"},
      {"templates/home.mustache", "{{> crumbs}}", ""},
      {"templates/crumbs.mustache", "{{> crumbs}}", "includes itself"},
      {"templates/home.mustache", "{{never closed", "{{ without }}"},
  };
  for (const Row& row : rows) {
    CAPTURE(row.text);
    const SiteCopy copy;
    copy.write(row.file, row.text);
    const std::string fault = copy.fault();
    CAPTURE(fault);
    CHECK(fault.empty() == std::string(row.said).empty());
    CHECK(contains(fault, row.said));
  }
  CHECK_THROWS_AS(Pages("/nonexistent", false), Error);
}

TEST_CASE("a translation under way falls back to English text by text") {
  const SiteCopy copy;
  copy.write("texts/fr.json", "{\"home\": \"Accueil\"}");
  const Pages pages(copy.path(), false);
  const PageTexts& french = pages.texts(Language::require("fr"));
  CHECK(french.raw("home") == "Accueil");
  CHECK(french.raw("contact_us") == "Contact us");
  CHECK(french.count("articles", 0) == "0 article");
}

TEST_CASE("pages may be rendered from many threads at once") {
  const Language language = Language::require("ru");
  const std::vector<std::string> expected = samples::all_pages(site(), language);
  std::vector<std::thread> threads;
  std::vector<int> same(4, 0);
  for (int& count : same) {
    threads.emplace_back([&] {
      for (int i = 0; i < 4; ++i) count += samples::all_pages(site(), language) == expected ? 1 : 0;
    });
  }
  for (std::thread& thread : threads) thread.join();
  for (const int count : same) CHECK(count == 4);
}

}  // namespace pharos::http
