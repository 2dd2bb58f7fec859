// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <chrono>
#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "pharos/gateway/gateways.h"

namespace pharos::gateway {

/// The options of one gateway, read as what they must be: every fault is an Error{invalid_argument} whose parameter is
/// "gateways.<name>.<option>". Not thread-safe; lives while its gateway is made. REQUIRES: both outlive it.
class GatewayOptions {
 public:
  GatewayOptions(const GatewaySettings& settings, const GatewaySurroundings& surroundings)
      : settings_(settings), surroundings_(surroundings) {}

  const std::string& name() const { return settings_.name; }
  const GatewaySurroundings& surroundings() const { return surroundings_; }

  /// One line; `otherwise` when it is not given.
  std::string text(std::string_view option, std::string_view otherwise = {}) const;
  std::string required(std::string_view option) const;
  /// "true" or "false", as YAML 1.2 writes them.
  bool flag(std::string_view option, bool otherwise) const;
  std::int64_t number(std::string_view option, std::int64_t otherwise, std::int64_t least, std::int64_t most) const;
  /// One of the choices; the first when it is not given.
  std::string choice(std::string_view option, const std::vector<std::string_view>& choices) const;
  /// An absolute http or https address without user, query and "#", and without "/" at its end.
  std::string address(std::string_view option) const;
  /// What the environment variable named by `<option>_env`, or the file named by `<option>_file`, holds, without white
  /// space around it. Nothing when neither option is given.
  std::optional<std::string> secret(std::string_view option) const;
  std::string required_secret(std::string_view option) const;

  [[noreturn]] void fault(std::string_view option, const std::string& message) const;

 private:
  const std::string* find(std::string_view option) const;

  const GatewaySettings& settings_;
  const GatewaySurroundings& surroundings_;
};

/// The pieces between white space and commas.
std::vector<std::string> words_of(std::string_view text);

}  // namespace pharos::gateway
