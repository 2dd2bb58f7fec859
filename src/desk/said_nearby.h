// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <cstddef>
#include <cstdint>

#include "desk/plain_glyphs.h"

namespace pharos::desk {

/// What the words around a number say it is. Bits.
enum Said : std::uint8_t {
  kSaidNothing = 0,
  kSaidKey = 1,          ///< private key, secret
  kSaidTransaction = 2,  ///< transaction, hash, block
  kSaidCard = 4,
  kSaidOrder = 8,  ///< order, ticket, reference number
  kSaidPhone = 16,
  kSaidSeed = 32,  ///< seed, recovery phrase
};

/// What the nearest word of the `asked` kinds says about the glyphs [begin, end): looked for shortly before and, less
/// far, after them, in the interface languages. Takes a bounded time wherever it is asked.
Said said_nearby(const GuardedSource& source, std::size_t begin, std::size_t end, std::uint8_t asked);

}  // namespace pharos::desk
