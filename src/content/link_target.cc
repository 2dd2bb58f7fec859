// SPDX-License-Identifier: GPL-3.0-or-later
#include "content/link_target.h"

#include <algorithm>
#include <iterator>
#include <utility>

#include "pharos/base/utf8.h"

namespace pharos::content {
namespace {

struct SchemeRule {
  std::string_view scheme;
  LinkTarget::Kind kind;
};

constexpr SchemeRule kSchemes[] = {
    {"http", LinkTarget::Kind::kExternal},
    {"https", LinkTarget::Kind::kExternal},
    {"mailto", LinkTarget::Kind::kContact},
    {"tel", LinkTarget::Kind::kContact},
};

bool is_letter(char c) {
  return (static_cast<unsigned char>(c) | 32) >= 'a' && (static_cast<unsigned char>(c) | 32) <= 'z';
}

// The scheme in lower case (RFC 3986, 3.1), or "" for a relative reference.
std::string scheme_of(std::string_view address) {
  if (address.empty() || !is_letter(address.front())) return {};
  std::string scheme;
  for (char c : address) {
    if (c == ':') return scheme;
    if (is_letter(c)) {
      scheme += static_cast<char>(static_cast<unsigned char>(c) | 32);
    } else if ((c >= '0' && c <= '9') || c == '+' || c == '-' || c == '.') {
      scheme += c;
    } else {
      return {};
    }
  }
  return {};
}

int hex_value(char c) {
  if (c >= '0' && c <= '9') return c - '0';
  const char lower = static_cast<char>(c | 32);
  return lower >= 'a' && lower <= 'f' ? lower - 'a' + 10 : -1;
}

}  // namespace

LinkTarget classify_link(std::string_view address) {
  const auto is_control = [](char c) { return static_cast<unsigned char>(c) < 0x20 || c == 0x7F; };
  while (!address.empty() && (is_control(address.front()) || address.front() == ' ')) address.remove_prefix(1);
  while (!address.empty() && (is_control(address.back()) || address.back() == ' ')) address.remove_suffix(1);

  LinkTarget target;
  target.address.reserve(address.size());
  for (char c : address) {
    if (is_control(c)) continue;  // browsers leave out tabs and line ends, which would let "java\tscript:" through
    if (c == ' ') {
      target.address += "%20";
    } else {
      target.address += c;
    }
  }
  if (target.address.empty()) return target;
  if (target.address.front() == '#') {
    target.kind = LinkTarget::Kind::kInPage;
    return target;
  }
  const std::string scheme = scheme_of(target.address);
  if (!scheme.empty()) {
    const auto* const rule = std::find_if(std::begin(kSchemes), std::end(kSchemes),
                                          [&](const SchemeRule& candidate) { return candidate.scheme == scheme; });
    if (rule == std::end(kSchemes)) return {};
    target.kind = rule->kind;
    return target;
  }
  const auto path_end = target.address.begin() + static_cast<std::ptrdiff_t>(std::min(
                                                     target.address.find_first_of("?#"), target.address.size()));
  std::replace(target.address.begin(), path_end, '\\', '/');
  target.kind = LinkTarget::Kind::kRelative;
  if (target.address.compare(0, 2, "//") == 0) {
    target.address.insert(0, "https:");
    target.kind = LinkTarget::Kind::kExternal;
  }
  return target;
}

std::string percent_decoded(std::string_view address, bool all) {
  std::string decoded;
  decoded.reserve(address.size());
  for (std::size_t i = 0; i < address.size(); ++i) {
    if (address[i] == '%' && i + 2 < address.size()) {
      const int high = hex_value(address[i + 1]);
      const int low = hex_value(address[i + 2]);
      const int byte = high * 16 + low;
      if (high >= 0 && low >= 0 && byte != 0 && (all || byte >= 0x80 || byte == ' ')) {
        decoded += static_cast<char>(byte);
        i += 2;
        continue;
      }
    }
    decoded += address[i];
  }
  if (first_invalid_utf8(decoded)) return std::string(address);
  return decoded;
}

}  // namespace pharos::content
