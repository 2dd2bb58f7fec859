// SPDX-License-Identifier: GPL-3.0-or-later
#include "http/exchange.h"

namespace pharos::http {

std::optional<std::string> Request::parameter(std::string_view name) const {
  for (const auto& [key, value] : query) {
    if (key == name) return value;
  }
  return std::nullopt;
}

std::string Request::header(std::string_view name) const {
  const auto found = headers.find(std::string(name));
  return found == headers.end() ? std::string() : found->second;
}

}  // namespace pharos::http
