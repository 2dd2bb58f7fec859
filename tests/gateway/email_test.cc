// SPDX-License-Identifier: GPL-3.0-or-later
#include <doctest/doctest.h>

#include <algorithm>

#include "gateway/handover_samples.h"
#include "gateway/scripted_mail_server.h"
#include "gateway/smtp.h"
#include "gateway/ticket_text.h"

namespace pharos::gateway_test {
namespace {

using Outcome = desk::Delivery::Outcome;

std::map<std::string, std::string> options_for(const std::string& port) {
  return {{"server", "127.0.0.1"},
          {"port", port},
          {"tls", "none"},
          {"timeout", "1"},
          {"from", "Pharos <help@example.org>"},
          {"to", "team@example.org, second@example.org"}};
}

std::size_t count_of(const std::vector<std::string>& lines, const std::string& line) {
  return static_cast<std::size_t>(std::count(lines.begin(), lines.end(), line));
}

TEST_CASE("a ticket is a mail to the team, its follow-up an answer to it") {
  ScriptedMailServer server;
  const auto gateway = made("email", options_for(server.port()));
  const desk::Delivery first = gateway->deliver(new_ticket("out-1"));
  CHECK(first.outcome == Outcome::kDelivered);
  CHECK(first.remote_id == "out-1@example.org");
  CHECK(first.notes.empty());
  const desk::Delivery second = gateway->deliver(follow_up("out-2", first.remote_id));
  CHECK(second.outcome == Outcome::kDelivered);
  CHECK(second.remote_id == first.remote_id);
  const auto lines = server.lines();
  CHECK(count_of(lines, "RCPT TO:<team@example.org>") == 2);
  CHECK(count_of(lines, "RCPT TO:<second@example.org>") == 2);
  CHECK(count_of(lines, "Message-ID: <out-1@example.org>") == 1);
  CHECK(count_of(lines, "In-Reply-To: <out-1@example.org>") == 1);
  CHECK(count_of(lines, "Reply-To: reader@example.org") == 2);
  CHECK(count_of(lines, "Importance: high") == 2);
  CHECK(count_of(lines, "X-Pharos-Queue: payments") == 2);
}

TEST_CASE("no value of a reader becomes a header or a command") {
  ScriptedMailServer server;
  desk::Handover handover = new_ticket("x\r\nBcc: a@b.c");
  const std::string injection = "x\r\nRCPT TO:<victim@example.net>\r\nBcc: victim@example.net\r\n\r\n.\r\nQUIT";
  handover.ticket.subject = injection;
  handover.ticket.message = injection;
  handover.ticket.email = "reader@example.org\r\nBcc: victim@example.net";
  handover.ticket.language = injection;
  handover.ticket.routing.queue = injection;
  handover.ticket.code = injection;
  handover.ticket.trail[0].text = injection;
  const desk::Delivery delivery = made("email", options_for(server.port()))->deliver(handover);
  CHECK(delivery.outcome == Outcome::kDelivered);
  REQUIRE(delivery.notes.size() == 1);
  CHECK(delivery.notes[0].find("Reply-To") != std::string::npos);
  std::vector<std::string> commands, headers;
  bool within_mail = false, within_headers = false;
  for (const std::string& line : server.lines()) {
    if (within_headers && line.empty()) within_headers = false;
    if (within_headers) headers.push_back(line);
    if (!within_mail) commands.push_back(line);
    if (line == "DATA") within_mail = within_headers = true;
    if (line == ".") within_mail = false;
  }
  for (const std::string& line : headers) CHECK(line.find("Bcc:") == std::string::npos);
  for (const std::string& line : commands) CHECK(line.find("victim") == std::string::npos);
  CHECK(count_of(commands, "RCPT TO:<team@example.org>") == 1);
  CHECK(count_of(commands, "QUIT") == 1);
  CHECK(count_of(server.lines(), "..") > 0);  // the lone dot of the text, doubled on its way
}

TEST_CASE("what is no address never reaches libcurl") {
  const std::string evil = "a@b.c>\r\nRCPT TO:<victim@example.net";
  CHECK_THROWS_AS(gateway::send_mail({}, evil, {"a@b.c"}, "x\r\n"), Error);
  CHECK_THROWS_AS(gateway::send_mail({}, "a@b.c", {"a@b.c", evil}, "x\r\n"), Error);
}

TEST_CASE("a server's refusal is for this mail, or for the settings") {
  struct Row {
    std::map<std::string, std::string> replies;
    Outcome outcome;
    std::string cause;
  };
  const std::vector<Row> rows = {
      {{{"greeting", "554 not you"}}, Outcome::kRetry, "554 not you"},
      {{{"greeting", "421 busy"}}, Outcome::kRetry, "421 busy"},
      {{{"greeting", ""}}, Outcome::kRetry, "127.0.0.1"},
      {{{"greeting", "hang"}}, Outcome::kRetry, "127.0.0.1"},
      {{{"greeting", "HTTP/1.1 200 OK"}}, Outcome::kRetry, "127.0.0.1"},
      {{{"MAIL", "450 later"}}, Outcome::kRetry, "450 later"},
      {{{"MAIL", "550 no such sender"}}, Outcome::kRetry, "550 no such sender"},
      {{{"MAIL", "552 too large"}}, Outcome::kRejected, "552 too large"},
      {{{"RCPT", "451 greylisted"}}, Outcome::kRetry, "451 greylisted"},
      {{{"RCPT", "550 no such user"}}, Outcome::kRetry, "550 no such user"},
      {{{"DATA", "451 later"}}, Outcome::kRetry, "451 later"},
      {{{".", "452 disk full"}}, Outcome::kRetry, "452 disk full"},
      {{{".", "554 looks like spam"}}, Outcome::kRejected, "554 looks like spam"},
      {{{".", ""}}, Outcome::kRetry, "127.0.0.1"},
      {{{".", "hang"}}, Outcome::kRetry, "127.0.0.1"},
  };
  for (const Row& row : rows) {
    CAPTURE(row.replies.begin()->first + " " + row.replies.begin()->second);
    ScriptedMailServer server(row.replies);
    const desk::Delivery delivery = made("email", options_for(server.port()))->deliver(new_ticket());
    CHECK(delivery.outcome == row.outcome);
    CHECK(delivery.cause.find(row.cause) != std::string::npos);
  }
}

TEST_CASE("without STARTTLS there is no mail, unless tls: none says so") {
  ScriptedMailServer server;
  auto options = options_for(server.port());
  options.erase("tls");
  const desk::Delivery delivery = made("email", options)->deliver(new_ticket());
  CHECK(delivery.outcome == Outcome::kRetry);
  for (const std::string& line : server.lines()) CHECK(line.rfind("MAIL", 0) != 0);
}

TEST_CASE("attachments that are too large or lost are named in mail and notes") {
  ScriptedMailServer server;
  auto options = options_for(server.port());
  options["max_mib"] = "1";
  desk::Handover handover = new_ticket();
  handover.ticket.attachments = {{"a1", "film.mp4", "video/mp4", std::string(64, 'a'), 5 << 20},
                                 {"a2", "bild.png", "image/png", std::string(64, 'b'), 100}};
  const desk::Delivery delivery = made("email", options)->deliver(handover);
  CHECK(delivery.outcome == Outcome::kDelivered);
  REQUIRE(delivery.notes.size() == 2);
  CHECK(delivery.notes[0].find("film.mp4") != std::string::npos);
  CHECK(delivery.notes[1].find("bild.png") != std::string::npos);
}

TEST_CASE("mail settings that cannot work name the option") {
  const std::map<std::string, std::string> environment = {{"MAIL_PASSWORD", "geheim"}};
  struct Row {
    std::map<std::string, std::string> change;
    std::string faulty;
  };
  const std::vector<Row> rows = {
      {{}, ""},
      {{{"from", "help"}}, "gateways.email.from"},
      {{{"from", "Help <help@example.org>\r\nBcc: a@b.c"}}, "gateways.email.from"},
      {{{"to", ","}}, "gateways.email.to"},
      {{{"to", "team@example.org nobody"}}, "gateways.email.to"},
      {{{"server", "127.0.0.1:25"}}, "gateways.email.server"},
      {{{"server", "host/path"}}, "gateways.email.server"},
      {{{"port", "0"}}, "gateways.email.port"},
      {{{"tls", "ssl"}}, "gateways.email.tls"},
      {{{"user", "help"}}, "gateways.email.password_env"},
      {{{"user", "help"}, {"password_env", "MAIL_PASSWORD"}}, "gateways.email.tls"},
      {{{"user", "help"}, {"password_env", "MAIL_PASSWORD"}, {"tls", "starttls"}}, ""},
  };
  for (const Row& row : rows) {
    auto options = options_for("2525");
    for (const auto& [option, value] : row.change) options[option] = value;
    CAPTURE(row.faulty);
    CHECK(faulty_option("email", options, environment) == row.faulty);
  }
}

TEST_CASE("the team reads what the reader wrote, did and was routed by; the reader's copy has no routing") {
  const std::string team = gateway::ticket_text(new_ticket(), gateway::TextFor::kTeam);
  CHECK(team ==
        "我昨天提现了 0.5 BTC,\n还没有到账。\"急\"\n\n----\nTicket: 7K3M-9QWX-2HTR-5VBN\nReader: reader@example.org\n"
        "Language: zh-Hans\nAsked: 2026-11-18T11:08:20Z\nRemoved before storing: card-number\n"
        "Category: withdrawals (75 %)\nQueue: payments\nPriority: high\nBecause: says 提现\nBefore asking:\n"
        "  2026-11-18T11:06:40Z search: 提现 没到 (3 hits)\n"
        "  2026-11-18T11:07:40Z article: withdrawals/not-arrived\n");
  const std::string reader = gateway::ticket_text(new_ticket(), gateway::TextFor::kReader);
  CHECK(reader.find("Queue") == std::string::npos);
  CHECK(reader.find("Before asking") != std::string::npos);
  CHECK(gateway::ticket_text(follow_up(), gateway::TextFor::kTeam) ==
        "还是没有, bitte helfen Sie.\n\n----\nTicket: 7K3M-9QWX-2HTR-5VBN\nMessage: m-2\n");
}

TEST_CASE("a subject is one line of bounded length, also where the reader gave none") {
  desk::Ticket ticket = new_ticket().ticket;
  CHECK(gateway::marked_subject(ticket) == "[7K3M-9QWX-2HTR-5VBN] 提现一直没有到账");
  ticket.subject = "";
  CHECK(gateway::plain_subject(ticket) == "我昨天提现了 0.5 BTC, 还没有到账。\"急\"");
  ticket.subject = std::string(1000, 'x');
  CHECK(gateway::plain_subject(ticket) == std::string(150, 'x') + "…");
  ticket.subject = " \r\n ";
  CHECK(gateway::plain_subject(ticket) == "(no words)");
}

}  // namespace
}  // namespace pharos::gateway_test
