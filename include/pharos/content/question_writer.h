// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <string>
#include <string_view>

// Puts readers' questions into pages. Everything here is pure and thread-safe; any bytes may be given as a question.
namespace pharos::content {

/// What a reader typed as one line for `questions`: white space, line ends and control characters as single spaces,
/// ill-formed UTF-8 as U+FFFD. Empty when no letter, digit or sign is left.
std::string question_line(std::string_view typed);

/// A line as a YAML text in a block: as it stands where every reader of YAML takes it for a text, otherwise in double
/// quotes (YAML 1.2, 5.7 and 7.3.1). REQUIRES: question_line() gave it.
std::string yaml_text(std::string_view line);

/// The same, always in double quotes: within [ ] too.
std::string quoted_yaml_text(std::string_view line);

/// The page's source with one more entry of `questions` in its front matter, which is made where there is none. Every
/// other byte stays as it is: line ends, comments, a byte order mark, the style of the list. The same page when it has
/// the question already. What it gives was read back: the old questions and the new one last (or first, in a list that
/// cannot be told apart from its comments), nothing else changed. Throws Error{invalid_argument} with parameter
/// "article", naming `path`, for a front matter that cannot be edited so: TOML, never closed, broken; the message says
/// what to write by hand.
std::string add_question(const std::string& page, std::string_view line, const std::string& path);

}  // namespace pharos::content
