// SPDX-License-Identifier: GPL-3.0-or-later
#include "pharos/desk/rating.h"

#include <doctest/doctest.h>

namespace pharos::desk {
namespace {

TEST_CASE("the lower bound of the Wilson interval") {
  struct Row {
    std::int64_t helpful, all;
    double bound;
  };
  // Worked out apart from the code, with Python's floats.
  for (const Row& row : {
           Row{0, 0, 0},
           Row{0, 10, 0},
           Row{1, 1, .206549},
           Row{10, 10, .722467},
           Row{9, 10, .595850},
           Row{90, 100, .825634},
           Row{50, 100, .403832},
           Row{1, 100, .001767},
           Row{900000, 1000000, .899411},
       }) {
    CAPTURE(row.helpful);
    CAPTURE(row.all);
    CHECK(wilson_lower_bound(row.helpful, row.all) == doctest::Approx(row.bound).epsilon(.0005));
  }
  // Three of three is less sure than ninety of a hundred.
  CHECK(wilson_lower_bound(3, 3) < wilson_lower_bound(90, 100));
  CHECK(wilson_lower_bound(5, -1) == 0);
}

TEST_CASE("the reasons are those of the form") {
  CHECK(rating_reasons().size() == 6);
  CHECK(rating_reasons().front() == "not-my-question");
  CHECK(rating_reasons().back() == "other");
}

}  // namespace
}  // namespace pharos::desk
