// SPDX-License-Identifier: GPL-3.0-or-later
#include "desk/ticket_json.h"

#include "pharos/base/error.h"
#include "pharos/base/json.h"
#include "pharos/base/utf8.h"

namespace pharos::desk {
namespace {

Json parse_list(std::string_view json) {
  try {
    return Json::parse(json);
  } catch (const Error&) {
    return {};
  }
}

void make_storable(std::vector<std::string>& texts) {
  for (std::string& text : texts) text = storable(text);
}

void make_storable(std::vector<Attachment>& attachments) {
  for (Attachment& attachment : attachments) {
    for (std::string* text : {&attachment.id, &attachment.file_name, &attachment.media_type, &attachment.sha256}) {
      *text = storable(*text);
    }
  }
}

}  // namespace

std::string trail_json(const std::vector<TrailEntry>& trail) {
  JsonWriter out;
  out.begin_array();
  for (const TrailEntry& entry : trail) {
    out.begin_object().member("kind", entry.kind).member("text", entry.text).member("detail", entry.detail);
    out.member("at", entry.at.seconds).end_object();
  }
  return out.end_array().take();
}

std::vector<TrailEntry> parse_trail(std::string_view json) {
  std::vector<TrailEntry> trail;
  const Json list = parse_list(json);
  for (const Json& entry : list.items()) {
    trail.push_back(
        {entry["kind"].string(), entry["text"].string(), entry["detail"].string(), {entry["at"].integer()}});
  }
  return trail;
}

std::string strings_json(const std::vector<std::string>& texts) {
  JsonWriter out;
  out.begin_array();
  for (const std::string& text : texts) out.value(text);
  return out.end_array().take();
}

std::vector<std::string> parse_strings(std::string_view json) { return parse_list(json).strings(); }

std::string storable(std::string_view text) {
  std::string kept = replace_invalid_utf8(text);
  for (std::size_t at = kept.find('\0'); at != std::string::npos; at = kept.find('\0', at)) {
    kept.replace(at, 1, "\uFFFD");
  }
  return kept;
}

void make_storable(Ticket& ticket) {
  for (std::string* text :
       {&ticket.language, &ticket.subject, &ticket.email, &ticket.message, &ticket.routing.category,
        &ticket.routing.queue, &ticket.session, &ticket.gateway, &ticket.remote_id, &ticket.remote_url}) {
    *text = storable(*text);
  }
  for (TrailEntry& entry : ticket.trail) {
    for (std::string* text : {&entry.kind, &entry.text, &entry.detail}) *text = storable(*text);
  }
  make_storable(ticket.routing.reasons);
  make_storable(ticket.masked);
  make_storable(ticket.remote_notes);
  make_storable(ticket.attachments);
}

void make_storable(TicketMessage& message) {
  for (std::string* text : {&message.id, &message.author, &message.text}) *text = storable(*text);
  make_storable(message.attachments);
}

}  // namespace pharos::desk
