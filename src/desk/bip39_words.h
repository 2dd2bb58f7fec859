// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <array>
#include <cstddef>
#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

namespace pharos::desk {

inline constexpr std::size_t kBip39Lists = 10;
inline constexpr std::size_t kBip39ListWords = 2048;

/// A word's place in each list, -1 where it is in none. Lists overlap: "cable" is English, French and Spanish.
struct Bip39Places {
  std::array<std::int16_t, kBip39Lists> place;
};

/// Whether ordinary prose is made of this list's words too: then their number alone tells nothing.
bool is_prose_list(std::size_t list);

/// The word in the form in which lists are looked up: folded, Latin letters without marks (wallets take "abaco" for
/// "ábaco"), decomposed letters composed.
std::string bip39_key(std::string_view utf8_word);

/// The places of a key, or null. Thread-safe; the lists are read at the first call.
const Bip39Places* find_bip39(const std::string& key);

/// English words of the list that sentences are held together by ("that", "will", "you"...): a phrase drawn by chance
/// hardly has three of them, a sentence does.
bool is_bip39_little_word(const std::string& key);

/// Whether these places of one list are a mnemonic: 12, 15, 18, 21 or 24 words with the right checksum (BIP-39).
bool is_bip39_mnemonic(const std::vector<std::int16_t>& places, std::size_t begin, std::size_t count);

}  // namespace pharos::desk
