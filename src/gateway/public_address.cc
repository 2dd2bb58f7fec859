// SPDX-License-Identifier: GPL-3.0-or-later
#include "gateway/public_address.h"

#include <netinet/in.h>

#include <array>
#include <cstdint>
#include <cstring>

namespace pharos::gateway {
namespace {

struct V4Range {
  std::uint32_t first;
  int bits;
};

constexpr std::uint32_t v4(std::uint32_t a, std::uint32_t b, std::uint32_t c = 0) {
  return (a << 24) | (b << 16) | (c << 8);
}

constexpr std::array<V4Range, 15> kNotPublicV4 = {{
    {v4(0, 0), 8},           // this network; 0.0.0.0 reaches the machine itself
    {v4(10, 0), 8},          // private
    {v4(100, 64), 10},       // shared by carriers
    {v4(127, 0), 8},         // loopback
    {v4(169, 254), 16},      // link-local; metadata services of clouds
    {v4(172, 16), 12},       // private
    {v4(192, 0, 0), 24},     // protocol assignments
    {v4(192, 0, 2), 24},     // documentation
    {v4(192, 88, 99), 24},   // 6to4 relays
    {v4(192, 168), 16},      // private
    {v4(198, 18), 15},       // benchmarks
    {v4(198, 51, 100), 24},  // documentation
    {v4(203, 0, 113), 24},   // documentation
    {v4(224, 0), 4},         // multicast
    {v4(240, 0), 4},         // reserved, broadcast
}};

struct V6Range {
  std::array<std::uint8_t, 12> first;
  int bits;
};

constexpr std::array<V6Range, 8> kNotPublicV6 = {{
    {{0x00, 0x64, 0xff, 0x9b, 0x00, 0x01}, 48},  // local translation
    {{0x01, 0x00}, 64},                          // discard
    {{0x20, 0x01}, 23},                          // protocol assignments, Teredo, benchmarks
    {{0x20, 0x01, 0x0d, 0xb8}, 32},              // documentation
    {{0x20, 0x02}, 16},                          // 6to4: any IPv4 address within
    {{0xfc}, 7},                                 // private
    {{0xfe, 0x80}, 9},                           // link-local, and the former site-local
    {{0xff}, 8},                                 // multicast
}};

// IPv6 addresses that are an IPv4 address: mapped, compatible (::1 and :: among them), and translated (RFC 6052).
constexpr std::array<std::array<std::uint8_t, 12>, 3> kV4Within = {{
    {0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0xff, 0xff},
    {},
    {0x00, 0x64, 0xff, 0x9b},
}};

bool is_public_v4(std::uint32_t address) {
  for (const V4Range& range : kNotPublicV4) {
    if ((address ^ range.first) >> (32 - range.bits) == 0) return false;
  }
  return true;
}

bool within(const std::array<std::uint8_t, 16>& address, const V6Range& range) {
  for (int bit = 0; bit < range.bits; ++bit) {
    const std::size_t byte = static_cast<std::size_t>(bit / 8);
    if (((address[byte] ^ range.first[byte]) >> (7 - bit % 8)) & 1) return false;
  }
  return true;
}

bool is_public_v6(const std::array<std::uint8_t, 16>& address) {
  for (const auto& prefix : kV4Within) {
    if (std::memcmp(address.data(), prefix.data(), prefix.size()) == 0) {
      return is_public_v4(static_cast<std::uint32_t>(address[12]) << 24 |
                          static_cast<std::uint32_t>(address[13]) << 16 | static_cast<std::uint32_t>(address[14]) << 8 |
                          address[15]);
    }
  }
  for (const V6Range& range : kNotPublicV6) {
    if (within(address, range)) return false;
  }
  return true;
}

}  // namespace

bool is_public(const sockaddr* address) {
  if (address->sa_family == AF_INET) {
    sockaddr_in v4_address{};
    std::memcpy(&v4_address, address, sizeof v4_address);
    return is_public_v4(ntohl(v4_address.sin_addr.s_addr));
  }
  if (address->sa_family == AF_INET6) {
    sockaddr_in6 v6_address{};
    std::memcpy(&v6_address, address, sizeof v6_address);
    std::array<std::uint8_t, 16> bytes{};
    std::memcpy(bytes.data(), &v6_address.sin6_addr, bytes.size());
    return is_public_v6(bytes);
  }
  return false;
}

}  // namespace pharos::gateway
