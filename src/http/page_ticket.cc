// SPDX-License-Identifier: GPL-3.0-or-later
#include <algorithm>
#include <array>

#include "http/page_channels.h"
#include "http/page_desk.h"
#include "http/page_forms.h"
#include "pharos/base/article_key.h"
#include "pharos/base/utf8.h"

namespace pharos::http {
namespace {

using desk::TicketState;

/// What an urgent ticket's reader should take rather than wait.
constexpr std::string_view kUrgentChannel = "phone";
constexpr std::string_view kExampleCode = "7K3M-9QWX-2HTR-5VBN";

struct Step {
  TicketState state;
  std::string_view name, now;
};
constexpr std::array<Step, 4> kSteps = {{
    {TicketState::kReceived, "ticket_state_received", "ticket_now_received"},
    {TicketState::kHandedOn, "ticket_state_handed_on", "ticket_now_handed_on"},
    {TicketState::kAnswered, "ticket_state_answered", "ticket_now_answered"},
    {TicketState::kSolved, "ticket_state_solved", "ticket_now_solved"},
}};

std::optional<UtcTime> time_of(const desk::Ticket& ticket, TicketState state) {
  switch (state) {
    case TicketState::kReceived:
      return ticket.at;
    case TicketState::kHandedOn:
      return ticket.handed_on;
    case TicketState::kAnswered:
      return ticket.answered;
    case TicketState::kSolved:
      return ticket.solved;
  }
  return std::nullopt;
}

/// A step before the present one is done only where it happened: a reader may solve what nobody has answered yet.
PageData::List step_list(const PageFrame& frame, const desk::Ticket& ticket) {
  PageData::List items;
  bool before = true;
  for (const Step& step : kSteps) {
    const bool now = step.state == ticket.state;
    const auto time = before ? time_of(ticket, step.state) : std::nullopt;
    PageData item;
    item.set("step_name", frame.texts->raw(step.name));
    item.set("step_now", now);
    item.set("step_done", time.has_value() && !now);
    item.set("step_time", time ? frame.texts->date_time(*time) : "");
    item.set("step_time_iso", time ? to_iso(*time) : "");
    items.push_back(std::move(item));
    if (now) before = false;
  }
  return items;
}

std::string size_text(const PageTexts& texts, std::uint64_t bytes) {
  constexpr std::uint64_t kKilobyte = 1 << 10, kMegabyte = 1 << 20;
  const bool large = bytes >= kMegabyte;
  const std::uint64_t unit = large ? kMegabyte : kKilobyte;
  return texts.text(large ? "file_megabytes" : "file_kilobytes",
                    {{"number", std::to_string((bytes + unit - 1) / unit)}});
}

PageData::List file_list(const PageFrame& frame, const std::string& code, const desk::TicketMessage& message) {
  PageData::List items;
  for (const desk::Attachment& file : message.attachments) {
    PageData item;
    item.set("file_name", file.file_name);
    item.set("file_size", size_text(*frame.texts, file.bytes));
    item.set("file_href", attachment_address(code, file.id));
    items.push_back(std::move(item));
  }
  return items;
}

PageData::List message_list(const PageFrame& frame, const desk::Conversation& conversation) {
  PageData::List items;
  for (const desk::TicketMessage& message : conversation.messages) {
    PageData item;
    item.set("side", message.from_reader ? "reader" : "team");
    item.set("message_number", std::to_string(items.size() + 1));
    item.set("from", frame.texts->raw(message.from_reader ? "ticket_from_you" : "ticket_from_team"));
    item.set("author", message.author);
    item.set("text", message.text);
    item.set("time", frame.texts->date_time(message.at));
    item.set("time_iso", to_iso(message.at));
    item.set("has_files", !message.attachments.empty());
    item.set("message_files", file_list(frame, conversation.ticket.code, message));
    items.push_back(std::move(item));
  }
  return items;
}

std::string text_name(std::string prefix, std::string_view kind) {
  prefix += kind;
  std::replace(prefix.begin(), prefix.end(), '-', '_');
  return prefix;
}

/// Kinds that only reports mask have no words here, and none are needed.
PageData::List masked_list(const PageFrame& frame, const desk::Ticket& ticket) {
  PageData::List items;
  for (const std::string& kind : ticket.masked) {
    const std::string* words = frame.texts->find(text_name("ticket_masked_", kind));
    if (words != nullptr) items.push_back(PageData().set("masked_kind", *words));
  }
  return items;
}

PageData::List trail_list(const PageFrame& frame, const desk::Ticket& ticket) {
  PageData::List items;
  for (const desk::TrailEntry& entry : ticket.trail) {
    const std::string* words = frame.texts->find(text_name("ticket_trail_", entry.kind));
    if (words != nullptr) items.push_back(PageData().set("trail_kind", *words).set("trail_text", entry.text));
  }
  return items;
}

/// Enough to recognize one's own address by, for whoever looks over a shoulder too little.
std::string shown_email(const std::string& email) {
  const std::size_t at = email.rfind('@');
  if (at == std::string::npos || at == 0) return {};
  return email.substr(0, decode_utf8(email, 0).bytes) + "…" + email.substr(at);
}

}  // namespace

std::string attachment_address(std::string_view code, std::string_view id) {
  return "/api/v1/tickets/" + url_path(code) + "/attachments/" + url_path(id);
}

std::string ticket_page(PageFrame frame, const TicketPage& page) {
  const desk::Ticket& ticket = page.conversation.ticket;
  const PageTexts& texts = *frame.texts;
  frame.path = "/contact/ticket/" + ticket.code;
  frame.title = texts.raw("ticket_title");
  frame.indexable = false;
  PageData content;
  content.set("ticket_subject", ticket.subject);
  content.set("ticket_code", ticket.code);
  content.set("ticket_href", address_in(frame, frame.language));
  content.set("said", page.said == TicketPage::Said::kTicket    ? texts.raw("ticket_sent_ticket")
                      : page.said == TicketPage::Said::kMessage ? texts.raw("ticket_sent_message")
                                                                : std::string());
  PageData::List urgent;
  for (const engine::ChannelView& channel : page.channels) {
    if (ticket.routing.urgent && channel.kind == kUrgentChannel) urgent.push_back(channel_data(frame, channel));
  }
  content.set("has_urgent", !urgent.empty() && ticket.state != TicketState::kSolved);
  content.set("urgent", std::move(urgent));
  content.set("steps", step_list(frame, ticket));
  for (const Step& step : kSteps) {
    if (step.state == ticket.state) content.set("ticket_now", texts.raw(step.now));
  }
  PageData::List masked = masked_list(frame, ticket);
  content.set("has_masked", !masked.empty());
  content.set("masked", std::move(masked));
  content.set("messages", message_list(frame, page.conversation));
  content.set("solvable", ticket.state != TicketState::kSolved);
  content.set("sent", texts.date_time(ticket.at));
  content.set("sent_iso", to_iso(ticket.at));
  content.set("email_shown", shown_email(ticket.email));
  PageData::List trail = trail_list(frame, ticket);
  content.set("has_trail", !trail.empty());
  content.set("trail", std::move(trail));
  content.set("message", replace_invalid_utf8(page.message));
  content.set("request_key", page.request_key);
  set_form_state(content, page.state, {"message", "files"});
  set_file_rules(content, frame, page.files);
  return render_page("ticket", frame, std::move(content));
}

std::string ticket_lookup_page(PageFrame frame, const TicketLookupPage& lookup) {
  frame.path = "/contact/ticket";
  frame.title = frame.texts->raw("ticket_lookup_title");
  frame.indexable = false;
  PageData content;
  content.set("lookup_href", address_of(frame, "contact/ticket"));
  content.set("example", kExampleCode);
  content.set("code", replace_invalid_utf8(lookup.code));
  content.set("code_fault", lookup.unknown ? frame.texts->raw("ticket_unknown") : std::string());
  content.set("form_alert", lookup.alert);
  return render_page("ticket_lookup", frame, std::move(content));
}

}  // namespace pharos::http
