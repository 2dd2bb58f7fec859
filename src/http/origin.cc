// SPDX-License-Identifier: GPL-3.0-or-later
#include "http/origin.h"

#include "http/header_text.h"
#include "pharos/base/digest.h"

namespace pharos::http {
namespace {

// "help.example:8443" of "https://help.example:8443/en?q=a", without the scheme's own port, which Host leaves out too.
std::string authority(std::string_view address) {
  for (const auto& [scheme, port] : {std::pair<std::string_view, std::string_view>{"http://", ":80"},
                                     std::pair<std::string_view, std::string_view>{"https://", ":443"}}) {
    if (address.substr(0, scheme.size()) != scheme) continue;
    address.remove_prefix(scheme.size());
    address = address.substr(0, address.find_first_of("/?#"));
    if (address.size() > port.size() && address.substr(address.size() - port.size()) == port) {
      address.remove_suffix(port.size());
    }
    return lower_ascii(address);
  }
  return {};
}

std::string host_of(const Request& request) {
  const std::string host = request.header("host");
  return authority((request.secure ? "https://" : "http://") + host);
}

bool from_here(const Request& request, const std::string& address) {
  const std::string host = host_of(request);
  return !host.empty() && authority(address) == host;
}

}  // namespace

bool same_origin(const Request& request) {
  const std::string site = request.header("sec-fetch-site");
  if (!site.empty()) return site == "same-origin" || site == "none";
  const std::string origin = request.header("origin");
  if (!origin.empty()) return from_here(request, origin);
  const std::string referer = request.header("referer");
  return referer.empty() || from_here(request, referer);
}

bool from_own_page(const Request& request) {
  const std::string site = request.header("sec-fetch-site");
  if (!site.empty()) return site == "same-origin";
  return from_here(request, request.header("origin")) || from_here(request, request.header("referer"));
}

bool holds_token(const Request& request, std::string_view token) {
  constexpr std::string_view kScheme = "bearer ";
  const std::string given = request.header("authorization");
  if (token.empty() || lower_ascii(std::string_view(given).substr(0, kScheme.size())) != kScheme) return false;
  return equal_secrets(std::string_view(given).substr(kScheme.size()), token);
}

}  // namespace pharos::http
