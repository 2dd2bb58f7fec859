// SPDX-License-Identifier: GPL-3.0-or-later
#include <doctest/doctest.h>

#include <string>
#include <vector>

#include "http/page_builders.h"
#include "http/page_samples.h"

namespace pharos::http {
namespace {

using samples::kEnglish;
using samples::site;

bool contains(const std::string& text, const std::string& part) { return text.find(part) != std::string::npos; }

std::size_t count(const std::string& text, const std::string& part) {
  std::size_t found = 0;
  for (std::size_t at = text.find(part); at != std::string::npos; at = text.find(part, at + 1)) ++found;
  return found;
}

std::string shown(const ContactPage& page) { return contact_page(samples::frame(site(), kEnglish), page); }
std::string shown(const TicketPage& page) { return ticket_page(samples::frame(site(), kEnglish), page); }

}  // namespace

TEST_CASE("a closed desk leaves the ways to reach people and nothing to fill in") {
  ContactPage page = samples::contact(kEnglish);
  page.form.reset();
  const std::string html = shown(page);
  CHECK(contains(html, "Mail§"));
  CHECK(contains(html, "Form§"));
  CHECK_FALSE(contains(html, "method=\"post\""));
  CHECK_FALSE(contains(html, "contact/ticket"));
}

TEST_CASE("the form on the page stands for the channel that is a form, and says its hours") {
  const std::string html = shown(samples::contact(kEnglish));
  CHECK_FALSE(contains(html, "Form§"));
  CHECK(contains(html, "within a day§"));
  CHECK(contains(html, "Mail§"));
}

TEST_CASE("at most three articles are offered beside the form, in tabs of their own, and the way to send stays") {
  const std::string html = shown(samples::contact(kEnglish));
  CHECK(count(html, "target=\"_blank\" rel=\"noopener\"") == 3);
  CHECK(contains(html, "<button class=\"button button-large\" type=\"submit\">Send</button>"));
  ContactPage nothing = samples::contact(kEnglish);
  nothing.fitting.clear();
  CHECK_FALSE(contains(shown(nothing), "target=\"_blank\""));
}

TEST_CASE("each fault stands above the form with a link and at its field, where it is heard") {
  ContactPage page = samples::contact(kEnglish);
  const std::vector<std::string> fields = {"subject", "message", "email", "category", "files"};
  CHECK_FALSE(contains(shown(page), "aria-invalid"));
  page.form->state.faults = samples::form_faults(fields);
  const std::string html = shown(page);
  for (const std::string& field : fields) {
    CAPTURE(field);
    CHECK(contains(html, "<li><a href=\"#" + field + "\">Mend " + field + "§</a></li>"));
    CHECK(contains(html, "id=\"" + field + "-fault\">Mend " + field + "§</p>"));
    CHECK(contains(html, field + "-fault\" aria-invalid=\"true\""));
  }
  CHECK(contains(html, "role=\"alert\""));
}

TEST_CASE("what was typed is shown again: words, choice and check mark") {
  ContactPage page = samples::contact(kEnglish);
  page.form->subject = "a \"quoted\" <subject>";
  page.form->message = "line one\nline two \xFF";
  page.form->email = "reader@example.com";
  page.form->category = "deposits";
  page.form->trail = true;
  const std::string html = shown(page);
  CHECK(contains(html, "value=\"a &quot;quoted&quot; &lt;subject&gt;\""));
  CHECK(contains(html, ">line one\nline two \xEF\xBF\xBD</textarea>"));
  CHECK(contains(html, "value=\"reader@example.com\""));
  CHECK(contains(html, "<option value=\"deposits\" selected>Deposits§</option>"));
  CHECK(contains(html, "aria-describedby=\"trail-hint\" checked>"));
}

TEST_CASE("nothing goes along unless the reader says so, and without a session there is nothing to ask") {
  ContactPage page = samples::contact(kEnglish);
  CHECK(contains(shown(page), "name=\"trail\" value=\"yes\" aria-describedby=\"trail-hint\">"));
  page.form->offers_trail = false;
  CHECK_FALSE(contains(shown(page), "name=\"trail\""));
}

TEST_CASE("people neither see, hear nor reach the field that only machines fill in") {
  const std::string html = shown(samples::contact(kEnglish));
  CHECK(contains(html, "<div class=\"field-trap\" aria-hidden=\"true\">"));
  CHECK(contains(html, "name=\"website\" type=\"text\" value=\"\" tabindex=\"-1\" autocomplete=\"off\">"));
}

TEST_CASE("a request's page says where it is: only what happened is done") {
  struct Row {
    desk::TicketState state;
    bool answered;
    std::size_t done;
    const char* now;
  };
  const Row rows[] = {{desk::TicketState::kReceived, false, 0, "on its way to our team"},
                      {desk::TicketState::kHandedOn, false, 1, "The answer will appear on this page"},
                      {desk::TicketState::kAnswered, true, 2, "We have answered below"},
                      {desk::TicketState::kSolved, true, 3, "This request is solved"},
                      {desk::TicketState::kSolved, false, 2, "This request is solved"}};
  for (const Row& row : rows) {
    CAPTURE(static_cast<int>(row.state));
    TicketPage page = samples::ticket();
    page.conversation.ticket.state = row.state;
    if (!row.answered) page.conversation.ticket.answered.reset();
    const std::string html = shown(page);
    CHECK(count(html, "step step-done") == row.done);
    CHECK(count(html, "aria-current=\"step\"") == 1);
    CHECK(contains(html, row.now));
    CHECK(contains(html, "/solved\"") == (row.state != desk::TicketState::kSolved));
  }
}

TEST_CASE("an urgent request shows the telephone first, until it is solved") {
  TicketPage page = samples::ticket();
  CHECK(contains(shown(page), "href=\"tel:+12025550142\""));
  page.conversation.ticket.state = desk::TicketState::kSolved;
  CHECK_FALSE(contains(shown(page), "href=\"tel:"));
  page = samples::ticket();
  page.conversation.ticket.routing.urgent = false;
  CHECK_FALSE(contains(shown(page), "href=\"tel:"));
}

TEST_CASE("the conversation keeps lines, links nothing, hides the address, and offers files as downloads") {
  TicketPage page = samples::ticket();
  page.conversation.ticket.email = "reader@example.com";
  const std::string html = shown(page);
  CHECK(contains(html, "Line one\nline two https://example.com§</div>"));
  CHECK_FALSE(contains(html, "href=\"https://example.com"));
  CHECK(contains(html, "r…@example.com"));
  CHECK_FALSE(contains(html, "reader@example.com"));
  CHECK(contains(html, "<a href=\"/api/v1/tickets/7K3M-9QWX-2HTR-5VBN/attachments/a1\" download>"));
  CHECK(contains(html, "<bdi>2 KB</bdi>"));
  CHECK(contains(html, "<bdi>5 MB</bdi>"));
  for (const char* kind : {"Seed phrase", "Private key", "Card number"}) {
    CHECK(contains(html, "<li>" + std::string(kind) + "</li>"));
  }
  CHECK(contains(html, "<meta name=\"robots\" content=\"noindex\">"));
}

TEST_CASE("what strangers write to the desk is escaped wherever a page shows it") {
  const std::string evil = "\"><script>alert(1)</script>'&{{title}}";
  const auto harmless = [&](const std::string& html) {
    CHECK_FALSE(contains(html, "<script>alert"));
    CHECK_FALSE(contains(html, "\"><script"));
    CHECK(contains(html, "&lt;script&gt;alert(1)&lt;/script&gt;"));
  };
  ContactPage contact = samples::contact(kEnglish);
  ContactForm& form = *contact.form;
  form.subject = form.message = form.email = form.honeypot = form.question = form.search_id = evil;
  form.form_token = form.request_key = form.state.alert = contact.fitting[0].title = evil;
  form.state.faults = {{"message", evil}};
  harmless(shown(contact));
  TicketPage ticket = samples::ticket();
  desk::Conversation& talk = ticket.conversation;
  talk.ticket.subject = talk.ticket.email = talk.ticket.trail[0].text = talk.messages[0].text = evil;
  talk.messages[1].author = talk.messages[0].attachments[0].file_name = talk.messages[0].attachments[0].id = evil;
  ticket.message = ticket.request_key = evil;
  harmless(shown(ticket));
  harmless(ticket_lookup_page(samples::frame(site(), kEnglish), {evil, true, ""}));
  QuestionPage question;
  question.text = question.search_id = evil;
  harmless(question_page(samples::frame(site(), kEnglish), question));
  RatingPanel panel;
  panel.search_id = panel.alert = panel.comment = evil;
  harmless(article_page(samples::frame(site(), kEnglish), samples::article(kEnglish), {}, panel));
}

TEST_CASE("the question below an article shows one step at a time") {
  using Step = RatingPanel::Step;
  const std::vector<std::pair<Step, std::string>> rows = {
      {Step::kAsk, "ask"}, {Step::kYes, "yes"}, {Step::kNo, "no"}, {Step::kTold, "told"}};
  for (const auto& [step, name] : rows) {
    RatingPanel panel;
    panel.step = step;
    panel.search_id = "0011aabb";
    panel.reason = "outdated";
    const std::string html = article_page(samples::frame(site(), kEnglish), samples::article(kEnglish), {}, panel);
    for (const auto& [other, other_name] : rows) {
      CAPTURE(other_name);
      CHECK(contains(html, "data-rating-step=\"" + other_name + "\" hidden") == (other != step));
    }
    CHECK(count(html, "type=\"radio\"") == 6);
    CHECK(contains(html, "value=\"outdated\" checked>"));
    CHECK(contains(html, "name=\"search_id\" value=\"0011aabb\""));
    CHECK(contains(html, "<link rel=\"canonical\" href=\"https://help.example/en\">"));
  }
  CHECK_FALSE(contains(article_page(samples::frame(site(), kEnglish), samples::article(kEnglish), {}), "data-rating"));
}

TEST_CASE("hits tell which search led to them and where they stood; addresses without a desk stay as they are") {
  SearchPage search = samples::found(kEnglish, "a&b");
  CHECK(contains(search_page(samples::frame(site(), kEnglish), search), "href=\"/en/deposits/wrong-network#steps\""));
  search.search_id = "0011aabb";
  search.desk_open = true;
  const std::string html = search_page(samples::frame(site(), kEnglish), search);
  CHECK(contains(html, "href=\"/en/deposits/wrong-network?from=0011aabb&amp;rank=11#steps\""));
  CHECK(contains(html, "&amp;page=3&amp;from=0011aabb\""));
  CHECK(contains(html, "href=\"/en/contact?q=a%26b&amp;from=0011aabb\""));
}

TEST_CASE("readers may say what is missing where nothing was found, and where nothing is sure") {
  const auto asks = [](const SearchPage& search) {
    return contains(search_page(samples::frame(site(), kEnglish), search), "action=\"/en/contact/question\"");
  };
  SearchPage search = samples::found(kEnglish, "zzz");
  search.number = 1;
  search.desk_open = true;
  search.result->should_hand_over = false;
  CHECK_FALSE(asks(search));
  search.result->should_hand_over = true;
  CHECK(asks(search));
  search.number = 2;
  CHECK_FALSE(asks(search));
  search.result->hits.clear();
  CHECK(asks(search));
  search.desk_open = false;
  CHECK_FALSE(asks(search));
}

}  // namespace pharos::http
