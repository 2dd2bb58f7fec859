// SPDX-License-Identifier: GPL-3.0-or-later
#include "http/page_query.h"

#include <algorithm>

namespace pharos::http {
namespace {

constexpr std::string_view kLanguageCookie = "lang";

bool unreserved(char c) {
  return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9') || c == '-' || c == '.' ||
         c == '_' || c == '~';
}

std::string_view trim(std::string_view text) {
  while (!text.empty() && text.front() == ' ') text.remove_prefix(1);
  while (!text.empty() && text.back() == ' ') text.remove_suffix(1);
  return text;
}

}  // namespace

std::string encode_query_value(std::string_view value) {
  constexpr std::string_view kHex = "0123456789ABCDEF";
  std::string out;
  for (const char c : value) {
    if (unreserved(c)) {
      out += c;
      continue;
    }
    const auto byte = static_cast<unsigned char>(c);
    out += '%';
    out += kHex[byte >> 4];
    out += kHex[byte & 15];
  }
  return out;
}

std::optional<std::string> cookie(const Request& request, std::string_view name) {
  const std::string header = request.header("cookie");
  std::string_view rest = header;
  while (!rest.empty()) {
    const std::size_t end = rest.find(';');
    const std::string_view pair = trim(rest.substr(0, end));
    const std::size_t equals = pair.find('=');
    if (equals != std::string_view::npos && trim(pair.substr(0, equals)) == name) {
      return std::string(trim(pair.substr(equals + 1)));
    }
    if (end == std::string_view::npos) break;
    rest.remove_prefix(end + 1);
  }
  return std::nullopt;
}

Language preferred_language(const engine::HelpCenter& help_center, const Request& request) {
  if (const auto remembered = cookie(request, kLanguageCookie)) {
    if (const auto served = help_center.language(*remembered)) return *served;
  }
  std::vector<Language> available;
  for (const engine::LanguageView& view : help_center.languages()) available.push_back(view.language);
  const auto wanted = negotiate(request.header("accept-language"), available);
  return wanted ? *wanted : help_center.default_language();
}

void remember_language(const Request& request, const Language& language, Response& response) {
  if (cookie(request, kLanguageCookie) == language.tag()) return;
  response.headers.emplace_back("Set-Cookie", std::string(kLanguageCookie) + "=" + language.tag() +
                                                  "; Path=/; Max-Age=31536000; SameSite=Lax; HttpOnly");
}

}  // namespace pharos::http
