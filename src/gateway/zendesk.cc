// SPDX-License-Identifier: GPL-3.0-or-later
#include "gateway/zendesk.h"

#include <algorithm>

#include "gateway/attached_files.h"
#include "gateway/gateway_makers.h"
#include "gateway/http_outcome.h"
#include "gateway/mail_address.h"
#include "gateway/remote_reference.h"
#include "gateway/ticket_text.h"
#include "pharos/base/digest.h"

namespace pharos::gateway {
namespace {

using Outcome = desk::Delivery::Outcome;

constexpr std::size_t kMostUploaded = 1000;
// Zendesk forgets keys after two hours; from then on only a search can tell.
constexpr std::int64_t kKeySeconds = 90 * 60;
constexpr std::size_t kMostKeyBytes = 255;

std::string value_of_field(const desk::Ticket& ticket, const std::string& field) {
  if (field == "code") return ticket.code;
  if (field == "queue") return ticket.routing.queue;
  if (field == "language") return ticket.language;
  return std::string(desk::name(ticket.routing.priority));
}

std::string key_of(const std::string& id) { return id.size() <= kMostKeyBytes ? id : sha256(id); }

// The same key with other words: the first attempt did arrive.
bool came_before(const Refusal& refusal) {
  return refusal.answer().status == 400 && refusal.answer().body.find("Idempotent") != std::string::npos;
}

bool has_line(std::string_view text, std::string_view line) {
  for (std::size_t at = 0; (at = text.find(line, at)) != std::string_view::npos; at += line.size()) {
    const std::size_t end = at + line.size();
    if ((at == 0 || text[at - 1] == '\n') && (end == text.size() || text[end] == '\n' || text[end] == '\r'))
      return true;
  }
  return false;
}

void write_tokens(JsonWriter& json, const std::vector<std::string>& tokens) {
  if (!tokens.empty()) json.strings("uploads", tokens);
}

}  // namespace

Zendesk::Tokens Zendesk::upload(const desk::Handover& handover, const JsonApi& api,
                                std::vector<std::string>& notes) const {
  Tokens tokens;
  for (const desk::Attachment& attachment : attachments_of(handover)) {
    auto bytes = bytes_of(handover, attachment, notes);
    if (!bytes) continue;
    try {
      const Json answer = api.send("POST", "/api/v2/uploads?filename=" + query_value(attachment.file_name),
                                   {attachment.media_type, std::move(*bytes)});
      tokens.push_back(answer["upload"]["token"].string());
      if (tokens.back().empty()) throw Error(ErrorKind::kUnavailable, "Zendesk gave no token for an upload");
    } catch (const Refusal& refusal) {
      const int status = refusal.answer().status;
      // Too large, of a kind it does not take, or not without login: the question is worth more than its picture.
      const bool for_good = refusal.delivery().outcome == Outcome::kRejected || status == 401 || status == 403;
      if (!for_good) throw;
      notes.push_back("Zendesk did not take the attachment " + attachment.file_name + ": " + refusal.what());
    }
  }
  return tokens;
}

Zendesk::Tokens Zendesk::uploads_of(const desk::Handover& handover, std::vector<std::string>& notes) {
  {
    const std::lock_guard lock(mutex_);
    const auto known = uploaded_.find(handover.id);
    if (known != uploaded_.end()) return known->second;
  }
  Tokens tokens = upload(handover, reader_, notes);
  const std::lock_guard lock(mutex_);
  if (uploaded_.size() >= kMostUploaded) uploaded_.erase(uploaded_.begin());
  if (!tokens.empty()) uploaded_[handover.id] = tokens;
  return tokens;
}

std::optional<std::string> Zendesk::find(const desk::Ticket& ticket) const {
  const Json found = agent_.get("/api/v2/search.json?query=" + query_value("type:ticket \"" + ticket.code + "\""));
  for (const Json& result : found["results"].items()) {
    if (result["subject"].string().find(ticket.code) == std::string::npos) continue;
    const std::string id = number_text(result["id"]);
    if (!id.empty()) return id;
  }
  return std::nullopt;
}

std::string Zendesk::request_body(const desk::Handover& handover, const std::string& source,
                                  const Tokens& tokens) const {
  const desk::Ticket& ticket = handover.ticket;
  const std::string email = is_mail_address(ticket.email) ? ticket.email : settings_.requester;
  JsonWriter json;
  json.begin_object().key("request").begin_object();
  json.key("requester").begin_object().member("name", email).member("email", email).end_object();
  json.member("subject", (handover.follow_up ? "Re: " : "") + marked_subject(ticket));
  json.key("comment").begin_object().member("body", ticket_text(handover, TextFor::kReader));
  write_tokens(json, tokens);
  json.end_object();
  json.member("priority", desk::name(ticket.routing.priority));
  if (!settings_.form.empty()) json.key("ticket_form_id").value(static_cast<std::int64_t>(std::stoll(settings_.form)));
  if (!source.empty()) json.key("via_followup_source_id").value(static_cast<std::int64_t>(std::stoll(source)));
  if (!settings_.fields.empty()) {
    json.key("custom_fields").begin_array();
    for (const auto& [field, number] : settings_.fields) {
      json.begin_object();
      json.key("id").value(static_cast<std::int64_t>(std::stoll(number)));
      json.member("value", value_of_field(ticket, field)).end_object();
    }
    json.end_array();
  }
  return json.end_object().end_object().take();
}

void Zendesk::compare(const desk::Ticket& ticket, const Json& request, std::vector<std::string>& notes) const {
  const std::string wanted(desk::name(ticket.routing.priority));
  const std::string& priority = request["priority"].string();
  if (priority != wanted) {
    notes.push_back("Zendesk keeps priority " + (priority.empty() ? "unset" : priority) + ", not " + wanted +
                    ": it takes none from readers");
  }
  if (!settings_.form.empty() && number_text(request["ticket_form_id"]) != settings_.form) {
    notes.push_back("Zendesk used another form than " + settings_.form);
  }
  for (const auto& field : settings_.fields) {
    const auto& kept = request["custom_fields"].items();
    const bool there = std::any_of(kept.begin(), kept.end(), [&](const Json& each) {
      return number_text(each["id"]) == field.second && each["value"].string() == value_of_field(ticket, field.first);
    });
    if (!there) notes.push_back("Zendesk dropped the " + field.first + " for its field " + field.second);
  }
}

desk::Delivery Zendesk::create(const desk::Handover& handover, const std::string& source) {
  const desk::Ticket& ticket = handover.ticket;
  desk::Delivery delivery;
  if (!is_mail_address(ticket.email) && settings_.requester.empty()) {
    return rejected("Zendesk needs an address and the reader gave none: name one by requester");
  }
  const Tokens tokens = uploads_of(handover, delivery.notes);
  try {
    const Json request =
        reader_.send("POST", "/api/v2/requests.json", json_payload(request_body(handover, source, tokens)),
                     {{"Idempotency-Key", key_of(handover.id)}})["request"];
    delivery.remote_id = number_text(request["id"]);
    if (delivery.remote_id.empty()) return retry("Zendesk created a request without a number");
    compare(ticket, request, delivery.notes);
  } catch (const Refusal& refusal) {
    if (!came_before(refusal)) throw;
    if (settings_.with_agent) delivery.remote_id = find(ticket).value_or("");
    if (delivery.remote_id.empty()) delivery.notes.push_back("Zendesk has the request, but did not tell its number");
  }
  if (!delivery.remote_id.empty()) {
    delivery.remote_url = sane_remote_url(reader_.url() + "/agent/tickets/" + delivery.remote_id);
  }
  const std::lock_guard lock(mutex_);
  uploaded_.erase(handover.id);
  delivery.outcome = Outcome::kDelivered;
  return delivery;
}

bool Zendesk::has_comment(const std::string& id, const std::string& mark) const {
  const Json there = agent_.get("/api/v2/tickets/" + id + "/comments.json?sort_order=desc");
  const auto& comments = there["comments"].items();
  return std::any_of(comments.begin(), comments.end(),
                     [&](const Json& comment) { return has_line(comment["body"].string(), mark); });
}

desk::Delivery Zendesk::add_comment(const desk::Handover& handover) {
  const std::string& id = handover.ticket.remote_id;
  if (!settings_.with_agent || !is_number(id)) {
    desk::Delivery delivery = create(handover, "");
    if (delivery.outcome == Outcome::kDelivered) {
      delivery.notes.push_back(settings_.with_agent
                                   ? "a follow-up became a request of its own: the first's number is unknown"
                                   : "a follow-up became a request of its own: there is no agent's token");
    }
    return delivery;
  }
  const Json ticket = agent_.get("/api/v2/tickets/" + id + ".json")["ticket"];
  const std::string& status = ticket["status"].string();
  if (status == "closed") {
    desk::Delivery delivery = create(handover, id);
    if (delivery.outcome == Outcome::kDelivered) {
      delivery.notes.push_back("ticket " + id + " was closed: a follow-up became ticket " + delivery.remote_id);
    }
    return delivery;
  }
  desk::Delivery delivery;
  delivery.outcome = Outcome::kDelivered;
  const std::string text = ticket_text(handover, TextFor::kReader);
  if (has_comment(id, "Message: " + handover.follow_up->id)) return delivery;
  const Tokens tokens = upload(handover, agent_, delivery.notes);
  JsonWriter json;
  json.begin_object().key("ticket").begin_object();
  json.key("comment").begin_object().member("body", text).member("public", true);
  if (ticket["requester_id"].is_number()) json.member("author_id", ticket["requester_id"].integer());
  write_tokens(json, tokens);
  json.end_object();
  if (status != "new" && status != "open") json.member("status", "open");
  agent_.send("PUT", "/api/v2/tickets/" + id + ".json", json_payload(json.end_object().end_object().take()));
  return delivery;
}

desk::Delivery Zendesk::deliver(const desk::Handover& handover) {
  return attempt([&] {
    if (handover.follow_up) return add_comment(handover);
    const bool old = system_clock().now().seconds - handover.ticket.at.seconds > kKeySeconds;
    if (old && settings_.with_agent) {
      if (const auto found = find(handover.ticket)) {
        desk::Delivery delivery;
        delivery.outcome = Outcome::kDelivered;
        delivery.remote_id = *found;
        delivery.remote_url = sane_remote_url(reader_.url() + "/agent/tickets/" + *found);
        return delivery;
      }
    }
    return create(handover, "");
  });
}

std::shared_ptr<desk::Gateway> make_zendesk(const GatewayOptions& options) {
  ZendeskSettings settings;
  const std::string url = options.address("url");
  const HttpPolicy policy = http_policy(options, false);
  const std::string user = options.text("user");
  JsonApi::Headers headers;
  if (!user.empty()) {
    if (url.rfind("https://", 0) != 0 && !policy.allow_private)
      options.fault("url", "a token must not travel in the clear");
    headers = {{"Authorization", "Basic " + base64(user + "/token:" + options.required_secret("token"))}};
    settings.with_agent = true;
  } else if (options.secret("token")) {
    options.fault("user", "is needed with a token: the address of the agent that the token is used for");
  }
  settings.requester = options.text("requester");
  if (!settings.requester.empty() && !is_mail_address(settings.requester))
    options.fault("requester", "is no mail address");
  const auto number = [&](std::string_view option) {
    std::string text = options.text(option);
    if (!text.empty() && !is_number(text)) options.fault(option, "\"" + text + "\" is no number");
    return text;
  };
  settings.form = number("form");
  for (const char* field : {"code", "queue", "language", "priority"}) {
    std::string id = number(std::string("field_") + field);
    if (!id.empty()) settings.fields.emplace(field, std::move(id));
  }
  return std::make_shared<Zendesk>(options.name(), std::move(settings), JsonApi(url, policy, {}),
                                   JsonApi(url, policy, std::move(headers)));
}

}  // namespace pharos::gateway
