// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

namespace pharos::desk {

/// An edit that leaves so much of the text (sketch_similarity()) belongs to the same major revision: its votes count
/// together. About a tenth of a text may be written anew.
inline constexpr double kSameMajorRevision = .8;

}  // namespace pharos::desk
