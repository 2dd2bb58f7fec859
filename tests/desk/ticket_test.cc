// SPDX-License-Identifier: GPL-3.0-or-later
#include "pharos/desk/ticket.h"

#include <doctest/doctest.h>

namespace pharos::desk {
namespace {

TEST_CASE("states and priorities are read by the names they are written with") {
  for (const TicketState state :
       {TicketState::kReceived, TicketState::kHandedOn, TicketState::kAnswered, TicketState::kSolved}) {
    CHECK(parse_ticket_state(name(state)) == state);
  }
  for (const Priority priority : {Priority::kLow, Priority::kNormal, Priority::kHigh, Priority::kUrgent}) {
    CHECK(parse_priority(name(priority)) == priority);
  }
  CHECK(name(TicketState::kHandedOn) == "handed-on");
  CHECK_FALSE(parse_ticket_state("closed"));
  CHECK_FALSE(parse_priority(""));
}

}  // namespace
}  // namespace pharos::desk
