// SPDX-License-Identifier: GPL-3.0-or-later
#include <algorithm>
#include <array>
#include <optional>
#include <string>

#include "desk/checked_codes.h"
#include "desk/plain_glyphs.h"

namespace pharos::desk {
namespace {

bool is_ethereum(const std::string& word) {
  return word.size() == 42 && word[0] == '0' && (word[1] == 'x' || word[1] == 'X') &&
         std::all_of(word.begin() + 2, word.end(),
                     [](char c) { return (c >= '0' && c <= '9') || (c >= 'a' && c <= 'f') || (c >= 'A' && c <= 'F'); });
}

/// Bitcoin, Litecoin, Dogecoin, Tron...: a version and 20 bytes of a hash. Ripple has an alphabet of its own.
bool is_hash_address(const std::string& word) {
  constexpr std::size_t kBytes = 21;
  if (word.size() < 25 || word.size() > 36) return false;
  for (const Base58 alphabet : {Base58::kBitcoin, Base58::kRipple}) {
    const std::optional<std::string> bytes = from_base58check(word, alphabet);
    if (bytes && bytes->size() >= kBytes && bytes->size() <= kBytes + 1) return true;
  }
  return false;
}

/// 32 bytes without a checksum: only a word that mixes what words do not mix is taken for one.
bool is_solana(const std::string& word) {
  if (word.size() < 32 || word.size() > 44) return false;
  const auto any = [&word](char first, char last) {
    return std::any_of(word.begin(), word.end(), [=](char c) { return c >= first && c <= last; });
  };
  if (!any('1', '9') || !any('A', 'Z') || !any('a', 'z')) return false;
  const std::optional<std::string> bytes = from_base58(word);
  return bytes && bytes->size() == 32;
}

/// With a typing error the checksum is wrong, and whose address it was can still be seen.
bool is_mistyped_segwit(const std::string& word) {
  constexpr std::array<std::string_view, 4> kPrefixes = {"bc1q", "bc1p", "BC1Q", "BC1P"};
  return word.size() >= 38 && word.size() <= 66 &&
         std::find(kPrefixes.begin(), kPrefixes.end(), word.substr(0, 4)) != kPrefixes.end();
}

using Shape = bool (*)(const std::string&);
constexpr std::array<Shape, 5> kShapes = {is_ethereum, is_hash_address, is_solana, is_mistyped_segwit,
                                          [](const std::string& word) { return is_bech32(word); }};

}  // namespace

void find_wallet_addresses(const GuardedSource& source, std::vector<SecretSpan>& found) {
  constexpr std::size_t kShortest = 25;
  constexpr std::size_t kLongest = 128;
  for (std::size_t at = 0; at < source.glyphs.size();) {
    std::size_t end = at;
    while (end < source.glyphs.size() && is_ascii_word(source.glyphs[end].point)) ++end;
    if (end - at >= kShortest && end - at <= kLongest) {
      const std::string word = source.ascii(at, end);
      if (std::any_of(kShapes.begin(), kShapes.end(), [&word](Shape shape) { return shape(word); })) {
        found.push_back({at, end, SecretKind::kWalletAddress});
      }
    }
    at = std::max(end, at + 1);
  }
}

}  // namespace pharos::desk
