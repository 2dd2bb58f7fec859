// SPDX-License-Identifier: GPL-3.0-or-later
#include <doctest/doctest.h>

#include <atomic>
#include <memory>
#include <string>
#include <thread>
#include <vector>

#include "http/served_site.h"

using namespace pharos;
using namespace pharos::http_test;
using namespace std::chrono_literals;

TEST_CASE("one connection takes many requests, each answered at once") {
  ServedSite site;
  Client client(site.port());
  const auto start = std::chrono::steady_clock::now();
  for (int i = 0; i < 1000; ++i) REQUIRE(client.request("GET", "/healthz").status == 200);
  // Nagle's algorithm against delayed acknowledgements would make it 40 s.
  CHECK(std::chrono::steady_clock::now() - start < 20s);
}

TEST_CASE("requests sent in one go are answered in order") {
  ServedSite site;
  Client client(site.port());
  client.send(
      "GET /healthz HTTP/1.1\r\nHost: x\r\n\r\nGET /nowhere/x HTTP/1.1\r\nHost: x\r\n\r\n"
      "HEAD /readyz HTTP/1.1\r\nHost: x\r\nConnection: close\r\n\r\n");
  CHECK(client.receive().status == 200);
  CHECK(client.receive().status == 404);
  const Answer last = client.receive(true);
  CHECK(last.status == 200);
  CHECK(last.header("connection") == "close");
  CHECK(client.closed_within(5s));
}

TEST_CASE("a body never becomes the next request") {
  ServedSite site;
  Client client(site.port());
  const std::string inner = "GET /healthz HTTP/1.1\r\nHost: x\r\n\r\n";
  client.send("GET /nowhere/x HTTP/1.1\r\nHost: x\r\nContent-Length: " + std::to_string(inner.size()) + "\r\n\r\n" +
              inner);
  CHECK(client.receive().status == 404);
  CHECK(client.request("GET", "/readyz").json()["status"].string() == "ready");
}

TEST_CASE("what is no request is answered and ends the connection") {
  ServedSite site;
  struct Row {
    std::string bytes;
    int status;
  };
  for (const Row& row : std::initializer_list<Row>{
           {"nonsense\r\n\r\n", 400},
           {"GET / HTTP/1.1\r\n\r\n", 400},
           {"GET / HTTP/1.1\nHost: x\n\n", 400},
           {"POST /api/v1/search HTTP/1.1\r\nHost: x\r\nTransfer-Encoding: chunked\r\n\r\n0\r\n\r\n", 501},
           {"POST /api/v1/search HTTP/1.1\r\nHost: x\r\nContent-Length: 1\r\nContent-Length: 2\r\n\r\nab", 400},
           {"POST /api/v1/search HTTP/1.1\r\nHost: x\r\nContent-Length: 1000000\r\n\r\n", 413},
           {"POST /en HTTP/1.1\r\nHost: x\r\nContent-Length: 10737418240\r\n\r\nthe first of it", 413},
           {"GET /" + std::string(2'000'000, 'a') + " HTTP/1.1\r\nHost: x\r\n\r\n", 414},
           {"GET / HTTP/1.1\r\nHost: x\r\nX: " + std::string(200'000, 'a') + "\r\n\r\n", 431},
       }) {
    CAPTURE(row.bytes.substr(0, 60));
    Client client(site.port());
    client.send(row.bytes);
    const Answer answer = client.receive();
    CHECK(answer.status == row.status);
    CHECK(answer.header("connection") == "close");
    CHECK(answer.json()["status"].integer() == row.status);
    CHECK(client.closed_within(5s));
  }
  CHECK(site.get("/healthz").status == 200);
}

TEST_CASE("fields that the transport would believe or obey do nothing") {
  ServedSite site;
  std::string ranges = "bytes=";
  for (int i = 0; i < 1000; ++i) ranges += "0-,";
  const Answer answer = site.get(
      "/openapi.json",
      {{"Range", ranges}, {"REMOTE_ADDR", "6.6.6.6"}, {"X-A", "a%0d%0aSet-Cookie: x=1"}, {"Expect", "100-continue"}});
  CHECK(answer.status == 200);
  CHECK(answer.header("accept-ranges") == "none");
  CHECK(answer.headers.count("set-cookie") == 0);
}

TEST_CASE("silent connections neither stop others nor stay") {
  ServedSite site;
  std::vector<std::unique_ptr<Client>> silent;
  for (int i = 0; i < 40; ++i) silent.push_back(std::make_unique<Client>(site.port()));
  CHECK(site.get("/healthz").status == 200);
  CHECK(silent.front()->closed_within(10s));
}

TEST_CASE("stopping ends idle connections at once") {
  ServedSite site;
  Client client(site.port());
  CHECK(client.request("GET", "/healthz").status == 200);
  const auto start = std::chrono::steady_clock::now();
  site.server().stop();
  CHECK(std::chrono::steady_clock::now() - start < 1500ms);
  CHECK(client.closed_within(5s));
}

TEST_CASE("a new generation is adopted under load without a failed request") {
  BuiltSite built;
  ServedSite site({}, built);
  std::atomic<bool> done{false};
  std::atomic<int> answered{0}, failed{0};
  std::vector<std::thread> readers;
  const std::vector<std::string> targets = {"/api/v1/search?q=password%20network&lang=en",
                                            "/api/v1/articles/account/reset-password?lang=ru",
                                            "/api/v1/suggest?q=res&lang=en", "/en/deposits/wrong-network"};
  for (std::size_t reader = 0; reader < 4; ++reader) {
    readers.emplace_back([&, reader] {
      Client client(site.port());
      for (std::size_t i = reader; !done; ++i) {
        (client.request("GET", targets[i % targets.size()]).status == 200 ? answered : failed)++;
        std::this_thread::sleep_for(1ms);  // the build wants a share of the machine
      }
    });
  }
  std::string generation = site.help_center().generation();
  for (int version = 1; version <= 4; ++version) {
    built.write("en/account/news.md", "---\ntitle: Release " + std::to_string(version) + "\n---\nMilestone.\n");
    built.build();
    const int before = answered;
    CHECK(site.help_center().refresh());
    CHECK(site.help_center().generation() != generation);
    generation = site.help_center().generation();
    const Json found = site.get("/api/v1/search?q=milestone&lang=en").json();
    REQUIRE(found["hits"].items().size() == 1);
    CHECK(found["hits"].items()[0]["title"].string() == "Release " + std::to_string(version));
    while (answered < before + 20 && failed == 0) std::this_thread::sleep_for(1ms);
  }
  done = true;
  for (std::thread& reader : readers) reader.join();
  CHECK(failed == 0);
  CHECK(answered > 80);
}
