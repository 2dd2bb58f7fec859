// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <cstdint>
#include <functional>
#include <optional>
#include <string>
#include <vector>

#include "pharos/desk/store.h"
#include "pharos/desk/ticket.h"

namespace pharos::desk {

/// What makes a repeated request the same one. A value type.
struct Idempotency {
  std::string key;   ///< of the Idempotency-Key header, at most 255 bytes; empty: none given
  std::string body;  ///< SHA-256 of what was asked
};

struct TicketReceipt {
  Ticket ticket;
  bool repeated = false;  ///< the same key and body came before: this is the ticket of that time
};

/// Which tickets to list.
struct TicketFilter {
  std::optional<TicketState> state;
  std::string queue, language;
  bool dead_only = false;  ///< with a hand-over that was given up
  std::optional<UtcTime> from, to;
  std::size_t most = 100;
};

/// The tickets in a store. Rows carry a checksum; a damaged one throws Error{corrupt} when it is read alone and is left
/// out, with a call of `damaged`, when it is one of many. Thread-safe.
class Tickets {
 public:
  Tickets(Store& store, const Clock& clock) : store_(store), clock_(clock) {}

  /// A code that nobody guesses: 80 random bits in Crockford's base 32, "7K3M-9QWX-2HTR-5VBN".
  static std::string new_code();
  /// Letter case, spaces, hyphens, and I L O for 1 1 0 do not matter; nothing for what is no code.
  static std::optional<std::string> parse_code(std::string_view text);

  /// Keeps the ticket and the outbox row for its hand-over to `target` in one transaction. Sets code and time. Throws
  /// Error{reused} when the key came before with another body.
  TicketReceipt open(Ticket ticket, const Idempotency& idempotency, const std::string& target);

  std::optional<Conversation> find(const std::string& code) const;
  /// Newest first.
  std::vector<Ticket> list(const TicketFilter& filter) const;
  void for_each(UtcTime from, UtcTime to, const std::function<void(const Ticket&)>& take) const;

  /// Adds a message and what follows: of the reader, an outbox row for it and the state is no longer solved or
  /// answered; of the team, the state answered. The same `message.id` again changes nothing (replies are delivered more
  /// than once) and gives false. Throws Error{not_found} for an unknown code.
  bool add_message(const std::string& code, TicketMessage message, const Idempotency& idempotency = {});
  void set_state(const std::string& code, TicketState state);
  /// By what the target calls it.
  std::optional<std::string> code_of_remote(const std::string& gateway, const std::string& remote_id) const;

  /// SHA-256 of all attachments that a ticket or message names, each once.
  std::vector<std::string> attachments_in_use() const;
  /// Forgets idempotency keys from before the moment; how many.
  std::int64_t expire_idempotency(UtcTime before);

  /// Removes the ticket with messages, outbox rows and idempotency keys. Gives its attachments' SHA-256 that no other
  /// ticket uses, for removal from the AttachmentStore. Throws Error{not_found}.
  std::vector<std::string> forget(const std::string& code);

 private:
  Store& store_;
  const Clock& clock_;
};

}  // namespace pharos::desk
