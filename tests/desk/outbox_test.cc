// SPDX-License-Identifier: GPL-3.0-or-later
#include "pharos/desk/outbox.h"

#include <doctest/doctest.h>

#include "desk/test_store.h"
#include "desk/ticket_samples.h"

namespace pharos::desk {
namespace {

using std::chrono::seconds;
constexpr UtcTime kNow{1'795'392'000};
constexpr seconds kLease{120};

// A clock that is put forward and back.
struct SettableClock : Clock {
  UtcTime time = kNow;
  UtcTime now() const override { return time; }
};

struct Desk {
  explicit Desk(TestStore& store) : tickets(*store, clock), outbox(*store, clock) {}

  std::string open(const std::string& subject, bool suspicious = false) {
    Ticket ticket = sample_ticket(subject);
    ticket.suspicious = suspicious;
    ++clock.time.seconds;  // the order is by seconds
    return tickets.open(ticket, {}, "desk").ticket.code;
  }
  std::vector<OutboxRow> lease(std::size_t most, const std::string& owner = "me") {
    return outbox.lease("desk", owner, kLease, most);
  }
  // Subjects of tickets, texts of messages.
  std::string names(const std::vector<OutboxRow>& rows) {
    std::string all;
    for (const OutboxRow& row : rows) {
      const auto found = tickets.find(row.code);
      for (const TicketMessage& message : found->messages) {
        if (!row.message.empty() && message.id == row.message) all += message.text;
      }
      if (row.message.empty()) all += found->ticket.subject;
    }
    return all;
  }

  SettableClock clock;
  Tickets tickets;
  Outbox outbox;
};

TEST_CASE("rows are leased oldest first, suspicious ones last, and to one owner at a time") {
  on_each_store([](TestStore& store) {
    Desk desk(store);
    desk.open("s", true);
    for (const char* subject : {"a", "b", "c"}) desk.open(subject);
    CHECK(desk.outbox.lease("other", "me", kLease, 9).empty());
    const auto first = desk.lease(2);
    CHECK(desk.names(first) == "ab");
    CHECK(first[0].state == OutboxState::kLeased);
    CHECK(desk.names(desk.lease(9, "you")) == "cs");
    CHECK(desk.lease(9).empty());
    CHECK(desk.outbox.counts().leased == 4);
  });
}

TEST_CASE("what a killed run had leased is due at once for the next, when no other server is there") {
  on_each_store([](TestStore& store) {
    Desk desk(store);
    desk.open("a");
    desk.open("b");
    CHECK(desk.lease(9, "killed").size() == 2);
    CHECK(desk.lease(9, "next").empty());
    CHECK(desk.outbox.release_abandoned() == 2);
    CHECK(desk.names(desk.lease(9, "next")) == "ab");
    CHECK(desk.outbox.counts().leased == 2);
  });
}

TEST_CASE("what a lapsed owner says of a row that another has taken changes nothing") {
  on_each_store([](TestStore& store) {
    Desk desk(store);
    const std::string code = desk.open("a");
    const auto mine = desk.lease(1, "me");
    REQUIRE(mine.size() == 1);
    desk.clock.time.seconds += kLease.count();
    const auto yours = desk.lease(1, "you");
    REQUIRE(yours.size() == 1);
    CHECK(yours[0].id == mine[0].id);  // the target knows it again by this
    CHECK_FALSE(desk.outbox.delivered(mine[0], "me", "1", "", {}));
    CHECK_FALSE(desk.outbox.retry_later(mine[0], "me", seconds(5), "late"));
    CHECK_FALSE(desk.outbox.give_up(mine[0], "me", "late"));
    desk.outbox.release(mine, "me");
    CHECK(desk.tickets.find(code)->ticket.state == TicketState::kReceived);
    CHECK(desk.outbox.delivered(yours[0], "you", "2", "", {}));
    CHECK(desk.tickets.find(code)->ticket.remote_id == "2");
    CHECK_FALSE(desk.outbox.delivered(yours[0], "you", "3", "", {}));
    CHECK(desk.outbox.counts().delivered == 1);
  });
}

TEST_CASE("a crash between delivery and recording delivers again under the same id, after a restart too") {
  on_each_store([](TestStore& store) {
    SettableClock clock;
    std::string id;
    {
      Tickets(*store, clock).open(sample_ticket(), {}, "desk");
      const auto rows = Outbox(*store, clock).lease("desk", "run 1", kLease, 1);
      REQUIRE(rows.size() == 1);
      id = rows[0].id;
    }
    store.reopen();
    Outbox outbox(*store, clock);
    CHECK(outbox.lease("desk", "run 2", kLease, 1).empty());  // it could still be at work
    clock.time.seconds += kLease.count();
    const auto rows = outbox.lease("desk", "run 2", kLease, 1);
    REQUIRE(rows.size() == 1);
    CHECK(rows[0].id == id);
    CHECK(rows[0].attempts == 0);
  });
}

TEST_CASE("a failed attempt waits its time, and counts") {
  on_each_store([](TestStore& store) {
    Desk desk(store);
    desk.open("a");
    auto rows = desk.lease(1);
    CHECK(desk.outbox.retry_later(rows[0], "me", seconds(10), "503"));
    CHECK(desk.lease(1).empty());
    CHECK(desk.outbox.list(OutboxState::kWaiting, 9)[0].last_cause == "503");
    desk.clock.time.seconds += 9;
    CHECK(desk.lease(1).empty());
    desk.clock.time.seconds += 1;
    rows = desk.lease(1);
    REQUIRE(rows.size() == 1);
    CHECK(rows[0].attempts == 1);
    CHECK(desk.outbox.retry_later(rows[0], "me", seconds(0), std::string(5000, 'x') + "\xff"));
    rows = desk.lease(1);
    REQUIRE(rows.size() == 1);
    CHECK(rows[0].attempts == 2);
    CHECK(rows[0].last_cause.size() == 1000);
    desk.outbox.release(rows, "me");
    CHECK(desk.lease(1)[0].attempts == 2);  // given back without an attempt
  });
}

TEST_CASE("a clock that was set back delays nothing that was due") {
  on_each_store([](TestStore& store) {
    Desk desk(store);
    desk.open("a");
    desk.open("b");
    desk.open("c");
    const auto rows = desk.lease(2);
    REQUIRE(rows.size() == 2);
    CHECK(desk.outbox.retry_later(rows[0], "me", seconds(10), "down"));
    desk.clock.time.seconds -= 3600;
    // The lease of the one, the wait of the other, and the new one.
    CHECK(desk.lease(9, "after the restart").size() == 3);
  });
}

TEST_CASE("a message is never handed over before its ticket, nor before the messages before it") {
  on_each_store([](TestStore& store) {
    Desk desk(store);
    const std::string code = desk.open("T");
    const auto say = [&](const std::string& text) { CHECK(desk.tickets.add_message(code, reader_message(text))); };
    say("1");
    say("2");
    desk.open("U");
    auto rows = desk.lease(9);
    CHECK(desk.names(rows) == "TU");
    CHECK(desk.lease(9).empty());
    CHECK(desk.outbox.retry_later(rows[0], "me", seconds(10), "down"));
    CHECK(desk.lease(9).empty());
    desk.clock.time.seconds += 10;
    rows = desk.lease(9);
    CHECK(desk.names(rows) == "T");
    CHECK(desk.outbox.delivered(rows[0], "me", "1", "", {}));

    rows = desk.lease(9);
    CHECK(desk.names(rows) == "1");
    CHECK(desk.lease(9).empty());
    CHECK(desk.outbox.give_up(rows[0], "me", "too long"));
    say("3");
    rows = desk.lease(9);
    CHECK(desk.names(rows) == "2");  // what was given up holds nothing up
    CHECK(desk.outbox.delivered(rows[0], "me", "", "", {}));
    rows = desk.lease(9);
    CHECK(desk.names(rows) == "3");
    CHECK(desk.tickets.find(code)->ticket.remote_id == "1");
    CHECK(desk.tickets.find(code)->ticket.state == TicketState::kHandedOn);
  });
}

TEST_CASE("dead rows are seen and can be replayed, with their messages behind them") {
  on_each_store([](TestStore& store) {
    Desk desk(store);
    const std::string code = desk.open("a");
    desk.open("b");
    auto rows = desk.lease(9);
    CHECK(desk.outbox.give_up(rows[0], "me", "the queue does not exist"));
    CHECK(desk.outbox.give_up(rows[1], "me", "the queue does not exist"));
    CHECK(desk.tickets.add_message(code, reader_message("1")));
    desk.clock.time.seconds += 100'000;
    CHECK(desk.lease(9).empty());
    const auto dead = desk.outbox.list(OutboxState::kDead, 9);
    REQUIRE(dead.size() == 2);
    CHECK(dead[0].code == code);
    CHECK(dead[0].last_cause == "the queue does not exist");
    CHECK(dead[0].attempts == 1);
    OutboxCounts counts = desk.outbox.counts();
    CHECK(counts.dead == 2);
    CHECK(counts.waiting == 1);
    CHECK(counts.oldest_waiting);

    CHECK(desk.outbox.replay(code) == 2);
    rows = desk.lease(9);
    CHECK(desk.names(rows) == "a");
    CHECK(rows[0].id == dead[0].id);
    CHECK(rows[0].attempts == 0);
    CHECK(desk.outbox.delivered(rows[0], "me", "", "", {}));
    CHECK(desk.names(desk.lease(9)) == "1");
    CHECK(desk.outbox.replay("") == 1);
    CHECK(desk.names(desk.lease(9)) == "b");
    CHECK(desk.outbox.replay("") == 0);
  });
}

TEST_CASE("a waiting row can be made due at once") {
  on_each_store([](TestStore& store) {
    Desk desk(store);
    const std::string code = desk.open("a");
    const auto rows = desk.lease(1);
    CHECK(desk.outbox.retry_later(rows[0], "me", seconds(900), "down"));
    CHECK(desk.lease(1).empty());
    CHECK(desk.outbox.replay(code) == 1);
    CHECK(desk.lease(1).size() == 1);
  });
}

TEST_CASE("a changed byte in a row of the outbox is noticed: it is dead and seen, and the others go on") {
  on_each_store([](TestStore& store) {
    Desk desk(store);
    for (const char* change :
         {"target = 'desk', code = code || 'x'", "message = 'x'", "attempts = 3", "next_attempt = 1",
          "last_cause = ' '", "created = created + 1", "checksum = 'x'", "lease_owner = 'x'", "state = 'waitinG'"}) {
      CAPTURE(change);
      const std::string code = desk.open("a");
      const std::string id = desk.outbox.of_ticket(code)[0].id;
      desk.open("b");
      store->write([&](Transaction& transaction) {
        transaction.execute(std::string("UPDATE outbox SET ") + change + " WHERE id = ?", {id});
      });
      auto rows = desk.lease(9);
      const auto later = desk.lease(9);  // a row that is found damaged takes a place in its round
      rows.insert(rows.end(), later.begin(), later.end());
      CHECK(desk.names(rows) == "b");
      CHECK(desk.outbox.delivered(rows[0], "me", "", "", {}));
      const auto dead = desk.outbox.list(OutboxState::kDead, 99);
      REQUIRE(dead.size() == 1);
      CHECK(dead[0].id == id);
      store->write([&](Transaction& transaction) { transaction.execute("DELETE FROM outbox WHERE id = ?", {id}); });
    }
  });
}

}  // namespace
}  // namespace pharos::desk
