// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <array>
#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace pharos::http {

/// An IP address as 16 bytes; one of version 4 in its mapped form (RFC 4291, 2.5.5.2).
using AddressBytes = std::array<std::uint8_t, 16>;

/// Reads "203.0.113.7", "2001:db8::1", also with the port and brackets that proxies write. Nothing for anything else.
std::optional<AddressBytes> parse_address(std::string_view text);
/// The usual text of it, so that one address has one spelling.
std::string address_text(const AddressBytes& address);

/// The proxies whose word on who asks is believed. Immutable.
class TrustedProxies {
 public:
  /// Addresses and networks, "127.0.0.1", "10.0.0.0/8", "fd00::/8". Throws Error{invalid_argument} for anything else.
  explicit TrustedProxies(const std::vector<std::string>& networks);

  bool trusts(std::string_view address) const;
  /// Who asks: the peer itself unless it is trusted, else the last hop of X-Forwarded-For that is not, for a client may
  /// write any hops before it. The first hop where all are trusted.
  std::string client(std::string_view peer, std::string_view forwarded_for) const;

 private:
  struct Network {
    AddressBytes address;
    int bits;
  };
  std::vector<Network> networks_;
};

}  // namespace pharos::http
