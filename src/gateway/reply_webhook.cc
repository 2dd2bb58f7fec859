// SPDX-License-Identifier: GPL-3.0-or-later
#include <charconv>

#include "gateway/remote_reference.h"
#include "gateway/webhook_signature.h"
#include "pharos/base/error.h"
#include "pharos/base/json.h"
#include "pharos/base/utf8.h"
#include "pharos/gateway/gateways.h"

namespace pharos::gateway {
namespace {

constexpr std::int64_t kMostSecondsApart = 5 * 60;
constexpr std::size_t kMostAuthorBytes = 200;

[[noreturn]] void refuse(const std::string& parameter, const std::string& message) {
  throw Error(ErrorKind::kInvalidArgument, parameter + ": " + message, parameter);
}

const std::string& header(const std::map<std::string, std::string>& headers, const std::string& name) {
  const auto found = headers.find(name);
  if (found == headers.end() || found->second.empty()) refuse(name, "this header is missing");
  return found->second;
}

std::int64_t read_timestamp(const std::string& text, UtcTime now) {
  std::int64_t seconds = 0;
  const auto [end, error] = std::from_chars(text.data(), text.data() + text.size(), seconds);
  if (error != std::errc() || end != text.data() + text.size() || seconds < 0) {
    refuse("webhook-timestamp", "is no number of seconds since 1970");
  }
  if (seconds < now.seconds - kMostSecondsApart || seconds > now.seconds + kMostSecondsApart) {
    refuse("webhook-timestamp", "is more than five minutes from now; are both clocks right?");
  }
  return seconds;
}

std::string read_line(const Json& data, std::string_view member) {
  const Json& value = data[member];
  // Numbers are what many systems number their tickets by.
  const std::string text = value.is_number() ? std::to_string(value.integer()) : value.string();
  std::string line = sane_remote_id(text);
  if (line != text) refuse("data." + std::string(member), "must be one line of at most 200 bytes");
  return line;
}

}  // namespace

desk::Reply read_reply_webhook(const std::map<std::string, std::string>& headers, std::string_view body,
                               const std::vector<std::string>& secrets, UtcTime now) {
  const std::string& id = header(headers, "webhook-id");
  const std::string& signatures = header(headers, "webhook-signature");
  const std::int64_t timestamp = read_timestamp(header(headers, "webhook-timestamp"), now);
  if (!WebhookSecrets(secrets).verify(id, timestamp, body, signatures)) {
    refuse("webhook-signature", "is not by a secret of ours over this id, timestamp and body");
  }

  const Json event = Json::parse(body, "the webhook's body");
  if (event["type"].string() != "ticket.reply") refuse("type", "must be ticket.reply");
  const Json& data = event["data"];
  desk::Reply reply;
  reply.code = read_line(data, "code");
  reply.remote_id = read_line(data, "remote_id");
  if (reply.code.empty() && reply.remote_id.empty()) refuse("data", "names no ticket: code or remote_id is needed");
  reply.message_id = read_line(data, "message_id");
  if (reply.message_id.empty()) reply.message_id = sane_remote_id(id);
  if (reply.message_id.empty()) refuse("data.message_id", "is needed");
  reply.author = std::string(cut_at_point(data["author"].string(), kMostAuthorBytes));
  reply.text = data["text"].string();
  reply.solved = data["solved"].boolean();
  if (reply.text.empty() && !reply.solved) refuse("data", "says nothing: text or solved is needed");
  reply.at = parse_time(event["timestamp"].string()).value_or(UtcTime{timestamp});
  return reply;
}

}  // namespace pharos::gateway
