// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <string>
#include <string_view>

#include "content/page_diagnostics.h"

namespace pharos::content {

/// Takes "{{< x >}}", "{{% x %}}", "{% x %}" and "{/* x */}" out of markdown that is not fenced code, and makes
/// attributes that are JSX expressions into plain ones (src={require('./a.png')} becomes src="./a.png") or takes them
/// out. Code between backticks stays. Hugo's ref and relref become the path they name. Keeps the number of lines.
/// Pure and thread-safe.
std::string without_shortcodes(std::string_view text, int first_line, PageDiagnostics& diagnostics);

}  // namespace pharos::content
