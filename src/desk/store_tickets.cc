// SPDX-License-Identifier: GPL-3.0-or-later
#include "desk/store_tickets.h"

#include <algorithm>
#include <string_view>

#include "desk/row_checksum.h"
#include "desk/store_messages.h"
#include "desk/ticket_json.h"
#include "pharos/base/error.h"

namespace pharos::desk {
namespace {

constexpr std::string_view kColumns =
    "code, language, subject, email, message, category, queue, priority, confidence, unsure, urgent, reasons, trail, "
    "masked, session, suspicious, state, at, handed_on, answered, solved, gateway, remote_id, remote_url, "
    "remote_notes, "
    "checksum";
constexpr std::size_t kChecksum = 25;  // the last of kColumns
constexpr std::size_t kPage = 200;
constexpr int kTries = 10;  // against servers that change the same ticket

SqlValue moment(const std::optional<UtcTime>& time) { return time ? SqlValue(time->seconds) : SqlValue(); }
SqlValue flag(bool set) { return std::int64_t{set ? 1 : 0}; }
SqlValue word(std::string_view text) { return std::string(text); }

std::vector<NamedValue> named_values(const Ticket& t) {
  return {{"code", t.code},
          {"language", t.language},
          {"subject", t.subject},
          {"email", t.email},
          {"message", t.message},
          {"category", t.routing.category},
          {"queue", t.routing.queue},
          {"priority", word(name(t.routing.priority))},
          {"confidence", t.routing.confidence},
          {"unsure", flag(t.routing.unsure)},
          {"urgent", flag(t.routing.urgent)},
          {"reasons", strings_json(t.routing.reasons)},
          {"trail", trail_json(t.trail)},
          {"masked", strings_json(t.masked)},
          {"session", t.session},
          {"suspicious", flag(t.suspicious)},
          {"state", word(name(t.state))},
          {"at", t.at.seconds},
          {"handed_on", moment(t.handed_on)},
          {"answered", moment(t.answered)},
          {"solved", moment(t.solved)},
          {"gateway", t.gateway},
          {"remote_id", t.remote_id},
          {"remote_url", t.remote_url},
          {"remote_notes", strings_json(t.remote_notes)}};
}

struct TicketRow {
  Ticket ticket;
  std::string checksum;  // as it stands in the row
  bool whole = true;     // the checksum is right
};

std::optional<UtcTime> moment_of(const SqlRow& row, std::size_t column) {
  if (row.is_null(column)) return std::nullopt;
  return UtcTime{row.integer(column)};
}

TicketRow parse(const SqlRow& row) {
  TicketRow parsed;
  Ticket& t = parsed.ticket;
  t.code = row.text(0);
  t.language = row.text(1);
  t.subject = row.text(2);
  t.email = row.text(3);
  t.message = row.text(4);
  t.routing.category = row.text(5);
  t.routing.queue = row.text(6);
  t.routing.priority = parse_priority(row.text(7)).value_or(Priority::kNormal);
  t.routing.confidence = row.number(8);
  t.routing.unsure = row.flag(9);
  t.routing.urgent = row.flag(10);
  t.routing.reasons = parse_strings(row.text(11));
  t.trail = parse_trail(row.text(12));
  t.masked = parse_strings(row.text(13));
  t.session = row.text(14);
  t.suspicious = row.flag(15);
  t.state = parse_ticket_state(row.text(16)).value_or(TicketState::kReceived);
  t.at = {row.integer(17)};
  t.handed_on = moment_of(row, 18);
  t.answered = moment_of(row, 19);
  t.solved = moment_of(row, 20);
  t.gateway = row.text(21);
  t.remote_id = row.text(22);
  t.remote_url = row.text(23);
  t.remote_notes = parse_strings(row.text(24));
  parsed.checksum = row.text(kChecksum);
  // Over what was understood, not over what was read: whatever cannot be understood is damage too.
  parsed.whole = row_checksum(named_values(t)) == parsed.checksum && parse_priority(row.text(7)) &&
                 parse_ticket_state(row.text(16));
  return parsed;
}

std::optional<TicketRow> read_row(Transaction& transaction, const std::string& code) {
  const auto row = transaction.first("SELECT " + std::string(kColumns) + " FROM tickets WHERE code = ?", {code});
  if (!row) return std::nullopt;
  TicketRow parsed = parse(*row);
  if (!parsed.whole) {
    throw Error(ErrorKind::kCorrupt, "ticket " + code +
                                         " is damaged: its checksum is wrong; put back a backup of the store, or "
                                         "remove the ticket with pharos forget --ticket");
  }
  return parsed;
}

// The whole ones of the rows, with their attachments.
std::vector<Ticket> whole_tickets(Transaction& transaction, const std::vector<SqlRow>& rows, const OnDamaged& damaged) {
  std::vector<Ticket> tickets;
  for (const SqlRow& row : rows) {
    TicketRow parsed = parse(row);
    if (parsed.whole) {
      tickets.push_back(std::move(parsed.ticket));
    } else if (damaged) {
      damaged(parsed.ticket.code);
    }
  }
  for (Ticket& ticket : tickets) ticket.attachments = read_attachments(transaction, ticket.code, "");
  return tickets;
}

}  // namespace

void insert_ticket(Transaction& transaction, const Ticket& ticket) {
  const auto values = named_values(ticket);
  std::vector<SqlValue> parameters;
  std::string marks;
  for (const NamedValue& column : values) {
    parameters.push_back(column.value);
    marks += "?, ";
  }
  parameters.emplace_back(row_checksum(values));
  transaction.execute("INSERT INTO tickets (" + std::string(kColumns) + ") VALUES (" + marks + "?)", parameters);
  insert_attachments(transaction, ticket.code, "", ticket.attachments);
}

std::optional<Ticket> read_ticket(Transaction& transaction, const std::string& code) {
  auto row = read_row(transaction, code);
  if (!row) return std::nullopt;
  row->ticket.attachments = read_attachments(transaction, code, "");
  return std::move(row->ticket);
}

void change_ticket(Transaction& transaction, const std::string& code, const std::function<void(Ticket&)>& change) {
  for (int i = 0; i < kTries; ++i) {
    auto row = read_row(transaction, code);
    if (!row) throw Error(ErrorKind::kNotFound, "there is no ticket " + code);
    Ticket& t = row->ticket;
    change(t);
    // The old checksum is the row's version: the database changes it only when nobody else has.
    const std::int64_t changed = transaction.execute(
        "UPDATE tickets SET state = ?, handed_on = ?, answered = ?, solved = ?, gateway = ?, remote_id = ?, "
        "remote_url = ?, remote_notes = ?, session = ?, checksum = ? WHERE code = ? AND checksum = ?",
        {word(name(t.state)), moment(t.handed_on), moment(t.answered), moment(t.solved), t.gateway, t.remote_id,
         t.remote_url, strings_json(t.remote_notes), t.session, row_checksum(named_values(t)), code, row->checksum});
    if (changed == 1) return;
  }
  throw Error(ErrorKind::kUnavailable, "ticket " + code + " is being changed by others; try again");
}

std::vector<Ticket> list_tickets(Transaction& transaction, const TicketFilter& filter, const OnDamaged& damaged) {
  std::string where = "1 = 1";
  std::vector<SqlValue> parameters;
  const auto narrow = [&](std::string_view condition, SqlValue value) {
    where += " AND " + std::string(condition);
    parameters.push_back(std::move(value));
  };
  if (filter.state) narrow("state = ?", word(name(*filter.state)));
  if (!filter.queue.empty()) narrow("queue = ?", filter.queue);
  if (!filter.language.empty()) narrow("language = ?", filter.language);
  if (filter.from) narrow("at >= ?", filter.from->seconds);
  if (filter.to) narrow("at < ?", filter.to->seconds);
  if (filter.dead_only) {
    narrow("EXISTS (SELECT 1 FROM outbox WHERE outbox.code = tickets.code AND outbox.state = ?)", word("dead"));
  }
  parameters.emplace_back(static_cast<std::int64_t>(filter.most));
  return whole_tickets(transaction,
                       transaction.query("SELECT " + std::string(kColumns) + " FROM tickets WHERE " + where +
                                             " ORDER BY at DESC, code LIMIT ?",
                                         parameters),
                       damaged);
}

void for_each_ticket(Transaction& transaction, UtcTime from, UtcTime to, const std::function<void(const Ticket&)>& take,
                     const OnDamaged& damaged) {
  std::int64_t at = from.seconds;
  std::string after;  // of the tickets of that second, those beyond this code
  for (;;) {
    const auto rows = transaction.query(
        "SELECT " + std::string(kColumns) +
            " FROM tickets WHERE at < ? AND (at > ? OR (at = ? AND code > ?)) ORDER BY at, code LIMIT ?",
        {to.seconds, at, at, after, static_cast<std::int64_t>(kPage)});
    for (const Ticket& ticket : whole_tickets(transaction, rows, damaged)) take(ticket);
    if (rows.size() < kPage) return;
    at = rows.back().integer(17);
    after = rows.back().text(0);
  }
}

std::vector<Ticket> tickets_at(Transaction& transaction, const std::string& gateway, const std::string& after,
                               UtcTime solved_since, std::size_t most, const OnDamaged& damaged) {
  return whole_tickets(transaction,
                       transaction.query("SELECT " + std::string(kColumns) +
                                             " FROM tickets WHERE gateway = ? AND remote_id <> '' AND code > ? AND "
                                             "(state <> 'solved' OR solved >= ?) ORDER BY code LIMIT ?",
                                         {gateway, after, solved_since.seconds, static_cast<std::int64_t>(most)}),
                       damaged);
}

std::optional<std::string> code_of_remote(Transaction& transaction, const std::string& gateway,
                                          const std::string& remote_id) {
  const auto row =
      transaction.first("SELECT code FROM tickets WHERE gateway = ? AND remote_id = ?", {gateway, storable(remote_id)});
  if (!row || remote_id.empty()) return std::nullopt;
  return row->text(0);
}

std::vector<std::string> codes_of_session(Transaction& transaction, const std::string& session) {
  std::vector<std::string> codes;
  if (session.empty()) return codes;
  for (const SqlRow& row :
       transaction.query("SELECT code FROM tickets WHERE session = ? ORDER BY at, code", {storable(session)})) {
    codes.push_back(row.text(0));
  }
  return codes;
}

TicketTraces read_traces(Transaction& transaction, const std::string& code) {
  const auto row =
      transaction.first("SELECT session, gateway, remote_id, remote_url FROM tickets WHERE code = ?", {code});
  TicketTraces traces;
  if (!row) return traces;
  traces.session = row->text(0);
  for (const std::size_t column : {1U, 2U, 3U}) {
    if (!traces.remote.empty() && !row->text(column).empty()) traces.remote += ' ';
    traces.remote += row->text(column);
  }
  return traces;
}

bool remove_ticket(Transaction& transaction, const std::string& code) {
  for (const std::string_view table : {"ticket_messages", "attachments", "idempotency", "outbox"}) {
    transaction.execute("DELETE FROM " + std::string(table) + " WHERE code = ?", {code});
  }
  return transaction.execute("DELETE FROM tickets WHERE code = ?", {code}) > 0;
}

}  // namespace pharos::desk
