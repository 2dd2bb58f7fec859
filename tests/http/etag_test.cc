// SPDX-License-Identifier: GPL-3.0-or-later
#include "http/etag.h"

#include <doctest/doctest.h>

using namespace pharos::http;

TEST_CASE("equal bytes have equal tags and others have others") {
  CHECK(etag_of("a") == etag_of("a"));
  CHECK(etag_of("a") != etag_of("b"));
  CHECK(quoted_etag("x", false) == "\"x\"");
  CHECK(quoted_etag("x", true) == "W/\"x\"");
}

TEST_CASE("If-None-Match names a tag in a list, weak or gzipped, or all of them") {
  struct Row {
    std::string_view field;
    bool names;
  };
  for (const Row& row :
       {Row{"\"abc\"", true}, Row{"*", true}, Row{"W/\"abc\"", true}, Row{"\"abc-gzip\"", true},
        Row{"\"x\", W/\"y\" , \"abc\"", true}, Row{"\"x,abc\"", false}, Row{"abc", false}, Row{"\"abcd\"", false},
        Row{"\"ab\"", false}, Row{"", false}, Row{"\"", false}, Row{"\"abc", false}, Row{"\"abc-gzipped\"", false}}) {
    CAPTURE(row.field);
    CHECK(none_match_names(row.field, "abc") == row.names);
  }
}
