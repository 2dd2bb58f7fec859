// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <chrono>
#include <map>
#include <optional>
#include <string>
#include <vector>

#include "desk/transaction.h"
#include "pharos/desk/outbox.h"

namespace pharos::desk {

/// A row with what only the store needs of it.
struct StoredHandover {
  OutboxRow row;
  bool suspicious = false;
  std::string lease_owner;
  UtcTime lease_until;
  std::string checksum;  ///< as it stands in the row: also the row's version
  bool whole = true;     ///< the checksum is right
};

std::string new_outbox_id();

/// The row for a new ticket; one for a message, to where its ticket went.
void insert_handover(Transaction& transaction, const std::string& id, const Ticket& ticket, const std::string& target);
void insert_follow_up(Transaction& transaction, const std::string& id, const std::string& code,
                      const std::string& message, UtcTime now);

/// Rows of a target that may be tried now: those whose time has come, and those whose lease ran out.
std::vector<StoredHandover> due_handovers(Transaction& transaction, const std::string& target, UtcTime now,
                                          std::chrono::seconds lease, std::size_t most);
std::optional<StoredHandover> read_handover(Transaction& transaction, const std::string& id);
/// Writes what may change of a row. False, and nothing is written, when it is no longer as it was read.
bool replace_handover(Transaction& transaction, const StoredHandover& handover);

std::vector<StoredHandover> handovers_of(Transaction& transaction, const std::string& code);
/// Oldest first. What cannot be told to be in another state is among the dead: it must be seen.
std::vector<StoredHandover> handovers_in(Transaction& transaction, OutboxState state, std::size_t most);
OutboxCounts count_handovers(Transaction& transaction);
std::map<std::string, std::int64_t> waiting_by_target(Transaction& transaction);

}  // namespace pharos::desk
