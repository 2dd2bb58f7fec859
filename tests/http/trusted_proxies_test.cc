// SPDX-License-Identifier: GPL-3.0-or-later
#include "http/trusted_proxies.h"

#include <doctest/doctest.h>

#include "pharos/base/error.h"

using namespace pharos;
using namespace pharos::http;

TEST_CASE("who asks is told by proxies that are trusted, and by nobody else") {
  const TrustedProxies none({});
  const TrustedProxies some({"127.0.0.1", "10.0.0.0/8", "fd00::/8"});
  struct Row {
    const char *peer, *forwarded, *client, *why;
  };
  for (const Row& row : std::initializer_list<Row>{
           {"203.0.113.7", "", "203.0.113.7", "no proxy"},
           {"203.0.113.7", "6.6.6.6", "203.0.113.7", "anybody can write the field"},
           {"127.0.0.1", "198.51.100.1", "198.51.100.1", "the proxy's word"},
           {"127.0.0.1", "6.6.6.6, 198.51.100.1", "198.51.100.1", "what the client wrote before is not believed"},
           {"127.0.0.1", "6.6.6.6, 198.51.100.1, 10.1.2.3", "198.51.100.1", "two proxies"},
           {"127.0.0.1", "10.9.9.9, 10.1.2.3", "10.9.9.9", "all are ours: the first"},
           {"127.0.0.1", "198.51.100.1:443", "198.51.100.1", "with a port"},
           {"127.0.0.1", "[2001:db8::1]:443", "2001:db8::1", "with brackets"},
           {"127.0.0.1", "2001:DB8:0:0::1", "2001:db8::1", "one spelling"},
           {"fd00::1", "::ffff:198.51.100.1", "198.51.100.1", "mapped"},
           {"127.0.0.1", "unknown", "127.0.0.1", "no address"},
           {"127.0.0.1", "198.51.100.1, nonsense", "127.0.0.1", "a proxy that writes nonsense"},
           {"127.0.0.1", ",", "127.0.0.1", "empty hops"},
           {"", "6.6.6.6", "", "an unknown peer"},
       }) {
    CAPTURE(row.why);
    CHECK(some.client(row.peer, row.forwarded) == row.client);
    CHECK(none.client(row.peer, row.forwarded) == row.peer);
  }
}

TEST_CASE("networks end where their bits end") {
  const TrustedProxies proxies({"192.0.2.128/25", "2001:db8:ffff::/33", "0.0.0.0/32"});
  CHECK(proxies.trusts("192.0.2.255"));
  CHECK_FALSE(proxies.trusts("192.0.2.127"));
  CHECK(proxies.trusts("2001:db8:8000::1"));
  CHECK_FALSE(proxies.trusts("2001:db8:7fff::1"));
  CHECK_FALSE(proxies.trusts("0.0.0.1"));
  CHECK(TrustedProxies({"0.0.0.0/0"}).trusts("8.8.8.8"));
  CHECK_FALSE(TrustedProxies({"0.0.0.0/0"}).trusts("2001:db8::1"));
}

TEST_CASE("what is no network is named") {
  for (const char* text :
       {"", "localhost", "10.0.0.0/33", "10.0.0.0/-1", "10.0.0.0/x", "10.0.0.0/", "::/129", "1.2.3"}) {
    CAPTURE(text);
    CHECK_THROWS_AS(TrustedProxies({text}), Error);
  }
}
