// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <cstdint>
#include <functional>
#include <optional>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "pharos/desk/store.h"
#include "pharos/desk/ticket.h"

namespace pharos::desk {

struct Reply;

/// What makes a repeated request the same one. Keys are kept for a week; those of new tickets and those of each
/// ticket's messages are apart. A value type.
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
  /// `damaged` is called with the code of a row that is left out.
  Tickets(Store& store, const Clock& clock, std::function<void(const std::string& code)> damaged = {})
      : store_(store), clock_(clock), damaged_(std::move(damaged)) {}

  /// A code that nobody guesses: 80 random bits in Crockford's base 32, "7K3M-9QWX-2HTR-5VBN".
  static std::string new_code();
  /// Letter case, spaces, hyphens, and I L O for 1 1 0 do not matter; nothing for what is no code.
  static std::optional<std::string> parse_code(std::string_view text);

  /// Keeps the ticket and the outbox row for its hand-over to `target` in one transaction. Sets code and time. Throws
  /// Error{reused} when the key came before with another body.
  TicketReceipt open(Ticket ticket, const Idempotency& idempotency, const std::string& target);

  /// The ticket that the key opened; nothing for a new or empty key. So that who repeats a request because its answer
  /// was lost is not held to limits. Throws Error{reused} as open() does.
  std::optional<Ticket> opened_by(const Idempotency& idempotency) const;
  /// The same for a message to the ticket.
  bool has_message_by(const std::string& code, const Idempotency& idempotency) const;

  std::optional<Conversation> find(const std::string& code) const;
  /// Newest first.
  std::vector<Ticket> list(const TicketFilter& filter) const;
  void for_each(UtcTime from, UtcTime to, const std::function<void(const Ticket&)>& take) const;

  /// Adds a message and what follows: of the reader, an outbox row for it and the state is no longer solved or
  /// answered; of the team, the state answered. The same `message.id` again changes nothing (replies are delivered more
  /// than once) and gives false. Throws Error{not_found} for an unknown code.
  bool add_message(const std::string& code, TicketMessage message, const Idempotency& idempotency = {});
  void set_state(const std::string& code, TicketState state);
  /// A human's answer that came back from `gateway`: its message, and solved when it says so, in one transaction. The
  /// ticket is that of reply.code, or the one that the gateway knows as reply.remote_id. False when it is known
  /// already; throws Error{not_found} for no ticket of ours.
  bool take_reply(const std::string& gateway, const Reply& reply);
  /// By what the target calls it.
  std::optional<std::string> code_of_remote(const std::string& gateway, const std::string& remote_id) const;
  /// Tickets that this gateway took and may still answer (not solved for more than a week), by code, from beyond
  /// `after`: for asking it in slices.
  std::vector<Ticket> awaiting(const std::string& gateway, const std::string& after, std::size_t most) const;

  /// SHA-256 of all attachments that a ticket or message names, each once.
  std::vector<std::string> attachments_in_use() const;
  /// Forgets idempotency keys from before the moment; how many.
  std::int64_t expire_idempotency(UtcTime before);

  /// Removes the ticket with messages, outbox rows and idempotency keys. Gives its attachments' SHA-256 that no other
  /// ticket uses, for removal from the AttachmentStore. Throws Error{not_found}.
  std::vector<std::string> forget(const std::string& code);
  /// The codes of a browser session's tickets.
  std::vector<std::string> codes_of_session(const std::string& session) const;

 private:
  Store& store_;
  const Clock& clock_;
  std::function<void(const std::string& code)> damaged_;
};

}  // namespace pharos::desk
