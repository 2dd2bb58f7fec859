// SPDX-License-Identifier: GPL-3.0-or-later
#include "gateway/public_address.h"

#include <arpa/inet.h>
#include <doctest/doctest.h>
#include <netinet/in.h>
#include <sys/un.h>

#include <string>
#include <vector>

namespace pharos::gateway {
namespace {

bool is_public_text(const std::string& text) {
  sockaddr_in6 six{};
  sockaddr_in four{};
  six.sin6_family = AF_INET6;
  four.sin_family = AF_INET;
  if (::inet_pton(AF_INET6, text.c_str(), &six.sin6_addr) == 1) return is_public(reinterpret_cast<sockaddr*>(&six));
  REQUIRE(::inet_pton(AF_INET, text.c_str(), &four.sin_addr) == 1);
  return is_public(reinterpret_cast<sockaddr*>(&four));
}

TEST_CASE("addresses of the public internet are public") {
  for (const char* text : {"8.8.8.8",           "9.255.255.255",        "11.0.0.0",
                           "100.63.255.255",    "100.128.0.0",          "126.255.255.255",
                           "128.0.0.0",         "169.253.255.255",      "169.255.0.0",
                           "172.15.255.255",    "172.32.0.0",           "192.167.255.255",
                           "192.169.0.0",       "223.255.255.255",      "2606:4700::1111",
                           "2a00:1450:4001::1", "2001:4860:4860::8888", "2003::1",
                           "::ffff:8.8.8.8",    "64:ff9b::8.8.8.8"}) {
    CAPTURE(text);
    CHECK(is_public_text(text));
  }
}

TEST_CASE("addresses of this machine, this network and nobody are not") {
  for (const char* text : {"0.0.0.0",
                           "10.0.0.1",
                           "10.255.255.255",
                           "100.64.0.1",
                           "127.0.0.1",
                           "127.255.255.254",
                           "169.254.169.254",
                           "172.16.0.1",
                           "172.31.255.255",
                           "192.0.0.8",
                           "192.0.2.1",
                           "192.88.99.1",
                           "192.168.1.1",
                           "198.18.0.1",
                           "198.19.255.255",
                           "198.51.100.7",
                           "203.0.113.9",
                           "224.0.0.1",
                           "240.0.0.1",
                           "255.255.255.255",
                           "::",
                           "::1",
                           "::127.0.0.1",
                           "::ffff:127.0.0.1",
                           "::ffff:10.1.2.3",
                           "::ffff:169.254.169.254",
                           "64:ff9b::10.0.0.1",
                           "64:ff9b:1::1",
                           "100::1",
                           "2001::1",
                           "2001:db8::1",
                           "2002:7f00:1::",
                           "fc00::1",
                           "fd12:3456::1",
                           "fe80::1",
                           "febf::1",
                           "fec0::1",
                           "ff02::1"}) {
    CAPTURE(text);
    CHECK_FALSE(is_public_text(text));
  }
}

TEST_CASE("what is no internet address is not public") {
  sockaddr_un unix_address{};
  unix_address.sun_family = AF_UNIX;
  CHECK_FALSE(is_public(reinterpret_cast<sockaddr*>(&unix_address)));
}

}  // namespace
}  // namespace pharos::gateway
