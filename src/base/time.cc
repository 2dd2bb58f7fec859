// SPDX-License-Identifier: GPL-3.0-or-later
#include "pharos/base/time.h"

#include <cstdio>

namespace pharos {
namespace {

// Reads up to `most` digits, at least `least`; false when there are fewer.
bool read_digits(std::string_view text, std::size_t& at, int least, int most, int& value) {
  value = 0;
  int count = 0;
  while (at < text.size() && count < most && text[at] >= '0' && text[at] <= '9') {
    value = value * 10 + (text[at] - '0');
    ++at;
    ++count;
  }
  return count >= least;
}

bool accept(std::string_view text, std::size_t& at, std::string_view any_of) {
  if (at >= text.size() || any_of.find(text[at]) == std::string_view::npos) return false;
  ++at;
  return true;
}

bool read_time_of_day(std::string_view text, std::size_t& at, std::int64_t& seconds) {
  int hour = 0;
  int minute = 0;
  int second = 0;
  if (!read_digits(text, at, 2, 2, hour) || !accept(text, at, ":") || !read_digits(text, at, 2, 2, minute))
    return false;
  if (accept(text, at, ":") && !read_digits(text, at, 2, 2, second)) return false;
  if (accept(text, at, ".")) {
    int fraction = 0;
    if (!read_digits(text, at, 1, 9, fraction)) return false;
  }
  if (hour > 23 || minute > 59 || second > 60) return false;
  seconds = hour * 3600 + minute * 60 + second;
  accept(text, at, " ");
  if (accept(text, at, "Zz") || at == text.size()) return true;
  const bool east = text[at] == '+';
  int offset_hour = 0;
  int offset_minute = 0;
  if (!accept(text, at, "+-") || !read_digits(text, at, 2, 2, offset_hour)) return false;
  accept(text, at, ":");
  if (at < text.size() && !read_digits(text, at, 2, 2, offset_minute)) return false;
  if (offset_hour > 23 || offset_minute > 59) return false;
  const std::int64_t offset = offset_hour * 3600 + offset_minute * 60;
  seconds += east ? -offset : offset;
  return true;
}

std::chrono::sys_seconds point(UtcTime time) { return std::chrono::sys_seconds(std::chrono::seconds(time.seconds)); }

struct Parts {
  int year;
  unsigned month, day;
  int hour, minute, second;
  unsigned weekday;
};

Parts parts_of(UtcTime time) {
  const auto days = std::chrono::floor<std::chrono::days>(point(time));
  const std::chrono::year_month_day date(days);
  const std::chrono::hh_mm_ss clock(point(time) - days);
  return {int(date.year()),
          unsigned(date.month()),
          unsigned(date.day()),
          static_cast<int>(clock.hours().count()),
          static_cast<int>(clock.minutes().count()),
          static_cast<int>(clock.seconds().count()),
          std::chrono::weekday(days).c_encoding()};
}

class SystemClock : public Clock {
 public:
  UtcTime now() const override {
    const auto now = std::chrono::system_clock::now().time_since_epoch();
    return {std::chrono::duration_cast<std::chrono::seconds>(now).count()};
  }
};

class SteadyClock : public MonotonicClock {
 public:
  std::chrono::milliseconds now() const override {
    return std::chrono::duration_cast<std::chrono::milliseconds>(std::chrono::steady_clock::now().time_since_epoch());
  }
};

}  // namespace

std::optional<UtcTime> parse_time(std::string_view text) {
  while (!text.empty() && (text.back() == ' ' || text.back() == '\n')) text.remove_suffix(1);
  std::size_t at = 0;
  int year = 0;
  int month = 0;
  int day = 0;
  if (!read_digits(text, at, 4, 4, year) || !accept(text, at, "-/") || !read_digits(text, at, 1, 2, month) ||
      !accept(text, at, "-/") || !read_digits(text, at, 1, 2, day)) {
    return std::nullopt;
  }
  const std::chrono::year_month_day date{std::chrono::year(year), std::chrono::month(static_cast<unsigned>(month)),
                                         std::chrono::day(static_cast<unsigned>(day))};
  if (!date.ok()) return std::nullopt;
  std::int64_t seconds = 0;
  if (accept(text, at, "Tt ") && !read_time_of_day(text, at, seconds)) return std::nullopt;
  if (at != text.size()) return std::nullopt;
  const std::chrono::sys_seconds midnight = std::chrono::sys_days(date);
  return UtcTime{midnight.time_since_epoch().count() + seconds};
}

std::string to_iso(UtcTime time) {
  const Parts p = parts_of(time);
  char text[40];
  std::snprintf(text, sizeof text, "%04d-%02u-%02uT%02d:%02d:%02dZ", p.year, p.month, p.day, p.hour, p.minute,
                p.second);
  return text;
}

std::string to_iso_date(UtcTime time) { return to_iso(time).substr(0, 10); }

std::string to_http_date(UtcTime time) {
  static constexpr const char* kDays[] = {"Sun", "Mon", "Tue", "Wed", "Thu", "Fri", "Sat"};
  static constexpr const char* kMonths[] = {"Jan", "Feb", "Mar", "Apr", "May", "Jun",
                                            "Jul", "Aug", "Sep", "Oct", "Nov", "Dec"};
  const Parts p = parts_of(time);
  char text[48];
  std::snprintf(text, sizeof text, "%s, %02u %s %04d %02d:%02d:%02d GMT", kDays[p.weekday], p.day, kMonths[p.month - 1],
                p.year, p.hour, p.minute, p.second);
  return text;
}

const Clock& system_clock() {
  static const SystemClock clock;
  return clock;
}

const MonotonicClock& monotonic_clock() {
  static const SteadyClock clock;
  return clock;
}

}  // namespace pharos
