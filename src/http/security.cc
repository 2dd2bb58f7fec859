// SPDX-License-Identifier: GPL-3.0-or-later
#include "http/security.h"

#include <algorithm>

namespace pharos::http {
namespace {

// Pages load their own scripts and styles only. Articles may show pictures and films of other sites over https.
constexpr const char* kPagePolicy =
    "default-src 'self'; script-src 'self'; style-src 'self'; img-src 'self' https: data:; media-src 'self' https:; "
    "connect-src 'self'; object-src 'none'; base-uri 'none'; form-action 'self'; frame-ancestors 'none'";
constexpr const char* kDataPolicy = "default-src 'none'; frame-ancestors 'none'";

}  // namespace

const HeaderList& security_fields(Audience audience) {
  static const HeaderList kPages = {
      {"Content-Security-Policy", kPagePolicy},
      {"X-Content-Type-Options", "nosniff"},
      {"Referrer-Policy", "same-origin"},
      {"Permissions-Policy", "camera=(), geolocation=(), microphone=(), payment=(), usb=()"},
      {"Cross-Origin-Opener-Policy", "same-origin"},
  };
  static const HeaderList kData = {
      {"Content-Security-Policy", kDataPolicy},
      {"X-Content-Type-Options", "nosniff"},
      {"Referrer-Policy", "no-referrer"},
  };
  static const HeaderList kFiles = {
      {"X-Content-Type-Options", "nosniff"},
      {"Content-Security-Policy", kDataPolicy},
  };
  switch (audience) {
    case Audience::kPage:
      return kPages;
    case Audience::kFile:
      return kFiles;
    case Audience::kApi:
    case Audience::kOperator:
      break;
  }
  return kData;
}

bool safe_field(std::string_view name, std::string_view value) {
  const auto token = [](char c) {
    return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9') || c == '-' || c == '_';
  };
  const auto printable = [](char c) { return (static_cast<unsigned char>(c) >= 0x20 && c != 0x7F) || c == '\t'; };
  return !name.empty() && std::all_of(name.begin(), name.end(), token) &&
         std::all_of(value.begin(), value.end(), printable);
}

}  // namespace pharos::http
