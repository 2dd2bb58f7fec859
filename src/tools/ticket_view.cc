// SPDX-License-Identifier: GPL-3.0-or-later
#include "tools/ticket_view.h"

#include <algorithm>

#include "tools/screen_text.h"

namespace pharos::tools {
namespace {

constexpr std::size_t kAll = 100'000;  // characters: more than any of them has

std::string column(std::string_view text, std::size_t width) {
  std::string padded(text);
  padded.resize(std::max(padded.size() + 2, width + 2), ' ');
  return padded;
}

std::string shown(std::string_view text) { return screen_line(text, kAll); }

std::string line(std::string_view name, std::string_view text) {
  if (text.empty()) return {};
  return column(name, 12) + shown(text) + "\n";
}

std::string line(std::string_view name, const std::optional<UtcTime>& time) {
  return time ? line(name, to_iso(*time)) : std::string();
}

std::string attempts(const desk::OutboxRow& row) {
  return std::to_string(row.attempts) + (row.attempts == 1 ? " attempt" : " attempts");
}

// The hand-over that an operator should know of first: the most troubled one.
std::string handover_state(const std::vector<desk::OutboxRow>& handovers) {
  static constexpr desk::OutboxState kWorstFirst[] = {desk::OutboxState::kDead, desk::OutboxState::kWaiting,
                                                      desk::OutboxState::kLeased, desk::OutboxState::kDelivered};
  for (const desk::OutboxState state : kWorstFirst) {
    for (const desk::OutboxRow& row : handovers) {
      if (row.state == state) return std::string(desk::name(state));
    }
  }
  return "none";
}

std::string handover_lines(const std::vector<desk::OutboxRow>& handovers) {
  std::string out = "\nhand-overs\n";
  for (const desk::OutboxRow& row : handovers) {
    out += "  " + column(row.id, 26) + column(row.message.empty() ? "ticket" : "message", 7);
    out += "to " + column(shown(row.target), 14) + column(desk::name(row.state), 9) + attempts(row);
    if (row.delivered) out += ", " + to_iso(*row.delivered);
    const bool later = row.state == desk::OutboxState::kWaiting && row.next_attempt.seconds > 0;
    if (later) out += ", not before " + to_iso(row.next_attempt);
    if (!row.last_cause.empty()) out += "\n      " + shown(row.last_cause);
    out += "\n";
  }
  return out;
}

std::string message_lines(const desk::TicketMessage& message) {
  std::string out = "\n" + to_iso(message.at) + "  ";
  out += message.from_reader ? "reader" : shown(message.author.empty() ? "support team" : message.author);
  out += "\n";
  for (std::size_t at = 0; at < message.text.size();) {
    const std::size_t end = std::min(message.text.find('\n', at), message.text.size());
    out += "  " + shown(std::string_view(message.text).substr(at, end - at)) + "\n";
    at = end + 1;
  }
  for (const desk::Attachment& file : message.attachments) {
    out += "  [" + shown(file.file_name) + ", " + file.media_type + ", " + std::to_string(file.bytes) +
           " bytes, attachments/" + file.sha256 + "]\n";
  }
  return out;
}

}  // namespace

std::string ticket_table(const std::vector<ListedTicket>& tickets, const desk::OutboxCounts& outbox) {
  std::vector<std::vector<std::string>> rows;
  for (const auto& [ticket, handovers] : tickets) {
    rows.push_back({ticket.code, to_iso(ticket.at), std::string(desk::name(ticket.state)),
                    std::string(desk::name(ticket.routing.priority)), ticket.routing.queue, ticket.language,
                    handover_state(handovers), (ticket.suspicious ? "(suspicious) " : "") + ticket.subject});
  }
  std::string out;
  if (!rows.empty()) {
    out = screen_table({"code", "opened", "state", "priority", "queue", "lang", "hand-over", "subject"}, rows);
  }
  out += tickets.empty() ? "no tickets; " : "";
  out += "outbox: " + std::to_string(outbox.waiting) + " waiting, " + std::to_string(outbox.leased) +
         " being delivered, " + std::to_string(outbox.delivered) + " delivered, " + std::to_string(outbox.dead) +
         " given up";
  if (outbox.oldest_waiting) out += "; the oldest waits since " + to_iso(*outbox.oldest_waiting);
  return out + "\n";
}

std::string ticket_page(const desk::Conversation& conversation, const std::vector<desk::OutboxRow>& handovers) {
  const desk::Ticket& t = conversation.ticket;
  std::string out = line("code", t.code) + line("state", desk::name(t.state)) + line("subject", t.subject);
  out += line("language", t.language) + line("e-mail", t.email) + line("queue", t.routing.queue);
  out += line("category", t.routing.category.empty() ? "unsure" : t.routing.category);
  out += line("priority", desk::name(t.routing.priority));
  for (const std::string& reason : t.routing.reasons) out += line("because", reason);
  if (t.suspicious) out += line("suspicious", "it looks like spam, and was handed on last");
  for (const std::string& kind : t.masked) out += line("removed", kind);
  out +=
      line("opened", t.at) + line("handed on", t.handed_on) + line("answered", t.answered) + line("solved", t.solved);
  out += line("gateway", t.gateway) + line("there", t.remote_id) + line("address", t.remote_url);
  for (const std::string& note : t.remote_notes) out += line("note", note);
  out += line("session", t.session);
  if (!t.trail.empty()) out += "\nbefore\n";
  for (const desk::TrailEntry& entry : t.trail) {
    out += "  " + to_iso(entry.at) + "  " + column(shown(entry.kind), 8) + shown(entry.text);
    out += (entry.detail.empty() ? "" : "  (" + shown(entry.detail) + ")") + "\n";
  }
  for (const desk::TicketMessage& message : conversation.messages) out += message_lines(message);
  return out + handover_lines(handovers);
}

}  // namespace pharos::tools
