// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <chrono>
#include <string>
#include <string_view>

#include "http/request_reader.h"

namespace pharos::http {

/// How long a connection may take for what.
struct ConnectionLimits {
  std::chrono::milliseconds idle{2000};      ///< between requests
  std::chrono::milliseconds request{10000};  ///< from a request's first byte to its last
  std::chrono::milliseconds answer{10000};   ///< for the client to take any part of an answer
};

/// One accepted socket, read a whole request at a time: a handler never waits for a slow client. Belongs to one thread.
/// Does not own the descriptor.
class Connection {
 public:
  Connection(int descriptor, const ConnectionLimits& limits) : descriptor_(descriptor), limits_(limits) {}

  /// Waits for the next request. kNeedsMore: the client is gone, idle or too slow, and nothing is to be answered.
  ReadOutcome read();
  /// False when the client did not take it.
  bool write(std::string_view bytes);
  /// Ends the connection so that the last answer arrives although the client may still be sending.
  void linger();

 private:
  using Clock = std::chrono::steady_clock;
  /// More bytes into the buffer. False at the end, on faults and when `deadline` has passed.
  bool receive(Clock::time_point deadline);

  int descriptor_;
  ConnectionLimits limits_;
  std::string buffer_;
};

}  // namespace pharos::http
