// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <string>
#include <string_view>

#include "pharos/base/language.h"

// The files of a generation and how bodies are packed in theirs.
namespace pharos::index {

inline constexpr std::string_view kCatalogFile = "catalog.z";
inline constexpr std::string_view kBodyFile = "bodies.z";
inline constexpr std::string_view kAssetFolder = "assets";

inline constexpr std::string_view kWordsMagic = "PSW1";

inline std::string database_name(const Language& language) { return language.tag() + ".glass"; }
inline std::string lexicon_name(const Language& language) { return language.tag() + ".lexicon"; }
inline std::string words_name(const Language& language) { return language.tag() + ".words"; }

/// zlib (RFC 1950), each body by itself so that one can be read alone.
std::string compress(std::string_view text);
/// Throws Error{corrupt} for bytes that compress() did not make.
std::string decompress(std::string_view bytes);

}  // namespace pharos::index
