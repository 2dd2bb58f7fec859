// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <cstdint>
#include <string>
#include <string_view>

// Words as sounds that Cyrillic and its spellings in Latin letters share, one Latin letter a sound: j for ж, q for ч, w
// for ш and щ, c for ц, h for х, i for и, й and ы; soft and hard signs and doubled letters fall away. Pure and
// thread-safe.
namespace pharos::text {

/// How an ambiguous Latin letter is read. Bits; without one the reading follows the letter's neighbours.
enum LatinReading : std::uint32_t {
  kReadPlain = 0,
  kReadJAsZh = 1,   ///< jaloba
  kReadCOther = 2,  ///< c as к where it would be ц, and the other way round
  kReadXAsKs = 4,   ///< xenon; otherwise х, as in xorosho
  kReadWAsV = 8,    ///< wywod; otherwise ш
  kReadHAsG = 16,   ///< Ukrainian г: dopomoha
  kReadZAsTs = 32,  ///< verifikaziya
  kReadSht = 64,    ///< Bulgarian щ: zashtita
};
/// The bits that make a difference for this word.
std::uint32_t ambiguities(std::u16string_view latin);
std::u16string sounds_of_latin(std::u16string_view latin, std::uint32_t reading);

/// `hard` is what Bulgarian ъ between consonants is written with: a, u or y.
std::u16string sounds_of_cyrillic(std::u16string_view cyrillic, char16_t hard);
bool has_bulgarian_vowel(std::u16string_view cyrillic);

}  // namespace pharos::text
