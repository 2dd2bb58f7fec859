// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <functional>
#include <optional>
#include <string>
#include <vector>

#include "desk/transaction.h"
#include "pharos/desk/tickets.h"

namespace pharos::desk {

/// Called with the code of a damaged row that was left out.
using OnDamaged = std::function<void(const std::string& code)>;

void insert_ticket(Transaction& transaction, const Ticket& ticket);

/// The ticket with its attachments. Throws Error{corrupt} for a damaged row.
std::optional<Ticket> read_ticket(Transaction& transaction, const std::string& code);

/// Reads, changes and writes what may change of a ticket: state, times, where it went, its session. Another
/// server's change in between is kept: then `change` is called again. Throws Error{not_found}, and {corrupt} for a
/// damaged row.
void change_ticket(Transaction& transaction, const std::string& code, const std::function<void(Ticket&)>& change);

/// Newest first.
std::vector<Ticket> list_tickets(Transaction& transaction, const TicketFilter& filter, const OnDamaged& damaged);
/// Oldest first.
void for_each_ticket(Transaction& transaction, UtcTime from, UtcTime to, const std::function<void(const Ticket&)>& take,
                     const OnDamaged& damaged);
/// Those of a gateway that were not solved before `solved_since`, by code, from beyond `after`.
std::vector<Ticket> tickets_at(Transaction& transaction, const std::string& gateway, const std::string& after,
                               UtcTime solved_since, std::size_t most, const OnDamaged& damaged);

std::optional<std::string> code_of_remote(Transaction& transaction, const std::string& gateway,
                                          const std::string& remote_id);
std::vector<std::string> codes_of_session(Transaction& transaction, const std::string& session);

/// Where else something of a ticket is: its browser session, and what the target calls it ("desk 4711 https://...").
struct TicketTraces {
  std::string session, remote;
};
/// Of a damaged row too; empty for an unknown code.
TicketTraces read_traces(Transaction& transaction, const std::string& code);

/// Removes the ticket with all rows that name it, damaged or not; false when there is none.
bool remove_ticket(Transaction& transaction, const std::string& code);

}  // namespace pharos::desk
