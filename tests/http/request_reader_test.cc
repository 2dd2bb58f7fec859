// SPDX-License-Identifier: GPL-3.0-or-later
#include "http/request_reader.h"

#include <doctest/doctest.h>

#include <string>

using namespace pharos::http;
using State = ReadOutcome::State;

namespace {
const std::string kHost = "Host: x\r\n";
}

TEST_CASE("a whole request is read and what follows it is left") {
  const std::string first = "GET /en?q=a HTTP/1.1\r\n" + kHost + "Accept-Language:  ru , en \r\nX: 1\r\nx: 2\r\n\r\n";
  const ReadOutcome outcome = read_request(first + "GET /next");
  REQUIRE(outcome.state == State::kComplete);
  CHECK(outcome.request.method == "GET");
  CHECK(outcome.request.target == "/en?q=a");
  CHECK(outcome.request.bytes == first.size());
  CHECK(outcome.request.keep_alive);
  CHECK(outcome.request.headers.at("accept-language") == "ru , en");
  CHECK(outcome.request.headers.at("x") == "1, 2");
}

TEST_CASE("every prefix of a request asks for more") {
  const std::string whole = "POST /x HTTP/1.1\r\n" + kHost + "Content-Length: 5\r\n\r\nabcde";
  for (std::size_t size = 0; size < whole.size(); ++size) {
    CAPTURE(size);
    CHECK(read_request(whole.substr(0, size)).state == State::kNeedsMore);
  }
  const ReadOutcome outcome = read_request(whole);
  REQUIRE(outcome.state == State::kComplete);
  CHECK(outcome.request.body == "abcde");
}

TEST_CASE("a connection is kept as the version and its field say") {
  CHECK_FALSE(read_request("GET / HTTP/1.0\r\n\r\n").request.keep_alive);
  CHECK_FALSE(read_request("GET / HTTP/1.1\r\nHost: x\r\nConnection: TE, Close\r\n\r\n").request.keep_alive);
  CHECK(read_request("GET / HTTP/1.1\r\nHost: x\r\nConnection: keep-alive\r\n\r\n").request.keep_alive);
}

TEST_CASE("a head is read before its body, however long that will be") {
  const std::string head = "POST /x HTTP/1.1\r\n" + kHost + "Content-Length: 10737418240\r\n\r\n";
  for (const std::string& bytes : {head, head + "the first of it"}) {
    const ReadOutcome outcome = read_head(bytes);
    REQUIRE(outcome.state == State::kComplete);
    CHECK(outcome.body_bytes == 10737418240U);
    CHECK(outcome.request.bytes == head.size());
    CHECK(outcome.request.body.empty());
  }
  CHECK(read_request(head).status == 413);
}

TEST_CASE("a client that waits to be told is told to continue") {
  CHECK(
      read_request("POST / HTTP/1.1\r\nHost: x\r\nExpect: 100-continue\r\nContent-Length: 3\r\n\r\n").awaits_continue);
}

TEST_CASE("what two readers could understand differently is refused") {
  struct Row {
    std::string bytes;
    int status;
  };
  const std::string post = "POST /p HTTP/1.1\r\n" + kHost;
  const std::string get = "GET /p HTTP/1.1\r\n" + kHost;
  std::string many = get;
  for (int i = 0; i < 101; ++i) many += "h" + std::to_string(i) + ": v\r\n";
  for (const Row& row : std::initializer_list<Row>{
           {post + "Content-Length: 3\r\nContent-Length: 5\r\n\r\nabcde", 400},
           {post + "Content-Length: 3\r\nTransfer-Encoding: chunked\r\n\r\n", 501},
           {post + "Transfer-Encoding: identity, chunked\r\n\r\n", 501},
           {post + "Content-Encoding: gzip\r\nContent-Length: 3\r\n\r\nabc", 415},
           {post + "Content-Length: -1\r\n\r\n", 400},
           {post + "Content-Length: 3, 3\r\n\r\nabc", 400},
           {post + "Content-Length: 99999999999999999999\r\n\r\n", 413},
           {post + "Content-Length: 70000\r\n\r\n", 413},
           {post + "\r\n", 411},
           {"GET /p HTTP/1.1\r\n\r\n", 400},
           {get + "Host: y\r\n\r\n", 400},
           {get + "A : b\r\n\r\n", 400},
           {get + "no colon\r\n\r\n", 400},
           {get + ": empty\r\n\r\n", 400},
           {get + " folded: line\r\n\r\n", 400},
           {get + "A: b\nX: y\r\n\r\n", 400},
           {get + "A: b\rX: y\r\n\r\n", 400},
           {get + std::string("A: b\0c\r\n\r\n", 10), 400},
           {"GET /p HTTP/1.1\nHost: x\n\n", 400},
           {"GET  /p HTTP/1.1\r\n" + kHost + "\r\n", 400},
           {"GET /p\r\n" + kHost + "\r\n", 400},
           {"BREW /p HTTP/1.1\r\n" + kHost + "\r\n", 501},
           {"GET /p HTTP/2.0\r\n" + kHost + "\r\n", 505},
           {"GET /" + std::string(100'000, 'a') + " HTTP/1.1\r\n" + kHost + "\r\n", 414},
           {std::string(100'000, 'A'), 414},
           {get + "X: " + std::string(100'000, 'a') + "\r\n\r\n", 431},
           {many + "\r\n", 431},
       }) {
    CAPTURE(row.bytes.substr(0, 120));
    const ReadOutcome outcome = read_request(row.bytes);
    CHECK(outcome.state == State::kRefused);
    CHECK(outcome.status == row.status);
    CHECK_FALSE(outcome.reason.empty());
  }
}
