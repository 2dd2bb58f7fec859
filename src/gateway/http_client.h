// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <chrono>
#include <cstddef>
#include <map>
#include <memory>
#include <optional>
#include <string>
#include <utility>
#include <vector>

namespace pharos::gateway {

/// What a client may do. A value type.
struct HttpPolicy {
  std::chrono::milliseconds connect{5000};  ///< for the connection with its TLS
  std::chrono::milliseconds total{20000};   ///< for everything
  std::size_t answer_bytes = 1 << 20;       ///< of the body; the headers may have 64 KiB
  /// Whether it may reach addresses that are not public. Checked on the address that is connected to, so that no name
  /// leads inside, whatever it resolves to at the second look.
  bool allow_private = false;
  std::string ca_file;               ///< trusted instead of the system's authorities; empty: these
  std::vector<std::string> resolve;  ///< "host:port:address" before any look-up; for tests
};

struct HttpRequest {
  std::string method = "POST";
  std::string url;
  std::vector<std::pair<std::string, std::string>> headers;
  std::string body;  ///< not sent with GET
};

struct HttpAnswer {
  int status = 0;
  std::map<std::string, std::string> headers;  ///< names in lower case
  std::string body;
  std::optional<std::chrono::seconds> retry_after;  ///< of seconds and dates alike; at most a day
};

/// Requests over http and https to the systems of the support team. Redirects are never followed, proxies of the
/// environment are not used, certificates are verified. Keeps connections open for its next request. Thread-safe.
class HttpClient {
 public:
  explicit HttpClient(HttpPolicy policy);
  ~HttpClient();
  HttpClient(const HttpClient&) = delete;
  HttpClient& operator=(const HttpClient&) = delete;

  /// The whole answer, whatever its status. Throws Error{unavailable} when there is none: not reached, a private
  /// address, too slow, cut off, too long. The message names scheme, host and port of the address and nothing that
  /// could be secret. REQUIRES: headers without control characters.
  HttpAnswer send(const HttpRequest& request) const;

  const HttpPolicy& policy() const { return policy_; }

 private:
  struct Impl;
  HttpPolicy policy_;
  std::unique_ptr<Impl> impl_;
};

/// "https://host:port" of an address, for messages.
std::string origin_of(const std::string& url);

}  // namespace pharos::gateway
