// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <sys/socket.h>

namespace pharos::gateway {

/// Whether an address is one of the public internet: not loopback, private, link-local, shared, reserved, multicast,
/// for documentation (IANA's special-purpose registries, RFC 6890), and not such an IPv4 address in the dress of an
/// IPv6 one. False for other families than IPv4 and IPv6. Pure.
/// REQUIRES: as many bytes as the family's address has.
bool is_public(const sockaddr* address);

}  // namespace pharos::gateway
