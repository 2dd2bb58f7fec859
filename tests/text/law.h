// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <doctest/doctest.h>
#include <rapidcheck.h>

#include <cstdint>
#include <sstream>
#include <vector>

#include "text/text_samples.h"

namespace pharos::text {

/// Holds a law against `tries` cases, each made by a Mixer from what RapidCheck chose; a law fails by RC_FAIL or
/// RC_ASSERT. A failing case is made smaller as long as it fails and is told with its choices. The choices are the same
/// at each run.
template <typename Law>
void hold(int tries, Law law) {
  constexpr std::uint32_t kChoices = 1U << 24;
  rc::detail::TestParams params;
  params.seed = 20261122;
  params.maxSuccess = tries;
  const auto choices =
      rc::gen::container<std::vector<std::uint32_t>>(rc::gen::resize(rc::kNominalSize, rc::gen::inRange(0U, kChoices)));
  const rc::detail::TestResult result = rc::detail::checkTestable(
      [&] {
        const std::vector<std::uint32_t> chosen = *choices;
        Mixer mixer(chosen);
        law(mixer);
      },
      rc::detail::TestMetadata(), params);
  if (result.is<rc::detail::SuccessResult>()) return;
  std::ostringstream told;
  rc::detail::printResultMessage(result, told);
  FAIL(told.str());
}

}  // namespace pharos::text
