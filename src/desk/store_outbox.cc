// SPDX-License-Identifier: GPL-3.0-or-later
#include "desk/store_outbox.h"

#include <algorithm>
#include <string_view>

#include "desk/row_checksum.h"
#include "pharos/base/digest.h"
#include "pharos/base/error.h"

namespace pharos::desk {
namespace {

constexpr std::string_view kColumns =
    "id, code, message, target, state, suspicious, attempts, last_cause, created, next_attempt, delivered, "
    "lease_owner, lease_until, checksum";
// No wait and no lease is as long as this: a moment so far ahead was written by a clock that was set back since.
constexpr std::int64_t kFarAhead = 3600;

SqlValue moment(const std::optional<UtcTime>& time) { return time ? SqlValue(time->seconds) : SqlValue(); }
SqlValue word(std::string_view text) { return std::string(text); }

std::optional<OutboxState> parse_state(std::string_view text) {
  for (const OutboxState state :
       {OutboxState::kWaiting, OutboxState::kLeased, OutboxState::kDelivered, OutboxState::kDead}) {
    if (name(state) == text) return state;
  }
  return std::nullopt;
}

std::string checksum_of(const StoredHandover& h) {
  return row_checksum({{"id", h.row.id},
                       {"code", h.row.code},
                       {"message", h.row.message},
                       {"target", h.row.target},
                       {"state", word(name(h.row.state))},
                       {"suspicious", std::int64_t{h.suspicious ? 1 : 0}},
                       {"attempts", h.row.attempts},
                       {"last_cause", h.row.last_cause},
                       {"created", h.row.created.seconds},
                       {"next_attempt", h.row.next_attempt.seconds},
                       {"delivered", moment(h.row.delivered)},
                       {"lease_owner", h.lease_owner},
                       {"lease_until", h.lease_until.seconds}});
}

StoredHandover parse(const SqlRow& row) {
  StoredHandover h;
  const auto state = parse_state(row.text(4));
  h.row.id = row.text(0);
  h.row.code = row.text(1);
  h.row.message = row.text(2);
  h.row.target = row.text(3);
  h.row.state = state.value_or(OutboxState::kDead);
  h.suspicious = row.flag(5);
  h.row.attempts = row.integer(6);
  h.row.last_cause = row.text(7);
  h.row.created = {row.integer(8)};
  h.row.next_attempt = {row.integer(9)};
  if (!row.is_null(10)) h.row.delivered = UtcTime{row.integer(10)};
  h.lease_owner = row.text(11);
  h.lease_until = {row.integer(12)};
  h.checksum = row.text(13);
  h.whole = state && checksum_of(h) == h.checksum;
  return h;
}

std::vector<StoredHandover> select(Transaction& transaction, std::string_view conditions,
                                   const std::vector<SqlValue>& parameters) {
  std::vector<StoredHandover> found;
  for (const SqlRow& row : transaction.query(
           "SELECT " + std::string(kColumns) + " FROM outbox AS o WHERE " + std::string(conditions), parameters)) {
    found.push_back(parse(row));
  }
  return found;
}

void insert(Transaction& transaction, const StoredHandover& h) {
  transaction.execute(
      "INSERT INTO outbox (" + std::string(kColumns) + ") VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)",
      {h.row.id, h.row.code, h.row.message, h.row.target, word(name(h.row.state)), std::int64_t{h.suspicious ? 1 : 0},
       h.row.attempts, h.row.last_cause, h.row.created.seconds, h.row.next_attempt.seconds, moment(h.row.delivered),
       h.lease_owner, h.lease_until.seconds, checksum_of(h)});
}

}  // namespace

std::string new_outbox_id() { return "h-" + random_hex(12); }

void insert_handover(Transaction& transaction, const std::string& id, const Ticket& ticket, const std::string& target) {
  StoredHandover h;
  h.row.id = id;
  h.row.code = ticket.code;
  h.row.target = target;
  h.row.created = ticket.at;  // next_attempt stays 0: due at once, whatever the clock does
  h.suspicious = ticket.suspicious;
  insert(transaction, h);
}

void insert_follow_up(Transaction& transaction, const std::string& id, const std::string& code,
                      const std::string& message, UtcTime now) {
  const auto first = transaction.first("SELECT target, suspicious FROM outbox WHERE code = ? AND message = ''", {code});
  if (!first) throw Error(ErrorKind::kCorrupt, "ticket " + code + " has no hand-over: put back a backup of the store");
  StoredHandover h;
  h.row.id = id;
  h.row.code = code;
  h.row.message = message;
  h.row.target = first->text(0);
  h.row.created = now;
  h.suspicious = first->flag(1);
  insert(transaction, h);
}

std::vector<StoredHandover> due_handovers(Transaction& transaction, const std::string& target, UtcTime now,
                                          std::chrono::seconds lease, std::size_t most) {
  const auto limit = static_cast<std::int64_t>(most);
  std::vector<StoredHandover> due =
      select(transaction,
             "o.target = ? AND o.state = 'leased' AND (o.lease_until <= ? OR o.lease_until > ?) "
             "ORDER BY o.suspicious, o.created, o.id LIMIT ?",
             {target, now.seconds, now.seconds + std::max<std::int64_t>(2 * lease.count(), 60), limit});
  if (due.size() >= most) return due;
  // A message waits for its ticket, and for the messages before it unless those were given up.
  std::vector<StoredHandover> waiting = select(
      transaction,
      "o.target = ? AND o.state = 'waiting' AND (o.next_attempt <= ? OR o.next_attempt > ?) AND (o.message = '' OR "
      "NOT EXISTS (SELECT 1 FROM outbox AS e WHERE e.code = o.code AND e.id <> o.id AND ("
      "(e.message = '' AND e.state <> 'delivered') OR (e.message <> '' AND e.state IN ('waiting', 'leased') AND "
      "(SELECT position FROM ticket_messages WHERE code = e.code AND id = e.message) < "
      "(SELECT position FROM ticket_messages WHERE code = o.code AND id = o.message))))) "
      "ORDER BY o.suspicious, o.created, o.id LIMIT ?",
      {target, now.seconds, now.seconds + kFarAhead, limit - static_cast<std::int64_t>(due.size())});
  due.insert(due.end(), std::make_move_iterator(waiting.begin()), std::make_move_iterator(waiting.end()));
  return due;
}

std::optional<StoredHandover> read_handover(Transaction& transaction, const std::string& id) {
  auto found = select(transaction, "o.id = ?", {id});
  if (found.empty()) return std::nullopt;
  return std::move(found.front());
}

bool replace_handover(Transaction& transaction, const StoredHandover& h) {
  return transaction.execute(
             "UPDATE outbox SET state = ?, attempts = ?, last_cause = ?, next_attempt = ?, delivered = ?, "
             "lease_owner = ?, lease_until = ?, checksum = ? WHERE id = ? AND checksum = ?",
             {word(name(h.row.state)), h.row.attempts, h.row.last_cause, h.row.next_attempt.seconds,
              moment(h.row.delivered), h.lease_owner, h.lease_until.seconds, checksum_of(h), h.row.id, h.checksum}) ==
         1;
}

std::vector<StoredHandover> handovers_of(Transaction& transaction, const std::string& code) {
  return select(transaction, "o.code = ? ORDER BY o.created, o.message <> '', o.id", {code});
}

std::vector<StoredHandover> handovers_in(Transaction& transaction, OutboxState state, std::size_t most) {
  const auto limit = static_cast<std::int64_t>(most);
  if (state == OutboxState::kDead) {
    return select(transaction, "o.state NOT IN ('waiting', 'leased', 'delivered') ORDER BY o.created, o.id LIMIT ?",
                  {limit});
  }
  return select(transaction, "o.state = ? ORDER BY o.created, o.id LIMIT ?", {word(name(state)), limit});
}

OutboxCounts count_handovers(Transaction& transaction) {
  OutboxCounts counts;
  for (const SqlRow& row :
       transaction.query("SELECT state, COUNT(*), MIN(created) FROM outbox GROUP BY state ORDER BY state")) {
    const auto state = parse_state(row.text(0)).value_or(OutboxState::kDead);
    std::int64_t* const fields[] = {&counts.waiting, &counts.leased, &counts.delivered, &counts.dead};
    *fields[static_cast<std::size_t>(state)] += row.integer(1);
    if (state == OutboxState::kWaiting) counts.oldest_waiting = UtcTime{row.integer(2)};
  }
  return counts;
}

std::map<std::string, std::int64_t> waiting_by_target(Transaction& transaction) {
  std::map<std::string, std::int64_t> waiting;
  for (const SqlRow& row :
       transaction.query("SELECT target, COUNT(*) FROM outbox WHERE state = 'waiting' GROUP BY target")) {
    waiting[row.text(0)] = row.integer(1);
  }
  return waiting;
}

}  // namespace pharos::desk
