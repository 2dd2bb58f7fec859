// SPDX-License-Identifier: GPL-3.0-or-later
#include "pharos/desk/tickets.h"

#include <algorithm>

#include "desk/store_idempotency.h"
#include "desk/store_messages.h"
#include "desk/store_outbox.h"
#include "desk/store_tickets.h"
#include "desk/ticket_json.h"
#include "pharos/base/digest.h"
#include "pharos/base/error.h"
#include "pharos/base/utf8.h"
#include "pharos/desk/gateway.h"

namespace pharos::desk {
namespace {

constexpr std::int64_t kDay = 86400;
constexpr std::int64_t kKeyLife = 7 * kDay;
constexpr std::int64_t kAnswerableAfterSolved = 7 * kDay;
constexpr std::size_t kLongestKey = 255;        // bytes; as Zendesk and others have it
constexpr std::size_t kLongestReply = 100'000;  // bytes
constexpr const char* kFirstMessage = "first";

Error no_ticket(const std::string& code) { return {ErrorKind::kNotFound, "there is no ticket " + code}; }

void name_attachments(std::vector<Attachment>& attachments) {
  for (Attachment& attachment : attachments) {
    if (attachment.id.empty()) attachment.id = random_hex(16);
  }
}

void check_key(const Idempotency& idempotency) {
  if (idempotency.key.size() > kLongestKey) {
    throw Error(ErrorKind::kInvalidArgument, "the key is longer than 255 bytes; a UUID is enough", "Idempotency-Key");
  }
}

// The reader wrote again: whatever was done, it is the team's turn.
void reopen(Ticket& ticket) {
  ticket.state = ticket.handed_on ? TicketState::kHandedOn : TicketState::kReceived;
  ticket.solved.reset();
}

void reach(Ticket& ticket, TicketState state, UtcTime at) {
  std::optional<UtcTime>* const times[] = {nullptr, &ticket.handed_on, &ticket.answered, &ticket.solved};
  ticket.state = state;
  std::optional<UtcTime>* const first = times[static_cast<std::size_t>(state)];
  if (first && !*first) *first = at;
}

// A message that says nothing stands for a change of state at the target. It is kept, so that the same change read
// again later does not undo what the reader did since; nobody sees it.
bool says_nothing(const TicketMessage& message) {
  return !message.from_reader && message.text.empty() && message.attachments.empty();
}

TicketMessage message_of(const std::string& gateway, const Reply& reply) {
  const std::string& id = reply.message_id.empty() ? reply.remote_id + "\n" + reply.text : reply.message_id;
  TicketMessage message;
  message.id = "r-" + sha256(gateway + "\n" + id).substr(0, 32);
  message.from_reader = false;
  message.author = reply.author;
  message.text = cut_at_point(reply.text, kLongestReply);
  message.at = reply.at;
  make_storable(message);
  return message;
}

bool add(Transaction& transaction, const std::string& code, const TicketMessage& message, const std::string& outbox_id,
         UtcTime now) {
  if (!insert_message(transaction, code, message)) return false;
  if (message.from_reader) {
    insert_follow_up(transaction, outbox_id, code, message.id, now);
    change_ticket(transaction, code, reopen);
  } else if (!says_nothing(message)) {
    // An answer cannot be older than its question, nor of the future, whatever the other machine's clock says.
    change_ticket(transaction, code, [&](Ticket& ticket) {
      reach(ticket, TicketState::kAnswered, std::clamp(message.at, ticket.at, std::max(ticket.at, now)));
    });
  }
  return true;
}

std::string ticket_key(const Idempotency& idempotency) { return "ticket " + storable(idempotency.key); }
std::string message_key(const std::string& code, const Idempotency& idempotency) {
  return "message " + code + " " + storable(idempotency.key);
}

}  // namespace

TicketReceipt Tickets::open(Ticket ticket, const Idempotency& idempotency, const std::string& target) {
  check_key(idempotency);
  make_storable(ticket);
  name_attachments(ticket.attachments);
  const UtcTime now = clock_.now();
  ticket.code = new_code();
  ticket.at = now;
  ticket.state = TicketState::kReceived;
  ticket.handed_on = ticket.answered = ticket.solved = std::nullopt;
  ticket.gateway = ticket.remote_id = ticket.remote_url = "";
  ticket.remote_notes.clear();
  const std::string outbox_id = new_outbox_id();
  TicketReceipt receipt;
  store_.write([&](Transaction& transaction) {
    receipt = {ticket, false};
    if (!idempotency.key.empty()) {
      const auto earlier = claim_key(transaction, ticket_key(idempotency), idempotency.body, {ticket.code, ""}, now,
                                     {now.seconds - kKeyLife});
      if (earlier) {
        auto known = read_ticket(transaction, earlier->code);
        if (!known) throw no_ticket(earlier->code);
        receipt = {std::move(*known), true};
        return;
      }
    }
    insert_ticket(transaction, ticket);
    insert_handover(transaction, outbox_id, ticket, target);
  });
  return receipt;
}

std::optional<Ticket> Tickets::opened_by(const Idempotency& idempotency) const {
  std::optional<Ticket> ticket;
  if (idempotency.key.empty()) return ticket;
  store_.read([&](Transaction& transaction) {
    const auto earlier =
        find_key(transaction, ticket_key(idempotency), idempotency.body, {clock_.now().seconds - kKeyLife});
    ticket = earlier ? read_ticket(transaction, earlier->code) : std::nullopt;
  });
  return ticket;
}

bool Tickets::has_message_by(const std::string& code, const Idempotency& idempotency) const {
  bool known = false;
  if (idempotency.key.empty()) return known;
  store_.read([&](Transaction& transaction) {
    known = find_key(transaction, message_key(code, idempotency), idempotency.body, {clock_.now().seconds - kKeyLife})
                .has_value();
  });
  return known;
}

std::optional<Conversation> Tickets::find(const std::string& code) const {
  std::optional<Conversation> found;
  store_.read([&](Transaction& transaction) {
    found.reset();
    auto ticket = read_ticket(transaction, code);
    if (!ticket) return;
    found.emplace();
    found->messages.push_back({kFirstMessage, true, "", ticket->message, ticket->attachments, ticket->at});
    for (TicketMessage& message : read_messages(transaction, code)) {
      if (!says_nothing(message)) found->messages.push_back(std::move(message));
    }
    found->ticket = std::move(*ticket);
  });
  return found;
}

std::vector<Ticket> Tickets::list(const TicketFilter& filter) const {
  std::vector<Ticket> tickets;
  store_.read([&](Transaction& transaction) { tickets = list_tickets(transaction, filter, damaged_); });
  return tickets;
}

void Tickets::for_each(UtcTime from, UtcTime to, const std::function<void(const Ticket&)>& take) const {
  store_.read([&](Transaction& transaction) { for_each_ticket(transaction, from, to, take, damaged_); });
}

bool Tickets::add_message(const std::string& code, TicketMessage message, const Idempotency& idempotency) {
  check_key(idempotency);
  make_storable(message);
  name_attachments(message.attachments);
  const UtcTime now = clock_.now();
  if (message.id.empty()) message.id = random_hex(16);
  if (message.at.seconds == 0) message.at = now;
  const std::string outbox_id = new_outbox_id();
  bool added = false;
  store_.write([&](Transaction& transaction) {
    added = false;
    if (!read_ticket(transaction, code)) throw no_ticket(code);
    if (!idempotency.key.empty() && claim_key(transaction, message_key(code, idempotency), idempotency.body,
                                              {code, message.id}, now, {now.seconds - kKeyLife})) {
      return;
    }
    added = add(transaction, code, message, outbox_id, now);
  });
  return added;
}

void Tickets::set_state(const std::string& code, TicketState state) {
  store_.write([&](Transaction& transaction) {
    change_ticket(transaction, code, [&](Ticket& ticket) { reach(ticket, state, clock_.now()); });
  });
}

bool Tickets::take_reply(const std::string& gateway, const Reply& reply) {
  const UtcTime now = clock_.now();
  TicketMessage message = message_of(gateway, reply);
  if (message.at.seconds == 0) message.at = now;
  bool news = false;
  store_.write([&](Transaction& transaction) {
    news = false;
    std::optional<std::string> code = parse_code(reply.code);
    if (!code || !read_ticket(transaction, *code)) code = desk::code_of_remote(transaction, gateway, reply.remote_id);
    if (!code) {
      throw Error(ErrorKind::kNotFound,
                  "a reply of " + gateway + " is for no ticket of ours: '" + storable(reply.remote_id) + "'");
    }
    news = add(transaction, *code, message, "", now);
    if (news && reply.solved) {
      change_ticket(transaction, *code, [&](Ticket& ticket) { reach(ticket, TicketState::kSolved, now); });
    }
  });
  return news;
}

std::optional<std::string> Tickets::code_of_remote(const std::string& gateway, const std::string& remote_id) const {
  std::optional<std::string> code;
  store_.read([&](Transaction& transaction) { code = desk::code_of_remote(transaction, gateway, remote_id); });
  return code;
}

std::vector<Ticket> Tickets::awaiting(const std::string& gateway, const std::string& after, std::size_t most) const {
  std::vector<Ticket> tickets;
  const UtcTime solved_since{clock_.now().seconds - kAnswerableAfterSolved};
  store_.read([&](Transaction& transaction) {
    tickets = tickets_at(transaction, gateway, after, solved_since, most, damaged_);
  });
  return tickets;
}

std::vector<std::string> Tickets::forget(const std::string& code) {
  std::vector<std::string> files;
  store_.write([&](Transaction& transaction) {
    files = files_of_only(transaction, code);
    if (!remove_ticket(transaction, code)) throw no_ticket(code);
  });
  return files;
}

std::vector<std::string> Tickets::codes_of_session(const std::string& session) const {
  std::vector<std::string> codes;
  store_.read([&](Transaction& transaction) { codes = desk::codes_of_session(transaction, session); });
  return codes;
}

std::vector<std::string> Tickets::attachments_in_use() const {
  std::vector<std::string> files;
  store_.read([&](Transaction& transaction) { files = files_of_all(transaction); });
  return files;
}

std::int64_t Tickets::expire_idempotency(UtcTime before) {
  std::int64_t removed = 0;
  store_.write([&](Transaction& transaction) { removed = remove_keys(transaction, before); });
  return removed;
}

}  // namespace pharos::desk
