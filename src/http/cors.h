// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <string>
#include <string_view>
#include <utility>
#include <vector>

namespace pharos::http {

using HeaderList = std::vector<std::pair<std::string, std::string>>;

/// Which other sites' pages may read the API (the Fetch standard's CORS protocol). Immutable.
class CorsPolicy {
 public:
  /// Origins as browsers send them, "https://www.example.com"; "*" alone lets everybody in.
  explicit CorsPolicy(std::vector<std::string> origins) : origins_(std::move(origins)) {}

  /// The fields for an answer to that Origin; Vary where the answer depends on it. None for a request without Origin
  /// unless the answer would differ with one, so that shared caches stay right.
  HeaderList answer_fields(std::string_view origin) const;
  /// Whether pages of that origin may read and write.
  bool allows(std::string_view origin) const;
  /// The fields that answer a preflight request; none when the origin is not let in.
  HeaderList preflight_fields(std::string_view origin, std::string_view allowed_methods) const;

 private:
  bool everybody() const;
  std::vector<std::string> origins_;
};

}  // namespace pharos::http
