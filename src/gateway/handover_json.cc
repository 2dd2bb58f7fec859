// SPDX-License-Identifier: GPL-3.0-or-later
#include "gateway/handover_json.h"

#include "gateway/attached_files.h"
#include "pharos/base/digest.h"

namespace pharos::gateway {
namespace {

void write_attachments(JsonWriter& json, const desk::Handover& handover, AttachmentShape shape,
                       std::vector<std::string>& notes) {
  json.key("attachments").begin_array();
  for (const desk::Attachment& attachment : attachments_of(handover)) {
    json.begin_object()
        .member("id", attachment.id)
        .member("file_name", attachment.file_name)
        .member("media_type", attachment.media_type)
        .member("bytes", attachment.bytes)
        .member("sha256", attachment.sha256);
    if (shape == AttachmentShape::kPaths && handover.files != nullptr) {
      json.member("path", handover.files->path_of(attachment.sha256).string());
    }
    if (shape == AttachmentShape::kInline) {
      if (const auto bytes = bytes_of(handover, attachment, notes)) json.member("content", base64(*bytes));
    }
    json.end_object();
  }
  json.end_array();
}

void write_routing(JsonWriter& json, const desk::Routing& routing) {
  json.key("routing")
      .begin_object()
      .member("category", routing.category)
      .member("queue", routing.queue)
      .member("priority", desk::name(routing.priority))
      .member("confidence", routing.confidence)
      .member("unsure", routing.unsure)
      .member("urgent", routing.urgent)
      .strings("reasons", routing.reasons)
      .end_object();
}

void write_trail(JsonWriter& json, const std::vector<desk::TrailEntry>& trail) {
  json.key("trail").begin_array();
  for (const desk::TrailEntry& entry : trail) {
    json.begin_object()
        .member("kind", entry.kind)
        .member("text", entry.text)
        .member("detail", entry.detail)
        .member("at", to_iso(entry.at))
        .end_object();
  }
  json.end_array();
}

}  // namespace

std::string_view event_type(const desk::Handover& handover) {
  return handover.follow_up ? "ticket.message" : "ticket.created";
}

UtcTime event_time(const desk::Handover& handover) {
  return handover.follow_up ? handover.follow_up->at : handover.ticket.at;
}

void write_event(JsonWriter& json, const desk::Handover& handover, AttachmentShape shape,
                 std::vector<std::string>& notes) {
  const desk::Ticket& ticket = handover.ticket;
  json.member("type", event_type(handover)).member("timestamp", to_iso(event_time(handover)));
  json.key("data").begin_object().member("code", ticket.code).member("remote_id", ticket.remote_id);
  if (handover.follow_up) json.member("message_id", handover.follow_up->id);
  json.member("language", ticket.language)
      .member("email", ticket.email)
      .member("subject", ticket.subject)
      .member("message", handover.follow_up ? handover.follow_up->text : ticket.message);
  write_attachments(json, handover, shape, notes);
  if (!handover.follow_up) {
    write_routing(json, ticket.routing);
    write_trail(json, ticket.trail);
    json.strings("masked", ticket.masked).member("suspicious", ticket.suspicious);
  }
  json.end_object();
}

}  // namespace pharos::gateway
