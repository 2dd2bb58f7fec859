// SPDX-License-Identifier: GPL-3.0-or-later
#include "pharos/base/utf8.h"

#include <doctest/doctest.h>

namespace pharos {
namespace {

const std::string kReplacement = "\xEF\xBF\xBD";

TEST_CASE("every row of Unicode's table 3-7 is well-formed at both ends") {
  for (const char32_t point : {0x01U, 0x7FU, 0x80U, 0x7FFU, 0x800U, 0xFFFU, 0x1000U, 0xCFFFU, 0xD000U, 0xD7FFU, 0xE000U,
                               0xFFFFU, 0x10000U, 0x3FFFFU, 0x40000U, 0xFFFFFU, 0x100000U, 0x10FFFFU}) {
    std::string text;
    append_utf8(text, point);
    CAPTURE(point);
    CHECK_FALSE(first_invalid_utf8(text));
    CHECK(decode_utf8(text, 0).point == point);
    CHECK(decode_utf8(text, 0).bytes == text.size());
  }
}

TEST_CASE("ill-formed sequences are found where they begin and replaced one for each maximal part") {
  struct Row {
    const char* reason;
    std::string bytes;
    std::size_t at;
    std::size_t replacements;
  };
  for (const Row& row : {Row{"a lone continuation", "a\x80", 1, 1},
                         {"C0 is never a lead", "\xC0\xAF", 0, 2},
                         {"C1 is never a lead", "\xC1\x81", 0, 2},
                         {"overlong of three", "\xE0\x80\xAF", 0, 3},
                         {"overlong of three, last", "\xE0\x9F\xBF", 0, 3},
                         {"a surrogate", "\xED\xA0\x80", 0, 3},
                         {"the last surrogate", "ab\xED\xBF\xBF", 2, 3},
                         {"overlong of four", "\xF0\x8F\xBF\xBF", 0, 4},
                         {"beyond U+10FFFF", "\xF4\x90\x80\x80", 0, 4},
                         {"F5 is never a lead", "\xF5\x80", 0, 2},
                         {"FF is never a lead", "\xFF", 0, 1},
                         {"cut after two of three", "x\xE2\x82", 1, 1},
                         {"cut after three of four", "\xF0\x9F\x98", 0, 1},
                         {"broken off by a letter", "\xE2\x82z", 0, 1},
                         {"table 3-8 of the standard", "\x61\xF1\x80\x80\xE1\x80\xC2\x62", 1, 3}}) {
    CAPTURE(std::string(row.reason));
    CHECK(first_invalid_utf8(row.bytes) == row.at);
    const std::string mended = replace_invalid_utf8(row.bytes);
    CHECK_FALSE(first_invalid_utf8(mended));
    std::size_t count = 0;
    for (std::size_t at = mended.find(kReplacement); at != std::string::npos; at = mended.find(kReplacement, at + 1))
      ++count;
    CHECK(count == row.replacements);
  }
}

TEST_CASE("any two bytes are survived and any text mended is well-formed") {
  for (int a = 0; a < 256; ++a) {
    for (int b = 0; b < 256; ++b) {
      const std::string bytes = {static_cast<char>(a), static_cast<char>(b), 'z'};
      const std::string mended = replace_invalid_utf8(bytes);
      if (first_invalid_utf8(mended) || mended.back() != 'z') FAIL(a, " ", b);
      if (first_invalid_utf8(bytes).has_value() == (mended == bytes)) FAIL(a, " ", b);
      if (count_points(bytes) < 2) FAIL(a, " ", b);
    }
  }
}

TEST_CASE("a cut never goes through a character") {
  CHECK(cut_at_point("abc", 10) == "abc");
  CHECK(cut_at_point("abc", 2) == "ab");
  CHECK(cut_at_point("提现", 6) == "提现");
  CHECK(cut_at_point("提现", 5) == "提");
  CHECK(cut_at_point("提现", 2) == "");
  CHECK(cut_at_point("a😀", 4) == "a");
  CHECK(cut_at_point("", 0) == "");
  CHECK(cut_at_point("\x80\x80\x80", 2) == "");
}

TEST_CASE("characters are counted, not bytes") {
  CHECK(count_points("") == 0);
  CHECK(count_points("aé提😀") == 4);
  CHECK(count_points("\xFF\xFE") == 2);
}

TEST_CASE("escaped text cannot become markup or leave a quoted attribute") {
  CHECK(escape_html("<script>alert(\"x\" & 'y')</script>") ==
        "&lt;script&gt;alert(&quot;x&quot; &amp; &#39;y&#39;)&lt;/script&gt;");
  CHECK(escape_html("出金 ≠ вывод") == "出金 ≠ вывод");
}

}  // namespace
}  // namespace pharos
