// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <optional>
#include <string>

#include "desk/transaction.h"
#include "pharos/base/time.h"
#include "pharos/desk/rating.h"

namespace pharos::desk {

/// An edit that leaves so much of the text (sketch_similarity()) belongs to the same major revision: its votes count
/// together. About a tenth of a text may be written anew.
inline constexpr double kSameMajorRevision = .8;

/// The major revision of the article, named by its first revision that was rated. A revision that was never rated is
/// compared with the one rated last; nothing when it begins a major revision of its own.
std::optional<std::string> major_of(Transaction& transaction, const RatedArticle& article);

/// The same, and keeps the revision as the one rated last.
std::string keep_revision(Transaction& transaction, const RatedArticle& article, UtcTime now);

/// The major revision of an article as it was before it became `current`. The one rated last stays that; a revision of
/// which nothing is known is a major one of its own, so that what was said of it is not said of another text.
std::string keep_earlier_revision(Transaction& transaction, const RatedArticle& article, const RatedArticle& current,
                                  UtcTime now);

}  // namespace pharos::desk
