// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <cstddef>
#include <cstdint>
#include <map>
#include <string>
#include <string_view>

namespace pharos::http {

/// Limits on what one request may weigh before anything is done for it.
struct RequestLimits {
  std::size_t line_bytes = 8 * 1024;
  std::size_t head_bytes = 32 * 1024;
  std::size_t headers = 100;
  std::size_t body_bytes = 64 * 1024;  ///< where a route does not take more
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
  std::string address;  ///< of who asks, after trusted proxies; set by the connection
  bool secure = false;  ///< a trusted proxy says that it came by https
};

/// What the bytes received so far are.
struct ReadOutcome {
  enum class State { kNeedsMore, kComplete, kRefused };
  State state = State::kNeedsMore;
  RawRequest request;            ///< when complete; without its body when that is refused
  int status = 0;                ///< when refused: the answer's status, ...
  std::string reason;            ///< ... and what is wrong and how to mend it
  std::int64_t retry_after = 0;  ///< seconds after which it may go better; 0: it will not
  std::size_t body_bytes = 0;    ///< how long the body is said to be
  bool awaits_continue = false;  ///< the client sends its body only after "100 Continue"
};

/// A refusal. The server ends the connection after it.
ReadOutcome refused(int status, std::string reason);
ReadOutcome body_too_large(std::size_t most_bytes);

/// Whether who asks shows pages: then a refusal is one, too.
bool shows_pages(const RawRequest& request);

/// Reads the head of the first request of `bytes`: complete when its last line is there, with `request.bytes` the
/// head's length and no body yet. The body's length is not judged. Linear, pure.
ReadOutcome read_head(std::string_view bytes, const RequestLimits& limits = {});

/// The same with the body. Linear, pure.
ReadOutcome read_request(std::string_view bytes, const RequestLimits& limits = {});

}  // namespace pharos::http
