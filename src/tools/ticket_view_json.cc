// SPDX-License-Identifier: GPL-3.0-or-later
#include "pharos/base/json.h"
#include "tools/ticket_view.h"

namespace pharos::tools {
namespace {

void member(JsonWriter& out, std::string_view name, const std::optional<UtcTime>& time) {
  out.key(name);
  if (time) {
    out.value(to_iso(*time));
  } else {
    out.null();
  }
}

void handover_members(JsonWriter& out, const std::vector<desk::OutboxRow>& handovers) {
  out.key("handovers").begin_array();
  for (const desk::OutboxRow& row : handovers) {
    out.begin_object().member("id", row.id).member("message", row.message).member("target", row.target);
    out.member("state", desk::name(row.state)).member("attempts", row.attempts);
    out.member("last_cause", row.last_cause);
    member(out, "created", row.created);
    member(
        out, "next_attempt",
        row.state == desk::OutboxState::kWaiting ? std::max(row.created, row.next_attempt) : std::optional<UtcTime>());
    member(out, "delivered", row.delivered);
    out.end_object();
  }
  out.end_array();
}

void attachment_members(JsonWriter& out, const std::vector<desk::Attachment>& attachments) {
  out.key("attachments").begin_array();
  for (const desk::Attachment& file : attachments) {
    out.begin_object().member("id", file.id).member("file_name", file.file_name);
    out.member("media_type", file.media_type).member("sha256", file.sha256).member("bytes", file.bytes).end_object();
  }
  out.end_array();
}

// What lists and the single ticket have in common.
void ticket_members(JsonWriter& out, const desk::Ticket& t) {
  out.member("code", t.code).member("state", desk::name(t.state)).member("subject", t.subject);
  out.member("language", t.language).member("queue", t.routing.queue).member("category", t.routing.category);
  out.member("priority", desk::name(t.routing.priority)).member("confidence", t.routing.confidence);
  out.member("unsure", t.routing.unsure).member("urgent", t.routing.urgent).member("suspicious", t.suspicious);
  member(out, "opened", t.at);
  member(out, "handed_on", t.handed_on);
  member(out, "answered", t.answered);
  member(out, "solved", t.solved);
  out.member("gateway", t.gateway).member("remote_id", t.remote_id).member("remote_url", t.remote_url);
}

void outbox_members(JsonWriter& out, const desk::OutboxCounts& outbox) {
  out.key("outbox").begin_object().member("waiting", outbox.waiting).member("leased", outbox.leased);
  out.member("delivered", outbox.delivered).member("dead", outbox.dead);
  member(out, "oldest_waiting", outbox.oldest_waiting);
  out.end_object();
}

}  // namespace

std::string ticket_list_json(const std::vector<ListedTicket>& tickets, const desk::OutboxCounts& outbox) {
  JsonWriter out;
  out.begin_object().key("tickets").begin_array();
  for (const auto& [ticket, handovers] : tickets) {
    out.begin_object();
    ticket_members(out, ticket);
    handover_members(out, handovers);
    out.end_object();
  }
  out.end_array();
  outbox_members(out, outbox);
  return out.end_object().take();
}

std::string ticket_json(const desk::Conversation& conversation, const std::vector<desk::OutboxRow>& handovers) {
  const desk::Ticket& t = conversation.ticket;
  JsonWriter out;
  out.begin_object();
  ticket_members(out, t);
  out.member("email", t.email).member("session", t.session).strings("reasons", t.routing.reasons);
  out.strings("masked", t.masked).strings("remote_notes", t.remote_notes);
  out.key("trail").begin_array();
  for (const desk::TrailEntry& entry : t.trail) {
    out.begin_object().member("kind", entry.kind).member("text", entry.text).member("detail", entry.detail);
    member(out, "at", entry.at);
    out.end_object();
  }
  out.end_array().key("messages").begin_array();
  for (const desk::TicketMessage& message : conversation.messages) {
    out.begin_object().member("id", message.id).member("from_reader", message.from_reader);
    out.member("author", message.author).member("text", message.text);
    attachment_members(out, message.attachments);
    member(out, "at", message.at);
    out.end_object();
  }
  out.end_array();
  handover_members(out, handovers);
  return out.end_object().take();
}

}  // namespace pharos::tools
