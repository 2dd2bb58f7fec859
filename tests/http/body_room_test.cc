// SPDX-License-Identifier: GPL-3.0-or-later
#include "http/body_room.h"

#include <doctest/doctest.h>

#include <vector>

using namespace pharos::http;

TEST_CASE("bodies get room until there is none, and give it back") {
  BodyRoom room({1000, 100, 8, 8});
  auto first = room.admit("a", 600);
  REQUIRE(first);
  CHECK(first.grow(600));
  CHECK_FALSE(room.admit("b", 500));
  auto second = room.admit("b", 400);
  REQUIRE(second);
  CHECK(second.grow(400));
  CHECK_FALSE(room.admit("c", 1));
  first = {};
  CHECK(room.admit("c", 600));
}

TEST_CASE("what is announced counts when it arrives") {
  BodyRoom room({1000, 100, 8, 8});
  auto silent = room.admit("a", 1000);
  auto sending = room.admit("b", 1000);
  REQUIRE(silent);
  REQUIRE(sending);
  CHECK(sending.grow(999));
  CHECK_FALSE(silent.grow(2));
  CHECK(silent.grow(1));
}

TEST_CASE("uploads are few at a time, and fewer of one address") {
  BodyRoom room({1000, 10, 3, 2});
  std::vector<BodyRoom::Hold> holds;
  for (int i = 0; i < 2; ++i) holds.push_back(room.admit("a", 11));
  for (const auto& hold : holds) CHECK(hold);
  CHECK_FALSE(room.admit("a", 11));
  CHECK(room.admit("a", 10));  // no upload
  holds.push_back(room.admit("b", 11));
  CHECK(holds.back());
  CHECK_FALSE(room.admit("c", 11));
  holds.erase(holds.begin());
  CHECK(room.admit("c", 11));
  CHECK(room.admit("a", 11));
}
