// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <string>
#include <string_view>

namespace pharos::http {

/// Without the spaces and tabs around it that header fields may have (RFC 9110, 5.6.3).
std::string_view trim_blanks(std::string_view text);

/// ASCII letters in lower case, all else as it is: for names that know no case.
std::string lower_ascii(std::string_view text);

}  // namespace pharos::http
