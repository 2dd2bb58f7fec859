// SPDX-License-Identifier: GPL-3.0-or-later
#include "tools/progress.h"

#include <unistd.h>

#include <algorithm>
#include <iostream>

namespace pharos::tools {
namespace {

constexpr std::size_t kBarWidth = 32;

}  // namespace

Progress::Progress(bool quiet) : quiet_(quiet), terminal_(::isatty(STDERR_FILENO) == 1) {}

Progress::~Progress() { finish(); }

void Progress::show(std::string_view phase, std::size_t done, std::size_t all) {
  if (quiet_ || all == 0) return;
  if (phase != phase_) {
    finish();
    phase_ = phase;
    last_tenth_ = 0;
    last_percent_ = 101;
  }
  const std::size_t percent = std::min<std::size_t>(100, done * 100 / all);
  if (terminal_) {
    if (percent == last_percent_) return;
    last_percent_ = percent;
    const std::size_t filled = percent * kBarWidth / 100;
    std::cerr << '\r' << phase_ << " [" << std::string(filled, '#') << std::string(kBarWidth - filled, '.') << "] "
              << percent << "% " << done << "/" << all << std::flush;
    line_open_ = true;
  } else if (percent / 10 > last_tenth_) {
    last_tenth_ = percent / 10;
    std::cerr << phase_ << " " << percent << "% " << done << "/" << all << "\n";
  }
}

void Progress::finish() {
  if (line_open_) std::cerr << "\n";
  line_open_ = false;
}

}  // namespace pharos::tools
