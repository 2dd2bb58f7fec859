// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <memory>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "gateway/http_client.h"
#include "pharos/base/json.h"

namespace pharos::gateway {

/// A body that is sent.
struct Payload {
  std::string content_type, bytes;
};
Payload json_payload(std::string json);

/// A ticket system's API over JSON. Thread-safe.
class JsonApi {
 public:
  using Headers = std::vector<std::pair<std::string, std::string>>;

  /// `headers` go with every request; paths are appended to `url`.
  JsonApi(std::string url, HttpPolicy policy, Headers headers);

  /// The JSON of a 2xx answer. Throws Refusal for another status, Error{unavailable} for none and for what is no JSON.
  Json get(const std::string& path) const;
  Json send(const std::string& method, const std::string& path, Payload payload, const Headers& more = {}) const;

  const std::string& url() const { return url_; }

 private:
  std::string url_;
  std::unique_ptr<HttpClient> client_;
  Headers headers_;
};

/// Percent-encoded for a query (RFC 3986): all but unreserved characters.
std::string query_value(std::string_view text);

/// A whole number above 0, as ids of tickets are; empty for anything else.
std::string number_text(const Json& value);
bool is_number(std::string_view text);

}  // namespace pharos::gateway
