// SPDX-License-Identifier: GPL-3.0-or-later
#include "pharos/desk/forget.h"

#include <doctest/doctest.h>

#include "desk/test_store.h"
#include "desk/ticket_samples.h"
#include "pharos/desk/events.h"
#include "pharos/desk/outbox.h"

namespace pharos::desk {
namespace {

constexpr UtcTime kNow{1'795'392'000};

struct Desk {
  explicit Desk(TestStore& test) : store(*test), files(test.folder() / "files"), tickets(store, clock) {}

  std::string open(const std::string& session, const std::string& file_text) {
    Ticket ticket = sample_ticket();
    ticket.session = session;
    ticket.attachments = {files.keep({"a.txt", file_text})};
    return tickets.open(ticket, {}, "desk").ticket.code;
  }
  void search(const std::string& session) {
    SearchEvent event;
    event.id = "s" + std::to_string(++searches);
    event.session = session;
    event.text = "lost";
    event.language = "en";
    event.at = kNow;
    Events(store).record(event);
    store.flush();
  }

  FixedClock clock{kNow};
  Store& store;
  AttachmentStore files;
  Tickets tickets;
  int searches = 0;
};

TEST_CASE("a forgotten ticket takes its files and its session's events along, and says who else holds it") {
  on_each_store([](TestStore& store) {
    Desk desk(store);
    const std::string code = desk.open("one", "mine");
    const std::string other = desk.open("two", "yours");
    desk.search("one");
    desk.search("one");
    desk.search("two");
    Outbox outbox(*store, desk.clock);
    for (const OutboxRow& row : outbox.lease("desk", "me", std::chrono::seconds(60), 9)) {
      outbox.delivered(row, "me", "4711", "https://desk.example/4711", {});
    }
    const std::string sha256 = desk.tickets.find(code)->ticket.attachments.at(0).sha256;

    const Forgotten forgotten = forget_ticket(*store, desk.files, desk.clock, code);
    CHECK(forgotten.tickets == 1);
    CHECK(forgotten.files == 1);
    CHECK(forgotten.rows == 2);
    CHECK(forgotten.elsewhere == std::vector<std::string>{"desk 4711 https://desk.example/4711"});
    CHECK_FALSE(desk.tickets.find(code));
    CHECK(kind_of([&] { desk.files.read(sha256); }) == ErrorKind::kNotFound);
    CHECK(Events(*store).searches_of("one", 9).empty());

    CHECK(desk.files.read(desk.tickets.find(other)->ticket.attachments.at(0).sha256) == "yours");
    CHECK(Events(*store).searches_of("two", 9).size() == 1);
    CHECK(kind_of([&] { forget_ticket(*store, desk.files, desk.clock, code); }) == ErrorKind::kNotFound);
  });
}

TEST_CASE("a forgotten session takes its tickets along; files that others have too stay") {
  TestStore store;
  Desk desk(store);
  desk.open("one", "the same");
  desk.open("one", "mine");
  const std::string other = desk.open("two", "the same");
  desk.search("one");
  const Forgotten forgotten = forget_session(*store, desk.files, desk.clock, "one");
  CHECK(forgotten.tickets == 2);
  CHECK(forgotten.files == 1);
  CHECK(forgotten.rows == 1);
  CHECK(forgotten.elsewhere.empty());
  CHECK(desk.tickets.list({}).size() == 1);
  CHECK(desk.files.read(desk.tickets.find(other)->ticket.attachments.at(0).sha256) == "the same");
  CHECK(forget_session(*store, desk.files, desk.clock, "one").tickets == 0);
  CHECK(forget_session(*store, desk.files, desk.clock, "").tickets == 0);
}

TEST_CASE("a damaged ticket can be forgotten") {
  TestStore store;
  Desk desk(store);
  const std::string code = desk.open("one", "mine");
  store->write([&](Transaction& transaction) {
    transaction.execute("UPDATE tickets SET subject = 'x' WHERE code = ?", {code});
  });
  CHECK(forget_ticket(*store, desk.files, desk.clock, code).tickets == 1);
}

}  // namespace
}  // namespace pharos::desk
