// SPDX-License-Identifier: GPL-3.0-or-later
#include "engine/form_token.h"

#include <charconv>

#include "pharos/base/digest.h"

namespace pharos::engine {
namespace {

// The key signs nothing else, but it may some day.
constexpr std::string_view kPurpose = "form ";

std::string signature(std::string_view key, std::string_view moment) {
  return base64(hmac_sha256(key, std::string(kPurpose) + std::string(moment)));
}

}  // namespace

std::string make_form_token(std::string_view key, UtcTime now) {
  char digits[17];
  const auto written = std::to_chars(digits, digits + sizeof digits, now.seconds, 16);
  const std::string moment(digits, written.ptr);
  return moment + "." + signature(key, moment);
}

std::optional<UtcTime> read_form_token(std::string_view key, std::string_view token) {
  const std::size_t dot = token.find('.');
  if (dot == std::string_view::npos) return std::nullopt;
  const std::string_view moment = token.substr(0, dot);
  if (!equal_secrets(signature(key, moment), token.substr(dot + 1))) return std::nullopt;
  UtcTime time;
  const auto read = std::from_chars(moment.data(), moment.data() + moment.size(), time.seconds, 16);
  if (read.ec != std::errc() || read.ptr != moment.data() + moment.size()) return std::nullopt;
  return time;
}

}  // namespace pharos::engine
