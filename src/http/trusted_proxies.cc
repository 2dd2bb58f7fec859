// SPDX-License-Identifier: GPL-3.0-or-later
#include "http/trusted_proxies.h"

#include <arpa/inet.h>

#include <algorithm>
#include <charconv>
#include <cstring>

#include "http/header_text.h"
#include "pharos/base/error.h"

namespace pharos::http {
namespace {

constexpr AddressBytes kMappedPrefix = {0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0xFF, 0xFF, 0, 0, 0, 0};
constexpr int kMappedBits = 96;

bool mapped(const AddressBytes& address) {
  return std::equal(kMappedPrefix.begin(), kMappedPrefix.begin() + 12, address.begin());
}

std::optional<AddressBytes> parse_bare(std::string_view text) {
  AddressBytes address = kMappedPrefix;
  const std::string terminated(text);
  if (terminated.size() != std::strlen(terminated.c_str())) return std::nullopt;
  if (::inet_pton(AF_INET, terminated.c_str(), address.data() + 12) == 1) return address;
  if (::inet_pton(AF_INET6, terminated.c_str(), address.data()) == 1) return address;
  return std::nullopt;
}

bool within(const AddressBytes& address, const AddressBytes& network, int bits) {
  const auto whole = static_cast<std::size_t>(bits / 8);
  if (!std::equal(address.begin(), address.begin() + whole, network.begin())) return false;
  if (bits % 8 == 0) return true;
  const int shift = 8 - bits % 8;
  return address[whole] >> shift == network[whole] >> shift;
}

}  // namespace

std::optional<AddressBytes> parse_address(std::string_view text) {
  text = trim_blanks(text);
  if (!text.empty() && text.front() == '[') {
    const std::size_t end = text.find(']');
    return end == std::string_view::npos ? std::nullopt : parse_bare(text.substr(1, end - 1));
  }
  const std::size_t colon = text.find(':');
  const bool with_port = colon != std::string_view::npos && text.find(':', colon + 1) == std::string_view::npos;
  return parse_bare(with_port ? text.substr(0, colon) : text);
}

std::string address_text(const AddressBytes& address) {
  std::array<char, INET6_ADDRSTRLEN> text{};
  const bool four = mapped(address);
  ::inet_ntop(four ? AF_INET : AF_INET6, address.data() + (four ? 12 : 0), text.data(), text.size());
  return text.data();
}

TrustedProxies::TrustedProxies(const std::vector<std::string>& networks) {
  for (const std::string& text : networks) {
    const std::size_t slash = std::min(text.find('/'), text.size());
    const auto address = parse_bare(std::string_view(text).substr(0, slash));
    int bits = 128;
    bool fits = address.has_value();
    if (fits && slash < text.size()) {
      const char* end = text.data() + text.size();
      const auto read = std::from_chars(text.data() + slash + 1, end, bits);
      if (mapped(*address)) bits += kMappedBits;
      fits = read.ec == std::errc() && read.ptr == end && bits >= (mapped(*address) ? kMappedBits : 0) && bits <= 128;
    }
    if (!fits) {
      throw Error(ErrorKind::kInvalidArgument,
                  "'" + text + "' is no address or network; write 127.0.0.1, 10.0.0.0/8 or fd00::/8", "--trust-proxy");
    }
    networks_.push_back({*address, bits});
  }
}

bool TrustedProxies::trusts(std::string_view address) const {
  const auto bytes = parse_address(address);
  return bytes && std::any_of(networks_.begin(), networks_.end(),
                              [&](const Network& network) { return within(*bytes, network.address, network.bits); });
}

std::string TrustedProxies::client(std::string_view peer, std::string_view forwarded_for) const {
  std::string client(peer);
  while (trusts(client) && !forwarded_for.empty()) {
    const std::size_t comma = forwarded_for.rfind(',');
    const std::size_t begin = comma == std::string_view::npos ? 0 : comma + 1;
    const auto hop = parse_address(forwarded_for.substr(begin));
    if (!hop) break;  // what a trusted proxy did not write tells nothing
    client = address_text(*hop);
    forwarded_for = forwarded_for.substr(0, comma == std::string_view::npos ? 0 : comma);
  }
  return client;
}

}  // namespace pharos::http
