// SPDX-License-Identifier: GPL-3.0-or-later
#include "http/metrics.h"

#include <doctest/doctest.h>

#include <thread>
#include <vector>

using namespace pharos;
using namespace pharos::http;
using namespace std::chrono_literals;

namespace {
bool holds(const std::string& text, std::string_view line) {
  return text.find(std::string(line) + "\n") != std::string::npos;
}
}  // namespace

TEST_CASE("requests are counted by route, class and time") {
  Metrics metrics({"search", "home"});
  metrics.count(0, 200, 2ms, 100);
  metrics.count(0, 200, 30ms, 50);
  metrics.count(0, 404, 10s, 0);
  metrics.count(2, 400, 1ms, 0);
  metrics.count(99, 500, 1ms, 0);
  engine::HealthView health;
  health.generation = "g\"1";
  health.articles = 12;
  const std::string text = metrics.exposition(health);
  CHECK(holds(text, "pharos_http_requests_total{route=\"search\",status=\"2xx\"} 2"));
  CHECK(holds(text, "pharos_http_requests_total{route=\"search\",status=\"4xx\"} 1"));
  CHECK(holds(text, "pharos_http_requests_total{route=\"unmatched\",status=\"5xx\"} 1"));
  CHECK(holds(text, "pharos_http_response_bytes_total{route=\"search\"} 150"));
  CHECK(holds(text, "pharos_http_request_seconds_bucket{route=\"search\",le=\"0.001\"} 0"));
  CHECK(holds(text, "pharos_http_request_seconds_bucket{route=\"search\",le=\"0.0025\"} 1"));
  CHECK(holds(text, "pharos_http_request_seconds_bucket{route=\"search\",le=\"0.05\"} 2"));
  CHECK(holds(text, "pharos_http_request_seconds_bucket{route=\"search\",le=\"+Inf\"} 3"));
  CHECK(holds(text, "pharos_http_request_seconds_count{route=\"search\"} 3"));
  CHECK(holds(text, "pharos_index_info{generation=\"g\\\"1\",built_at=\"\"} 1"));
  CHECK(holds(text, "pharos_articles 12"));
  CHECK(text.find("route=\"home\"") == std::string::npos);
}

TEST_CASE("counts from many threads are all there") {
  Metrics metrics({"search"});
  std::vector<std::thread> threads;
  for (int i = 0; i < 4; ++i) {
    threads.emplace_back([&] {
      for (int k = 0; k < 10'000; ++k) metrics.count(0, 200, 1us, 1);
    });
  }
  for (std::thread& thread : threads) thread.join();
  CHECK(holds(metrics.exposition({}), "pharos_http_requests_total{route=\"search\",status=\"2xx\"} 40000"));
}
