// SPDX-License-Identifier: GPL-3.0-or-later
#include "pharos/desk/tickets.h"

#include <doctest/doctest.h>

#include <set>
#include <thread>

#include "desk/test_store.h"
#include "desk/ticket_samples.h"
#include "pharos/base/error.h"
#include "pharos/desk/outbox.h"

namespace pharos::desk {
namespace {

constexpr UtcTime kNow{1'795'392'000};
constexpr std::chrono::seconds kLong{600};

TEST_CASE("a ticket comes back as it was given, after a restart too, with its hand-over owed") {
  on_each_store([](TestStore& store) {
    const SimulatedTime time(kNow);
    const Ticket given = sample_ticket();
    std::string code;
    {
      const TicketReceipt receipt = Tickets(*store, time.wall()).open(given, {"key-1", "body"}, "file");
      CHECK_FALSE(receipt.repeated);
      code = receipt.ticket.code;
    }
    store.reopen();
    const auto found = Tickets(*store, time.wall()).find(code);
    REQUIRE(found);
    const Ticket& ticket = found->ticket;
    CHECK(ticket.code == code);
    CHECK(ticket.state == TicketState::kReceived);
    CHECK(ticket.at == kNow);
    CHECK(ticket.language == given.language);
    CHECK(ticket.subject == given.subject);
    CHECK(ticket.email == given.email);
    CHECK(ticket.message == given.message);
    CHECK(ticket.routing.category == given.routing.category);
    CHECK(ticket.routing.queue == given.routing.queue);
    CHECK(ticket.routing.priority == given.routing.priority);
    CHECK(ticket.routing.confidence == given.routing.confidence);
    CHECK_FALSE(ticket.routing.unsure);
    CHECK(ticket.routing.urgent);
    CHECK(ticket.routing.reasons == given.routing.reasons);
    REQUIRE(ticket.trail.size() == 2);
    CHECK(ticket.trail[0].kind == "search");
    CHECK(ticket.trail[0].text == "вывод");
    CHECK(ticket.trail[0].detail == "12 hits");
    CHECK(ticket.trail[1].at == UtcTime{1'795'000'060});
    CHECK(ticket.masked == given.masked);
    CHECK(ticket.session == given.session);
    REQUIRE(ticket.attachments.size() == 1);
    CHECK(ticket.attachments[0].id.size() == 32);
    CHECK(ticket.attachments[0].file_name == given.attachments[0].file_name);
    CHECK(ticket.attachments[0].bytes == 12345);
    REQUIRE(found->messages.size() == 1);
    CHECK(found->messages[0].from_reader);
    CHECK(found->messages[0].text == given.message);
    CHECK(found->messages[0].attachments.size() == 1);

    const auto owed = Outbox(*store, time.wall()).of_ticket(code);
    REQUIRE(owed.size() == 1);
    CHECK(owed[0].target == "file");
    CHECK(owed[0].state == OutboxState::kWaiting);
    CHECK_FALSE(Tickets(*store, time.wall()).find("0000-0000-0000-0000"));
  });
}

TEST_CASE("text that a database cannot keep is kept with marks in the place of what cannot be") {
  on_each_store([](TestStore& store) {
    Tickets tickets(*store, system_clock());
    Ticket given = sample_ticket(std::string("zero\0byte", 9));
    given.message = "torn \xe4\xb8 bytes";
    const TicketReceipt receipt = tickets.open(given, {}, "file");
    CHECK(receipt.ticket.subject == "zero\uFFFDbyte");
    const auto found = tickets.find(receipt.ticket.code);
    REQUIRE(found);
    CHECK(found->ticket.subject == "zero\uFFFDbyte");
    CHECK(found->ticket.message == "torn \uFFFD bytes");
  });
}

TEST_CASE("the same request again gives the same ticket; another body with its key is refused") {
  on_each_store([](TestStore& store) {
    SimulatedTime time(kNow);
    Tickets tickets(*store, time.wall());
    const TicketReceipt first = tickets.open(sample_ticket(), {"key-1", "body"}, "file");
    const TicketReceipt again = tickets.open(sample_ticket(), {"key-1", "body"}, "file");
    CHECK(again.repeated);
    CHECK(again.ticket.code == first.ticket.code);
    CHECK(again.ticket.attachments[0].id == first.ticket.attachments[0].id);
    CHECK(kind_of([&] { tickets.open(sample_ticket(), {"key-1", "other"}, "file"); }) == ErrorKind::kReused);
    CHECK(kind_of([&] {
            tickets.open(sample_ticket(), {std::string(256, 'k'), "body"}, "file");
          }) == ErrorKind::kInvalidArgument);
    // Without a key every request is a new one.
    CHECK(tickets.open(sample_ticket(), {}, "file").ticket.code !=
          tickets.open(sample_ticket(), {}, "file").ticket.code);
    CHECK(tickets.list({}).size() == 3);
    CHECK(Outbox(*store, time.wall()).counts().waiting == 3);

    // A week later the key is free again, whether it was tidied away or not.
    time.advance(std::chrono::hours(24 * 7) + std::chrono::seconds(1));
    CHECK_FALSE(tickets.open(sample_ticket(), {"key-1", "other"}, "file").repeated);
    CHECK(tickets.expire_idempotency(kNow) == 0);
    CHECK(tickets.expire_idempotency({time.wall().now().seconds + 1}) == 1);
  });
}

TEST_CASE("requests with the same key at the same time give one ticket") {
  on_each_store([](TestStore& store) {
    Tickets tickets(*store, system_clock());
    constexpr int kThreads = 8;
    std::vector<TicketReceipt> receipts(kThreads);
    std::vector<std::thread> threads;
    for (int i = 0; i < kThreads; ++i) {
      threads.emplace_back([&, i] { receipts[i] = tickets.open(sample_ticket(), {"key", "body"}, "file"); });
    }
    for (std::thread& thread : threads) thread.join();
    std::set<std::string> codes;
    int fresh = 0;
    for (const TicketReceipt& receipt : receipts) {
      codes.insert(receipt.ticket.code);
      fresh += receipt.repeated ? 0 : 1;
    }
    CHECK(codes.size() == 1);
    CHECK(fresh == 1);
    CHECK(tickets.list({}).size() == 1);
    CHECK(Outbox(*store, system_clock()).counts().waiting == 1);
  });
}

TEST_CASE("servers that share a database give one ticket for a key, and a hand-over to one of them at a time") {
  PostgresServer* const server = PostgresServer::instance();
  if (server == nullptr) return;
  const StoreOptions shared{server->fresh_address(), false, 4};
  Store first(shared);
  Store second(shared);
  Store* const servers[] = {&first, &second};
  constexpr int kThreads = 8;
  constexpr int kKeys = 10;
  std::vector<std::vector<std::string>> codes(kThreads);
  std::vector<std::vector<std::string>> leased(kThreads);
  std::vector<std::thread> threads;
  for (int i = 0; i < kThreads; ++i) {
    threads.emplace_back([&, i] {
      Store& store = *servers[i % 2];
      Tickets tickets(store, system_clock());
      for (int key = 0; key < kKeys; ++key) {
        codes[i].push_back(tickets.open(sample_ticket(), {std::to_string(key), "body"}, "file").ticket.code);
      }
      for (int round = 0; round < 4; ++round) {
        for (const OutboxRow& row : Outbox(store, system_clock()).lease("file", "s" + std::to_string(i), kLong, 3)) {
          leased[i].push_back(row.id);
        }
      }
      // All write to the same ticket.
      tickets.add_message(codes[i][0], team_message("m-" + std::to_string(i), "hello"));
    });
  }
  for (std::thread& thread : threads) thread.join();
  for (const auto& seen : codes) CHECK(seen == codes[0]);
  Tickets tickets(first, system_clock());
  CHECK(tickets.list({}).size() == kKeys);
  CHECK(tickets.find(codes[0][0])->messages.size() == 1 + kThreads);
  std::multiset<std::string> all;
  for (const auto& ids : leased) all.insert(ids.begin(), ids.end());
  CHECK(all.size() == kKeys);
  CHECK(std::set<std::string>(all.begin(), all.end()).size() == kKeys);
}

TEST_CASE("tickets are listed newest first, by what is asked for") {
  on_each_store([](TestStore& store) {
    SimulatedTime time(kNow);
    Tickets tickets(*store, time.wall());
    std::vector<std::string> codes;
    for (int i = 0; i < 5; ++i) {
      Ticket ticket = sample_ticket(std::to_string(i));
      if (i % 2 == 1) ticket.routing.queue = "security";
      if (i == 4) ticket.language = "ja";
      codes.push_back(tickets.open(ticket, {}, "file").ticket.code);
      time.advance(std::chrono::seconds(1));
    }
    tickets.set_state(codes[3], TicketState::kSolved);
    const auto subjects = [&](const TicketFilter& filter) {
      std::string all;
      for (const Ticket& ticket : tickets.list(filter)) all += ticket.subject;
      return all;
    };
    CHECK(subjects({}) == "43210");
    TicketFilter filter;
    filter.most = 2;
    CHECK(subjects(filter) == "43");
    filter = {};
    filter.queue = "security";
    CHECK(subjects(filter) == "31");
    filter.state = TicketState::kSolved;
    CHECK(subjects(filter) == "3");
    filter = {};
    filter.language = "ja";
    CHECK(subjects(filter) == "4");
    filter = {};
    filter.from = UtcTime{kNow.seconds + 1};
    filter.to = UtcTime{kNow.seconds + 3};
    CHECK(subjects(filter) == "21");
    filter = {};
    filter.dead_only = true;
    CHECK(subjects(filter) == "");
    Outbox outbox(*store, time.wall());
    const auto rows = outbox.lease("file", "me", std::chrono::seconds(60), 1);
    CHECK(outbox.give_up(rows[0], "me", "refused"));
    CHECK(subjects(filter) == "0");

    std::string all;
    tickets.for_each(kNow, {kNow.seconds + 4}, [&](const Ticket& ticket) { all += ticket.subject; });
    CHECK(all == "0123");
  });
}

TEST_CASE("walking over many tickets of the same second leaves none out") {
  on_each_store([](TestStore& store) {
    const SimulatedTime time(kNow);
    Tickets tickets(*store, time.wall());
    std::vector<std::thread> threads;
    for (int t = 0; t < 6; ++t) {
      threads.emplace_back([&] {
        for (int i = 0; i < 75; ++i) tickets.open(sample_ticket(), {}, "file");
      });
    }
    for (std::thread& thread : threads) thread.join();
    std::set<std::string> codes;
    tickets.for_each(kNow, {kNow.seconds + 1}, [&](const Ticket& ticket) { codes.insert(ticket.code); });
    CHECK(codes.size() == 450);
  });
}

TEST_CASE("forgetting a ticket leaves nothing of it, and names the files that nobody else has") {
  on_each_store([](TestStore& store) {
    Tickets tickets(*store, system_clock());
    const std::string shared(64, 'a');  // the sample's
    const std::string own(64, 'c');
    Ticket ticket = sample_ticket();
    ticket.attachments.push_back({"", "b", "text/plain", own, 1});
    const std::string code = tickets.open(ticket, {"key", "body"}, "file").ticket.code;
    const std::string other = tickets.open(sample_ticket(), {}, "file").ticket.code;
    CHECK(tickets.codes_of_session("s-0123456789").size() == 2);
    TicketMessage message = reader_message("more");
    message.attachments = {{"", "d", "text/plain", std::string(64, 'd'), 1}};
    tickets.add_message(code, message);
    auto used = tickets.attachments_in_use();
    CHECK(std::set<std::string>(used.begin(), used.end()).size() == 3);

    auto files = tickets.forget(code);
    CHECK(std::set<std::string>(files.begin(), files.end()) == std::set<std::string>{own, std::string(64, 'd')});
    CHECK_FALSE(tickets.find(code));
    CHECK(Outbox(*store, system_clock()).of_ticket(code).empty());
    CHECK_FALSE(tickets.open(sample_ticket(), {"key", "other body"}, "file").repeated);
    CHECK(kind_of([&] { tickets.forget(code); }) == ErrorKind::kNotFound);
    CHECK(tickets.find(other)->ticket.attachments[0].sha256 == shared);
  });
}

TEST_CASE("a changed byte in a ticket's row is noticed, and harms no other ticket") {
  on_each_store([](TestStore& store) {
    std::vector<std::string> damaged;
    Tickets tickets(*store, system_clock(), [&](const std::string& code) { damaged.push_back(code); });
    const std::string good = tickets.open(sample_ticket(), {}, "file").ticket.code;
    for (const char* change : {"subject = 'x'", "confidence = 0.30000000000000001", "urgent = 0", "state = 'recEived'",
                               "priority = ''", "trail = '[]'", "reasons = '[\"a]'", "at = at + 1", "solved = 0",
                               "checksum = ''", "session = session || ' '", "remote_notes = '[\"\"]'"}) {
      CAPTURE(change);
      const std::string code = tickets.open(sample_ticket(), {}, "file").ticket.code;
      store->write([&](Transaction& transaction) {
        transaction.execute(std::string("UPDATE tickets SET ") + change + " WHERE code = ?", {code});
      });
      CHECK(kind_of([&] { tickets.find(code); }) == ErrorKind::kCorrupt);
      CHECK(kind_of([&] { tickets.set_state(code, TicketState::kSolved); }) == ErrorKind::kCorrupt);
      CHECK(kind_of([&] { tickets.add_message(code, reader_message("?")); }) == ErrorKind::kCorrupt);
      damaged.clear();
      CHECK(tickets.list({}).size() == 1);
      CHECK(damaged == std::vector<std::string>{code});
      CHECK(tickets.find(good));
      tickets.forget(code);
    }
    CHECK(tickets.add_message(good, team_message("m", "hello")));
    store->write([&](Transaction& transaction) {
      transaction.execute("UPDATE ticket_messages SET text = 'hallo' WHERE code = ?", {good});
    });
    CHECK(kind_of([&] { tickets.find(good); }) == ErrorKind::kCorrupt);
  });
}

}  // namespace
}  // namespace pharos::desk
