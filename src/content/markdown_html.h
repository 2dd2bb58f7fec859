// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <optional>
#include <string>
#include <string_view>

#include "content/page_diagnostics.h"

namespace pharos::content {

/// Markdown to HTML that is NOT safe yet: an author's HTML is in it as written. Blocks carry data-sourcepos, author's
/// HTML blocks a line_mark(). Nothing when the page goes beyond what one page may cost. Pure and thread-safe.
/// REQUIRES: the text passed affordable() (markdown_budget.h), or the time is not bounded.
std::optional<std::string> markdown_to_html(std::string_view markdown, int first_line, PageDiagnostics& diagnostics);

}  // namespace pharos::content
