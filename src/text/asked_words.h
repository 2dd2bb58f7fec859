// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <string_view>
#include <vector>

#include "pharos/base/language.h"
#include "pharos/text/query_language.h"
#include "text/typed_runs.h"

namespace pharos::text {

/// What the words of one script say about the languages that are written in it.
struct AskedWords {
  const Language* best = nullptr;  ///< of those offered and the interface's
  double lead = 0;                 ///< how far it is ahead of the interface's language
  double margin = 0;               ///< how far it is ahead of all others, offered or not
  bool others_win = false;         ///< a language that is not offered fits better
  bool by_letters = false;         ///< without its letters it would not have been ahead
};

/// REQUIRES: `candidates` are written in `script`; the interface's language is among them if it is, too.
AskedWords weigh_words(const std::vector<TypedRun>& runs, std::string_view query, std::string_view script,
                       const Language& interface_language, const std::vector<const Language*>& candidates,
                       const KnownWord& known);

/// What a lead is in certainty: .5 for none, near 1 for a whole sentence.
double certainty_of(double lead);

/// From here on a lead is more than chance. One long word that only one language has is enough.
inline constexpr double kEnoughLead = 1.1;
inline constexpr double kFarLead = 1.3;
inline constexpr double kAmpleLead = 1.8;
inline constexpr double kEnoughMargin = .25;
inline constexpr double kSlightMargin = .1;

}  // namespace pharos::text
