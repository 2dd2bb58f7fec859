// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <chrono>
#include <memory>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "pharos/base/time.h"
#include "pharos/desk/attachments.h"
#include "pharos/desk/ticket.h"

namespace pharos::desk {

/// What a gateway is to hand over: a new ticket, or a message added to one that it has taken. A value type.
struct Handover {
  std::string id;  ///< of the outbox row: the same in every attempt; what the target deduplicates by
  Ticket ticket;
  std::optional<TicketMessage> follow_up;  ///< set: only this message, to ticket.remote_id
  const AttachmentStore* files = nullptr;  ///< for the bytes of attachments; may be null when there are none
};

/// What came of an attempt. A value type.
struct Delivery {
  enum class Outcome {
    kDelivered,
    kRetry,     ///< may succeed later: the target is down, slow, busy
    kRejected,  ///< will never succeed as it is: an operator must look
  };
  Outcome outcome = Outcome::kRetry;
  std::string cause;                                ///< why not, for operators; no secrets
  std::optional<std::chrono::seconds> retry_after;  ///< what the target asked for
  std::string remote_id, remote_url;                ///< when delivered and the target tells
  std::vector<std::string> notes;                   ///< what the target dropped or changed
};

/// A human's answer, or a change of state, that came back from a target. A value type.
struct Reply {
  std::string remote_id;   ///< of the ticket at the target
  std::string code;        ///< our code when the target knows it; else empty
  std::string message_id;  ///< stable: the same reply read twice has the same
  std::string author, text;
  bool solved = false;
  UtcTime at;
};

/// A way out to a ticket system. Implementations are thread-safe; deliver() never throws but for bugs: what went wrong
/// is the Delivery. deliver() is called again with the same id after a lost answer, and must not create a second ticket
/// where the target can be asked.
class Gateway {
 public:
  virtual ~Gateway() = default;
  /// The name in settings; what tickets and outbox rows call it.
  virtual const std::string& name() const = 0;
  virtual Delivery deliver(const Handover& handover) = 0;
  /// Replies to these tickets since then, for targets that are asked; others give none. Throws Error{unavailable} when
  /// the target could not be asked: the same time is asked for again. REQUIRES: tickets of this gateway with a
  /// remote_id.
  virtual std::vector<Reply> poll(const std::vector<Ticket>& tickets, UtcTime since) {
    (void)tickets;
    (void)since;
    return {};
  }
  /// Whether poll() ever gives anything.
  virtual bool polls() const { return false; }
};

}  // namespace pharos::desk
