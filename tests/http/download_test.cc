// SPDX-License-Identifier: GPL-3.0-or-later
#include "http/download.h"

#include <doctest/doctest.h>

#include "http/request_digest.h"
#include "http/security.h"

using namespace pharos::http;

TEST_CASE("a file's name comes whole to new programs and harmless to old ones") {
  struct Row {
    const char *name, *field;
  };
  for (const Row& row : std::initializer_list<Row>{
           {"screen shot.png", "attachment; filename=\"screen shot.png\"; filename*=UTF-8''screen%20shot.png"},
           {"снимок.png",
            "attachment; filename=\"______.png\"; filename*=UTF-8''%D1%81%D0%BD%D0%B8%D0%BC%D0%BE%D0%BA.png"},
           {"a\"b\\c%41.txt", "attachment; filename=\"a_b_c_41.txt\"; filename*=UTF-8''a%22b%5Cc%2541.txt"},
           {"x\r\nSet-Cookie: a=b",
            "attachment; filename=\"x__Set-Cookie: a=b\"; "
            "filename*=UTF-8''x%0D%0ASet-Cookie%3A%20a%3Db"},
           {"\xFF.txt", "attachment; filename=\"_.txt\"; filename*=UTF-8''%EF%BF%BD.txt"},
       }) {
    CAPTURE(row.name);
    CHECK(attachment_disposition(row.name) == row.field);
    CHECK(safe_field("Content-Disposition", attachment_disposition(row.name)));
  }
}

TEST_CASE("another content has another digest, another boundary between texts too") {
  const std::string digest = digest_of({"ab", "c"}, {{"f", "x"}});
  CHECK(digest == digest_of({"ab", "c"}, {{"f", "x"}}));
  CHECK(digest != digest_of({"a", "bc"}, {{"f", "x"}}));
  CHECK(digest != digest_of({"ab", "c"}, {{"f", "y"}}));
  CHECK(digest != digest_of({"ab", "c"}, {{"g", "x"}}));
  CHECK(digest != digest_of({"ab", "c"}, {}));
  pharos::engine::TicketRequest ticket;
  const std::string empty = digest_of(ticket);
  ticket.trail = true;
  CHECK(digest_of(ticket) != empty);
}
