// SPDX-License-Identifier: GPL-3.0-or-later
#include <doctest/doctest.h>

#include "gateway/handover_samples.h"
#include "gateway/webhook_signature.h"

namespace pharos::gateway_test {
namespace {

constexpr UtcTime kNow{1795000000};

struct Sent {
  std::string id = "msg_1";
  std::string timestamp = std::to_string(kNow.seconds);
  std::string body =
      R"({"type":"ticket.reply","timestamp":"2026-11-18T06:00:00Z","data":{"code":"7K3M-9QWX-2HTR-5VBN",)"
      R"("remote_id":"41","message_id":"c-9","author":"Мария","text":"已经处理。","solved":true}})";
  std::string signed_by = kSecret;
};

desk::Reply read(const Sent& sent, const std::vector<std::string>& secrets = {kSecret}) {
  const std::string signature = gateway::WebhookSecrets({sent.signed_by})
                                    .sign(sent.id, std::strtoll(sent.timestamp.c_str(), nullptr, 10), sent.body);
  return gateway::read_reply_webhook(
      {{"webhook-id", sent.id}, {"webhook-timestamp", sent.timestamp}, {"webhook-signature", signature}}, sent.body,
      secrets, kNow);
}

std::string fault_of(const Sent& sent, const std::vector<std::string>& secrets = {kSecret}) {
  try {
    read(sent, secrets);
    return "";
  } catch (const Error& error) {
    CHECK(error.kind() == ErrorKind::kInvalidArgument);
    return error.parameter().empty() ? "?" : error.parameter();
  }
}

Sent with_data(const std::string& data) {
  Sent sent;
  sent.body = R"({"type":"ticket.reply","timestamp":"2026-11-18T06:00:00Z","data":)" + data + "}";
  return sent;
}

TEST_CASE("a signed reply is read") {
  const desk::Reply reply = read({});
  CHECK(reply.code == "7K3M-9QWX-2HTR-5VBN");
  CHECK(reply.remote_id == "41");
  CHECK(reply.message_id == "c-9");
  CHECK(reply.author == "Мария");
  CHECK(reply.text == "已经处理。");
  CHECK(reply.solved);
  CHECK(to_iso(reply.at) == "2026-11-18T06:00:00Z");
}

TEST_CASE("both secrets count while one replaces the other") {
  Sent sent;
  sent.signed_by = kNextSecret;
  CHECK(fault_of(sent, {kSecret, kNextSecret}) == "");
  CHECK(fault_of(sent, {kSecret}) == "webhook-signature");
}

TEST_CASE("old and future messages are refused") {
  for (const std::int64_t seconds : {-300, -299, 0, 300}) {
    Sent sent;
    sent.timestamp = std::to_string(kNow.seconds + seconds);
    CHECK(fault_of(sent) == "");
  }
  for (const std::string timestamp :
       {"1794999699", "1795000301", "0", "", "now", "-1", "1795000000.5", "1795000000 ", "99999999999999999999"}) {
    CAPTURE(timestamp);
    Sent sent;
    sent.timestamp = timestamp;
    CHECK(fault_of(sent) == "webhook-timestamp");
  }
}

TEST_CASE("a message without its headers is refused") {
  for (const std::string missing : {"webhook-id", "webhook-timestamp", "webhook-signature"}) {
    std::map<std::string, std::string> headers = {
        {"webhook-id", "a"}, {"webhook-timestamp", "1795000000"}, {"webhook-signature", "v1,AAAA"}};
    headers.erase(missing);
    CAPTURE(missing);
    try {
      gateway::read_reply_webhook(headers, "{}", {kSecret}, kNow);
      FAIL("it was read");
    } catch (const Error& error) {
      CHECK(error.parameter() == missing);
    }
  }
}

TEST_CASE("another shape is refused, however well it is signed") {
  Sent other_type;
  other_type.body = R"({"type":"ticket.created","data":{}})";
  CHECK(fault_of(other_type) == "type");
  Sent no_json;
  no_json.body = "code=7K3M";
  CHECK(fault_of(no_json) != "");
  Sent deep;
  deep.body = std::string(100000, '[');
  CHECK(fault_of(deep) != "");
  CHECK(fault_of(with_data("null")) == "data");
  CHECK(fault_of(with_data(R"({"text":"hi"})")) == "data");
  CHECK(fault_of(with_data(R"({"code":"X"})")) == "data");
  CHECK(fault_of(with_data(R"({"code":"X","text":7})")) == "data");
  CHECK(fault_of(with_data(R"({"code":"a\nb","text":"hi"})")) == "data.code");
  CHECK(fault_of(with_data("{\"remote_id\":\"" + std::string(201, 'x') + "\",\"text\":\"hi\"}")) == "data.remote_id");
}

TEST_CASE("numbers name tickets too, and the message's own id stands in for a missing one") {
  const desk::Reply reply = read(with_data(R"({"remote_id":41,"text":"hi"})"));
  CHECK(reply.remote_id == "41");
  CHECK(reply.message_id == "msg_1");
  CHECK_FALSE(reply.solved);
  CHECK(read(with_data(R"({"code":"X","solved":true})")).solved);
}

}  // namespace
}  // namespace pharos::gateway_test
