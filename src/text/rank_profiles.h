// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "pharos/text/language_table.h"

// The second look's weights, fitted by tools/tune to judged queries of the language, which replaces these lines. A
// language without judged queries has the weights of the one that is built most alike. The title's factor was fitted on
// real FAQs in English, Russian and Japanese only; in the other languages, whose judged texts have titles that say
// little, it is the English one.
namespace pharos::text {

//                                 word stem bare pair bare2 unit two three content gram3 gram4 sound
constexpr RankProfile kRankAr = {{0.375F, 0.4F, 0.35F, 0.35F, 0.F, 0.F, 0.F, 0.F, 0.F, 0.15F, 1.F, 0.F},
                                 {0.5F, 0.8F, 0.5F, 1.2F, 0.4F, 0.3F, 0.2F}};
constexpr RankProfile kRankEn = {{0.044F, 1.F, 0.75F, 0.83F, 0.F, 0.F, 0.F, 0.F, 0.F, 0.57F, 0.62F, 0.F},
                                 {1.2F, 0.8F, 0.5F, 1.2F, 0.8F, 0.3F, 0.2F}};
constexpr RankProfile kRankEs = {{0.667F, 1.F, 0.333F, 0.244F, 0.F, 0.F, 0.F, 0.F, 0.F, 0.00556F, 0.333F, 0.F},
                                 {0.8F, 0.8F, 0.5F, 1.2F, 0.4F, 0.3F, 0.2F}};
constexpr RankProfile kRankJa = {{0.01F, 0.F, 0.F, 0.04F, 0.F, 0.3F, 0.15F, 0.F, 1.F, 0.F, 0.F, 0.F},
                                 {0.5F, 0.5F, 0.3F, 0.8F, 0.2F, 0.3F, 0.2F}};
constexpr RankProfile kRankKo = {{0.F, 0.67F, 0.F, 1.F, 0.F, 1.F, 1.F, 0.F, 0.F, 0.F, 0.07F, 0.F},
                                 {0.5F, 0.5F, 0.8F, 1.2F, 0.4F, 0.3F, 0.2F}};
constexpr RankProfile kRankPt = {{0.436F, 1.F, 0.0136F, 0.5F, 0.F, 0.F, 0.F, 0.F, 0.F, 0.0909F, 0.273F, 0.F},
                                 {0.8F, 0.7F, 0.5F, 1.2F, 0.4F, 0.3F, 0.2F}};
constexpr RankProfile kRankRu = {{0.00015F, 1.F, 0.F, 0.154F, 0.F, 0.F, 0.F, 0.F, 0.F, 0.036F, 0.4F, 0.F},
                                 {0.8F, 0.8F, 1.6F, 2.F, 0.6F, 0.3F, 0.2F}};
constexpr RankProfile kRankTh = {{1.F, 0.F, 0.F, 0.0669F, 0.F, 0.597F, 0.0251F, 0.197F, 0.F, 0.F, 0.F, 0.F},
                                 {1.2F, 0.7F, 0.5F, 1.2F, 0.4F, 0.3F, 0.2F}};
constexpr RankProfile kRankTr = {{0.024F, 1.F, 0.139F, 0.154F, 0.F, 0.F, 0.F, 0.F, 0.F, 0.003F, 0.36F, 0.F},
                                 {0.8F, 0.8F, 0.5F, 1.2F, 0.4F, 0.3F, 0.2F}};
constexpr RankProfile kRankVi = {{1.F, 0.F, 0.2F, 0.6F, 0.64F, 0.F, 0.F, 0.F, 0.F, 0.9F, 0.F, 0.F},
                                 {1.2F, 0.8F, 0.5F, 1.2F, 0.4F, 0.3F, 0.2F}};
constexpr RankProfile kRankZh = {{1.F, 0.F, 0.F, 0.2F, 0.F, 1.F, 0.75F, 0.F, 0.F, 0.F, 0.F, 0.24F},
                                 {0.8F, 0.8F, 0.5F, 1.2F, 0.4F, 0.3F, 0.2F}};
constexpr RankProfile kRankWords = {{1.F, 0.F, .3F, .4F, 0.F, 0.F, 0.F, 0.F, 0.F, .1F, .3F, 0.F},
                                    {.8F, .7F, .5F, 1.2F, .4F, .3F, .2F}};

}  // namespace pharos::text
