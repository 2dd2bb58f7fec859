// SPDX-License-Identifier: GPL-3.0-or-later
// Drives one gateway for the tests that speak to real systems. Reads one JSON object from standard input:
//   {"kind": "email", "options": {"server": "127.0.0.1", ...}, "folder": DIR, "steps": [
//     {"deliver": {"id", "code", "language", "subject", "email", "message", "priority", "queue", "remote_id",
//                  "follow_up": {"id", "text"}, "attachments": [{"file_name", "content": base 64}]}},
//     {"poll": {"code", "remote_id", "email", "since"}},
//     {"read_reply": {"headers": {}, "body", "secrets": []}}]}
// and writes one JSON array: what came of each step. Secrets stand in the environment, as for the program itself.
#include <iostream>
#include <iterator>

#include "pharos/base/digest.h"
#include "pharos/base/error.h"
#include "pharos/base/json.h"
#include "pharos/gateway/gateways.h"

namespace pharos::gateway {
namespace {

constexpr const char* kOutcomes[] = {"delivered", "retry", "rejected"};

std::vector<desk::Attachment> keep(const Json& attachments, desk::AttachmentStore& files) {
  std::vector<desk::Attachment> kept;
  for (const Json& each : attachments.items()) {
    kept.push_back(files.keep({each["file_name"].string(), from_base64(each["content"].string()).value_or("")}));
  }
  return kept;
}

desk::Ticket ticket_of(const Json& json) {
  desk::Ticket ticket;
  ticket.code = json["code"].string();
  ticket.language = json["language"].string();
  ticket.subject = json["subject"].string();
  ticket.email = json["email"].string();
  ticket.message = json["message"].string();
  ticket.routing.queue = json["queue"].string();
  ticket.routing.priority = desk::parse_priority(json["priority"].string()).value_or(desk::Priority::kNormal);
  ticket.remote_id = json["remote_id"].string();
  ticket.at = system_clock().now();
  return ticket;
}

void deliver(JsonWriter& out, desk::Gateway& gateway, const Json& json, desk::AttachmentStore& files) {
  desk::Handover handover;
  handover.id = json["id"].string();
  handover.ticket = ticket_of(json);
  handover.files = &files;
  if (json.contains("follow_up")) {
    desk::TicketMessage message;
    message.id = json["follow_up"]["id"].string();
    message.text = json["follow_up"]["text"].string();
    message.at = handover.ticket.at;
    message.attachments = keep(json["attachments"], files);
    handover.follow_up = std::move(message);
  } else {
    handover.ticket.attachments = keep(json["attachments"], files);
  }
  const desk::Delivery delivery = gateway.deliver(handover);
  out.begin_object()
      .member("outcome", kOutcomes[static_cast<int>(delivery.outcome)])
      .member("cause", delivery.cause)
      .member("retry_after", delivery.retry_after.value_or(std::chrono::seconds(0)).count())
      .member("remote_id", delivery.remote_id)
      .member("remote_url", delivery.remote_url)
      .strings("notes", delivery.notes)
      .end_object();
}

void write(JsonWriter& out, const desk::Reply& reply) {
  out.begin_object()
      .member("remote_id", reply.remote_id)
      .member("code", reply.code)
      .member("message_id", reply.message_id)
      .member("author", reply.author)
      .member("text", reply.text)
      .member("solved", reply.solved)
      .member("at", to_iso(reply.at))
      .end_object();
}

void poll(JsonWriter& out, desk::Gateway& gateway, const Json& json) {
  out.begin_array();
  const UtcTime since = parse_time(json["since"].string()).value_or(UtcTime{});
  for (const desk::Reply& reply : gateway.poll({ticket_of(json)}, since)) write(out, reply);
  out.end_array();
}

void read_reply(JsonWriter& out, const Json& json) {
  std::map<std::string, std::string> headers;
  for (const auto& [name, value] : json["headers"].members()) headers[name] = value.string();
  try {
    write(out, read_reply_webhook(headers, json["body"].string(), json["secrets"].strings(), system_clock().now()));
  } catch (const Error& error) {
    out.begin_object().member("refused", error.what()).end_object();
  }
}

int run() {
  const std::string text{std::istreambuf_iterator<char>(std::cin), std::istreambuf_iterator<char>()};
  const Json input = Json::parse(text, "standard input");
  GatewaySettings settings{input["kind"].string(), "", {}, {}};
  for (const auto& [name, value] : input["options"].members()) settings.options[name] = value.string();
  const std::string folder = input["folder"].string();
  const auto gateway = make_gateway(settings, {{}, folder});
  desk::AttachmentStore files(folder + "/files");
  JsonWriter out;
  out.begin_array();
  for (const Json& step : input["steps"].items()) {
    if (step.contains("deliver")) deliver(out, *gateway, step["deliver"], files);
    if (step.contains("poll")) poll(out, *gateway, step["poll"]);
    if (step.contains("read_reply")) read_reply(out, step["read_reply"]);
  }
  std::cout << out.end_array().take() << "\n";
  return 0;
}

}  // namespace
}  // namespace pharos::gateway

int main() {
  try {
    return pharos::gateway::run();
  } catch (const std::exception& error) {
    std::cerr << "pharos_deliver: " << error.what() << "\n";
    return 1;
  }
}
