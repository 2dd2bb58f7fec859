// SPDX-License-Identifier: GPL-3.0-or-later
#include <arpa/inet.h>

#include <algorithm>
#include <array>
#include <string>

#include "pharos/desk/limits.h"

namespace pharos::desk {
namespace {

std::string first_three_octets(const unsigned char* octets) {
  return std::to_string(octets[0]) + "." + std::to_string(octets[1]) + "." + std::to_string(octets[2]);
}

std::string hextet(const unsigned char* bytes) {
  constexpr std::string_view kDigits = "0123456789abcdef";
  const unsigned value = static_cast<unsigned>(bytes[0]) << 8 | bytes[1];
  std::string out;
  for (int shift = 12; shift >= 0; shift -= 4) {
    const unsigned digit = value >> shift & 15;
    if (digit != 0 || !out.empty() || shift == 0) out += kDigits[digit];
  }
  return out;
}

}  // namespace

std::string coarse_address(std::string_view address) {
  std::string text(address);
  if (text.size() > 1 && text.front() == '[' && text.back() == ']') text = text.substr(1, text.size() - 2);
  text = text.substr(0, text.find('%'));  // the zone of a link-local address
  if (text.find('\0') != std::string::npos) return std::string(address);
  std::array<unsigned char, 16> bytes{};
  if (inet_pton(AF_INET, text.c_str(), bytes.data()) == 1) return first_three_octets(bytes.data());
  if (inet_pton(AF_INET6, text.c_str(), bytes.data()) != 1) return std::string(address);
  // A reader of IPv4 is the same one through a socket of IPv6 (RFC 4291, 2.5.5.2).
  constexpr std::array<unsigned char, 12> kMapped = {0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0xFF, 0xFF};
  if (std::equal(kMapped.begin(), kMapped.end(), bytes.begin())) return first_three_octets(bytes.data() + 12);
  return hextet(bytes.data()) + ":" + hextet(bytes.data() + 2) + ":" + hextet(bytes.data() + 4);
}

}  // namespace pharos::desk
