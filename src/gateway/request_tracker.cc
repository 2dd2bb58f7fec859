// SPDX-License-Identifier: GPL-3.0-or-later
#include "gateway/request_tracker.h"

#include <algorithm>
#include <array>

#include "gateway/attached_files.h"
#include "gateway/gateway_makers.h"
#include "gateway/http_multipart.h"
#include "gateway/http_outcome.h"
#include "gateway/mail_address.h"
#include "gateway/remote_reference.h"
#include "gateway/ticket_text.h"
#include "pharos/base/error.h"

namespace pharos::gateway {
namespace {

using Outcome = desk::Delivery::Outcome;

constexpr std::string_view kApi = "/REST/2.0";

// RT calls 0, 50 and 100 low, medium and high (PriorityAsString) and sorts by the number.
constexpr std::array<int, 4> kPriorities = {0, 50, 100, 120};

int priority_of(const desk::Ticket& ticket) {
  return kPriorities.at(static_cast<std::size_t>(ticket.routing.priority));
}

std::string path(const std::string& rest) { return std::string(kApi) + rest; }

// Codes are digits, capitals and hyphens; anything else must not come near a query.
std::string code_for_query(const std::string& code) {
  const bool plain = !code.empty() && std::all_of(code.begin(), code.end(), [](char c) {
    return (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9') || c == '-';
  });
  if (!plain) throw Error(ErrorKind::kInvalidArgument, "the ticket's code cannot be searched for");
  return code;
}

// Files travel as parts of a form: in JSON, RT 5.0.3 dies of a file name that is not ASCII.
std::vector<FormPart> form(const desk::Handover& handover, std::string json, std::vector<std::string>& notes) {
  std::vector<FormPart> parts = {{"JSON", "", "application/json", std::move(json)}};
  for (const desk::Attachment& attachment : attachments_of(handover)) {
    if (auto bytes = bytes_of(handover, attachment, notes)) {
      parts.push_back({"Attachments", attachment.file_name, attachment.media_type, std::move(*bytes)});
    }
  }
  return parts;
}

Payload payload_of(std::vector<FormPart> parts) {
  return parts.size() == 1 ? json_payload(std::move(parts.front().bytes)) : form_payload(parts);
}

}  // namespace

std::string message_mark(const desk::Ticket& ticket, std::string_view id) {
  return "[" + ticket.code + "/" + std::string(id) + "]";
}

std::optional<std::string> RequestTracker::find(const desk::Ticket& ticket) const {
  const std::string query = "Subject LIKE '" + code_for_query(ticket.code) + "'";
  const Json found = api_.get(path("/tickets?per_page=1&orderby=id&order=ASC&query=" + query_value(query)));
  if (found["items"].items().empty()) return std::nullopt;
  const std::string id = number_text(found["items"].items().front()["id"]);
  return id.empty() ? std::nullopt : std::optional(id);
}

std::string RequestTracker::create(const desk::Handover& handover, std::vector<std::string>& notes) const {
  const desk::Ticket& ticket = handover.ticket;
  JsonWriter json;
  json.begin_object()
      .member("Queue", queue_)
      .member("Subject", marked_subject(ticket))
      .member("Content", ticket_text(handover, TextFor::kTeam))
      .member("ContentType", "text/plain")
      .member("Priority", priority_of(ticket));
  if (is_mail_address(ticket.email)) json.member("Requestor", ticket.email);
  const Json created = api_.send("POST", path("/ticket"), payload_of(form(handover, json.end_object().take(), notes)));
  std::string id = number_text(created["id"]);
  // The ticket may well be there: the next attempt will find it.
  if (id.empty()) throw Error(ErrorKind::kUnavailable, origin_of(api_.url()) + " created a ticket without a number");
  return id;
}

// RT before 5.0.1 knows no files in a ticket's creation and says nothing; a comment takes them everywhere.
void RequestTracker::add_missing_files(const desk::Handover& handover, const std::string& id,
                                       std::vector<std::string>& notes) const {
  const auto& attachments = attachments_of(handover);
  if (attachments.empty()) return;
  const Json there = api_.get(path("/ticket/" + id + "/attachments?fields=Filename&per_page=100"));
  std::vector<std::string> unread;
  for (const desk::Attachment& attachment : attachments) {
    const auto& items = there["items"].items();
    const bool known = std::any_of(items.begin(), items.end(),
                                   [&](const Json& item) { return item["Filename"].string() == attachment.file_name; });
    if (known) continue;
    const auto bytes = bytes_of(handover, attachment, unread);
    if (!bytes) continue;
    JsonWriter json;
    json.begin_object().member("Content", attachment.file_name).member("ContentType", "text/plain");
    try {
      api_.send("POST", path("/ticket/" + id + "/comment"),
                form_payload({{"JSON", "", "application/json", json.end_object().take()},
                              {"Attachments", attachment.file_name, attachment.media_type, *bytes}}));
    } catch (const Refusal& refusal) {
      if (refusal.delivery().outcome != Outcome::kRejected) throw;
      notes.push_back("Request Tracker did not take the attachment " + attachment.file_name + ": " + refusal.what());
    }
  }
}

void RequestTracker::compare(const desk::Ticket& ticket, const std::string& id, std::vector<std::string>& notes) const {
  const Json there = api_.get(path("/ticket/" + id));
  const Json& kept = there["Priority"];
  const std::string is = kept.is_number() ? std::to_string(kept.integer()) : kept.string();
  const std::string wanted = std::to_string(priority_of(ticket));
  if (is != wanted) {
    notes.push_back("Request Tracker keeps priority " + is + ", not " + wanted + " (" +
                    std::string(desk::name(ticket.routing.priority)) + ")");
  }
  if (there["Requestor"].items().empty()) {
    notes.push_back(ticket.email.empty() ? "the reader gave no address: the ticket has no requestor"
                                         : "Request Tracker has no requestor: the reader's address is in the text");
  }
}

desk::Delivery RequestTracker::add_message(const desk::Handover& handover) const {
  desk::Delivery delivery;
  const std::string id = handover.ticket.remote_id;
  if (!is_number(id)) return rejected("it is not known which ticket of Request Tracker this belongs to");
  const std::string mark = message_mark(handover.ticket, handover.id);
  const Json there = api_.get(path("/ticket/" + id + "/attachments?fields=Subject&per_page=100&orderby=id&order=DESC"));
  delivery.outcome = Outcome::kDelivered;
  for (const Json& item : there["items"].items()) {
    if (item["Subject"].string().find(mark) != std::string::npos) return delivery;
  }
  JsonWriter json;
  json.begin_object()
      .member("Subject", "Re: " + plain_subject(handover.ticket) + " " + mark)
      .member("Content", ticket_text(handover, TextFor::kTeam))
      .member("ContentType", "text/plain");
  api_.send("POST", path("/ticket/" + id + "/correspond"),
            payload_of(form(handover, json.end_object().take(), delivery.notes)));
  return delivery;
}

desk::Delivery RequestTracker::deliver(const desk::Handover& handover) {
  return attempt([&] {
    if (handover.follow_up) return add_message(handover);
    desk::Delivery delivery;
    const std::optional<std::string> found = find(handover.ticket);
    delivery.remote_id = found ? *found : create(handover, delivery.notes);
    delivery.remote_url = sane_remote_url(api_.url() + "/Ticket/Display.html?id=" + delivery.remote_id);
    // The ticket is there. A user without the right to see it would find it never again, so nothing that goes wrong
    // from here on may lead to another attempt.
    try {
      add_missing_files(handover, delivery.remote_id, delivery.notes);
      compare(handover.ticket, delivery.remote_id, delivery.notes);
    } catch (const Error& error) {
      delivery.notes.push_back(std::string("Request Tracker has the ticket, but it could not be looked at: ") +
                               error.what());
    }
    delivery.outcome = Outcome::kDelivered;
    return delivery;
  });
}

std::shared_ptr<desk::Gateway> make_request_tracker(const GatewayOptions& options) {
  JsonApi api(options.address("url"), http_policy(options, true),
              {{"Authorization", "token " + options.required_secret("token")}});
  return std::make_shared<RequestTracker>(options.name(), std::move(api), options.required("queue"));
}

}  // namespace pharos::gateway
