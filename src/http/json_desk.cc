// SPDX-License-Identifier: GPL-3.0-or-later
#include "http/json_desk.h"

#include "pharos/base/article_key.h"
#include "pharos/engine/addresses.h"

namespace pharos::http {
namespace {

std::string track_address(const desk::Ticket& ticket) {
  const auto language = Language::parse(ticket.language);
  const std::string path = "contact/ticket/" + ticket.code;
  return language ? engine::page_address(*language, path) : "/" + path;
}

void write_attachments(JsonWriter& json, const std::string& code, const std::vector<desk::Attachment>& attachments) {
  json.key("attachments").begin_array();
  for (const desk::Attachment& attachment : attachments) {
    json.begin_object()
        .member("id", attachment.id)
        .member("file_name", attachment.file_name)
        .member("media_type", attachment.media_type)
        .member("bytes", attachment.bytes)
        .member("url", "/api/v1/tickets/" + url_path(code) + "/attachments/" + url_path(attachment.id))
        .end_object();
  }
  json.end_array();
}

// What both answers begin with.
void write_state(JsonWriter& json, const desk::Ticket& ticket) {
  json.member("code", ticket.code)
      .member("state", desk::name(ticket.state))
      .member("language", ticket.language)
      .member("subject", ticket.subject)
      .member("category", ticket.routing.category)
      .member("queue", ticket.routing.queue)
      .member("priority", desk::name(ticket.routing.priority))
      .member("urgent", ticket.routing.urgent)
      .strings("masked", ticket.masked)
      .member("track", track_address(ticket));
  write_time(json, "at", ticket.at);
}

}  // namespace

void write_ratings(JsonWriter& json, const desk::RatingSummary& summary) {
  json.member("helpful", summary.helpful).member("unhelpful", summary.unhelpful);
}

void write_receipt(JsonWriter& json, const desk::Ticket& ticket) {
  json.begin_object();
  write_state(json, ticket);
  json.end_object();
}

void write_conversation(JsonWriter& json, const desk::Conversation& conversation) {
  const desk::Ticket& ticket = conversation.ticket;
  json.begin_object();
  write_state(json, ticket);
  write_time(json, "handed_on", ticket.handed_on);
  write_time(json, "answered", ticket.answered);
  write_time(json, "solved", ticket.solved);
  json.key("messages").begin_array();
  for (const desk::TicketMessage& message : conversation.messages) {
    json.begin_object()
        .member("id", message.id)
        .member("from", message.from_reader ? "reader" : "team")
        .member("author", message.author)
        .member("text", message.text);
    write_time(json, "at", message.at);
    write_attachments(json, ticket.code, message.attachments);
    json.end_object();
  }
  json.end_array().end_object();
}

void write_desk_health(JsonWriter& json, const engine::DeskHealth& health) {
  json.begin_object()
      .member("state", health.last_problem.empty() ? "open" : "troubled")
      .member("store", health.store)
      .member("last_problem", health.last_problem)
      .member("notice", health.notice);
  json.key("kept")
      .begin_object()
      .member("ratings", health.kept.ratings)
      .member("questions", health.kept.questions)
      .member("tickets", health.kept.tickets)
      .member("messages", health.kept.messages)
      .end_object();
  json.key("writes")
      .begin_object()
      .member("jobs", health.counts.jobs)
      .member("commits", health.counts.commits)
      .member("failed", health.counts.failed)
      .member("dropped", health.counts.dropped)
      .end_object();
  json.key("outbox")
      .begin_object()
      .member("waiting", health.outbox.waiting)
      .member("leased", health.outbox.leased)
      .member("delivered", health.outbox.delivered)
      .member("dead", health.outbox.dead);
  write_time(json, "oldest_waiting", health.outbox.oldest_waiting);
  json.end_object().key("targets").begin_array();
  for (const desk::TargetStatus& target : health.targets) {
    json.begin_object()
        .member("name", target.name)
        .member("paused", target.open)
        .member("retry_in_seconds", static_cast<double>(target.retry_in.count()) / 1000.0)
        .member("delivered", target.delivered)
        .member("retried", target.retried)
        .member("given_up", target.given_up)
        .member("replies", target.replies)
        .member("last_cause", target.last_cause)
        .end_object();
  }
  json.end_array().end_object();
}

}  // namespace pharos::http
