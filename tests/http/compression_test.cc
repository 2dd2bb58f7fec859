// SPDX-License-Identifier: GPL-3.0-or-later
#include "http/compression.h"

#include <doctest/doctest.h>

#include <string>

#include "http/http_client.h"

using namespace pharos::http;

TEST_CASE("gzip is taken where the client's weights say so") {
  struct Row {
    std::string_view field;
    bool accepts;
  };
  for (const Row& row :
       {Row{"gzip", true}, Row{"GZIP", true}, Row{"gzip, deflate, br, zstd", true}, Row{"br;q=1, gzip;q=0.5", true},
        Row{"*", true}, Row{"x-gzip", true}, Row{"gzip;q=0", false}, Row{"gzip ; q = 0.000", false},
        Row{"*;q=0", false}, Row{"*;q=0, gzip", true}, Row{"gzip;q=0, *", false}, Row{"", false}, Row{"br", false},
        Row{"gzipped", false}, Row{"identity;q=0", false}, Row{",,;;q", false}}) {
    CAPTURE(row.field);
    CHECK(accepts_gzip(row.field) == row.accepts);
  }
}

TEST_CASE("text is compressed, packed pictures are not") {
  CHECK(compressible("text/html; charset=utf-8"));
  CHECK(compressible("application/json"));
  CHECK(compressible("application/problem+json"));
  CHECK(compressible("image/svg+xml"));
  CHECK_FALSE(compressible("image/png"));
  CHECK_FALSE(compressible("video/mp4"));
  CHECK_FALSE(compressible(""));
}

TEST_CASE("gzip gives the same bytes for the same text, and they unpack to it") {
  std::string text;
  for (int i = 0; i < 5000; ++i) text += "Нет кода? 没有收到验证码 " + std::to_string(i);
  const std::string packed = gzip(text);
  CHECK(packed.size() < text.size() / 2);
  CHECK(packed == gzip(text));
  CHECK(pharos::http_test::gunzip(packed) == text);
  CHECK(pharos::http_test::gunzip(gzip("")) == "");
}
