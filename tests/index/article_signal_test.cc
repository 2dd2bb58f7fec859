// SPDX-License-Identifier: GPL-3.0-or-later
#include "pharos/index/article_signal.h"

#include <doctest/doctest.h>

namespace pharos::index {
namespace {

double factor(std::int64_t helpful, std::int64_t unhelpful) { return ArticleSignal{helpful, unhelpful}.factor(); }

TEST_CASE("few votes change nothing") {
  for (std::int64_t helpful = 0; helpful < ArticleSignal::kFewest; ++helpful) {
    for (std::int64_t unhelpful = 0; unhelpful < ArticleSignal::kFewest; ++unhelpful) {
      CHECK(factor(helpful, unhelpful) == 1);
    }
  }
  CHECK(factor(10, 0) > 1);
  CHECK(factor(0, 10) < 1);
}

TEST_CASE("votes that leave it open change nothing, however many") {
  CHECK(factor(50, 50) == 1);
  CHECK(factor(520, 480) == 1);
  CHECK(factor(30, 40) == 1);
}

TEST_CASE("what many votes say is bounded") {
  CHECK(factor(1'000'000'000, 0) == doctest::Approx(ArticleSignal::kMost).epsilon(0.0001));
  CHECK(factor(0, 1'000'000'000) == doctest::Approx(ArticleSignal::kLeast).epsilon(0.0001));
  CHECK(factor(41, 4) == doctest::Approx(1.0377).epsilon(0.001));
  CHECK(factor(10, 90) == doctest::Approx(0.929).epsilon(0.001));
  CHECK(factor(-5, -7) == 1);
}

TEST_CASE("a helpful vote never lowers, an unhelpful one never raises, and none makes a step") {
  for (std::int64_t helpful = 0; helpful < 120; ++helpful) {
    for (std::int64_t unhelpful = 0; unhelpful < 120; ++unhelpful) {
      const double here = factor(helpful, unhelpful);
      const double better = factor(helpful + 1, unhelpful);
      const double worse = factor(helpful, unhelpful + 1);
      REQUIRE(better >= here);
      REQUIRE(worse <= here);
      REQUIRE(better - worse < 0.03);
    }
  }
}

}  // namespace
}  // namespace pharos::index
