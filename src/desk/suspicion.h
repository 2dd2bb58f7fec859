// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <chrono>
#include <cstdint>
#include <string>
#include <string_view>

#include "desk/transaction.h"
#include "pharos/base/time.h"

namespace pharos::desk {

/// When votes are set aside. A value type.
struct SuspicionLimits {
  /// A reader who rates more articles than that within a minute does not read them.
  std::int64_t articles_a_minute = 10;
  std::chrono::seconds minute{60};
  /// An article's votes of `window` are a burst when they are more than `times` as many as in such a window of the
  /// `usual` time before, and more than a floor: a lower one where nine in ten of them say the same.
  std::chrono::seconds window{600};
  std::chrono::hours usual{7 * 24};
  std::int64_t times = 10;
  std::int64_t least = 30;
  std::int64_t least_of_one_sign = 20;
};

/// A vote that is about to be kept.
struct NewVote {
  std::string article, language, major;
  std::string reader;  ///< reader_hash()
  bool helpful = false;
  UtcTime at;
};

inline constexpr std::string_view kBurst = "burst";
inline constexpr std::string_view kAutomation = "automation";

/// Whether the agent says of itself that no human looks at its page: crawlers, browsers without a screen, programs
/// that fetch. Linear; any bytes may be given.
bool names_a_machine(std::string_view agent);

/// Why the vote is to be set aside, or empty. Sets aside the kept votes of the same minute or burst too: they are no
/// better than the one by which it was noticed. REQUIRES: an earlier vote that this one replaces is removed.
std::string_view suspect(Transaction& transaction, const NewVote& vote, const SuspicionLimits& limits = {});

}  // namespace pharos::desk
