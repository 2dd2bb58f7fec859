// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <filesystem>
#include <string>
#include <string_view>

namespace pharos {

/// SHA-256 (FIPS 180-4) in 64 lower-case hexadecimal digits.
std::string sha256(std::string_view bytes);

/// The same over a file, read in pieces. Throws Error{not_found} or {unavailable}.
std::string sha256_of_file(const std::filesystem::path& path);

/// `bytes` random bytes from the system in lower-case hexadecimal digits, for ids that must not be guessed.
std::string random_hex(std::size_t bytes);

}  // namespace pharos
