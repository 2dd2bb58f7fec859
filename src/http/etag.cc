// SPDX-License-Identifier: GPL-3.0-or-later
#include "http/etag.h"

#include "pharos/base/digest.h"

namespace pharos::http {
namespace {
constexpr std::string_view kGzipMark = "-gzip";
constexpr std::size_t kDigits = 32;  // 128 bits of the digest: enough that no two answers share a tag
}  // namespace

std::string etag_of(std::string_view bytes) { return sha256(bytes).substr(0, kDigits); }

std::string quoted_etag(std::string_view etag, bool weak) { return (weak ? "W/\"" : "\"") + std::string(etag) + "\""; }

std::string gzip_etag(std::string_view etag) { return std::string(etag) + std::string(kGzipMark); }

bool none_match_names(std::string_view if_none_match, std::string_view etag) {
  if (if_none_match == "*") return true;
  // An opaque tag may hold commas, so the list is read from quote to quote.
  for (std::size_t at = 0; (at = if_none_match.find('"', at)) != std::string_view::npos;) {
    const std::size_t end = if_none_match.find('"', at + 1);
    if (end == std::string_view::npos) return false;
    std::string_view tag = if_none_match.substr(at + 1, end - at - 1);
    if (tag == etag) return true;
    if (tag.size() == etag.size() + kGzipMark.size() && tag.substr(0, etag.size()) == etag &&
        tag.substr(etag.size()) == kGzipMark) {
      return true;
    }
    at = end + 1;
  }
  return false;
}

}  // namespace pharos::http
