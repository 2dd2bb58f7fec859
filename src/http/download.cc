// SPDX-License-Identifier: GPL-3.0-or-later
#include "http/download.h"

#include "pharos/base/utf8.h"

namespace pharos::http {
namespace {

// RFC 8187, 3.2.1: attr-char.
bool plain(unsigned char c) {
  return (c >= '0' && c <= '9') || (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') ||
         (c != 0 && std::string_view("!#$&+-.^_`|~").find(static_cast<char>(c)) != std::string_view::npos);
}

}  // namespace

std::string attachment_disposition(std::string_view file_name) {
  constexpr char kDigits[] = "0123456789ABCDEF";
  const std::string name = replace_invalid_utf8(file_name);
  std::string ascii, encoded;
  for (std::size_t at = 0; at < name.size();) {
    const DecodedPoint point = decode_utf8(name, at);
    // A "%" is decoded by some old programs, a quote or backslash ends or escapes in others.
    const bool quotable =
        point.point >= 0x20 && point.point < 0x7F && point.point != '"' && point.point != '\\' && point.point != '%';
    ascii += quotable ? static_cast<char>(point.point) : '_';
    at += point.bytes;
  }
  for (const char byte : name) {
    const auto c = static_cast<unsigned char>(byte);
    if (plain(c)) {
      encoded += byte;
    } else {
      encoded += {'%', kDigits[c >> 4], kDigits[c & 15]};
    }
  }
  return "attachment; filename=\"" + ascii + "\"; filename*=UTF-8''" + encoded;
}

Response download(std::string_view file_name, std::string_view media_type, std::string bytes) {
  Response response;
  response.content_type = media_type;
  response.body = std::move(bytes);
  response.headers = {{"Content-Disposition", attachment_disposition(file_name)},
                      {"X-Content-Type-Options", "nosniff"},
                      {"Content-Security-Policy", "sandbox; default-src 'none'; frame-ancestors 'none'"},
                      {"Cross-Origin-Resource-Policy", "same-origin"},
                      {"Cache-Control", "private, no-store"}};
  return response;
}

}  // namespace pharos::http
