// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <string_view>
#include <vector>

#include "pharos/base/diagnostic.h"
#include "pharos/content/library.h"

namespace pharos::content {

/// One thing that can be wrong with content, as a row. The table is the linter.
struct LintRule {
  std::string_view name;  ///< Diagnostic::rule
  Severity severity;
  std::string_view description;  ///< for editors: what it finds and how to mend it
  /// Looks through a whole library. Null for rules that are found while reading (front matter, markdown...): these
  /// are already in Library::diagnostics.
  void (*check)(const Library& library, Diagnostics& out);
};

const std::vector<LintRule>& lint_rules();

/// Everything known against a library: its own diagnostics and those of every rule, ordered by path and line.
/// Pure and thread-safe.
Diagnostics lint(const Library& library);

}  // namespace pharos::content
