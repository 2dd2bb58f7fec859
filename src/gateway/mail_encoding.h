// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <string>
#include <string_view>

namespace pharos::gateway {

/// A text for a header such as Subject or a display name: as it is when it is short printable ASCII that nobody takes
/// for something else, otherwise encoded words (RFC 2047, UTF-8, "B"), folded so that no line is longer than 76 bytes.
/// Control characters become spaces, ill-formed bytes U+FFFD: whatever is given, nothing ends the header.
/// `first_line` is how many bytes stand before it on its line.
std::string encoded_text(std::string_view utf8, std::size_t first_line);

/// RFC 2045, 6.7: lines of at most 76 bytes with CR LF. Line ends in the text may be LF, CR LF or CR.
std::string quoted_printable(std::string_view utf8);

/// Base 64 in lines of 76 bytes with CR LF.
std::string base64_lines(std::string_view bytes);

/// `name="..."` or `name*=UTF-8''...` (RFC 2231) for a header's parameter, on one line; of 240 bytes at most.
std::string parameter(std::string_view name, std::string_view value);

}  // namespace pharos::gateway
