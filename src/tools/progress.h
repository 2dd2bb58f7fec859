// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <cstddef>
#include <string>
#include <string_view>

namespace pharos::tools {

/// Tells on standard error how far a long task is: a bar on a terminal, a line each tenth elsewhere, nothing at all
/// when quiet. Not thread-safe.
class Progress {
 public:
  explicit Progress(bool quiet);
  ~Progress();
  Progress(const Progress&) = delete;
  Progress& operator=(const Progress&) = delete;

  void show(std::string_view phase, std::size_t done, std::size_t all);
  /// Ends the line of the bar.
  void finish();

 private:
  bool quiet_;
  bool terminal_;
  bool line_open_ = false;
  std::string phase_;
  std::size_t last_tenth_ = 0;
  std::size_t last_percent_ = 101;
};

}  // namespace pharos::tools
