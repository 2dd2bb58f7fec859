// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <optional>
#include <vector>

namespace pharos::insight {

/// The value in the middle, or the mean of the two there; nothing of nothing.
std::optional<double> median(std::vector<double> values);

/// The smallest value that at least this share (0..1) of all is not above (nearest rank); nothing of nothing.
std::optional<double> percentile(std::vector<double> values, double share);

}  // namespace pharos::insight
