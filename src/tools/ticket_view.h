// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <string>
#include <vector>

#include "pharos/desk/outbox.h"
#include "pharos/desk/tickets.h"

namespace pharos::tools {

/// A ticket in a list, with what is owed for it.
struct ListedTicket {
  desk::Ticket ticket;
  std::vector<desk::OutboxRow> handovers;
};

/// For operators: a line a ticket, and a line on the outbox.
std::string ticket_table(const std::vector<ListedTicket>& tickets, const desk::OutboxCounts& outbox);
/// The same as {"tickets":[...],"outbox":{...}}.
std::string ticket_list_json(const std::vector<ListedTicket>& tickets, const desk::OutboxCounts& outbox);

/// Everything of one ticket: what was asked, how it was routed, what the reader did before, the conversation, and what
/// became of each hand-over.
std::string ticket_page(const desk::Conversation& conversation, const std::vector<desk::OutboxRow>& handovers);
std::string ticket_json(const desk::Conversation& conversation, const std::vector<desk::OutboxRow>& handovers);

}  // namespace pharos::tools
