// SPDX-License-Identifier: GPL-3.0-or-later
#include "desk/row_checksum.h"

#include <doctest/doctest.h>

#include <set>

namespace pharos::desk {
namespace {

TEST_CASE("a row's checksum changes with every name, value and type") {
  const std::vector<std::vector<NamedValue>> rows = {
      {},
      {{"subject", "ab"}, {"email", ""}},
      {{"subject", "a"}, {"email", "b"}},
      {{"subject", ""}, {"email", "ab"}},
      {{"email", "ab"}, {"subject", ""}},
      {{"subject", "ab"}},
      {{"subject", "1"}},
      {{"subject", std::int64_t{1}}},
      {{"subject", 1.0}},
      {{"subject", std::int64_t{-1}}},
      {{"subject", "n5:email"}},
  };
  std::set<std::string> seen;
  for (const auto& row : rows) seen.insert(row_checksum(row));
  CHECK(seen.size() == rows.size());
  CHECK(row_checksum(rows[1]) == row_checksum(rows[1]));
  CHECK(row_checksum(rows[1]).size() == 64);
}

TEST_CASE("a column that an old row does not have leaves its checksum right") {
  CHECK(row_checksum({{"subject", "a"}, {"later", SqlValue()}}) == row_checksum({{"subject", "a"}}));
}

}  // namespace
}  // namespace pharos::desk
