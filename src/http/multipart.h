// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <cstddef>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace pharos::http {

/// One part of a multipart/form-data body. `content` points into the body.
struct MultipartPart {
  std::string name;
  std::optional<std::string> file_name;  ///< as sent, also empty; nothing for a plain field
  std::string_view content;
};

/// Reads a body (RFC 7578, RFC 2046 section 5.1.1) whose Content-Type names the boundary. Strict: what follows a wrong
/// delimiter, header or end is not guessed at. Linear; the body must outlive the parts. Throws BodyRefused with 400.
std::vector<MultipartPart> parse_multipart(std::string_view body, std::string_view content_type,
                                           std::size_t most_parts);

}  // namespace pharos::http
