// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <chrono>
#include <functional>
#include <string>
#include <string_view>

#include "http/body_room.h"
#include "http/request_reader.h"
#include "http/trusted_proxies.h"

namespace pharos::http {

/// How long a connection may take for what.
struct ConnectionLimits {
  std::chrono::milliseconds idle{2000};      ///< between requests
  std::chrono::milliseconds request{10000};  ///< from a request's first byte to its last, and for bodies ...
  std::size_t bytes_a_second = 16 * 1024;    ///< ... what this rate needs besides
  std::chrono::milliseconds answer{10000};   ///< for the client to take any part of an answer
};

/// What all connections of a server share. All of it outlives them.
struct ConnectionSurroundings {
  const TrustedProxies& proxies;
  BodyRoom& room;
  std::function<std::size_t(const RawRequest&)> body_limit;  ///< by the head, for bodies beyond RequestLimits
};

/// One accepted socket, read a whole request at a time: a handler never waits for a slow client. Belongs to one thread.
/// Does not own the descriptor.
class Connection {
 public:
  /// `peer`: the address at the other end.
  Connection(int descriptor, std::string peer, const ConnectionLimits& limits,
             const ConnectionSurroundings& surroundings)
      : descriptor_(descriptor), peer_(std::move(peer)), limits_(limits), surroundings_(surroundings) {}

  /// Waits for the next request. kNeedsMore: the client is gone or idle, and nothing is to be answered. The body's room
  /// is kept until the next call.
  ReadOutcome read();
  /// False when the client did not take it.
  bool write(std::string_view bytes);
  /// Ends the connection so that the last answer arrives although the client may still be sending: a browser reads it
  /// only when it has sent the whole body.
  void linger();

 private:
  using Clock = std::chrono::steady_clock;
  /// More bytes onto the end of `buffer`, at most `most`. False at the end, on faults and when `deadline` has passed.
  bool receive(std::string& buffer, std::size_t most, Clock::time_point deadline);
  ReadOutcome read_head_until(Clock::time_point deadline);
  /// The body that the head announces, or why it is not read.
  ReadOutcome read_body(ReadOutcome head, Clock::time_point begin);
  /// The refusal of the body, with the head for the page that says why.
  ReadOutcome refuse_body(ReadOutcome refusal, RawRequest request);
  void tell_who_asks(RawRequest& request) const;

  int descriptor_;
  std::string peer_;
  ConnectionLimits limits_;
  const ConnectionSurroundings& surroundings_;
  BodyRoom::Hold hold_;
  std::size_t unread_ = 0;  ///< of a refused body that a browser is sending
  std::string buffer_;
};

}  // namespace pharos::http
