// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <cstddef>
#include <string>
#include <string_view>

namespace pharos::http {

/// Smaller answers gain nothing: they fit into the first packet anyway.
inline constexpr std::size_t kCompressFromBytes = 1024;

/// Whether an Accept-Encoding value (RFC 9110, 12.5.3) takes gzip: "gzip", "x-gzip" or "*" with a weight above 0. An
/// absent value takes none. Any bytes may be given.
bool accepts_gzip(std::string_view accept_encoding);

/// Whether gzip makes this media type smaller: text and its relatives; pictures and films are packed already.
bool compressible(std::string_view content_type);

/// The bytes in gzip's format (RFC 1952), without a time stamp: equal input gives equal output.
std::string gzip(std::string_view bytes);

}  // namespace pharos::http
