// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <cstddef>
#include <cstdint>
#include <string_view>

#include "pharos/text/keys.h"

// The row of the table of keys (KeyRow) for text typed while another keyboard layout was active. Pure and thread-safe.
namespace pharos::text {

enum class Keyboard : std::uint8_t {
  kUs,
  kRussian,
  kUkrainian,
  kGreek,
  kArabic,
  kHebrew,
  kThai,
  kKorean,
  kTurkishQ,
  kTurkishF,
  kAzerty,
  kQwertz,
};
inline constexpr std::size_t kKeyboards = 12;
inline constexpr std::size_t kKeyboardKeys = 47;

/// What the keys give, by rows from the top left to the bottom right of a US keyboard (the key left of 1 first, the one
/// left of Enter after the second row's), divided by spaces. Key for key as X11's xkb-data 2.35 has it.
struct KeyboardLayout {
  std::u16string_view plain;
  std::u16string_view shifted;
  std::uint32_t folds;  ///< bits of Fold for the language meant
};
const KeyboardLayout& keyboard_layout(Keyboard keyboard);

/// The word, what is left of it where the shift key was lost to case folding (Thai, Korean, Arabic), and without marks
/// where people do not type them (Greek, Arabic).
Keys layout_of_word(std::u16string_view word);

/// What the same keys give on other layouts, folded, likelier ones first. Takes text as typed or folded: case tells the
/// shift key. With and without the punctuation at the ends, which may be letters. Also Vietnamese typed with the input
/// method off.
Keys layout_of_typed(std::u16string_view typed);

}  // namespace pharos::text
