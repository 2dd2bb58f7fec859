// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <chrono>
#include <cstdint>
#include <map>
#include <optional>
#include <string>
#include <vector>

#include "pharos/desk/store.h"
#include "pharos/desk/ticket.h"

namespace pharos::desk {

/// What has become of a hand-over: due or waiting for its time; being tried by a server; taken by the target; given up.
enum class OutboxState { kWaiting, kLeased, kDelivered, kDead };
/// "waiting", "leased", "delivered", "dead".
std::string_view name(OutboxState state);

/// One hand-over that is owed. A value type.
struct OutboxRow {
  std::string id;       ///< what the target deduplicates by
  std::string code;     ///< of the ticket
  std::string message;  ///< id of a follow-up message; empty: the ticket itself
  std::string target;   ///< name of the gateway
  OutboxState state = OutboxState::kWaiting;
  std::int64_t attempts = 0;
  std::string last_cause;
  UtcTime created, next_attempt;
  std::optional<UtcTime> delivered;
};

struct OutboxCounts {
  std::int64_t waiting = 0, leased = 0, delivered = 0, dead = 0;
  std::optional<UtcTime> oldest_waiting;
};

/// The outbox in a store: each row is delivered at least once, and by one server at a time. Thread-safe.
class Outbox {
 public:
  Outbox(Store& store, const Clock& clock) : store_(store), clock_(clock) {}

  /// Takes up to `most` due rows of a target for `lease` long, oldest first (suspicious tickets last; a follow-up never
  /// before its ticket): until then nobody else gets them. `owner` names this server's run. A damaged row is not given:
  /// it is dead from then on.
  std::vector<OutboxRow> lease(const std::string& target, const std::string& owner, std::chrono::seconds lease,
                               std::size_t most);
  /// All of the outcomes change nothing when the lease was lost to another owner: false.
  bool delivered(const OutboxRow& row, const std::string& owner, const std::string& remote_id,
                 const std::string& remote_url, const std::vector<std::string>& notes);
  bool retry_later(const OutboxRow& row, const std::string& owner, std::chrono::seconds wait, const std::string& cause);
  bool give_up(const OutboxRow& row, const std::string& owner, const std::string& cause);
  /// Gives back rows that were leased and not tried.
  void release(const std::vector<OutboxRow>& rows, const std::string& owner);

  /// Gives back what a run that was killed had leased; how many rows. REQUIRES: no other server uses the store.
  std::int64_t release_abandoned();

  /// Makes dead or waiting rows due now, with their attempts counted afresh; of one ticket, or all dead ones for "".
  std::int64_t replay(const std::string& code);
  std::vector<OutboxRow> of_ticket(const std::string& code) const;
  std::vector<OutboxRow> list(OutboxState state, std::size_t most) const;
  OutboxCounts counts() const;
  /// How many rows wait for each target, also for those that no gateway is named after.
  std::map<std::string, std::int64_t> waiting_by_target() const;

 private:
  Store& store_;
  const Clock& clock_;
};

}  // namespace pharos::desk
