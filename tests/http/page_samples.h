// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <filesystem>
#include <string>
#include <vector>

#include "http/page_builders.h"

// A small made-up site, as the engine would show it, for tests of the pages alone. Words that a page takes from here
// end with kContent, so that a test can tell them from words of the interface.
namespace pharos::http::samples {

inline const std::filesystem::path kSite = std::filesystem::path(PHAROS_SOURCE_DIR) / "site";

/// The site folder as it is in the repository, read once.
inline const Pages& site() {
  static const Pages pages(kSite, false);
  return pages;
}

/// All interface languages.
inline const std::vector<std::string> kLanguages = {"en", "zh-Hans", "zh-Hant", "ja", "ko", "ru",   "tr",
                                                    "vi", "es",      "pt-BR",   "th", "ar", "en-XA"};

inline const Language kEnglish = Language::require("en");
inline constexpr const char* kContent = "§";

inline std::string content(const std::string& words) { return words + kContent; }

inline std::vector<engine::LanguageView> languages() {
  std::vector<engine::LanguageView> views;
  for (const char* tag : {"en", "zh-Hans", "ar", "de"}) {
    engine::LanguageView view(Language::require(tag));
    view.name = content(std::string(view.language.native_name()));
    view.right_to_left = view.language.right_to_left();
    view.is_default = view.language == kEnglish;
    views.push_back(view);
  }
  return views;
}

inline PageFrame frame(const Pages& pages, const Language& language) {
  PageFrame made(pages, language);
  made.site_name = content("Lumen");
  made.site_url = "https://help.example";
  made.languages = languages();
  made.generation = "g-1";
  return made;
}

inline engine::ArticleCard card(const std::string& key, const Language& asked, const std::string& title) {
  engine::ArticleCard made(ArticleKey::require(key), kEnglish);
  made.title = content(title);
  made.summary = content("Summary of " + title);
  made.category = "deposits";
  made.updated = parse_time("2026-11-20");
  made.is_fallback = asked != kEnglish;
  return made;
}

inline engine::CategoryView category(const Language& asked) {
  engine::CategoryView made;
  made.key = "deposits";
  made.title = content("Deposits");
  made.summary = content("Bring coins in");
  made.icon = "deposit";
  made.articles = 7;
  made.path = {{"deposits", made.title}};
  made.cards = {card("deposits/wrong-network", asked, "Wrong network"), card("deposits/missing", asked, "Missing")};
  engine::CategoryView child;
  child.key = "deposits/bank";
  child.title = content("Bank");
  child.icon = "no such icon";
  child.articles = 1;
  child.path = {{"deposits", made.title}, {"deposits/bank", child.title}};
  child.cards = {card("deposits/bank/sepa", asked, "SEPA")};
  made.children = {child};
  return made;
}

inline std::vector<engine::NoticeView> notices() {
  engine::NoticeView active;
  active.id = "delay";
  active.severity = content::NoticeSeverity::kIncident;
  active.active = true;
  active.started = parse_time("2026-11-21T22:10:00Z");
  active.expected_end = parse_time("2026-11-30T18:00:00Z");
  active.title = content("Deposits are late");
  active.cause = content("A node fell behind");
  active.html = "<p>" + content("Coins are safe") + "</p>";
  active.language = "en";
  active.affects = {"deposits"};
  engine::NoticeView overdue = active;
  overdue.id = "overdue";
  overdue.overdue = true;
  engine::NoticeView open_end = active;
  open_end.id = "open";
  open_end.severity = content::NoticeSeverity::kMaintenance;
  open_end.expected_end.reset();
  open_end.affects.clear();
  engine::NoticeView past = active;
  past.id = "past";
  past.active = false;
  past.severity = content::NoticeSeverity::kInfo;
  past.ended = parse_time("2026-11-22T01:00:00Z");
  return {active, overdue, open_end, past};
}

inline engine::ArticleView article(const Language& asked) {
  engine::ArticleView made(ArticleKey::require("deposits/wrong-network"), asked, kEnglish);
  made.is_fallback = asked != kEnglish;
  made.title = content("Wrong network");
  made.summary = content("Often recoverable");
  made.html = "<p>" + content("Text") + "</p><h2 id=\"one\">" + content("One") + "</h2><table><tbody><tr><td>" +
              content("Cell") + "</td></tr></tbody></table><aside role=\"note\" class=\"callout callout-warning\" " +
              "data-kind=\"warning\"><p class=\"callout-title\"></p><p>" + content("Careful") + "</p></aside>";
  made.toc = {{"one", content("One"), 2}, {"two", content("Two"), 2}, {"deep", content("Deep"), 3}};
  for (const char* tag : {"en", "zh-Hans"}) {
    const Language language = Language::require(tag);
    made.translations.emplace_back(language, content(std::string(language.native_name())), content("Title"));
  }
  made.related = {card("deposits/missing", asked, "Missing")};
  made.category = "deposits";
  made.path = {{"deposits", content("Deposits")}};
  made.updated = parse_time("2026-11-16");
  made.revision = "0123456789abcdef";
  return made;
}

inline std::vector<engine::ChannelView> channels() {
  engine::ChannelView email;
  email.kind = "email";
  email.name = content("Mail");
  email.address = "mailto:help@example.com";
  email.hours = content("always");
  email.languages = languages();
  email.speaks_yours = true;
  engine::ChannelView phone = email;
  phone.kind = "phone";
  phone.address = "tel:+12025550142";
  phone.speaks_yours = false;
  return {email, phone};
}

inline SearchPage found(const Language& asked, const std::string& text) {
  SearchPage page;
  page.state = SearchPage::State::kAnswered;
  page.text = text;
  page.number = 2;
  page.result.emplace(asked);
  page.result->text = text;
  page.result->total = 23;
  page.result->rewrites = {
      {"layout", text, content("ывоз")}, {"synonym", text, content("вывод")}, {"typed", text, content("вывести")}};
  search::Hit hit(ArticleKey::require("deposits/wrong-network"), kEnglish);
  hit.title_html = "<mark>Wrong</mark> " + content("network");
  hit.snippet_html = content("over the") + " <mark>wrong</mark>" + kContent;
  hit.category = "deposits";
  hit.anchor = "steps";
  hit.heading = content("Steps");
  hit.is_fallback = asked != kEnglish;
  page.result->hits = {hit};
  page.result->facets = {{"deposits", 20}, {"fees", 3}};
  page.categories = {category(asked)};
  page.paths["deposits"] = {{"deposits", content("Deposits")}};
  page.notices = notices();
  return page;
}

/// Every page, and every state of those that have several, in one language.
inline std::vector<std::string> all_pages(const Pages& pages, const Language& language) {
  std::vector<std::string> out;
  out.push_back(home_page(frame(pages, language), {{category(language)}, notices()}));
  out.push_back(home_page(frame(pages, language), {}));
  out.push_back(category_page(frame(pages, language), category(language), notices()));
  out.push_back(category_page(frame(pages, language), engine::CategoryView(), {}));
  out.push_back(article_page(frame(pages, language), article(language), notices()));
  out.push_back(search_page(frame(pages, language), found(language, content("wrong"))));
  SearchPage elsewhere = found(language, content("wrong"));
  elsewhere.number = 1;
  elsewhere.result->language = language == kEnglish ? Language::require("zh-Hans") : kEnglish;
  out.push_back(search_page(frame(pages, language), elsewhere));
  elsewhere.result->hits.clear();
  out.push_back(search_page(frame(pages, language), elsewhere));
  SearchPage search;
  out.push_back(search_page(frame(pages, language), search));
  for (const auto state : {SearchPage::State::kTooLong, SearchPage::State::kRefused}) {
    search.text = content("long");
    search.state = state;
    out.push_back(search_page(frame(pages, language), search));
  }
  search.state = SearchPage::State::kAnswered;
  search.result.emplace(language);
  search.category = "deposits";
  search.categories = {category(language)};
  out.push_back(search_page(frame(pages, language), search));
  out.push_back(contact_page(frame(pages, language), channels()));
  out.push_back(contact_page(frame(pages, language), {}));
  for (const int status : {400, 404, 405, 500}) {
    out.push_back(fault_page(frame(pages, language), status, {category(language)}));
  }
  return out;
}

}  // namespace pharos::http::samples
