// SPDX-License-Identifier: GPL-3.0-or-later
#include "pharos/base/diagnostic.h"

#include <doctest/doctest.h>

#include <algorithm>

#include "pharos/base/error.h"

namespace pharos {
namespace {

TEST_CASE("a diagnostic is one line that editors can click") {
  CHECK(to_line({"en/a.md", 7, Severity::kError, "broken-link", "x leads nowhere"}) ==
        "en/a.md:7: error: x leads nowhere [broken-link]");
  CHECK(to_line({"en/a.md", 0, Severity::kWarning, "r", "m"}) == "en/a.md: warning: m [r]");
  CHECK(to_line({"", 0, Severity::kInfo, "r", "m"}) == "info: m [r]");
}

TEST_CASE("diagnostics are ordered by path, then line") {
  Diagnostics all = {
      {"b", 1, Severity::kError, "r", "m"}, {"a", 9, Severity::kInfo, "r", "m"}, {"a", 2, Severity::kError, "r", "m"}};
  std::sort(all.begin(), all.end());
  CHECK(to_line(all[0]) == "a:2: error: m [r]");
  CHECK(to_line(all[2]) == "b:1: error: m [r]");
}

TEST_CASE("each kind of error has a name that may be relied on") {
  CHECK(name(ErrorKind::kInvalidArgument) == "invalid-argument");
  CHECK(name(ErrorKind::kNotFound) == "not-found");
  CHECK(name(ErrorKind::kConflict) == "conflict");
  CHECK(name(ErrorKind::kUnavailable) == "unavailable");
  CHECK(name(ErrorKind::kCorrupt) == "corrupt");
  CHECK(name(ErrorKind::kInternal) == "internal");
  const Error error(ErrorKind::kConflict, "two builds", "--index");
  CHECK(error.what() == std::string("two builds"));
  CHECK(error.parameter() == "--index");
}

}  // namespace
}  // namespace pharos
