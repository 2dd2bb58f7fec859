// SPDX-License-Identifier: GPL-3.0-or-later
#include <algorithm>
#include <array>
#include <string>

#include "desk/plain_glyphs.h"
#include "pharos/base/utf8.h"
#include "pharos/desk/attachments.h"

namespace pharos::desk {
namespace {

constexpr std::size_t kMostBytes = 120;
constexpr std::size_t kLongestEnding = 16;

/// Names that Windows keeps for devices, with any ending.
constexpr std::array<std::string_view, 4> kDevices = {"con", "prn", "aux", "nul"};
constexpr std::array<std::string_view, 2> kNumberedDevices = {"com", "lpt"};

bool is_control(char32_t point) {
  return point < 0x20 || (point >= 0x7F && point < 0xA0) || point == 0x2028 || point == 0x2029 || point == 0xFFFD;
}

/// What shells, file systems of Windows and header fields give a meaning.
bool is_sign(char32_t point) {
  constexpr std::u32string_view kSigns = U"<>:\"|?*;%&$`'{}";
  return kSigns.find(point) != std::u32string_view::npos;
}

std::string_view last_segment(std::string_view name) {
  while (!name.empty()) {
    const std::size_t slash = name.find_last_of("/\\");
    if (slash == std::string_view::npos) return name;
    if (slash + 1 < name.size()) return name.substr(slash + 1);
    name.remove_suffix(1);
  }
  return name;
}

bool is_device(std::string_view name) {
  std::string stem(name.substr(0, name.find('.')));
  while (!stem.empty() && stem.back() == ' ') stem.pop_back();
  std::transform(stem.begin(), stem.end(), stem.begin(),
                 [](char c) { return c >= 'A' && c <= 'Z' ? static_cast<char>(c - 'A' + 'a') : c; });
  if (std::find(kDevices.begin(), kDevices.end(), stem) != kDevices.end()) return true;
  return stem.size() == 4 && stem[3] >= '0' && stem[3] <= '9' &&
         std::find(kNumberedDevices.begin(), kNumberedDevices.end(), stem.substr(0, 3)) != kNumberedDevices.end();
}

std::string cut(const std::string& name) {
  if (name.size() <= kMostBytes) return name;
  const std::size_t dot = name.rfind('.');
  const bool keep = dot != std::string::npos && name.size() - dot <= kLongestEnding;
  const std::string ending = keep ? name.substr(dot) : "";
  return std::string(
             cut_at_point(std::string_view(name).substr(0, name.size() - ending.size()), kMostBytes - ending.size())) +
         ending;
}

}  // namespace

std::string harmless_file_name(std::string_view name) {
  std::string clean;
  const std::string_view segment = last_segment(name);
  for (std::size_t at = 0; at < segment.size();) {
    const DecodedPoint decoded = decode_utf8(segment, at);
    at += decoded.bytes;
    if (is_control(decoded.point) || is_invisible(decoded.point)) continue;
    const bool space = decoded.point == U' ' || decoded.point == 0xA0 || decoded.point == 0x3000;
    if (space && (clean.empty() || clean.back() == ' ')) continue;
    append_utf8(clean, space ? U' ' : is_sign(decoded.point) ? U'_' : decoded.point);
  }
  const std::size_t first = clean.find_first_not_of(" .");
  if (first == std::string::npos) return "file";
  clean = clean.substr(first, clean.find_last_not_of(" .") + 1 - first);
  if (clean.front() == '-') clean.front() = '_';
  if (is_device(clean)) clean.insert(clean.begin(), '_');
  return cut(clean);
}

}  // namespace pharos::desk
