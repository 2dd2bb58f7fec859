// SPDX-License-Identifier: GPL-3.0-or-later
#include "pharos/engine/front_desk.h"

#include <doctest/doctest.h>

#include "engine/help_site.h"
#include "pharos/base/error.h"
#include "pharos/base/utf8.h"

namespace pharos::engine {
namespace {

const UtcTime kNow = *parse_time("2026-11-22T03:00:00Z");

/// A desk over a site and a store of its own, at a time that the test moves.
class OpenDesk {
 public:
  explicit OpenDesk(const DeskLimits& limits = {}) : OpenDesk(options(limits)) {}
  explicit OpenDesk(DeskOptions with)
      : store({(folder.path() / "desk.sqlite").string(), false, 2}),
        files(folder.path() / "attachments"),
        desk(center, store, files, std::move(with), time.wall(), time.monotonic()) {}

  static DeskOptions options(const DeskLimits& limits) {
    DeskOptions options;
    options.targets = {{"payments", {"payments"}}, {"rest", {}}};
    options.limits = limits;
    options.form_key = "a key of this test";
    return options;
  }
  static HelpSite& site() {
    static HelpSite* const made = [] {
      auto* site = new HelpSite;  // lives as long as the tests
      site->file("pharos.yml",
                 "default_language: en\nlanguages: [en, {tag: ru, fallback: [en]}]\n"
                 "categories: [deposits, account]\n");
      site->file("en/deposits/_index.md", "---\ntitle: Deposits\n---\n");
      site->file("en/account/_index.md", "---\ntitle: Account\n---\n");
      site->page("en/deposits/late.md", "Deposit not credited", "Wait for the confirmations of the network.\n");
      site->page("en/deposits/wrong-network.md", "I used the wrong network", "Open a request with the transaction.\n");
      site->page("en/account/reset.md", "Reset your password", "Choose a new password on the sign-in page.\n");
      site->page("ru/account/reset.md", "Сброс пароля", "Выберите новый пароль.\n");
      site->build();
      return site;
    }();
    return *made;
  }

  TemporaryFolder folder;
  SimulatedTime time{kNow};
  HelpCenter center{site().index(), time.wall()};
  desk::Store store;
  desk::AttachmentStore files;
  FrontDesk desk;
  desk::Reader reader{"203.0.113.7", "Mozilla/5.0 (X11; Linux x86_64) Firefox/140.0",
                      "0123456789abcdef0123456789abcdef"};
};

TicketRequest asked(const std::string& message) {
  TicketRequest request;
  request.language = "en";
  request.message = message;
  request.email = "reader@example.com";
  return request;
}

RatingRequest vote(const std::string& article, bool helpful, const std::string& reason = "",
                   const std::string& comment = "") {
  RatingRequest request;
  request.article = article;
  request.language = "en";
  request.helpful = helpful;
  request.reason = reason;
  request.comment = comment;
  return request;
}

QuestionRequest question(const std::string& text, const std::string& category = "") {
  QuestionRequest request;
  request.language = "en";
  request.text = text;
  request.category = category;
  return request;
}

std::vector<std::string> faults_of(FrontDesk& desk, const TicketRequest& request, const desk::Reader& reader) {
  std::vector<std::string> fields;
  try {
    desk.open_ticket(request, reader);
  } catch (const InvalidFields& faults) {
    for (const FieldFault& fault : faults.faults()) fields.push_back(fault.field);
  }
  return fields;
}

TEST_CASE("a vote counts once for each reader, and changing one's mind replaces it") {
  OpenDesk open;
  CHECK_FALSE(open.desk.rate(vote("deposits/late", true), open.reader).replaced);
  const desk::RatingReceipt second =
      open.desk.rate(vote("deposits/late", false, "unclear", "Mail me at reader@example.com"), open.reader);
  CHECK(second.replaced);
  CHECK(second.summary.helpful == 0);
  CHECK(second.summary.unhelpful == 1);
  desk::Reader other = open.reader;
  other.address = "198.51.100.1";
  CHECK_FALSE(open.desk.rate(vote("deposits/late", true), other).replaced);
  const auto summary = open.desk.ratings_of(ArticleKey::require("deposits/late"), lang("en"));
  REQUIRE(summary);
  CHECK(summary->helpful == 1);
  CHECK(summary->unhelpful == 1);
  CHECK(summary->reasons.at("unclear") == 1);
  CHECK_FALSE(open.desk.ratings_of(ArticleKey::require("deposits/none"), lang("en")));
}

TEST_CASE("a vote for nothing, or with a reason that is none, is refused with all faults") {
  OpenDesk open;
  CHECK_THROWS_AS(open.desk.rate(vote("deposits/none", true), open.reader), Error);
  try {
    RatingRequest wrong = vote("../etc", true, "bad", std::string(2001, 'x'));
    wrong.language = "xx";
    open.desk.rate(wrong, open.reader);
    FAIL("it was taken");
  } catch (const InvalidFields& faults) {
    std::vector<std::string> fields;
    for (const FieldFault& fault : faults.faults()) fields.push_back(fault.field);
    CHECK(fields == std::vector<std::string>{"language", "comment", "reason", "key"});
  }
}

TEST_CASE("limits tell when to come back, and coming back then is let in") {
  DeskLimits limits;
  limits.ratings = {2, std::chrono::seconds(10)};
  OpenDesk open(limits);
  const RatingRequest again = vote("deposits/late", true);
  open.desk.rate(again, open.reader);
  open.desk.rate(again, open.reader);
  std::int64_t wait = 0;
  try {
    open.desk.rate(again, open.reader);
  } catch (const Error& error) {
    CHECK(error.kind() == ErrorKind::kLimited);
    wait = error.retry_after();
  }
  REQUIRE(wait > 0);
  CHECK(wait <= 10);
  open.time.advance(std::chrono::seconds(wait - 1));
  if (wait > 1) CHECK_THROWS_AS(open.desk.rate(again, open.reader), Error);
  open.time.advance(std::chrono::seconds(1));
  CHECK_NOTHROW(open.desk.rate(again, open.reader));
}

TEST_CASE("a ticket is kept, masked, routed and owed to the target of its queue") {
  OpenDesk open;
  int woken = 0;
  open.desk.on_handover([&] { ++woken; });
  TicketRequest request = asked(
      "My deposit is not credited. My seed is abandon abandon abandon abandon abandon abandon abandon abandon "
      "abandon abandon abandon about");
  request.subject = "Deposit\nmissing";
  request.category = "deposits";
  const desk::TicketReceipt receipt = open.desk.open_ticket(request, open.reader);
  CHECK(woken == 1);
  CHECK(receipt.ticket.subject == "Deposit missing");
  CHECK(receipt.ticket.message.find("abandon") == std::string::npos);
  CHECK(receipt.ticket.masked == std::vector<std::string>{"seed-phrase"});
  CHECK(receipt.ticket.routing.category == "deposits");
  CHECK(receipt.ticket.language == "en");
  CHECK_FALSE(receipt.ticket.suspicious);
  const auto kept = open.desk.ticket(receipt.ticket.code, open.reader);
  REQUIRE(kept);
  CHECK(kept->ticket.email == "reader@example.com");
  CHECK(kept->messages.size() == 1);
  const auto owed = desk::Outbox(open.store, open.time.wall()).of_ticket(receipt.ticket.code);
  REQUIRE(owed.size() == 1);
  CHECK(owed[0].target == "rest");
}

TEST_CASE("the same key and ticket twice is one ticket; another ticket under the key is refused") {
  OpenDesk open;
  TicketRequest request = asked("Where is my money?");
  request.idempotency = {"0b6b6e7e-1", "body one"};
  const desk::TicketReceipt first = open.desk.open_ticket(request, open.reader);
  const desk::TicketReceipt again = open.desk.open_ticket(request, open.reader);
  CHECK_FALSE(first.repeated);
  CHECK(again.repeated);
  CHECK(again.ticket.code == first.ticket.code);
  request.idempotency.body = "body two";
  try {
    open.desk.open_ticket(request, open.reader);
    FAIL("it was taken");
  } catch (const Error& error) {
    CHECK(error.kind() == ErrorKind::kReused);
  }
}

TEST_CASE("who repeats a request because its answer was lost is not held to limits") {
  DeskLimits limits;
  limits.tickets = {2, std::chrono::seconds(60)};
  OpenDesk open(limits);
  TicketRequest request = asked("Where is my money?");
  request.idempotency = {"0b6b6e7e-2", "body"};
  const std::string code = open.desk.open_ticket(request, open.reader).ticket.code;
  const desk::Idempotency message{"m-1", "text"};
  CHECK(open.desk.add_message(code, "Any news?", {}, message, open.reader).messages.size() == 2);
  CHECK_THROWS_AS(open.desk.open_ticket(asked("Another one"), open.reader), Error);
  for (int i = 0; i < 5; ++i) {
    const desk::TicketReceipt again = open.desk.open_ticket(request, open.reader);
    CHECK(again.repeated);
    CHECK(again.ticket.code == code);
    CHECK(open.desk.add_message(code, "Any news?", {}, message, open.reader).messages.size() == 2);
  }
  request.idempotency.body = "another";
  try {
    open.desk.open_ticket(request, open.reader);
    FAIL("it was taken");
  } catch (const Error& error) {
    CHECK(error.kind() == ErrorKind::kReused);
  }
}

TEST_CASE("all faults of a ticket are told at once, and nothing of it is kept") {
  OpenDesk open;
  TicketRequest request = asked(" ");
  request.subject = std::string(201, 's');
  request.email = "nobody";
  request.category = "nowhere";
  request.idempotency.key = "has space";
  request.uploads = {{"tool.exe", std::string("MZ\x90\0\3\0\0\0", 8) + std::string(200, '\0')}};
  CHECK(faults_of(open.desk, request, open.reader) ==
        std::vector<std::string>{"subject", "message", "email", "category", "Idempotency-Key", "attachments"});
  CHECK(desk::Tickets(open.store, open.time.wall()).list({}).empty());
}

TEST_CASE("what looks like a machine is marked and kept, never dropped") {
  OpenDesk open;
  TicketRequest request = asked("Buy cheap followers");
  request.form_token = open.desk.form_token();
  open.time.advance(std::chrono::seconds(1));
  CHECK(open.desk.open_ticket(request, open.reader).ticket.suspicious);  // sooner than people type
  open.time.advance(std::chrono::seconds(10));
  CHECK_FALSE(open.desk.open_ticket(request, open.reader).ticket.suspicious);
  request.honeypot = "https://spam.example";
  const desk::TicketReceipt trapped = open.desk.open_ticket(request, open.reader);
  CHECK(trapped.ticket.suspicious);
  CHECK(open.desk.ticket(trapped.ticket.code, open.reader));
}

TEST_CASE("a clock that was set back makes no honest reader a machine") {
  OpenDesk open;
  open.time.advance(std::chrono::hours(2));
  TicketRequest request = asked("Where is my deposit?");
  request.form_token = open.desk.form_token();
  open.time.advance(std::chrono::seconds(-3600));
  CHECK_FALSE(open.desk.open_ticket(request, open.reader).ticket.suspicious);
  open.time.advance(std::chrono::seconds(3601));
  CHECK(open.desk.open_ticket(request, open.reader).ticket.suspicious);
}

TEST_CASE("the trail goes along only when the reader agrees") {
  OpenDesk open;
  const search::Query query("deposit late", lang("en"));
  open.desk.record_search(query, open.center.search(query), "5ea4c4", open.reader);
  open.desk.record_view(*open.center.article(ArticleKey::require("deposits/late"), lang("en")), "5ea4c4", 1,
                        open.reader);
  open.desk.rate(vote("deposits/late", false, "did-not-work"), open.reader);
  TicketRequest request = asked("It is still not there.");
  CHECK(open.desk.open_ticket(request, open.reader).ticket.trail.empty());
  request.trail = true;
  request.question = "deposit late";
  const desk::Ticket with = open.desk.open_ticket(request, open.reader).ticket;
  std::vector<std::string> kinds;
  for (const desk::TrailEntry& entry : with.trail) kinds.push_back(entry.kind + " " + entry.text);
  CHECK(kinds == std::vector<std::string>{"search deposit late", "article deposits/late", "rating deposits/late"});
  desk::Reader unfollowed = open.reader;
  unfollowed.session.clear();
  request.question = "wrong network";
  CHECK(open.desk.open_ticket(request, unfollowed).ticket.trail.size() == 1);
}

TEST_CASE("a ticket is written in the language of its words, not of the page it was written on") {
  OpenDesk open;
  CHECK(open.desk.open_ticket(asked("Здравствуйте, я не могу войти в аккаунт и сбросить пароль"), open.reader)
            .ticket.language == "ru");
  CHECK(open.desk.open_ticket(asked("TXID 0x12ab"), open.reader).ticket.language == "en");
}

TEST_CASE("messages go both ways, and the same reply twice is one") {
  OpenDesk open;
  const std::string code = open.desk.open_ticket(asked("Where is it?"), open.reader).ticket.code;
  std::string typed = code;
  for (char& c : typed) c = c >= 'A' && c <= 'Z' ? static_cast<char>(c - 'A' + 'a') : c;
  CHECK(open.desk.add_message(typed, "Any news?", {}, {}, open.reader).messages.size() == 2);
  desk::Reply reply;
  reply.code = code;
  reply.message_id = "77";
  reply.author = "Mina";
  reply.text = "We found it.";
  reply.at = kNow;
  CHECK(open.desk.take_reply("rest", reply));
  CHECK_FALSE(open.desk.take_reply("rest", reply));
  auto kept = open.desk.ticket(code, open.reader);
  REQUIRE(kept);
  CHECK(kept->ticket.state == desk::TicketState::kAnswered);
  REQUIRE(kept->messages.size() == 3);
  CHECK_FALSE(kept->messages[2].from_reader);
  CHECK(open.desk.solve(code, open.reader).ticket.state == desk::TicketState::kSolved);
  reply.code = "0000-0000-0000-0000";
  CHECK_THROWS_AS(open.desk.take_reply("rest", reply), Error);
}

TEST_CASE("an attachment is given to who has the code, and to nobody else") {
  OpenDesk open;
  TicketRequest request = asked("See the picture");
  const std::string png("\x89PNG\r\n\x1a\n\0\0\0\rIHDR\0\0\0\1\0\0\0\1\x8\x6\0\0\0\x1f\x15\xc4\x89", 33);
  request.uploads = {{"../../screen.png", png}};
  const desk::Ticket ticket = open.desk.open_ticket(request, open.reader).ticket;
  REQUIRE(ticket.attachments.size() == 1);
  CHECK(ticket.attachments[0].file_name == "screen.png");
  const auto file = open.desk.attachment(ticket.code, ticket.attachments[0].id, open.reader);
  REQUIRE(file);
  CHECK(file->bytes == png);
  CHECK(file->attachment.media_type == "image/png");
  const std::string other = open.desk.open_ticket(asked("Another one"), open.reader).ticket.code;
  CHECK_FALSE(open.desk.attachment(other, ticket.attachments[0].id, open.reader));
}

TEST_CASE("guessing codes is limited, looking at one's own ticket is not") {
  OpenDesk open;
  const std::string code = open.desk.open_ticket(asked("Mine"), open.reader).ticket.code;
  bool limited = false;
  for (int i = 0; i < 200 && !limited; ++i) {
    try {
      const bool found = open.desk.ticket(desk::Tickets::new_code(), open.reader).has_value();
      CHECK_FALSE(found);
    } catch (const Error& error) {
      limited = error.kind() == ErrorKind::kLimited;
    }
  }
  CHECK(limited);
  CHECK(open.desk.ticket(code, open.reader));
}

TEST_CASE("at most three fitting articles stand beside a form, and none where none fits") {
  OpenDesk open;
  const auto fitting = open.desk.fitting_articles("deposit not credited", lang("en"));
  REQUIRE_FALSE(fitting.empty());
  CHECK(fitting.size() <= 3);
  CHECK(fitting[0].key.str() == "deposits/late");
  CHECK(open.desk.fitting_articles("zebra crossing in Paris", lang("en")).empty());
  CHECK(open.desk.fitting_articles("", lang("en")).empty());
  CHECK_NOTHROW(open.desk.fitting_articles(std::string(30000, 'x'), lang("en")));
}

TEST_CASE("events are kept for their days and then gone") {
  DeskLimits limits;
  limits.keep_events_days = 2;
  OpenDesk open(limits);
  const search::Query query("deposit", lang("en"));
  open.desk.record_search(query, open.center.search(query), "a1", open.reader);
  open.store.flush();
  const desk::Events events(open.store);
  CHECK(events.searches_of(open.reader.session, 10).size() == 1);
  open.time.advance(std::chrono::hours(47));
  open.desk.tidy();
  CHECK(events.searches_of(open.reader.session, 10).size() == 1);
  open.time.advance(std::chrono::hours(2));
  open.desk.tidy();
  CHECK(events.searches_of(open.reader.session, 10).empty());
}

TEST_CASE("a question is kept for the editors, without what names a person") {
  OpenDesk open;
  const desk::Question kept = open.desk.ask(question("Do you pay to reader@example.com?", "account"), open.reader);
  CHECK(kept.text.find("reader@example.com") == std::string::npos);
  CHECK(kept.category == "account");
  CHECK(desk::Questions(open.store, open.time.wall()).list(desk::QuestionState::kOpen, 10).size() == 1);
  CHECK_THROWS_AS(open.desk.ask(question(""), open.reader), InvalidFields);
}

TEST_CASE("a desk without a way out is refused") {
  DeskOptions nowhere;
  nowhere.form_key = "key";
  CHECK_THROWS_AS(OpenDesk{nowhere}, Error);
}

}  // namespace
}  // namespace pharos::engine
