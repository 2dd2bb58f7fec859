// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

namespace pharos::gateway {

/// Secrets of Standard Webhooks 1.0, of which several count while one replaces another. An immutable value type.
class WebhookSecrets {
 public:
  /// Each as "whsec_" and base 64 of 24 to 64 bytes. Throws Error{invalid_argument} for anything else, and for none;
  /// the message tells nothing of a secret.
  explicit WebhookSecrets(const std::vector<std::string>& secrets);

  /// The value of `webhook-signature`: one "v1," signature a secret, with spaces between.
  std::string sign(std::string_view id, std::int64_t timestamp, std::string_view body) const;
  /// Whether one of the signatures in a header's value is by one of the secrets. Takes the same time wherever they
  /// differ; signatures of other versions are passed over.
  bool verify(std::string_view id, std::int64_t timestamp, std::string_view body, std::string_view signatures) const;

 private:
  std::vector<std::string> keys_;
};

}  // namespace pharos::gateway
