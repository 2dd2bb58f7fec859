// SPDX-License-Identifier: GPL-3.0-or-later
#include "gateway/webhook_signature.h"

#include <algorithm>
#include <optional>

#include "pharos/base/digest.h"
#include "pharos/base/error.h"

namespace pharos::gateway {
namespace {

constexpr std::string_view kPrefix = "whsec_";
constexpr std::string_view kVersion = "v1,";
constexpr std::size_t kFewestBytes = 24;
constexpr std::size_t kMostBytes = 64;
constexpr std::size_t kMostSignatures = 16;

std::string signature(const std::string& key, std::string_view id, std::int64_t timestamp, std::string_view body) {
  std::string signed_text(id);
  signed_text += "." + std::to_string(timestamp) + ".";
  signed_text += body;
  return base64(hmac_sha256(key, signed_text));
}

}  // namespace

WebhookSecrets::WebhookSecrets(const std::vector<std::string>& secrets) {
  for (const std::string& secret : secrets) {
    std::optional<std::string> key;
    if (secret.rfind(kPrefix, 0) == 0) key = from_base64(std::string_view(secret).substr(kPrefix.size()));
    if (!key || key->size() < kFewestBytes || key->size() > kMostBytes) {
      throw Error(ErrorKind::kInvalidArgument,
                  "a webhook's secret is whsec_ and 24 to 64 random bytes in base 64; "
                  "make one by: echo whsec_$(openssl rand -base64 32)");
    }
    keys_.push_back(std::move(*key));
  }
  if (keys_.empty()) throw Error(ErrorKind::kInvalidArgument, "a webhook needs a secret");
}

std::string WebhookSecrets::sign(std::string_view id, std::int64_t timestamp, std::string_view body) const {
  std::string signatures;
  for (const std::string& key : keys_) {
    if (!signatures.empty()) signatures += ' ';
    signatures += std::string(kVersion) + signature(key, id, timestamp, body);
  }
  return signatures;
}

bool WebhookSecrets::verify(std::string_view id, std::int64_t timestamp, std::string_view body,
                            std::string_view signatures) const {
  std::vector<std::string> expected;
  for (const std::string& key : keys_) expected.push_back(signature(key, id, timestamp, body));
  bool found = false;
  std::size_t looked_at = 0;
  for (std::size_t at = 0; at < signatures.size() && looked_at < kMostSignatures; ++looked_at) {
    const std::size_t end = std::min(signatures.find(' ', at), signatures.size());
    const std::string_view given = signatures.substr(at, end - at);
    at = end + 1;
    if (given.rfind(kVersion, 0) != 0) continue;
    for (const std::string& each : expected) found |= equal_secrets(each, given.substr(kVersion.size()));
  }
  return found;
}

}  // namespace pharos::gateway
