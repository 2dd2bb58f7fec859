// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <filesystem>
#include <optional>
#include <string>
#include <string_view>

namespace pharos {

/// SHA-256 (FIPS 180-4) in 64 lower-case hexadecimal digits.
std::string sha256(std::string_view bytes);

/// The same over a file, read in pieces. Throws Error{not_found} or {unavailable}.
std::string sha256_of_file(const std::filesystem::path& path);

/// `bytes` random bytes from the system in lower-case hexadecimal digits, for ids that must not be guessed.
std::string random_hex(std::size_t bytes);

/// HMAC-SHA256 (RFC 2104, FIPS 198-1): 32 raw bytes.
std::string hmac_sha256(std::string_view key, std::string_view bytes);

/// Base 64 (RFC 4648, section 4) with padding.
std::string base64(std::string_view bytes);
/// Nothing for what base64() would not have written; the URL alphabet (section 5) and missing padding are read too.
std::optional<std::string> from_base64(std::string_view text);

/// Compares secrets in a time that does not tell where they differ.
bool equal_secrets(std::string_view a, std::string_view b);

}  // namespace pharos
