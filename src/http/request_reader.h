// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <cstddef>
#include <map>
#include <string>
#include <string_view>

namespace pharos::http {

/// Limits on what one request may weigh before anything is done for it.
struct RequestLimits {
  std::size_t line_bytes = 8 * 1024;
  std::size_t head_bytes = 32 * 1024;
  std::size_t headers = 100;
  std::size_t body_bytes = 64 * 1024;
};

/// One request as its bytes say, strictly read (RFC 9112): what two readers could understand differently is refused, so
/// that nothing can be smuggled in the body of another request.
struct RawRequest {
  std::string method;
  std::string target;
  std::map<std::string, std::string> headers;  ///< names in lower case; values undecoded, repeated ones joined by ", "
  std::string body;
  std::size_t bytes = 0;  ///< that it took from the connection
  bool keep_alive = true;
};

/// What the bytes received so far are.
struct ReadOutcome {
  enum class State { kNeedsMore, kComplete, kRefused };
  State state = State::kNeedsMore;
  RawRequest request;            ///< when complete
  int status = 0;                ///< when refused: the answer's status, ...
  std::string reason;            ///< ... and what is wrong and how to mend it
  bool awaits_continue = false;  ///< the client sends its body only after "100 Continue"
};

/// Reads the first request of `bytes`. Linear, pure.
ReadOutcome read_request(std::string_view bytes, const RequestLimits& limits = {});

}  // namespace pharos::http
