// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <string>
#include <string_view>

namespace pharos::http {

/// A validator for these bytes, without quotes.
std::string etag_of(std::string_view bytes);

/// The entity tag as the header field shows it: in quotes, marked when it is weak.
std::string quoted_etag(std::string_view etag, bool weak);

/// The same representation in another coding has a tag of its own (RFC 9110, 8.8.3.3).
std::string gzip_etag(std::string_view etag);

/// Whether an If-None-Match value names this etag in any of its codings: a list, or "*". Weak comparison, as the RFC
/// wants for it. Any bytes may be given.
bool none_match_names(std::string_view if_none_match, std::string_view etag);

}  // namespace pharos::http
