// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <cstddef>
#include <string>
#include <string_view>

namespace pharos::desk {

/// Longer than any limit on what readers may write: holds also where a caller checked nothing.
inline constexpr std::size_t kMostKeptBytes = 64 * 1024;

/// The text as both databases take it: ill-formed UTF-8 and NUL (PostgreSQL has none) become U+FFFD, and what is
/// longer is cut at a character. Pure and thread-safe.
std::string kept_text(std::string_view text, std::size_t most_bytes = kMostKeptBytes);

/// The same with all personal data masked: for what is kept for reports. It is masked before it is cut.
std::string masked_text(std::string_view text, std::size_t most_bytes = kMostKeptBytes);

}  // namespace pharos::desk
