// SPDX-License-Identifier: GPL-3.0-or-later
#include "http/metrics.h"

#include <algorithm>
#include <sstream>

#include "http/metrics_text.h"

namespace pharos::http {
Metrics::Metrics(std::vector<std::string_view> routes) : names_(std::move(routes)) {
  names_.emplace_back("unmatched");
  counts_ = std::make_unique<RouteCounts[]>(names_.size());
}

void Metrics::count(std::size_t route, int status, std::chrono::nanoseconds time, std::size_t bytes) {
  RouteCounts& counts = counts_[std::min(route, names_.size() - 1)];
  const auto status_class = static_cast<std::size_t>(std::clamp(status / 100, 1, 5) - 1);
  const double seconds = std::chrono::duration<double>(time).count();
  const auto bucket = std::lower_bound(kBounds.begin(), kBounds.end(), seconds) - kBounds.begin();
  counts.by_class[status_class].fetch_add(1, std::memory_order_relaxed);
  counts.by_time[static_cast<std::size_t>(bucket)].fetch_add(1, std::memory_order_relaxed);
  counts.nanoseconds.fetch_add(static_cast<std::uint64_t>(time.count()), std::memory_order_relaxed);
  counts.bytes.fetch_add(bytes, std::memory_order_relaxed);
}

std::string Metrics::exposition(const engine::HealthView& health) const {
  std::ostringstream out;
  write_family(out, "pharos_http_requests_total", "counter", "Requests answered, by route and class of status.");
  for (std::size_t i = 0; i < names_.size(); ++i) {
    for (std::size_t c = 0; c < counts_[i].by_class.size(); ++c) {
      const std::uint64_t count = counts_[i].by_class[c].load(std::memory_order_relaxed);
      if (count == 0) continue;
      out << "pharos_http_requests_total{route=\"" << names_[i] << "\",status=\"" << c + 1 << "xx\"} " << count << '\n';
    }
  }
  write_family(out, "pharos_http_response_bytes_total", "counter", "Bytes of bodies sent, by route.");
  for (std::size_t i = 0; i < names_.size(); ++i) {
    const std::uint64_t bytes = counts_[i].bytes.load(std::memory_order_relaxed);
    if (bytes != 0) out << "pharos_http_response_bytes_total{route=\"" << names_[i] << "\"} " << bytes << '\n';
  }
  write_family(out, "pharos_http_request_seconds", "histogram", "Time from a whole request to its answer, by route.");
  for (std::size_t i = 0; i < names_.size(); ++i) {
    const RouteCounts& counts = counts_[i];
    std::array<std::uint64_t, kBounds.size() + 1> upto{};
    std::uint64_t sum = 0;
    for (std::size_t b = 0; b < upto.size(); ++b) upto[b] = sum += counts.by_time[b].load(std::memory_order_relaxed);
    if (sum == 0) continue;
    for (std::size_t b = 0; b < upto.size(); ++b) {
      out << "pharos_http_request_seconds_bucket{route=\"" << names_[i] << "\",le=\"";
      if (b < kBounds.size()) {
        out << kBounds[b];
      } else {
        out << "+Inf";
      }
      out << "\"} " << upto[b] << '\n';
    }
    const double seconds = static_cast<double>(counts.nanoseconds.load(std::memory_order_relaxed)) * 1e-9;
    out << "pharos_http_request_seconds_sum{route=\"" << names_[i] << "\"} " << seconds << '\n';
    out << "pharos_http_request_seconds_count{route=\"" << names_[i] << "\"} " << sum << '\n';
  }
  write_family(out, "pharos_index_info", "gauge", "The generation of the index being served.");
  out << "pharos_index_info{generation=\"" << label_value(health.generation) << "\",built_at=\""
      << label_value(health.built_at) << "\"} 1\n";
  write_family(out, "pharos_articles", "gauge", "Articles readers can find, each language counted.");
  out << "pharos_articles " << health.articles << '\n';
  write_family(out, "pharos_languages", "gauge", "Languages of the site.");
  out << "pharos_languages " << health.languages << '\n';
  write_family(out, "pharos_index_refused", "gauge",
               "1 when the newest generation was not adopted and an old one serves.");
  out << "pharos_index_refused " << (health.last_problem.empty() ? 0 : 1) << '\n';
  return out.str();
}

}  // namespace pharos::http
