// SPDX-License-Identifier: GPL-3.0-or-later
#include <algorithm>
#include <cstdint>
#include <mutex>
#include <set>
#include <string>
#include <unordered_map>
#include <utility>

#include "pharos/base/digest.h"
#include "pharos/desk/limits.h"

namespace pharos::desk {
namespace {

// A bucket is known by the moment at which it will be full again: one number a source, and nothing to fill up.
struct Bucket {
  std::int64_t refill, burst;

  explicit Bucket(Allowance allowance)
      : refill(std::max<std::int64_t>(0, allowance.refill.count())),
        burst(static_cast<std::int64_t>(std::clamp<std::size_t>(allowance.burst, 1, 1U << 30))) {}

  /// Milliseconds until one may be taken.
  std::int64_t wait(std::int64_t full_at, std::int64_t now) const {
    return std::max<std::int64_t>(0, full_at - now - (burst - 1) * refill);
  }
  std::int64_t after_one(std::int64_t full_at, std::int64_t now) const { return std::max(full_at, now) + refill; }
};

// Longer names would let strangers fill the memory.
constexpr std::size_t kLongestSource = 64;

}  // namespace

struct RateLimiter::Impl {
  Impl(Allowance per_source, Allowance global, const MonotonicClock& a_clock, std::size_t most_sources)
      : source_bucket(per_source),
        global_bucket(global),
        clock(a_clock),
        most(std::max<std::size_t>(1, most_sources)) {}

  std::int64_t take(std::string key) {
    const std::lock_guard<std::mutex> lock(mutex);
    const std::int64_t now = clock.now().count();
    const auto found = full_at.find(key);
    const std::int64_t source_full = found == full_at.end() ? now : found->second;
    const std::int64_t wait = std::max(source_bucket.wait(source_full, now), global_bucket.wait(global_full, now));
    if (wait > 0) return (wait + 999) / 1000;

    global_full = global_bucket.after_one(global_full, now);
    if (found == full_at.end()) {
      forget(now);
    } else {
      by_full.erase({source_full, key});
    }
    const std::int64_t full = source_bucket.after_one(source_full, now);
    by_full.insert({full, key});
    full_at[std::move(key)] = full;
    return 0;
  }

  // Makes room for one. Those with their full allowance come first; what is not known has the full allowance.
  void forget(std::int64_t now) {
    while (!by_full.empty() && (full_at.size() >= most || by_full.begin()->first <= now)) {
      full_at.erase(by_full.begin()->second);
      by_full.erase(by_full.begin());
    }
  }

  const Bucket source_bucket, global_bucket;
  const MonotonicClock& clock;
  const std::size_t most;
  std::mutex mutex;
  std::int64_t global_full = 0;
  std::unordered_map<std::string, std::int64_t> full_at;
  std::set<std::pair<std::int64_t, std::string>> by_full;
};

RateLimiter::RateLimiter(Allowance per_source, Allowance global, const MonotonicClock& clock, std::size_t most_sources)
    : impl_(std::make_unique<Impl>(per_source, global, clock, most_sources)) {}

RateLimiter::~RateLimiter() = default;

std::int64_t RateLimiter::take(std::string_view source) {
  return impl_->take(source.size() <= kLongestSource ? std::string(source) : sha256(source));
}

}  // namespace pharos::desk
