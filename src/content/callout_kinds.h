// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <string>
#include <string_view>

#include "content/callouts.h"

namespace pharos::content {

/// A word that names a callout, in whichever language or tool. A row of a table.
struct CalloutKind {
  std::string_view word;
  std::string_view kind;
  CalloutOpening::Shape shape = CalloutOpening::Shape::kCallout;
};

/// The row for a word (ASCII letters in any case); null for a word we do not know. Pure and thread-safe.
const CalloutKind* callout_kind(std::string_view word);

}  // namespace pharos::content
