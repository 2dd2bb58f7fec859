// SPDX-License-Identifier: GPL-3.0-or-later
#include "pharos/base/diagnostic.h"

namespace pharos {

std::string_view name(Severity severity) {
  switch (severity) {
    case Severity::kInfo:
      return "info";
    case Severity::kWarning:
      return "warning";
    case Severity::kError:
      return "error";
  }
  return "error";
}

std::string to_line(const Diagnostic& diagnostic) {
  std::string line = diagnostic.path;
  if (diagnostic.line > 0) line += ":" + std::to_string(diagnostic.line);
  if (!line.empty()) line += ": ";
  line += name(diagnostic.severity);
  line += ": " + diagnostic.message + " [" + diagnostic.rule + "]";
  return line;
}

}  // namespace pharos
