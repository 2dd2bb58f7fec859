// SPDX-License-Identifier: GPL-3.0-or-later
#include "http/target.h"

#include <algorithm>

#include "pharos/base/utf8.h"

namespace pharos::http {
namespace {

int hex_digit(char c) {
  if (c >= '0' && c <= '9') return c - '0';
  if (c >= 'a' && c <= 'f') return c - 'a' + 10;
  if (c >= 'A' && c <= 'F') return c - 'A' + 10;
  return -1;
}

bool control(char c) { return static_cast<unsigned char>(c) < 0x20 || c == 0x7F; }

bool climbs(std::string_view path) {
  std::size_t at = 0;
  while (at <= path.size()) {
    const std::size_t end = std::min(path.find('/', at), path.size());
    const std::string_view segment = path.substr(at, end - at);
    if (segment == "." || segment == "..") return true;
    at = end + 1;
  }
  return false;
}

// "http://host/path" is what a proxy is asked; RFC 9112 3.2.2 wants servers to understand it too.
std::string_view without_authority(std::string_view target) {
  for (const std::string_view scheme : {"http://", "https://"}) {
    if (target.substr(0, scheme.size()) != scheme) continue;
    const std::size_t path = target.find_first_of("/?", scheme.size());
    return path == std::string_view::npos || target[path] == '?' ? std::string_view("/") : target.substr(path);
  }
  return target;
}

}  // namespace

std::string percent_decode(std::string_view text, bool plus_is_space) {
  std::string out;
  out.reserve(text.size());
  for (std::size_t i = 0; i < text.size(); ++i) {
    if (text[i] == '%' && i + 2 < text.size() && hex_digit(text[i + 1]) >= 0 && hex_digit(text[i + 2]) >= 0) {
      out += static_cast<char>(hex_digit(text[i + 1]) * 16 + hex_digit(text[i + 2]));
      i += 2;
    } else {
      out += text[i] == '+' && plus_is_space ? ' ' : text[i];
    }
  }
  return out;
}

std::vector<std::pair<std::string, std::string>> parse_query(std::string_view query) {
  std::vector<std::pair<std::string, std::string>> pairs;
  std::size_t at = 0;
  while (at < query.size()) {
    const std::size_t end = std::min(query.find('&', at), query.size());
    const std::string_view pair = query.substr(at, end - at);
    const std::size_t equals = std::min(pair.find('='), pair.size());
    if (!pair.empty()) {
      pairs.emplace_back(percent_decode(pair.substr(0, equals), true),
                         equals == pair.size() ? std::string() : percent_decode(pair.substr(equals + 1), true));
    }
    at = end + 1;
  }
  return pairs;
}

std::optional<Target> parse_target(std::string_view target) {
  target = without_authority(target);
  if (target.empty() || target[0] != '/') return std::nullopt;
  const std::size_t fragment = std::min(target.find('#'), target.size());
  target = target.substr(0, fragment);
  const std::size_t question = std::min(target.find('?'), target.size());
  Target parsed;
  parsed.path = percent_decode(target.substr(0, question), false);
  if (std::any_of(parsed.path.begin(), parsed.path.end(), control) || first_invalid_utf8(parsed.path) ||
      climbs(parsed.path)) {
    return std::nullopt;
  }
  if (question < target.size()) parsed.query = parse_query(target.substr(question + 1));
  return parsed;
}

}  // namespace pharos::http
