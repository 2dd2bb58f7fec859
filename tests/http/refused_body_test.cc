// SPDX-License-Identifier: GPL-3.0-or-later
#include <doctest/doctest.h>

#include <chrono>
#include <string>

#include "http/served_desk.h"

using namespace pharos;
using namespace pharos::http_test;
using namespace std::chrono_literals;

namespace {

constexpr const char* kMultipart = "multipart/form-data; boundary=b";

std::string head_of(const std::string& target, std::size_t length, const std::string& accept, const std::string& type) {
  return "POST " + target + " HTTP/1.1\r\nHost: localhost\r\nAccept: " + accept + "\r\nContent-Type: " + type +
         "\r\nContent-Length: " + std::to_string(length) + "\r\n\r\n";
}

}  // namespace

TEST_CASE("a form that is too large is answered by a page in the reader's language, when all of it was sent") {
  ServedDesk site;
  struct Row {
    const char* target;
    const char* words;
    const char* type;
    std::size_t bytes;
  };
  for (const Row& row :
       {Row{"/en/contact/send", "Nothing of it has been sent.", kMultipart, std::size_t{54} << 20},
        Row{"/ru/contact/question", "Ничего не отправлено.", "application/x-www-form-urlencoded", std::size_t{2} << 20},
        Row{"/en/contact/rating", "Nothing of it has been sent.", "application/x-www-form-urlencoded",
            std::size_t{3} << 20}}) {
    CAPTURE(std::string(row.target));
    Client client(site.port());
    client.send(head_of(row.target, row.bytes, "text/html,application/xhtml+xml;q=0.9", row.type));
    // As browsers do: the answer is read when everything is on its way.
    const std::string part(std::size_t{1} << 20, 'x');
    for (std::size_t sent = 0; sent < row.bytes; sent += part.size()) client.send(part);
    const Answer answer = client.receive();
    CHECK(answer.status == 413);
    CHECK(answer.header("content-type") == "text/html; charset=utf-8");
    CHECK(answer.body.find(row.words) != std::string::npos);
    CHECK(answer.header("cache-control") == "no-store");
  }
}

TEST_CASE("a program that sends too much is told in JSON, at once") {
  ServedDesk site;
  for (const char* const target : {"/en/contact/send", "/api/v1/tickets"}) {
    CAPTURE(std::string(target));
    Client client(site.port());
    const auto start = std::chrono::steady_clock::now();
    client.send(head_of(target, std::size_t{54} << 20, "application/json", kMultipart));
    const Answer answer = client.receive();
    CHECK(answer.status == 413);
    CHECK(answer.json()["status"].integer() == 413);
    CHECK(client.closed_within(5s));
    CHECK(std::chrono::steady_clock::now() - start < 5s);
  }
  Client api(site.port());
  api.send(head_of("/api/v1/tickets", std::size_t{54} << 20, "text/html", kMultipart));
  CHECK(api.receive().header("content-type") == "application/problem+json");
}
