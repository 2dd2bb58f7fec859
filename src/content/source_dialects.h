// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <string>
#include <string_view>

#include "content/page_diagnostics.h"

namespace pharos::content {

/// The page as plain GitHub Flavored Markdown: what other generators put beside markdown is taken out, outside of code:
/// MDX imports, exports, comments and JSX attribute values, Hugo's and Jekyll's shortcodes, kramdown's "{: .class}"
/// lines, "[[toc]]". Line ends become "\n". Keeps the number of lines, so that later stages know where they are.
/// Pure and thread-safe.
std::string plain_markdown(std::string_view source, int first_line, PageDiagnostics& diagnostics);

}  // namespace pharos::content
