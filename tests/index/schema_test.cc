// SPDX-License-Identifier: GPL-3.0-or-later
#include "pharos/index/schema.h"

#include <doctest/doctest.h>

#include "pharos/base/error.h"

namespace pharos::index {
namespace {

TEST_CASE("a section is decoded as it was encoded") {
  for (const SectionData& data : {SectionData{"", "", ""}, SectionData{"steps", "Steps", "Do this.\nThen that."},
                                  SectionData{"步骤", "步骤 <1>", std::string("zero\0inside", 11)}}) {
    const SectionData back = decode_section(encode(data));
    CHECK(back.anchor == data.anchor);
    CHECK(back.heading == data.heading);
    CHECK(back.text == data.text);
  }
  CHECK_THROWS_AS(decode_section(""), Error);
  CHECK_THROWS_AS(decode_section(std::string("only\0one", 8)), Error);
}

TEST_CASE("article numbers keep their order as bytes") {
  std::string last;
  for (const std::uint32_t number : {0U, 1U, 255U, 256U, 65'535U, 65'536U, 4'294'967'295U}) {
    const std::string bytes = encode_number(number);
    CHECK(bytes.size() == 4);
    CHECK(decode_number(bytes) == number);
    CHECK((last.empty() || last < bytes));
    last = bytes;
  }
  CHECK_THROWS_AS(decode_number("abc"), Error);
  CHECK_THROWS_AS(decode_number(""), Error);
}

TEST_CASE("terms of different kinds and filters never meet") {
  using text::TermClass;
  CHECK(term_name(TermClass::kWord, "deposit") == "wdeposit");
  CHECK(term_name(TermClass::kUnit, "提") == "u提");
  // Postings are small letters, filters capital ones.
  for (std::size_t c = 0; c < text::kTermClasses; ++c) {
    for (const char* term : {"a", "提", "提现", "提现额", "提现额度", "ก"}) {
      const char prefix = term_name(static_cast<TermClass>(c), term).front();
      CHECK((prefix >= 'a' && prefix <= 'z'));
    }
  }
  CHECK(exact_term("how do i withdraw") == "Xhow do i withdraw");
  CHECK(key_term("a/b") == "Ka/b");
  CHECK(category_term("a/b") == "Ca/b");
  CHECK(audience_term(true) == "Aagent");
  CHECK(audience_term(false) == "Apublic");
}

TEST_CASE("what classes give alike is one term") {
  using text::TermClass;
  CHECK(term_name(TermClass::kBare, "deposit") == term_name(TermClass::kStem, "deposit"));
  CHECK(term_name(TermClass::kWord, "提现") == term_name(TermClass::kBigram, "提现"));
  CHECK(term_name(TermClass::kStem, "출금") == term_name(TermClass::kBigram, "출금"));
  CHECK(term_name(TermClass::kWord, "提") == term_name(TermClass::kUnit, "提"));
  CHECK(term_name(TermClass::kContent, "提現_") == term_name(TermClass::kBigram, "提現"));
  CHECK(term_name(TermClass::kContent, "すてーきんぐ") == term_name(TermClass::kWord, "ステーキング"));
  CHECK(term_name(TermClass::kUnit, "usdt") == term_name(TermClass::kWord, "usdt"));
  CHECK(term_name(TermClass::kWord, "提现") != term_name(TermClass::kWord, "提现额"));
}

TEST_CASE("no term is longer than the database takes") {
  constexpr std::size_t kMost = 245;
  CHECK(key_term(std::string(512, 'k')).size() < kMost);
  CHECK(category_term(std::string(512, 'k')).size() < kMost);
  CHECK(term_name(text::TermClass::kPair, std::string(text::kMaxTermBytes, 'x')).size() < kMost);
}

}  // namespace
}  // namespace pharos::index
