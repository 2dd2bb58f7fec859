// SPDX-License-Identifier: GPL-3.0-or-later
#include <doctest/doctest.h>

#include "desk/test_store.h"
#include "desk/ticket_samples.h"
#include "pharos/desk/gateway.h"
#include "pharos/desk/outbox.h"

namespace pharos::desk {
namespace {

constexpr UtcTime kNow{1'795'392'000};

TEST_CASE("messages go both ways, once each, and move the state") {
  on_each_store([](TestStore& store) {
    SimulatedTime time(kNow);
    Tickets tickets(*store, time.wall());
    const std::string code = tickets.open(sample_ticket(), {}, "file").ticket.code;
    const auto state = [&] { return tickets.find(code)->ticket.state; };

    time.advance(std::chrono::seconds(60));
    CHECK(tickets.add_message(code, team_message("r-1", "Which network?")));
    CHECK(state() == TicketState::kAnswered);
    CHECK(tickets.find(code)->ticket.answered == UtcTime{kNow.seconds + 60});
    CHECK_FALSE(tickets.add_message(code, team_message("r-1", "Which network?")));

    // The reader writes again: it is the team's turn, and a hand-over is owed for the message.
    time.advance(std::chrono::seconds(60));
    TicketMessage followup = reader_message("TRC-20");
    followup.attachments = {{"", "a.txt", "text/plain", std::string(64, 'b'), 3}};
    CHECK(tickets.add_message(code, followup, {"k", "b"}));
    CHECK(state() == TicketState::kReceived);
    CHECK_FALSE(tickets.add_message(code, followup, {"k", "b"}));
    CHECK(kind_of([&] { tickets.add_message(code, followup, {"k", "c"}); }) == ErrorKind::kReused);
    CHECK(Outbox(*store, time.wall()).of_ticket(code).size() == 2);

    // The time of the first answer stays.
    CHECK(tickets.add_message(code, team_message("r-2", "Sent.")));
    CHECK(tickets.find(code)->ticket.answered == UtcTime{kNow.seconds + 60});

    tickets.set_state(code, TicketState::kSolved);
    CHECK(state() == TicketState::kSolved);
    CHECK(tickets.find(code)->ticket.solved == time.wall().now());
    CHECK(tickets.add_message(code, reader_message("It is still not here.")));
    CHECK(state() == TicketState::kReceived);
    CHECK_FALSE(tickets.find(code)->ticket.solved);

    const auto found = tickets.find(code);
    REQUIRE(found->messages.size() == 5);
    CHECK(found->messages[1].author == "Mira");
    CHECK(found->messages[1].text == "Which network?");
    CHECK(found->messages[2].from_reader);
    CHECK(found->messages[2].attachments[0].file_name == "a.txt");
    CHECK(found->messages[3].text == "Sent.");
    CHECK(found->messages[4].text == "It is still not here.");

    CHECK(kind_of([&] { tickets.add_message("0000-0000-0000-0000", reader_message("?")); }) == ErrorKind::kNotFound);
    CHECK(kind_of([&] { tickets.set_state("0000-0000-0000-0000", TicketState::kSolved); }) == ErrorKind::kNotFound);
  });
}

TEST_CASE("replies of a target find their ticket, count once, and solve it") {
  on_each_store([](TestStore& store) {
    const SimulatedTime time(kNow);
    Tickets tickets(*store, time.wall());
    Outbox outbox(*store, time.wall());
    const std::string code = tickets.open(sample_ticket(), {}, "desk").ticket.code;
    const auto rows = outbox.lease("desk", "me", std::chrono::seconds(60), 1);
    REQUIRE(rows.size() == 1);
    REQUIRE(outbox.delivered(rows[0], "me", "4711", "https://desk.example/4711", {"priority was dropped"}));
    const auto taken = tickets.find(code)->ticket;
    CHECK(taken.state == TicketState::kHandedOn);
    CHECK(taken.handed_on == kNow);
    CHECK(taken.gateway == "desk");
    CHECK(taken.remote_id == "4711");
    CHECK(taken.remote_url == "https://desk.example/4711");
    CHECK(taken.remote_notes == std::vector<std::string>{"priority was dropped"});
    CHECK(tickets.code_of_remote("desk", "4711") == code);
    CHECK_FALSE(tickets.code_of_remote("other", "4711"));
    CHECK_FALSE(tickets.code_of_remote("desk", ""));

    Reply reply{"4711", "", "tx-1", "Mira", "Please wait.", false, {kNow.seconds + 90'000}};
    CHECK(tickets.take_reply("desk", reply));
    CHECK_FALSE(tickets.take_reply("desk", reply));
    CHECK(tickets.find(code)->ticket.state == TicketState::kAnswered);
    CHECK(tickets.find(code)->ticket.answered == kNow);  // not in the future, whatever the target's clock says
    CHECK(tickets.take_reply("other", {"", code, "tx-1", "Ann", "By another way, by our code.", false, kNow}));

    // A change of state has no text: it solves, is not shown, and does not come back after the reader wrote again.
    const Reply solved{"4711", "", "tx-2", "", "", true, kNow};
    CHECK(tickets.take_reply("desk", solved));
    CHECK(tickets.find(code)->ticket.state == TicketState::kSolved);
    CHECK(tickets.add_message(code, reader_message("Not solved!")));
    CHECK_FALSE(tickets.take_reply("desk", solved));
    CHECK(tickets.find(code)->ticket.state == TicketState::kHandedOn);
    CHECK(tickets.find(code)->messages.size() == 4);

    CHECK(kind_of([&] {
            tickets.take_reply("desk", {"4712", "", "tx-3", "", "?", false, kNow});
          }) == ErrorKind::kNotFound);
    CHECK(tickets.awaiting("desk", "", 10).size() == 1);
    CHECK(tickets.awaiting("desk", code, 10).empty());
    CHECK(tickets.awaiting("other", "", 10).empty());
  });
}

}  // namespace
}  // namespace pharos::desk
