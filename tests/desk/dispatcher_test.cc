// SPDX-License-Identifier: GPL-3.0-or-later
#include "pharos/desk/dispatcher.h"

#include <doctest/doctest.h>

#include <condition_variable>
#include <stdexcept>
#include <thread>

#include "desk/scripted_gateway.h"
#include "desk/test_store.h"
#include "desk/ticket_samples.h"
#include "pharos/base/error.h"

namespace pharos::desk {
namespace {

using std::chrono::seconds;
constexpr UtcTime kNow{1'795'392'000};

struct Desk {
  explicit Desk(TestStore& test)
      : store(*test), files(test.folder() / "files"), tickets(store, time.wall()), outbox(store, time.wall()) {}

  std::string open(const std::string& target = "desk") {
    time.advance(seconds(1));  // the order is by seconds
    return tickets.open(sample_ticket(), {}, target).ticket.code;
  }
  Dispatcher dispatcher(std::vector<std::shared_ptr<Gateway>> gateways, DispatchPolicy policy = {}) {
    return {store, std::move(gateways), files, policy, time.wall(), time.monotonic(), [] { return 0.5; }};
  }
  TicketState state(const std::string& code) { return tickets.find(code)->ticket.state; }

  SimulatedTime time{kNow};
  Store& store;
  AttachmentStore files;
  Tickets tickets;
  Outbox outbox;
};

TEST_CASE("tickets and then their messages go out, each to its own target, with all that they are") {
  on_each_store([](TestStore& store) {
    Desk desk(store);
    auto one = std::make_shared<ScriptedGateway>("one");
    auto two = std::make_shared<ScriptedGateway>("two");
    Dispatcher dispatcher = desk.dispatcher({one, two});
    CHECK(dispatcher.run_once() == 0);
    const std::string code = desk.open("one");
    desk.open("two");
    CHECK(desk.tickets.add_message(code, reader_message("And another thing.")));
    CHECK(dispatcher.run_once() == 2);
    CHECK(dispatcher.run_once() == 1);
    CHECK(dispatcher.run_once() == 0);

    REQUIRE(one->seen().size() == 2);
    CHECK(two->seen().size() == 1);
    const Handover ticket = one->seen()[0];
    CHECK(ticket.ticket.code == code);
    CHECK(ticket.ticket.trail.size() == 2);
    CHECK(ticket.ticket.attachments.size() == 1);
    CHECK(ticket.files == &desk.files);
    CHECK_FALSE(ticket.follow_up);
    const Handover message = one->seen()[1];
    REQUIRE(message.follow_up);
    CHECK(message.follow_up->text == "And another thing.");
    CHECK(message.ticket.remote_id == "r-" + ticket.id);
    CHECK(message.id != ticket.id);
    CHECK(desk.state(code) == TicketState::kHandedOn);
    CHECK(dispatcher.status()[0].delivered == 2);
  });
}

TEST_CASE("tickets for a gateway that is no longer in the settings are told of") {
  on_each_store([](TestStore& store) {
    Desk desk(store);
    desk.open("renamed");
    desk.open("one");
    Dispatcher dispatcher = desk.dispatcher({std::make_shared<ScriptedGateway>("one")});
    CHECK(dispatcher.run_once() == 1);
    const auto status = dispatcher.status();
    REQUIRE(status.size() == 2);
    CHECK(status[0].name == "one");
    CHECK(status[1].name == "renamed");
    CHECK(status[1].open);
    CHECK(status[1].last_cause.find("1 hand-overs wait") != std::string::npos);
    CHECK(desk.dispatcher({std::make_shared<ScriptedGateway>("renamed")}).run_once() == 1);
  });
}

TEST_CASE("a wall clock that is set back an hour delays nothing") {
  struct Wall : Clock {
    UtcTime time = kNow;
    UtcTime now() const override { return time; }
  };
  TestStore store;
  Desk desk(store);
  Wall wall;
  auto target = std::make_shared<ScriptedGateway>("desk", [](const Handover&) { return not_now("503"); });
  Dispatcher dispatcher(*store, {target}, desk.files, {}, wall, desk.time.monotonic(), [] { return 0.999; });
  Tickets tickets(*store, wall);
  tickets.open(sample_ticket(), {}, "desk");
  CHECK(dispatcher.run_once() == 1);
  CHECK(dispatcher.run_once() == 0);
  wall.time.seconds -= 3600;
  tickets.open(sample_ticket(), {}, "desk");
  target->answer({});
  CHECK(dispatcher.run_once() == 1);  // the new one
  desk.time.advance(seconds(5));
  CHECK(dispatcher.run_once() == 1);  // the one that waited its five seconds
  CHECK(desk.outbox.counts().delivered == 2);
}

TEST_CASE("what fails is tried again later and later, and is dead after so many attempts") {
  TestStore store;
  Desk desk(store);
  DispatchPolicy policy;
  policy.attempts = 4;
  policy.failures_to_open = 100;
  const std::string code = desk.open();
  auto target = std::make_shared<ScriptedGateway>("desk", [](const Handover&) { return not_now("500 Oops"); });
  Dispatcher dispatcher = desk.dispatcher({target}, policy);
  // Half of 5, 10, 20 seconds, rounded up.
  for (const int wait : {0, 3, 5, 10}) {
    if (wait > 0) {
      desk.time.advance(seconds(wait - 1));
      CHECK(dispatcher.run_once() == 0);
      desk.time.advance(seconds(1));
    }
    CHECK(dispatcher.run_once() == 1);
  }
  desk.time.advance(std::chrono::hours(100));
  CHECK(dispatcher.run_once() == 0);
  const auto dead = desk.outbox.list(OutboxState::kDead, 9);
  REQUIRE(dead.size() == 1);
  CHECK(dead[0].attempts == 4);
  CHECK(dead[0].last_cause == "500 Oops");
  CHECK(desk.state(code) == TicketState::kReceived);
  CHECK(dispatcher.status()[0].retried == 3);
  CHECK(dispatcher.status()[0].given_up == 1);

  // An operator mends the target and replays.
  target->answer({});
  CHECK(desk.outbox.replay("") == 1);
  CHECK(dispatcher.run_once() == 1);
  CHECK(desk.state(code) == TicketState::kHandedOn);
  std::set<std::string> ids;
  for (const Handover& handover : target->seen()) ids.insert(handover.id);
  CHECK(ids.size() == 1);
}

TEST_CASE("a refusal kills at once; a gateway's exception does not") {
  TestStore store;
  Desk desk(store);
  auto target = std::make_shared<ScriptedGateway>("desk", [](const Handover&) { return refused("no such queue"); });
  Dispatcher dispatcher = desk.dispatcher({target});
  desk.open();
  CHECK(dispatcher.run_once() == 1);
  CHECK(desk.outbox.list(OutboxState::kDead, 9).at(0).last_cause == "no such queue");

  target->answer([](const Handover&) -> Delivery { throw std::logic_error("a bug"); });
  desk.open();
  CHECK(dispatcher.run_once() == 1);
  CHECK(desk.outbox.list(OutboxState::kWaiting, 9).at(0).last_cause == "a fault of the gateway: a bug");
}

TEST_CASE("a target that is down costs one probe each half minute, however long it lasts, and kills nothing") {
  TestStore store;
  Desk desk(store);
  DispatchPolicy policy;
  policy.attempts = 10;
  for (int i = 0; i < 20; ++i) desk.open();
  bool up = false;
  auto target = std::make_shared<ScriptedGateway>(
      "desk", [&](const Handover& handover) { return up ? delivered_as(handover.id) : not_now("connection refused"); });
  Dispatcher dispatcher = desk.dispatcher({target}, policy);
  CHECK(dispatcher.run_once() == 5);  // of the sixteen that it may lease: then the circuit is open
  CHECK(desk.outbox.counts().leased == 0);
  CHECK(dispatcher.run_once() == 0);
  CHECK(dispatcher.status()[0].open);
  CHECK(dispatcher.status()[0].retry_in == seconds(30));
  CHECK(dispatcher.status()[0].last_cause == "connection refused");
  std::size_t probes = 0;
  for (int second = 0; second < 3600; second += 10) {
    desk.time.advance(seconds(10));
    const std::size_t attempts = dispatcher.run_once();
    CHECK(attempts <= 1);
    probes += attempts;
  }
  CHECK(probes <= 120);
  CHECK(probes > 40);
  CHECK(desk.outbox.counts().dead == 0);

  up = true;
  desk.time.advance(seconds(900));
  std::string rounds;
  while (desk.outbox.counts().waiting > 0) rounds += std::to_string(dispatcher.run_once()) + " ";
  CHECK(rounds == "1 1 2 4 8 4 ");  // gently at first
}

TEST_CASE("a target that asks for time is left alone until then") {
  TestStore store;
  Desk desk(store);
  for (int i = 0; i < 3; ++i) desk.open();
  auto target = std::make_shared<ScriptedGateway>("desk", [](const Handover&) { return not_now("429", seconds(600)); });
  Dispatcher dispatcher = desk.dispatcher({target});
  CHECK(dispatcher.run_once() == 1);
  desk.time.advance(seconds(599));
  CHECK(dispatcher.run_once() == 0);
  desk.time.advance(seconds(1));
  target->answer({});
  CHECK(dispatcher.run_once() == 1);
  CHECK(dispatcher.run_once() == 1);
}

TEST_CASE("a damaged ticket is given up, and the others go out") {
  TestStore store;
  Desk desk(store);
  const std::string bad = desk.open();
  const std::string good = desk.open();
  store->write(
      [&](Transaction& transaction) { transaction.execute("UPDATE tickets SET message = 'x' WHERE code = ?", {bad}); });
  auto target = std::make_shared<ScriptedGateway>("desk");
  CHECK(desk.dispatcher({target}).run_once() == 2);
  CHECK(target->seen().size() == 1);
  CHECK(desk.state(good) == TicketState::kHandedOn);
  const auto dead = desk.outbox.list(OutboxState::kDead, 9);
  REQUIRE(dead.size() == 1);
  CHECK(dead[0].last_cause.find("damaged") != std::string::npos);
}

TEST_CASE("replies are asked for every minute, from where the last question ended") {
  TestStore store;
  Desk desk(store);
  const std::string code = desk.open();
  std::vector<std::string> asked;
  bool down = true;
  auto target = std::make_shared<ScriptedGateway>(
      "desk", ScriptedGateway::Answer{}, [&](const std::vector<Ticket>& tickets, UtcTime since) {
        asked.push_back(std::to_string(since.seconds == 0 ? 0 : since.seconds - kNow.seconds));
        if (down) throw Error(ErrorKind::kUnavailable, "timed out");
        return std::vector<Reply>{{"unknown", "", "m-0", "", "for somebody else", false, kNow},
                                  {tickets.at(0).remote_id, "", "m-1", "Mira", "Hello.", false, kNow},
                                  {tickets.at(0).remote_id, "", "m-1", "Mira", "Hello.", false, kNow}};
      });
  Dispatcher dispatcher = desk.dispatcher({target});
  dispatcher.run_once();
  REQUIRE(asked.size() == 1);
  CHECK(dispatcher.status()[0].last_cause == "timed out");
  dispatcher.run_once();
  CHECK(asked.size() == 1);
  down = false;
  for (int minute = 0; minute < 15; ++minute) {
    desk.time.advance(seconds(60));
    dispatcher.run_once();
  }
  // From the beginning until it succeeded; then ten minutes are asked for twice, for clocks that differ.
  CHECK(asked.size() == 16);
  CHECK(asked[1] == "0");
  CHECK(asked[2] == "-539");
  CHECK(asked[15] == "241");
  CHECK(desk.tickets.find(code)->messages.size() == 2);
  CHECK(desk.state(code) == TicketState::kAnswered);
  CHECK(dispatcher.status()[0].replies == 1);
}

TEST_CASE("a target that hangs holds up no other, and stopping waits for the attempt under way") {
  TestStore store;
  Desk desk(store);
  std::mutex mutex;
  std::condition_variable changed;
  bool hanging = false;
  bool let_go = false;
  auto hung = std::make_shared<ScriptedGateway>("hung", [&](const Handover& handover) {
    std::unique_lock lock(mutex);
    hanging = true;
    changed.notify_all();
    changed.wait(lock, [&] { return let_go; });
    return delivered_as(handover.id);
  });
  auto well = std::make_shared<ScriptedGateway>("well", [&](const Handover& handover) {
    const std::lock_guard lock(mutex);
    changed.notify_all();
    return delivered_as(handover.id);
  });
  const std::string first = desk.open("hung");
  const std::string second = desk.open("hung");
  Dispatcher dispatcher = desk.dispatcher({hung, well});
  dispatcher.start();
  {
    std::unique_lock lock(mutex);
    REQUIRE(changed.wait_for(lock, seconds(30), [&] { return hanging; }));
  }
  desk.open("well");
  dispatcher.wake();
  for (int i = 0; i < 3000 && well->seen().empty(); ++i) std::this_thread::sleep_for(std::chrono::milliseconds(10));
  CHECK(well->seen().size() == 1);
  std::thread release([&] {
    std::this_thread::sleep_for(std::chrono::milliseconds(50));
    const std::lock_guard lock(mutex);
    let_go = true;
    changed.notify_all();
  });
  dispatcher.stop();
  release.join();
  CHECK(desk.state(first) == TicketState::kHandedOn);
  CHECK(hung->seen().size() == 1);
  CHECK(desk.outbox.of_ticket(second).at(0).state == OutboxState::kWaiting);
}

}  // namespace
}  // namespace pharos::desk
