// SPDX-License-Identifier: GPL-3.0-or-later
#include <doctest/doctest.h>

#include "help_site.h"
#include "pharos/base/error.h"

namespace pharos::engine {
namespace {

const FixedClock kNow(*parse_time("2026-11-22T12:00:00Z"));

const HelpCenter& center() {
  static const HelpCenter one(sample_site().index(), kNow);
  return one;
}

ArticleView shown(const char* key, const char* tag) {
  auto view = center().article(ArticleKey::require(key), lang(tag));
  REQUIRE(view);
  return *std::move(view);
}

std::string keys(const std::vector<ArticleCard>& cards) {
  std::string line;
  for (const ArticleCard& card : cards)
    line += (line.empty() ? "" : " ") + card.key.str() + (card.is_fallback ? "*" : "");
  return line;
}

TEST_CASE("an article is shown in the reader's language with all that belongs to it") {
  const ArticleView view = shown("account/reset", "en");
  CHECK_FALSE(view.is_fallback);
  CHECK(view.title == "Reset your password");
  CHECK(view.summary == "A new one.");
  CHECK(view.html.find("<h2 id=\"steps\"") != std::string::npos);
  REQUIRE(view.toc.size() == 2);
  CHECK(view.toc[0].anchor == "steps");
  CHECK(view.toc[1].level == 3);
  CHECK(keys(view.related) == "deposits/crypto/late");
  CHECK(view.category == "account");
  REQUIRE(view.path.size() == 1);
  CHECK(view.path[0].title == "Account");
  CHECK(view.tags == std::vector<std::string>{"password"});
  CHECK(to_iso_date(*view.updated) == "2026-11-01");
  CHECK(view.revision.size() == 16);
  CHECK(view.source_path == "en/account/reset.md");
  REQUIRE(view.translations.size() == 2);
  CHECK(view.translations[0].language == lang("en"));
  CHECK(view.translations[1].title == "Сброс пароля");
}

TEST_CASE("what is not translated is shown along the fallback chain and says so") {
  const ArticleView russian = shown("account/reset", "uk");
  CHECK(russian.language == lang("ru"));
  CHECK(russian.requested == lang("uk"));
  CHECK(russian.is_fallback);
  CHECK(russian.path[0].title == "Аккаунт");
  CHECK(shown("deposits/crypto/late", "uk").language == lang("en"));
  // Outside the chain is still better than nothing.
  CHECK(shown("deposits/only", "ar").language == lang("ru"));
  CHECK_FALSE(center().article(ArticleKey::require("no/such"), lang("en")));
}

TEST_CASE("links lead to pages in the reader's language, pictures to their stored names") {
  const std::string html = shown("deposits/crypto/late", "ru").html;
  CAPTURE(html);
  CHECK(html.find("href=\"/ru/account/reset#steps\"") != std::string::npos);
  CHECK(html.find("href=\"/ru/deposits\"") != std::string::npos);
  CHECK(html.find("pharos-asset:") == std::string::npos);
  CHECK(html.find("pharos:x") != std::string::npos);
  const std::size_t src = html.find("src=\"/assets/");
  REQUIRE(src != std::string::npos);
  const std::string name = html.substr(src + 13, html.find('"', src + 13) - src - 13);
  const auto asset = center().asset(name);
  REQUIRE(asset);
  CHECK(asset->media_type == "image/svg+xml");
  CHECK(asset->bytes.starts_with("<svg"));
  CHECK(name.starts_with(asset->etag));
  for (const char* other : {"", "net.svg", "../catalog.z", "CURRENT"}) CHECK_FALSE(center().asset(other));
}

TEST_CASE("agents' articles are on no page") {
  CHECK_FALSE(center().article(ArticleKey::require("account/agents"), lang("en")));
  CHECK(center().page("account/agents").kind == PageTarget::Kind::kNone);
  CHECK(center().search(search::Query("flags secret", lang("en"))).hits.empty());
}

TEST_CASE("categories are a tree in the site's order, with fallbacks marked and counted") {
  const auto tree = center().categories(lang("ru"));
  REQUIRE(tree.size() == 2);
  CHECK(tree[0].key == "deposits");
  CHECK(tree[0].title == "Deposits");
  CHECK(tree[0].articles == 2);
  CHECK(keys(tree[0].cards) == "deposits/only");
  REQUIRE(tree[0].children.size() == 1);
  CHECK(tree[0].children[0].key == "deposits/crypto");
  CHECK(keys(tree[0].children[0].cards) == "deposits/crypto/late*");
  CHECK(tree[0].children[0].path.size() == 2);
  CHECK(tree[1].title == "Аккаунт");
  CHECK(tree[1].summary == "Sign in.");
  CHECK(tree[1].icon == "key");
  CHECK(keys(tree[1].cards) == "account/a-first* account/reset");
  const auto english = center().category("deposits", lang("en"));
  REQUIRE(english);
  CHECK(english->articles == 1);
  CHECK_FALSE(center().category("nothing", lang("en")));
  const auto path = center().category_path("deposits/crypto", lang("en"));
  REQUIRE(path.size() == 2);
  CHECK(path[0].key == "deposits");
  CHECK(path[1].title == "Crypto");
  CHECK(center().category_path("", lang("en")).empty());
}

TEST_CASE("notices are active, overdue or just past, in the reader's words") {
  const auto notices = center().notices(lang("uk"));
  REQUIRE(notices.size() == 2);
  CHECK(notices[0].id == "active");
  CHECK(notices[0].active);
  CHECK(notices[0].overdue);
  CHECK(notices[0].severity == content::NoticeSeverity::kIncident);
  CHECK(notices[0].cause == "Congestion");
  CHECK(notices[0].language == "en");
  CHECK(notices[0].affects == std::vector<std::string>{"deposits"});
  CHECK(notices[0].html.find("/uk/account/reset") != std::string::npos);
  CHECK(notices[1].id == "past");
  CHECK_FALSE(notices[1].active);
  CHECK_FALSE(notices[1].overdue);
  CHECK(notices[1].title == "Работы");
  CHECK(center().notices(lang("en"), 3).size() == 1);
  const FixedClock later(*parse_time("2026-12-02"));
  const HelpCenter then(sample_site().index(), later);
  CHECK(then.notices(lang("en")).size() == 2);
  const FixedClock before(*parse_time("2026-11-20T12:00:00Z"));
  const HelpCenter early(sample_site().index(), before);
  CHECK_FALSE(early.notices(lang("en"))[0].overdue);
}

TEST_CASE("channels that speak the reader's language come first") {
  const auto order = [](const char* tag) {
    std::string line;
    for (const ChannelView& view : center().channels(lang(tag))) line += view.kind + (view.speaks_yours ? "+ " : " ");
    return line;
  };
  CHECK(order("ru") == "email+ community+ chat ");
  CHECK(order("ar") == "chat+ community+ email ");
  const auto channels = center().channels(lang("ru"));
  CHECK(channels[0].hours == "всегда");
  CHECK(channels[0].languages.size() == 2);
  CHECK(channels[0].languages[1].name == "Русский");
}

TEST_CASE("addresses lead to articles, categories, or where old ones went") {
  using Kind = PageTarget::Kind;
  struct Row {
    const char* path;
    Kind kind;
    const char* key;
  };
  for (const Row& row :
       {Row{"account/reset", Kind::kArticle, "account/reset"}, Row{"account/reset/", Kind::kArticle, "account/reset"},
        Row{"account", Kind::kCategory, "account"}, Row{"deposits/crypto/", Kind::kCategory, "deposits/crypto"},
        Row{"old/reset", Kind::kRedirect, "account/reset"}, Row{"faq/password/", Kind::kRedirect, "account/reset"},
        Row{"account/reset.html", Kind::kRedirect, "account/reset"},
        Row{"account/reset.md", Kind::kRedirect, "account/reset"},
        Row{"old/reset.html", Kind::kRedirect, "account/reset"}, Row{"account/index.html", Kind::kRedirect, "account"},
        Row{"account/README.md", Kind::kRedirect, "account"}, Row{"deposits/only", Kind::kArticle, "deposits/only"},
        Row{"", Kind::kNone, ""}, Row{"nothing", Kind::kNone, ""}, Row{".html", Kind::kNone, ""},
        Row{"../etc/passwd", Kind::kNone, ""}, Row{"account/reset.html.exe", Kind::kNone, ""}}) {
    CAPTURE(std::string(row.path));
    const PageTarget target = center().page(row.path);
    CHECK(target.kind == row.kind);
    CHECK(target.key == std::string(row.key));
  }
  std::string long_path;
  for (int i = 0; i < 2000; ++i) long_path += ".html";
  CHECK(center().page(long_path).kind == Kind::kNone);
}

TEST_CASE("the site knows its languages, names and default") {
  CHECK(center().default_language() == lang("en"));
  CHECK(center().language("en-GB") == lang("en"));
  CHECK(center().language("UK") == lang("uk"));
  CHECK_FALSE(center().language("fr"));
  CHECK_FALSE(center().language("nonsense"));
  CHECK(center().site_name(lang("uk")) == "Помощь Lumen");
  CHECK(center().site_name(lang("ar")) == "Lumen Help");
  CHECK(center().site_url() == "https://help.example");
  const auto languages = center().languages();
  REQUIRE(languages.size() == 4);
  CHECK(languages[0].is_default);
  CHECK(languages[0].articles == 3);
  CHECK(languages[1].articles == 2);
  CHECK(languages[2].fallback == std::vector<Language>{lang("ru"), lang("en")});
  CHECK(languages[2].articles == 0);
  CHECK(languages[3].right_to_left);
  CHECK(languages[3].name == "العربية");
}

TEST_CASE("operators see what is served") {
  const HealthView health = center().health();
  CHECK(health.generation == "gen-000001");
  CHECK(health.generation == center().generation());
  CHECK(health.built_at == "2026-11-22T00:00:00Z");
  CHECK(health.articles == 6);
  CHECK(health.languages == 2);
  CHECK(health.last_problem == "");
}

}  // namespace
}  // namespace pharos::engine
