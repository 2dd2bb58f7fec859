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

inline std::vector<FormFault> form_faults(const std::vector<std::string>& fields) {
  std::vector<FormFault> faults;
  for (const std::string& field : fields) faults.push_back({field, content("Mend " + field)});
  return faults;
}

inline ContactPage contact(const Language& asked) {
  ContactPage made;
  made.channels = channels();
  engine::ChannelView form = made.channels[0];
  form.kind = "form";
  form.name = content("Form");
  form.hours = content("within a day");
  made.channels.push_back(form);
  made.notices = notices();
  made.categories = {category(asked)};
  search::Hit hit(ArticleKey::require("deposits/wrong-network"), kEnglish);
  hit.title = content("Wrong network");
  hit.is_fallback = asked != kEnglish;
  made.fitting = {hit, hit, hit, hit};
  made.form.emplace();
  made.form->subject = made.form->question = content("wrong network");
  made.form->search_id = "0011aabb";
  made.form->form_token = "token";
  made.form->request_key = "key";
  made.form->offers_trail = true;
  return made;
}

inline TicketPage ticket() {
  TicketPage made;
  desk::Ticket& kept = made.conversation.ticket;
  kept.code = "7K3M-9QWX-2HTR-5VBN";
  kept.subject = content("Coins are gone");
  kept.email = "reader§@example.com";
  kept.routing.urgent = true;
  kept.at = *parse_time("2026-11-21T08:00:00Z");
  kept.handed_on = parse_time("2026-11-21T08:01:00Z");
  kept.answered = parse_time("2026-11-21T09:30:00Z");
  kept.state = desk::TicketState::kAnswered;
  kept.masked = {"seed-phrase", "private-key", "card-number"};
  for (const char* kind : {"search", "article", "rating", "incident"}) {
    kept.trail.push_back({kind, content("Trail"), "", kept.at});
  }
  desk::TicketMessage first;
  first.text = content("Line one\nline two https://example.com");
  first.at = kept.at;
  first.attachments = {{"a1", content("screen.png"), "image/png", "", 2048},
                       {"a2", content("film.mp4"), "video/mp4", "", 5 << 20}};
  desk::TicketMessage answer;
  answer.from_reader = false;
  answer.author = content("Mia");
  answer.text = content("We are on it");
  answer.at = *kept.answered;
  made.conversation.messages = {first, answer};
  made.channels = channels();
  made.request_key = "key";
  return made;
}

inline void add_desk_pages(std::vector<std::string>& out, const Pages& pages, const Language& language) {
  ContactPage closed = contact(language);
  closed.form.reset();
  out.push_back(contact_page(frame(pages, language), closed));
  out.push_back(contact_page(frame(pages, language), {}));
  ContactPage open = contact(language);
  out.push_back(contact_page(frame(pages, language), open));
  open.form->state = {content("Not now"), form_faults({"subject", "message", "email", "category", "files"})};
  open.form->trail = true;
  out.push_back(contact_page(frame(pages, language), open));
  for (const auto state : {desk::TicketState::kReceived, desk::TicketState::kHandedOn, desk::TicketState::kAnswered,
                           desk::TicketState::kSolved}) {
    TicketPage followed = ticket();
    followed.conversation.ticket.state = state;
    followed.said = state == desk::TicketState::kReceived ? TicketPage::Said::kTicket : TicketPage::Said::kMessage;
    if (state == desk::TicketState::kSolved) followed.state = {content("Not now"), form_faults({"message", "files"})};
    out.push_back(ticket_page(frame(pages, language), followed));
  }
  out.push_back(ticket_lookup_page(frame(pages, language), {}));
  out.push_back(ticket_lookup_page(frame(pages, language), {content("no code"), true, content("Not now")}));
  QuestionPage question;
  out.push_back(question_page(frame(pages, language), question));
  question.state = {content("Not now"), form_faults({"question"})};
  question.categories = {category(language)};
  out.push_back(question_page(frame(pages, language), question));
  question.sent = true;
  out.push_back(question_page(frame(pages, language), question));
  using Step = RatingPanel::Step;
  for (const Step step : {Step::kAsk, Step::kYes, Step::kNo, Step::kTold}) {
    RatingPanel panel{step, "0011aabb", step == Step::kAsk ? content("Not now") : "", "outdated", content("typed"), {}};
    out.push_back(article_page(frame(pages, language), article(language), {}, panel));
  }
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
  search.desk_open = true;
  search.search_id = "0011aabb";
  out.push_back(search_page(frame(pages, language), search));
  elsewhere = found(language, content("wrong"));
  elsewhere.number = 1;
  elsewhere.desk_open = true;
  out.push_back(search_page(frame(pages, language), elsewhere));
  add_desk_pages(out, pages, language);
  for (const int status : {400, 404, 405, 500}) {
    out.push_back(fault_page(frame(pages, language), status, {category(language)}));
  }
  return out;
}

}  // namespace pharos::http::samples
