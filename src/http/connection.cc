// SPDX-License-Identifier: GPL-3.0-or-later
#include "http/connection.h"

#include <poll.h>
#include <sys/socket.h>

#include <algorithm>
#include <array>
#include <cerrno>

namespace pharos::http {
namespace {

constexpr std::size_t kChunk = 16 * 1024;
constexpr std::chrono::milliseconds kLinger{500};
constexpr std::size_t kLingerBytes = 1024 * 1024;
constexpr int kLongLingers = 3;  // times the time for a request
constexpr std::int64_t kRoomRetrySeconds = 5;
constexpr const char* kTooSlow = "The request did not arrive in time.";
constexpr std::string_view kContinue = "HTTP/1.1 100 Continue\r\n\r\n";

bool wait_for(int descriptor, short events, std::chrono::steady_clock::time_point deadline) {
  while (true) {
    // Rounded up: to wake before the deadline would look as if the client had hung up.
    const auto left = std::chrono::ceil<std::chrono::milliseconds>(deadline - std::chrono::steady_clock::now()).count();
    if (left <= 0) return false;
    pollfd waiting{descriptor, events, 0};
    const int ready = ::poll(&waiting, 1, static_cast<int>(left));
    if (ready > 0) return true;
    if (ready == 0 || errno != EINTR) return false;
  }
}

ReadOutcome no_room() {
  ReadOutcome outcome = refused(503, "Too many uploads are under way. Try again in a few seconds.");
  outcome.retry_after = kRoomRetrySeconds;
  return outcome;
}

}  // namespace

bool Connection::receive(std::string& buffer, std::size_t most, Clock::time_point deadline) {
  std::array<char, kChunk> chunk;
  while (wait_for(descriptor_, POLLIN, deadline)) {
    const ssize_t received = ::recv(descriptor_, chunk.data(), std::min(chunk.size(), most), 0);
    if (received > 0) {
      buffer.append(chunk.data(), static_cast<std::size_t>(received));
      return true;
    }
    if (received == 0 || (errno != EINTR && errno != EAGAIN && errno != EWOULDBLOCK)) return false;
  }
  return false;
}

ReadOutcome Connection::read() {
  hold_ = {};
  unread_ = 0;
  if (buffer_.empty() && !receive(buffer_, kChunk, Clock::now() + limits_.idle)) return {};
  const auto begin = Clock::now();
  ReadOutcome outcome = read_head_until(begin + limits_.request);
  return outcome.state == ReadOutcome::State::kComplete ? read_body(std::move(outcome), begin) : outcome;
}

ReadOutcome Connection::read_head_until(Clock::time_point deadline) {
  while (true) {
    ReadOutcome outcome = read_head(buffer_);
    if (outcome.state == ReadOutcome::State::kComplete) {
      buffer_.erase(0, outcome.request.bytes);
      tell_who_asks(outcome.request);
    }
    if (outcome.state != ReadOutcome::State::kNeedsMore) return outcome;
    if (receive(buffer_, kChunk, deadline)) continue;
    return Clock::now() < deadline ? ReadOutcome() : refused(408, kTooSlow);
  }
}

void Connection::tell_who_asks(RawRequest& request) const {
  const auto field = [&](const char* name) {
    const auto found = request.headers.find(name);
    return found == request.headers.end() ? std::string_view() : std::string_view(found->second);
  };
  request.address = surroundings_.proxies.client(peer_, field("x-forwarded-for"));
  request.secure = surroundings_.proxies.trusts(peer_) && field("x-forwarded-proto") == "https";
}

ReadOutcome Connection::refuse_body(ReadOutcome refusal, RawRequest request) {
  request.body.clear();
  refusal.request = std::move(request);
  return refusal;
}

ReadOutcome Connection::read_body(ReadOutcome outcome, Clock::time_point begin) {
  const std::size_t length = outcome.body_bytes;
  if (length == 0) return outcome;
  RawRequest& request = outcome.request;
  std::size_t most = RequestLimits().body_bytes;
  if (length > most) most = surroundings_.body_limit(request);
  hold_ = surroundings_.room.admit(request.address, length);
  if (length > most) {
    if (hold_ && shows_pages(request)) unread_ = length;
    return refuse_body(body_too_large(most), std::move(request));
  }
  if (!hold_) return refuse_body(no_room(), std::move(request));

  request.body = buffer_.substr(0, length);
  buffer_.erase(0, length);
  if (!hold_.grow(request.body.size())) return refuse_body(no_room(), std::move(request));
  if (outcome.awaits_continue && request.body.empty() && !write(kContinue)) return {};
  while (request.body.size() < length) {
    // Who keeps the rate may take the time that the length needs; who stalls is not waited for longer than others.
    const std::size_t before = request.body.size();
    const auto deadline = begin + limits_.request + std::chrono::milliseconds(before * 1000 / limits_.bytes_a_second);
    if (!receive(request.body, length - before, deadline)) {
      return Clock::now() < deadline ? ReadOutcome() : refuse_body(refused(408, kTooSlow), std::move(request));
    }
    if (!hold_.grow(request.body.size() - before)) return refuse_body(no_room(), std::move(request));
  }
  request.bytes += length;
  return outcome;
}

bool Connection::write(std::string_view bytes) {
  while (!bytes.empty()) {
    if (!wait_for(descriptor_, POLLOUT, Clock::now() + limits_.answer)) return false;
    const ssize_t sent = ::send(descriptor_, bytes.data(), bytes.size(), MSG_NOSIGNAL | MSG_DONTWAIT);
    if (sent > 0) {
      bytes.remove_prefix(static_cast<std::size_t>(sent));
    } else if (errno != EINTR && errno != EAGAIN && errno != EWOULDBLOCK) {
      return false;
    }
  }
  return true;
}

void Connection::linger() {
  // Closing while bytes wait unread resets the connection, and the reset overtakes the answer.
  ::shutdown(descriptor_, SHUT_WR);
  const auto deadline = Clock::now() + (unread_ > 0 ? kLongLingers * limits_.request : kLinger);
  const std::size_t most = std::max(kLingerBytes, unread_);
  std::size_t discarded = 0;
  buffer_.clear();
  while (discarded < most && receive(buffer_, kChunk, deadline)) {
    discarded += buffer_.size();
    buffer_.clear();
  }
}

}  // namespace pharos::http
