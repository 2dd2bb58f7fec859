// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <cstdint>
#include <string_view>
#include <type_traits>

namespace pharos {

/// FNV-1a over a text's units (Fowler, Noll, Vo): for tables in memory, not against people who look for collisions.
template <typename Unit>
constexpr std::uint32_t fnv1a(std::basic_string_view<Unit> text) {
  std::uint32_t hash = 2166136261U;
  for (const Unit unit : text) {
    if constexpr (std::is_same_v<Unit, char>) {
      hash = (hash ^ static_cast<unsigned char>(unit)) * 16777619U;
    } else {
      hash = (hash ^ static_cast<std::uint32_t>(unit)) * 16777619U;
    }
  }
  return hash;
}

/// Spreads similar hashes apart, so that their low bits may choose a place in a table.
constexpr std::uint32_t spread(std::uint32_t hash) {
  hash ^= hash >> 15;
  hash *= 0x2c1b3c6dU;
  return hash ^ (hash >> 13);
}

}  // namespace pharos
