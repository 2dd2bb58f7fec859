// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <doctest/doctest.h>

#include <functional>
#include <string>

#include "pharos/base/error.h"
#include "pharos/desk/tickets.h"

namespace pharos::desk {

/// A ticket as the front desk hands it over, with something in every field.
inline Ticket sample_ticket(const std::string& subject = "提现 не приходит") {
  Ticket ticket;
  ticket.language = "ru";
  ticket.subject = subject;
  ticket.email = "reader@example.org";
  ticket.message =
      "Вывел вчера, денег нет.\nTxID 4f2a…\t\"quoted\" \\ </script> 👩‍👩‍👧";
  ticket.routing.category = "withdrawals";
  ticket.routing.queue = "payments";
  ticket.routing.priority = Priority::kHigh;
  ticket.routing.confidence = 0.1 + 0.2;
  ticket.routing.unsure = false;
  ticket.routing.urgent = true;
  ticket.routing.reasons = {"the words \"не приходит\"", "3 of 5 nearest articles"};
  ticket.trail = {{"search", "вывод", "12 hits", {1'795'000'000}},
                  {"article", "withdrawals/pending", "", {1'795'000'060}}};
  ticket.attachments = {{"", "снимок экрана.png", "image/png", std::string(64, 'a'), 12345}};
  ticket.masked = {"seed-phrase"};
  ticket.session = "s-0123456789";
  return ticket;
}

inline TicketMessage reader_message(const std::string& text) {
  TicketMessage message;
  message.text = text;
  return message;
}

inline TicketMessage team_message(const std::string& id, const std::string& text) {
  TicketMessage message;
  message.id = id;
  message.from_reader = false;
  message.author = "Mira";
  message.text = text;
  return message;
}

/// The kind of Error that the call throws.
inline ErrorKind kind_of(const std::function<void()>& call) {
  try {
    call();
  } catch (const Error& error) {
    return error.kind();
  }
  FAIL("nothing was thrown");
  return ErrorKind::kInternal;
}

}  // namespace pharos::desk
