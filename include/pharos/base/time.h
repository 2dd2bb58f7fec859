// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <atomic>
#include <chrono>
#include <compare>
#include <cstdint>
#include <optional>
#include <string>
#include <string_view>

namespace pharos {

/// A moment in whole seconds since 1970-01-01T00:00:00Z. A value type.
struct UtcTime {
  std::int64_t seconds = 0;
  auto operator<=>(const UtcTime&) const = default;
};

/// Reads RFC 3339 ("2026-11-22T10:00:00Z", offsets, fractions cut) and dates alone ("2026-11-22", midnight UTC; "/" as
/// separator too, and one-digit months and days as Docusaurus writes them). Nothing when the text is no such moment.
std::optional<UtcTime> parse_time(std::string_view text);
/// "2026-11-22T10:00:00Z".
std::string to_iso(UtcTime time);
/// "2026-11-22".
std::string to_iso_date(UtcTime time);
/// IMF-fixdate for HTTP headers (RFC 9110, 5.6.7).
std::string to_http_date(UtcTime time);

/// Where a part of the program gets "now" from, so that tests choose it. Implementations are thread-safe.
class Clock {
 public:
  virtual ~Clock() = default;
  virtual UtcTime now() const = 0;
};

/// The machine's clock; lives as long as the program.
const Clock& system_clock();

/// Stands still where a test puts it.
class FixedClock : public Clock {
 public:
  explicit FixedClock(UtcTime now) : now_(now) {}
  UtcTime now() const override { return now_; }

 private:
  UtcTime now_;
};

/// Time that only goes forward, for waits and limits: the wall clock may be set back. Since an unknown beginning.
/// Implementations are thread-safe.
class MonotonicClock {
 public:
  virtual ~MonotonicClock() = default;
  virtual std::chrono::milliseconds now() const = 0;
};

/// The machine's monotonic clock; lives as long as the program.
const MonotonicClock& monotonic_clock();

/// Moves when a test says so: a wall clock and a monotonic one that go together. Thread-safe.
class SimulatedTime {
 public:
  explicit SimulatedTime(UtcTime begin) : wall_(begin, passed_), monotonic_(passed_) {}
  SimulatedTime(const SimulatedTime&) = delete;
  SimulatedTime& operator=(const SimulatedTime&) = delete;

  void advance(std::chrono::milliseconds by) { passed_ += by.count(); }
  const Clock& wall() const { return wall_; }
  const MonotonicClock& monotonic() const { return monotonic_; }

 private:
  using Passed = std::atomic<std::int64_t>;  // milliseconds

  class Wall : public Clock {
   public:
    Wall(UtcTime begin, const Passed& passed) : begin_(begin), passed_(passed) {}
    UtcTime now() const override { return {begin_.seconds + passed_.load() / 1000}; }

   private:
    UtcTime begin_;
    const Passed& passed_;
  };
  class Monotonic : public MonotonicClock {
   public:
    explicit Monotonic(const Passed& passed) : passed_(passed) {}
    std::chrono::milliseconds now() const override { return std::chrono::milliseconds(passed_.load()); }

   private:
    const Passed& passed_;
  };

  Passed passed_{0};
  Wall wall_;
  Monotonic monotonic_;
};

}  // namespace pharos
