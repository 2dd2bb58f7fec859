// SPDX-License-Identifier: GPL-3.0-or-later
#include "pharos/index/catalog.h"

#include <doctest/doctest.h>

#include "library_samples.h"
#include "pharos/base/error.h"

namespace pharos::index {
namespace {

using content_samples::lang;

Catalog full_catalog() {
  Catalog catalog;
  catalog.settings.name = content::LocalizedText("Help");
  catalog.settings.name.set(lang("ru"), "Помощь");
  catalog.settings.url = "https://help.example";
  catalog.settings.default_language = lang("en");
  content::SiteLanguage ar(lang("ar"));
  ar.name = "العربية";
  ar.right_to_left = true;
  ar.fallback = {lang("ru"), lang("en")};
  catalog.settings.languages = {content::SiteLanguage(lang("en")), ar};
  catalog.settings.category_order = {"b", "a"};
  content::Channel channel;
  channel.kind = "chat";
  channel.address = "https://chat.example";
  channel.name = content::LocalizedText("Chat");
  channel.hours.set(lang("en"), "24/7");
  channel.languages = {lang("en")};
  catalog.settings.channels = {channel};
  content::RoutingRule rule;
  rule.name = "stolen";
  rule.phrases = {{lang("en"), {"stolen", "my \"coins\""}}, {lang("ar"), {"سرق"}}};
  rule.category = "a";
  rule.queue = "security";
  rule.priority = "high";
  rule.urgent = true;
  rule.line = 7;
  catalog.settings.routing = {"front", {{"a", "payments"}}, {rule}, 5};
  catalog.settings.gateways = {{"webhook", "crm", {"payments"}, {{"url", "https://crm.example"}}, 12}};
  CatalogArticle article(ArticleKey::require("a/b"), lang("en"));
  article.title = "A \"quoted\" <title>";
  article.summary = "Sum\nmary";
  article.category = "a";
  article.revision = "00ff";
  article.source_path = "en/a/b.md";
  article.queue = "payments";
  article.questions = {"Q1?", "Q2?"};
  article.tags = {"t"};
  article.related = {"a/c"};
  article.aliases = {"old/b"};
  article.headings = {{"steps", "Steps", 2}, {"步骤", "步骤", 3}};
  article.order = 2.5;
  article.boost = 1.5;
  article.signal = {41, 4};
  article.agent = true;
  article.updated = UtcTime{-5};
  article.body_offset = 9'000'000'000;
  article.body_bytes = 77;
  catalog.articles = {article, CatalogArticle(ArticleKey::require("c"), lang("ar"))};
  content::Category category;
  category.key = "a/x";
  category.parent = "a";
  category.icon = "wallet";
  category.titles = {{lang("en"), "X"}};
  category.summaries = {{lang("ar"), "ملخص"}};
  catalog.categories = {category};
  content::Notice notice;
  notice.id = "n1";
  notice.severity = content::NoticeSeverity::kIncident;
  notice.started = UtcTime{100};
  notice.expected_end = UtcTime{200};
  notice.affects = {"a"};
  notice.texts.emplace(lang("en"), content::NoticeText{"Late", "Congestion", "<p>x</p>"});
  catalog.notices = {notice};
  content::Glossary glossary(lang("en"));
  glossary.terms = {{"deposit", "Deposit", {"top-up"}, {"depozit"}, "Money in."}};
  catalog.glossaries = {glossary};
  catalog.assets = {{"img/a.png", "0123-a.png"}};
  return catalog;
}

TEST_CASE("a catalog is read as it was written") {
  const std::string json = to_json(full_catalog());
  const Catalog back = catalog_from_json(json);
  CHECK(to_json(back) == json);
  REQUIRE(back.articles.size() == 2);
  CHECK(back.articles[0].title == "A \"quoted\" <title>");
  CHECK(back.articles[0].updated == UtcTime{-5});
  CHECK(back.articles[0].body_offset == 9'000'000'000);
  CHECK(back.articles[0].headings[1].anchor == "步骤");
  CHECK(back.articles[0].headings[1].level == 3);
  CHECK(back.articles[0].signal.helpful == 41);
  CHECK(back.articles[0].signal.unhelpful == 4);
  CHECK(back.articles[0].agent);
  CHECK_FALSE(back.articles[1].updated);
  CHECK(back.articles[1].boost == 1);
  CHECK(back.settings.name.in({lang("ru")}) == "Помощь");
  CHECK(back.settings.name.in({lang("ar")}) == "Help");
  CHECK(back.settings.languages[1].fallback == std::vector<Language>{lang("ru"), lang("en")});
  CHECK(back.settings.languages[1].right_to_left);
  CHECK(back.settings.channels[0].hours.in({lang("en")}) == "24/7");
  const content::RoutingSettings& routing = back.settings.routing;
  CHECK(routing.default_queue == "front");
  CHECK(routing.queues.at("a") == "payments");
  CHECK(routing.line == 5);
  REQUIRE(routing.rules.size() == 1);
  CHECK(routing.rules[0].phrases == full_catalog().settings.routing.rules[0].phrases);
  CHECK(routing.rules[0].urgent);
  CHECK(routing.rules[0].priority == "high");
  CHECK(routing.rules[0].line == 7);
  CHECK(back.settings.gateways[0].options.at("url") == "https://crm.example");
  CHECK(back.settings.gateways[0].queues == std::vector<std::string>{"payments"});
  CHECK(back.categories[0].summaries.at(lang("ar")) == "ملخص");
  CHECK(back.notices[0].severity == content::NoticeSeverity::kIncident);
  CHECK_FALSE(back.notices[0].ended);
  CHECK(back.glossaries[0].terms[0].typed == std::vector<std::string>{"depozit"});
  CHECK(back.assets.at("img/a.png") == "0123-a.png");
}

TEST_CASE("a catalog from before there was a desk has the default routing and no gateways") {
  const Catalog old = catalog_from_json("{\"settings\":{\"url\":\"https://help.example\"}}");
  CHECK(old.settings.routing.default_queue == "general");
  CHECK(old.settings.routing.rules.empty());
  CHECK(old.settings.gateways.empty());
}

TEST_CASE("an article without an order of its own keeps the last place") {
  Catalog catalog;
  catalog.articles.emplace_back(ArticleKey::require("a"), lang("en"));
  catalog.articles[0].order = 1e9;
  CHECK(catalog_from_json(to_json(catalog)).articles[0].order == 1e9);
}

TEST_CASE("what is no catalog is corrupt") {
  for (const char* text : {"", "{", "{\"articles\":[{}]}", "{\"articles\":[{\"key\":\"../x\",\"language\":\"en\"}]}",
                           "{\"articles\":[{\"key\":\"x\",\"language\":\"klingon\"}]}",
                           "{\"articles\":[{\"key\":\"x\",\"language\":\"en\",\"headings\":[[1]]}]}"}) {
    CAPTURE(std::string(text));
    try {
      catalog_from_json(text);
      FAIL("not refused");
    } catch (const Error& error) {
      CHECK(error.kind() == ErrorKind::kCorrupt);
    }
  }
}

}  // namespace
}  // namespace pharos::index
