// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <array>
#include <cstdint>
#include <string_view>

#include "pharos/base/language.h"
#include "pharos/text/token.h"

namespace pharos::text {

/// How words of a language are cut where UAX #29 is not enough. Bits.
enum WordRule : std::uint32_t {
  kWordPlain = 0,
  kWordApostropheSuffix = 1,  ///< Turkish: Bitcoin'i is Bitcoin
  kWordElision = 2,           ///< French, Italian, Catalan: l'argent is argent
  kWordParticles = 4,         ///< Korean: 출금은 is 출금
};

/// Weight of each TermClass; 0: the class is not made for this language.
using ClassWeights = std::array<float, kTermClasses>;

/// How a language's texts are scored. BM25: Robertson and Zaragoza 2009, with its saturation k1 and length
/// normalization b.
struct RankSettings {
  float k1 = .8F;
  float b = .7F;
  float title = .5F;  ///< the title's, or the best question's, own score beside the text's
  float title_k1 = 1.2F;
  float title_b = .4F;
  float heading = .3F;  ///< headings and tags
  float whole = .2F;    ///< the whole article beside its best section
};

/// The second look's weights of a language. A value type.
struct RankProfile {
  ClassWeights weights;
  RankSettings settings;
};

/// All that is known about searching in one language. The table of these rows is the only place where languages
/// differ: nothing else in the program asks which language it is.
struct LanguageRow {
  std::string_view primary;     ///< "" is the row for languages that have none of their own
  std::string_view icu_locale;  ///< for segmentation
  std::string_view snowball;    ///< stemmer, "" for none
  std::uint32_t folds;          ///< bits of Fold
  std::uint32_t words;          ///< bits of WordRule
  ClassWeights retrieve;        ///< the first look: classes that are kept as postings
  ClassWeights rank;            ///< the second look, at the best of the first
  RankSettings settings;        ///< of the second look
  int snippet_characters;       ///< about how long a passage is shown
};

const LanguageRow& language_row(const Language& language);

/// All rows, the general one last.
const LanguageRow* language_rows_begin();
const LanguageRow* language_rows_end();

}  // namespace pharos::text
