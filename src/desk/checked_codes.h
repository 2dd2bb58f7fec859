// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <optional>
#include <string>
#include <string_view>

namespace pharos::desk {

/// Bitcoin's alphabet, and Ripple's.
enum class Base58 { kBitcoin, kRipple };

/// The bytes of a base 58 text; nothing for other characters or more than 128 of them (the time is quadratic).
std::optional<std::string> from_base58(std::string_view text, Base58 alphabet = Base58::kBitcoin);

/// The same without the four bytes of checksum at the end; nothing where they are wrong.
std::optional<std::string> from_base58check(std::string_view text, Base58 alphabet = Base58::kBitcoin);

/// Whether the text is bech32 or bech32m (BIP-173, BIP-350) with a right checksum, of up to 128 characters: longer than
/// those allow, as some chains write them.
bool is_bech32(std::string_view text);

/// The checksum of Luhn (ISO/IEC 7812-1, annex B). REQUIRES: digits alone.
bool passes_luhn(std::string_view digits);

}  // namespace pharos::desk
