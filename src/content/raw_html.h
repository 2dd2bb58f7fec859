// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <string>
#include <string_view>

#include "content/page_diagnostics.h"

namespace pharos::content {

/// The attribute that tame_html() puts first on elements that faults may be found with: the line of the source file. No
/// author can write it, and the sanitizer takes it away.
inline constexpr std::string_view kLineAttribute = "data-line";

/// A comment that tells tame_html() which line of the source file follows it.
std::string line_mark(int line);

/// Makes HTML that anybody wrote safe to give to an HTML parser: linear time, properly nested, at most 100 elements
/// deep, only elements of the allowlist (html_policy.h), only known attributes, comments and declarations gone. An
/// unknown element without an end tag and without values ("<version>") is a placeholder in prose and becomes text.
/// The allowlist's last word is the sanitizer's; here is where authors are told, because only here lines are known.
/// Lines come from line_mark() and data-sourcepos="LINE:..." (relative to `first_line`); pure and thread-safe.
std::string tame_html(std::string_view html, int first_line, PageDiagnostics& diagnostics);

}  // namespace pharos::content
