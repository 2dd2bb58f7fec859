// SPDX-License-Identifier: GPL-3.0-or-later
#include "engine/page_html.h"

#include <array>
#include <utility>

#include "pharos/base/utf8.h"
#include "pharos/engine/addresses.h"

namespace pharos::engine {
namespace {

// Written by the content room alone: the sanitizer refuses both schemes from authors. Only attribute values begin so.
constexpr std::string_view kInnerLink = "\"pharos:";
constexpr std::string_view kInnerAsset = "\"pharos-asset:";

constexpr std::array<std::pair<std::string_view, std::string_view>, 17> kMediaTypes = {{
    {".avif", "image/avif"},
    {".gif", "image/gif"},
    {".jpeg", "image/jpeg"},
    {".jpg", "image/jpeg"},
    {".json", "application/json"},
    {".mov", "video/quicktime"},
    {".mp4", "video/mp4"},
    {".ogg", "audio/ogg"},
    {".mp3", "audio/mpeg"},
    {".pdf", "application/pdf"},
    {".png", "image/png"},
    {".svg", "image/svg+xml"},
    {".txt", "text/plain; charset=utf-8"},
    {".vtt", "text/vtt; charset=utf-8"},
    {".webm", "video/webm"},
    {".webp", "image/webp"},
    {".zip", "application/zip"},
}};

std::string unescaped(std::string_view attribute) {
  static constexpr std::array<std::pair<std::string_view, char>, 5> kEntities = {
      {{"&amp;", '&'}, {"&lt;", '<'}, {"&gt;", '>'}, {"&quot;", '"'}, {"&#39;", '\''}}};
  std::string out;
  for (std::size_t at = 0; at < attribute.size();) {
    bool replaced = false;
    for (const auto& [entity, c] : kEntities) {
      if (attribute.substr(at).starts_with(entity)) {
        out += c;
        at += entity.size();
        replaced = true;
        break;
      }
    }
    if (!replaced) out += attribute[at++];
  }
  return out;
}

// "KEY#fragment", percent-encoded as addresses are; without a key it is the home page.
std::string link_address(std::string_view target, const Language& reader) {
  std::string address = page_address(reader, {});
  if (!target.empty() && target.front() != '#') address += '/';
  return address.append(target);
}

int hex_value(char c) {
  if (c >= '0' && c <= '9') return c - '0';
  if (c >= 'A' && c <= 'F') return c - 'A' + 10;
  if (c >= 'a' && c <= 'f') return c - 'a' + 10;
  return -1;
}

std::string percent_decoded(std::string_view text) {
  std::string out;
  for (std::size_t at = 0; at < text.size(); ++at) {
    const bool encoded =
        text[at] == '%' && at + 2 < text.size() && hex_value(text[at + 1]) >= 0 && hex_value(text[at + 2]) >= 0;
    if (!encoded) {
      out += text[at];
      continue;
    }
    out += static_cast<char>(hex_value(text[at + 1]) * 16 + hex_value(text[at + 2]));
    at += 2;
  }
  return out;
}

}  // namespace

std::string with_addresses(std::string_view html, const Language& reader, const index::Catalog& catalog) {
  std::string out;
  out.reserve(html.size() + html.size() / 16);
  std::size_t at = 0;
  while (at < html.size()) {
    const std::size_t quote = html.find("\"pharos", at);
    if (quote == std::string_view::npos) break;
    const std::string_view rest = html.substr(quote);
    const bool asset = rest.starts_with(kInnerAsset);
    const bool link = rest.starts_with(kInnerLink);
    const std::size_t prefix = asset ? kInnerAsset.size() : kInnerLink.size();
    const std::size_t end = html.find('"', quote + 1);
    if ((!asset && !link) || end == std::string_view::npos || html.substr(at, quote - at).empty() ||
        html[quote - 1] != '=') {
      out += html.substr(at, quote + 1 - at);
      at = quote + 1;
      continue;
    }
    out += html.substr(at, quote + 1 - at);
    const std::string target = unescaped(html.substr(quote + prefix, end - quote - prefix));
    if (asset) {
      const auto stored = catalog.assets.find(percent_decoded(target));
      out += stored == catalog.assets.end() ? std::string() : escape_html(asset_address(stored->second));
    } else {
      out += escape_html(link_address(target, reader));
    }
    at = end;
  }
  out += html.substr(at);
  return out;
}

std::string_view media_type(std::string_view name) {
  const std::size_t dot = name.rfind('.');
  std::string ending(dot == std::string_view::npos ? std::string_view() : name.substr(dot));
  for (char& c : ending) c = c >= 'A' && c <= 'Z' ? static_cast<char>(c + 32) : c;
  for (const auto& [known, type] : kMediaTypes) {
    if (known == ending) return type;
  }
  return "application/octet-stream";
}

}  // namespace pharos::engine
