// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <optional>
#include <string>
#include <vector>

#include "desk/transaction.h"
#include "pharos/desk/ticket.h"

namespace pharos::desk {

/// False, and nothing is kept, when the ticket has a message of that id.
bool insert_message(Transaction& transaction, const std::string& code, const TicketMessage& message);
/// What was added to a ticket, in the order in which it came. Throws Error{corrupt} for a damaged row.
std::vector<TicketMessage> read_messages(Transaction& transaction, const std::string& code);

/// `message` is the id of the message they came with; empty: with the ticket itself.
void insert_attachments(Transaction& transaction, const std::string& code, const std::string& message,
                        const std::vector<Attachment>& attachments);
std::vector<Attachment> read_attachments(Transaction& transaction, const std::string& code, const std::string& message);
/// SHA-256 of all files: of one ticket only those that no other names, for "" of all tickets.
std::vector<std::string> files_of_only(Transaction& transaction, const std::string& code);
std::vector<std::string> files_of_all(Transaction& transaction);

}  // namespace pharos::desk
