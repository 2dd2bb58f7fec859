// SPDX-License-Identifier: GPL-3.0-or-later
#include <doctest/doctest.h>
#include <sys/socket.h>
#include <unistd.h>

#include <array>
#include <chrono>
#include <string>
#include <string_view>
#include <thread>

#include "http/connection.h"

using namespace pharos::http;
using namespace std::chrono_literals;
using State = ReadOutcome::State;

namespace {

// Both ends of a connection. Belongs to one thread.
class Pair {
 public:
  explicit Pair(ConnectionLimits limits = {}, BodyRoomLimits room = {}) : room_(room) {
    REQUIRE(::socketpair(AF_UNIX, SOCK_STREAM | SOCK_CLOEXEC, 0, ends_.data()) == 0);
    connection_ = std::make_unique<Connection>(ends_[0], "10.0.0.1", limits, surroundings_);
  }
  ~Pair() {
    ::close(ends_[0]);
    if (ends_[1] >= 0) ::close(ends_[1]);
  }
  Pair(const Pair&) = delete;
  Pair& operator=(const Pair&) = delete;

  void send(std::string_view bytes) const {
    REQUIRE(::send(ends_[1], bytes.data(), bytes.size(), MSG_NOSIGNAL) == static_cast<ssize_t>(bytes.size()));
  }
  std::string receive() const {
    std::array<char, 256> text;
    const ssize_t bytes = ::recv(ends_[1], text.data(), text.size(), 0);
    return {text.data(), static_cast<std::size_t>(std::max<ssize_t>(0, bytes))};
  }
  void hang_up() {
    ::close(ends_[1]);
    ends_[1] = -1;
  }
  ReadOutcome read() { return connection_->read(); }
  BodyRoom& room() { return room_; }

 private:
  std::array<int, 2> ends_{-1, -1};
  const TrustedProxies proxies_{{"10.0.0.0/8"}};
  BodyRoom room_;
  const ConnectionSurroundings surroundings_{proxies_, room_, [](const RawRequest&) { return std::size_t{1} << 20; }};
  std::unique_ptr<Connection> connection_;
};

std::string posting(std::size_t bytes, const std::string& more = {}) {
  return "POST /x HTTP/1.1\r\nHost: x\r\n" + more + "Content-Length: " + std::to_string(bytes) + "\r\n\r\n";
}

}  // namespace

TEST_CASE("a body is read however it is cut, and what follows it is the next request") {
  Pair pair;
  std::string body;
  for (int i = 0; body.size() < 100'000; ++i) body += std::to_string(i) + "\r\n";
  std::thread sender([&] {
    pair.send(posting(body.size()).substr(0, 20));
    std::this_thread::sleep_for(10ms);
    pair.send(posting(body.size()).substr(20) + body.substr(0, 7));
    std::this_thread::sleep_for(10ms);
    pair.send(body.substr(7) + posting(2) + "ok" + posting(0));
  });
  const ReadOutcome first = pair.read();
  REQUIRE(first.state == State::kComplete);
  CHECK(first.request.body == body);
  CHECK(pair.read().request.body == "ok");
  CHECK(pair.read().state == State::kComplete);
  sender.join();
}

TEST_CASE("a body that keeps the rate may take its time, one that stalls is not waited for") {
  ConnectionLimits limits;
  limits.request = 300ms;
  limits.bytes_a_second = 50;
  Pair slow(limits);
  std::thread sender([&] {
    slow.send(posting(400) + std::string(200, 'a'));
    std::this_thread::sleep_for(600ms);
    slow.send(std::string(200, 'b'));
  });
  CHECK(slow.read().state == State::kComplete);
  sender.join();

  Pair stalled(limits);
  stalled.send(posting(400) + "aaaaa");
  const auto begin = std::chrono::steady_clock::now();
  const ReadOutcome outcome = stalled.read();
  CHECK(outcome.status == 408);
  CHECK(std::chrono::steady_clock::now() - begin >= 400ms);
}

TEST_CASE("a client that hangs up within its body gets no answer") {
  Pair pair;
  pair.send(posting(400) + "aaaaa");
  pair.hang_up();
  CHECK(pair.read().state == State::kNeedsMore);
}

TEST_CASE("the proxy's word is taken for who asks and how") {
  Pair pair;
  pair.send(posting(0, "X-Forwarded-For: 6.6.6.6, 203.0.113.7\r\nX-Forwarded-Proto: https\r\n") + posting(0));
  const ReadOutcome told = pair.read();
  CHECK(told.request.address == "203.0.113.7");
  CHECK(told.request.secure);
  const ReadOutcome untold = pair.read();
  CHECK(untold.request.address == "10.0.0.1");
  CHECK_FALSE(untold.request.secure);
}

TEST_CASE("a body beyond what is left of the room is refused for now, and frees what it took") {
  Pair pair({}, {150'000, 64 * 1024, 4, 4});
  auto other = pair.room().admit("b", 100'000);
  REQUIRE(other.grow(100'000));
  pair.send(posting(60'000));
  const ReadOutcome refused = pair.read();
  CHECK(refused.status == 503);
  CHECK(refused.retry_after > 0);

  // The room fills while the body comes in.
  Pair growing({}, {150'000, 64 * 1024, 4, 4});
  auto beside = growing.room().admit("b", 100'000);
  REQUIRE(beside.grow(100'000));
  std::thread sender([&] {
    growing.send(posting(45'000) + std::string(10, 'a'));
    std::this_thread::sleep_for(50ms);
    CHECK(beside.grow(45'000));
    growing.send(std::string(44'990, 'a'));
  });
  CHECK(growing.read().status == 503);
  sender.join();
}

TEST_CASE("a body that is too long is refused by its head, and a waiting client is told to go on else") {
  Pair pair;
  pair.send(posting((1 << 20) + 1, "Expect: 100-continue\r\n"));
  CHECK(pair.read().status == 413);
  Pair waiting;
  std::thread client([&] {
    waiting.send(posting(3, "Expect: 100-continue\r\n"));
    CHECK(waiting.receive() == "HTTP/1.1 100 Continue\r\n\r\n");
    waiting.send("abc");
  });
  CHECK(waiting.read().request.body == "abc");
  client.join();
}
