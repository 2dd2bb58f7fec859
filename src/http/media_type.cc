// SPDX-License-Identifier: GPL-3.0-or-later
#include "http/media_type.h"

#include <algorithm>

#include "http/header_text.h"

namespace pharos::http {
namespace {

// From the opening quote at `at`, which is moved behind the closing one.
std::string quoted(std::string_view text, std::size_t& at) {
  std::string out;
  for (++at; at < text.size() && text[at] != '"'; ++at) {
    if (text[at] == '\\' && at + 1 < text.size() && text[at + 1] == '"') ++at;
    out += text[at];
  }
  if (at < text.size()) ++at;
  return out;
}

}  // namespace

std::string media_type_of(std::string_view content_type) {
  return lower_ascii(trim_blanks(content_type.substr(0, content_type.find(';'))));
}

std::optional<std::string> header_parameter(std::string_view value, std::string_view name) {
  std::size_t at = value.find(';');
  while (at < value.size()) {
    const std::size_t equals = value.find_first_of("=;", ++at);
    if (equals == std::string_view::npos) return std::nullopt;
    const std::string key = lower_ascii(trim_blanks(value.substr(at, equals - at)));
    at = equals;
    if (value[equals] == ';') continue;
    at = value.find_first_not_of(" \t", equals + 1);
    std::string content;
    if (at == std::string_view::npos) {
      at = value.size();
    } else if (value[at] == '"') {
      content = quoted(value, at);
      at = std::min(value.find(';', at), value.size());
    } else {
      const std::size_t end = std::min(value.find(';', at), value.size());
      content = trim_blanks(value.substr(at, end - at));
      at = end;
    }
    if (key == lower_ascii(name)) return content;
  }
  return std::nullopt;
}

}  // namespace pharos::http
