// SPDX-License-Identifier: GPL-3.0-or-later
#include "pharos/desk/outbox.h"

#include <algorithm>
#include <array>
#include <functional>

#include "desk/store_outbox.h"
#include "desk/store_tickets.h"
#include "desk/ticket_json.h"
#include "pharos/base/error.h"
#include "pharos/base/utf8.h"

namespace pharos::desk {
namespace {

constexpr std::array<std::string_view, 4> kStates = {"waiting", "leased", "delivered", "dead"};
constexpr std::size_t kLongestCause = 1000;  // bytes: a target may answer with a whole page
constexpr std::chrono::seconds kLongestWait = std::chrono::minutes(30);
constexpr std::size_t kMostNotes = 100;
constexpr std::size_t kAll = 1'000'000;

std::vector<OutboxRow> rows_of(std::vector<StoredHandover> handovers) {
  std::vector<OutboxRow> rows;
  rows.reserve(handovers.size());
  for (StoredHandover& handover : handovers) rows.push_back(std::move(handover.row));
  return rows;
}

void end_lease(StoredHandover& handover, OutboxState state) {
  handover.row.state = state;
  handover.lease_owner.clear();
  handover.lease_until = {};
}

void attempted(StoredHandover& handover, const std::string& cause) {
  ++handover.row.attempts;
  handover.row.last_cause = cut_at_point(storable(cause), kLongestCause);
}

// Changes a row that this owner holds, in the transaction; false when it does not hold it.
bool change_held(Transaction& transaction, const std::string& id, const std::string& owner,
                 const std::function<void(StoredHandover&)>& change) {
  auto handover = read_handover(transaction, id);
  if (!handover || handover->row.state != OutboxState::kLeased || handover->lease_owner != owner) return false;
  change(*handover);
  return replace_handover(transaction, *handover);
}

bool change_held(Store& store, const OutboxRow& row, const std::string& owner,
                 const std::function<void(StoredHandover&)>& change) {
  bool changed = false;
  store.write([&](Transaction& transaction) { changed = change_held(transaction, row.id, owner, change); });
  return changed;
}

// What the target said of a ticket, or of a message added to it.
void taken_by(Ticket& ticket, const OutboxRow& row, const Ticket& told, UtcTime now) {
  if (row.message.empty()) {
    if (ticket.state == TicketState::kReceived) ticket.state = TicketState::kHandedOn;
    if (!ticket.handed_on) ticket.handed_on = now;
    ticket.gateway = row.target;
  }
  if (!told.remote_id.empty() && (row.message.empty() || ticket.remote_id.empty())) ticket.remote_id = told.remote_id;
  if (!told.remote_url.empty() && (row.message.empty() || ticket.remote_url.empty())) {
    ticket.remote_url = told.remote_url;
  }
  for (const std::string& note : told.remote_notes) {
    const bool known =
        std::find(ticket.remote_notes.begin(), ticket.remote_notes.end(), note) != ticket.remote_notes.end();
    if (!known && ticket.remote_notes.size() < kMostNotes) ticket.remote_notes.push_back(note);
  }
}

}  // namespace

std::string_view name(OutboxState state) { return kStates.at(static_cast<std::size_t>(state)); }

std::vector<OutboxRow> Outbox::lease(const std::string& target, const std::string& owner, std::chrono::seconds lease,
                                     std::size_t most) {
  const UtcTime now = clock_.now();
  bool any = false;
  // Looking first costs no durable commit when nothing is due, which is nearly always.
  store_.read([&](Transaction& transaction) { any = !due_handovers(transaction, target, now, lease, 1).empty(); });
  std::vector<OutboxRow> leased;
  if (!any || most == 0) return leased;
  store_.write([&](Transaction& transaction) {
    leased.clear();
    for (StoredHandover& handover : due_handovers(transaction, target, now, lease, most)) {
      if (handover.whole) {
        handover.row.state = OutboxState::kLeased;
        handover.lease_owner = owner;
        handover.lease_until = {now.seconds + lease.count()};
      } else {
        end_lease(handover, OutboxState::kDead);
        attempted(handover, "the row is damaged: its checksum was wrong; look at the ticket before you retry");
      }
      // Another server may have taken it since it was read.
      if (replace_handover(transaction, handover) && handover.whole) leased.push_back(std::move(handover.row));
    }
  });
  return leased;
}

bool Outbox::delivered(const OutboxRow& row, const std::string& owner, const std::string& remote_id,
                       const std::string& remote_url, const std::vector<std::string>& notes) {
  const UtcTime now = clock_.now();
  Ticket told;
  told.remote_id = remote_id;
  told.remote_url = remote_url;
  told.remote_notes = notes;
  make_storable(told);
  bool changed = false;
  store_.write([&](Transaction& transaction) {
    changed = change_held(transaction, row.id, owner, [&](StoredHandover& handover) {
      attempted(handover, "");
      end_lease(handover, OutboxState::kDelivered);
      handover.row.delivered = now;
    });
    if (!changed) return;
    change_ticket(transaction, row.code, [&](Ticket& ticket) { taken_by(ticket, row, told, now); });
  });
  return changed;
}

bool Outbox::retry_later(const OutboxRow& row, const std::string& owner, std::chrono::seconds wait,
                         const std::string& cause) {
  const std::int64_t until = clock_.now().seconds + std::clamp(wait, std::chrono::seconds(0), kLongestWait).count();
  return change_held(store_, row, owner, [&](StoredHandover& handover) {
    attempted(handover, cause);
    end_lease(handover, OutboxState::kWaiting);
    handover.row.next_attempt = {until};
  });
}

bool Outbox::give_up(const OutboxRow& row, const std::string& owner, const std::string& cause) {
  return change_held(store_, row, owner, [&](StoredHandover& handover) {
    attempted(handover, cause);
    end_lease(handover, OutboxState::kDead);
  });
}

void Outbox::release(const std::vector<OutboxRow>& rows, const std::string& owner) {
  if (rows.empty()) return;
  store_.write([&](Transaction& transaction) {
    for (const OutboxRow& row : rows) {
      change_held(transaction, row.id, owner,
                  [](StoredHandover& handover) { end_lease(handover, OutboxState::kWaiting); });
    }
  });
}

std::int64_t Outbox::release_abandoned() {
  std::int64_t released = 0;
  store_.write([&](Transaction& transaction) {
    released = 0;
    for (StoredHandover& handover : handovers_in(transaction, OutboxState::kLeased, kAll)) {
      end_lease(handover, OutboxState::kWaiting);
      if (replace_handover(transaction, handover)) ++released;
    }
  });
  return released;
}

std::int64_t Outbox::replay(const std::string& code) {
  std::int64_t due = 0;
  store_.write([&](Transaction& transaction) {
    due = 0;
    for (StoredHandover& handover :
         code.empty() ? handovers_in(transaction, OutboxState::kDead, kAll) : handovers_of(transaction, code)) {
      if (handover.row.state != OutboxState::kDead && handover.row.state != OutboxState::kWaiting) continue;
      end_lease(handover, OutboxState::kWaiting);
      handover.row.attempts = 0;
      handover.row.next_attempt = {};
      if (replace_handover(transaction, handover)) ++due;
    }
  });
  return due;
}

std::vector<OutboxRow> Outbox::of_ticket(const std::string& code) const {
  std::vector<OutboxRow> rows;
  store_.read([&](Transaction& transaction) { rows = rows_of(handovers_of(transaction, code)); });
  return rows;
}

std::vector<OutboxRow> Outbox::list(OutboxState state, std::size_t most) const {
  std::vector<OutboxRow> rows;
  store_.read([&](Transaction& transaction) { rows = rows_of(handovers_in(transaction, state, most)); });
  return rows;
}

OutboxCounts Outbox::counts() const {
  OutboxCounts counts;
  store_.read([&](Transaction& transaction) { counts = count_handovers(transaction); });
  return counts;
}

std::map<std::string, std::int64_t> Outbox::waiting_by_target() const {
  std::map<std::string, std::int64_t> waiting;
  store_.read([&](Transaction& transaction) { waiting = desk::waiting_by_target(transaction); });
  return waiting;
}

}  // namespace pharos::desk
