// SPDX-License-Identifier: GPL-3.0-or-later
#include "tools/terminal_text.h"

#include <unistd.h>

#include <array>
#include <utility>

namespace pharos::tools {

std::string terminal_text(std::string_view html) {
  const bool terminal = ::isatty(STDOUT_FILENO) == 1;
  const std::array<std::pair<std::string_view, std::string_view>, 7> replacements = {{
      {"<mark>", terminal ? "\033[1m" : "["},
      {"</mark>", terminal ? "\033[0m" : "]"},
      {"&amp;", "&"},
      {"&lt;", "<"},
      {"&gt;", ">"},
      {"&quot;", "\""},
      {"&#39;", "'"},
  }};
  std::string out;
  for (std::size_t at = 0; at < html.size();) {
    bool replaced = false;
    for (const auto& [from, to] : replacements) {
      if (!html.substr(at).starts_with(from)) continue;
      out += to;
      at += from.size();
      replaced = true;
      break;
    }
    if (!replaced) out += html[at++];
  }
  return out;
}

}  // namespace pharos::tools
