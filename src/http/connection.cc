// SPDX-License-Identifier: GPL-3.0-or-later
#include "http/connection.h"

#include <poll.h>
#include <sys/socket.h>

#include <array>
#include <cerrno>

namespace pharos::http {
namespace {

constexpr std::size_t kChunk = 16 * 1024;
constexpr std::chrono::milliseconds kLinger{500};
constexpr std::size_t kLingerBytes = 1024 * 1024;
constexpr std::string_view kContinue = "HTTP/1.1 100 Continue\r\n\r\n";

bool wait_for(int descriptor, short events, std::chrono::steady_clock::time_point deadline) {
  while (true) {
    const auto left =
        std::chrono::duration_cast<std::chrono::milliseconds>(deadline - std::chrono::steady_clock::now()).count();
    if (left <= 0) return false;
    pollfd waiting{descriptor, events, 0};
    const int ready = ::poll(&waiting, 1, static_cast<int>(left));
    if (ready > 0) return true;
    if (ready == 0 || errno != EINTR) return false;
  }
}

}  // namespace

bool Connection::receive(Clock::time_point deadline) {
  std::array<char, kChunk> chunk;
  while (wait_for(descriptor_, POLLIN, deadline)) {
    const ssize_t received = ::recv(descriptor_, chunk.data(), chunk.size(), 0);
    if (received > 0) {
      buffer_.append(chunk.data(), static_cast<std::size_t>(received));
      return true;
    }
    if (received == 0 || (errno != EINTR && errno != EAGAIN && errno != EWOULDBLOCK)) return false;
  }
  return false;
}

ReadOutcome Connection::read() {
  if (buffer_.empty() && !receive(Clock::now() + limits_.idle)) return {};
  const auto deadline = Clock::now() + limits_.request;
  bool continued = false;
  while (true) {
    ReadOutcome outcome = read_request(buffer_);
    if (outcome.state == ReadOutcome::State::kComplete) buffer_.erase(0, outcome.request.bytes);
    if (outcome.state != ReadOutcome::State::kNeedsMore) return outcome;
    if (outcome.awaits_continue && !continued) {
      continued = true;
      if (!write(kContinue)) return {};
    }
    if (receive(deadline)) continue;
    if (Clock::now() < deadline) return {};
    outcome.state = ReadOutcome::State::kRefused;
    outcome.status = 408;
    outcome.reason = "The request did not arrive in time.";
    return outcome;
  }
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
  const auto deadline = Clock::now() + kLinger;
  std::size_t discarded = 0;
  buffer_.clear();
  while (discarded < kLingerBytes && receive(deadline)) {
    discarded += buffer_.size();
    buffer_.clear();
  }
}

}  // namespace pharos::http
