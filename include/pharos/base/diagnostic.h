// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <compare>
#include <string>
#include <string_view>
#include <vector>

namespace pharos {

/// How bad a fault is: worth knowing, worth mending, or broken for readers.
enum class Severity { kInfo, kWarning, kError };

/// "info", "warning" or "error".
std::string_view name(Severity severity);

/// One fault that people made in content or settings: a value, never an exception. A plain value type.
struct Diagnostic {
  std::string path;  ///< relative to the content folder, with forward slashes
  int line = 0;      ///< 1-based; 0 when the fault belongs to the file as a whole
  Severity severity = Severity::kWarning;
  std::string rule;     ///< stable kebab-case name, for example "broken-link"
  std::string message;  ///< what is wrong and how to mend it, one sentence or two

  auto operator<=>(const Diagnostic&) const = default;
};

/// "path:line: severity: message [rule]", the form that editors and terminals make clickable.
std::string to_line(const Diagnostic& diagnostic);

using Diagnostics = std::vector<Diagnostic>;

}  // namespace pharos
