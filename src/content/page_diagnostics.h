// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <set>
#include <string>
#include <string_view>
#include <utility>

#include "pharos/base/diagnostic.h"

namespace pharos::content {

/// Collects the faults of one page. A hostile page cannot make the list grow without end: after kMost faults the rest
/// is left out. Not thread-safe; one a page.
class PageDiagnostics {
 public:
  static constexpr std::size_t kMost = 100;

  explicit PageDiagnostics(std::string path) : path_(std::move(path)) {}

  /// `line` is a line of the source file, 0 when it is not known.
  void add(int line, Severity severity, std::string_view rule, std::string message) {
    if (list_.size() < kMost) list_.push_back({path_, line, severity, std::string(rule), std::move(message)});
  }
  /// As add(), for faults that need saying once a page: later ones of the same rule and subject are left out.
  void add_once(std::string_view subject, int line, Severity severity, std::string_view rule, std::string message) {
    if (said_.emplace(std::string(rule) + ' ' + std::string(subject)).second) {
      add(line, severity, rule, std::move(message));
    }
  }
  /// Ordered by line.
  Diagnostics take();

 private:
  std::string path_;
  Diagnostics list_;
  std::set<std::string> said_;
};

}  // namespace pharos::content
