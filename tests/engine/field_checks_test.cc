// SPDX-License-Identifier: GPL-3.0-or-later
#include "engine/field_checks.h"

#include <doctest/doctest.h>

#include "engine/form_token.h"
#include "engine/rated_articles.h"

namespace pharos::engine {
namespace {

std::vector<std::string> fields_of(const FieldChecks& checks) {
  std::vector<std::string> fields;
  try {
    checks.done();
  } catch (const InvalidFields& faults) {
    for (const FieldFault& fault : faults.faults()) fields.push_back(fault.field);
  }
  return fields;
}

TEST_CASE("a field's text is kept as it was typed, in every script") {
  FieldChecks checks;
  CHECK(checks.text("message", "  提现未到账\r\n\r\nهل أموالي بأمان؟\t👍🏽 \n", 100) ==
        "提现未到账\n\nهل أموالي بأمان؟\t👍🏽");
  CHECK(checks.line("subject", "one\r\ntwo\tthree", 100) == "one two three");
  CHECK(checks.text("comment", "<script>alert('x')</script>'; DROP TABLE tickets;--", 100) ==
        "<script>alert('x')</script>'; DROP TABLE tickets;--");
  CHECK(fields_of(checks).empty());
}

TEST_CASE("limits count characters, not bytes, and all faults are told at once") {
  FieldChecks checks;
  CHECK(checks.text("a", "ありがとう", 5) == "ありがとう");
  CHECK(checks.text("b", "ありがとうね", 5).empty());
  CHECK(checks.text("c", std::string("bad \xff byte"), 50).empty());
  CHECK(checks.text("d", std::string("null \0 byte", 11), 50).empty());
  CHECK(checks.text("e", std::string(10'000'000, 'x'), 2000).empty());
  CHECK(checks.required_text("f", " \n\t ", 10).empty());
  CHECK(fields_of(checks) == std::vector<std::string>{"b", "c", "d", "e", "f"});
}

TEST_CASE("what shows nothing says nothing, in any script's blanks") {
  for (const char* const unseen :
       {"\u200b", " \u3000\u00a0\n", "\u202e\u202c", "\ufeff", "\u2800\u3164", "\u2060\u00ad", "\ufe0f"}) {
    FieldChecks checks;
    CHECK(checks.required_text("message", unseen, 100).empty());
    CHECK(fields_of(checks) == std::vector<std::string>{"message"});
    CHECK(FieldChecks().line("subject", unseen, 100).empty());
  }
  for (const char* const seen : {"😭", "❤️", "\u202eمرحبا\u202c", "می‌خواهم", ".", "।"}) {
    FieldChecks checks;
    CHECK(checks.required_text("message", seen, 100) == seen);
    CHECK(fields_of(checks).empty());
  }
}

TEST_CASE("an e-mail address is one that can be answered, and nothing that could write a header") {
  for (const char* good :
       {"a@b.co", "anna.o'neil+help@mail.example.com", "почта@пример.рф", "user@sub.xn--p1ai.example"}) {
    FieldChecks checks;
    CHECK_MESSAGE(checks.email("email", good, 254) == good, good);
    CHECK(fields_of(checks).empty());
  }
  for (const std::string& bad :
       {std::string("plain"), std::string("@b.co"), std::string("a@"), std::string("a@b"), std::string("a@.co"),
        std::string("a@b..co"), std::string("a b@c.co"), std::string("a@b.co\nBcc: x@y.zz"), std::string("<a@b.co>"),
        std::string("a@b.co,c@d.ee"), std::string("a@@b.co"), std::string(300, 'a') + "@b.co", std::string()}) {
    FieldChecks checks;
    CHECK_MESSAGE(checks.email("email", bad, 254).empty(), bad);
    CHECK_MESSAGE(fields_of(checks) == std::vector<std::string>{"email"}, bad);
  }
}

TEST_CASE("an id that no search of ours can have is taken as none") {
  CHECK(FieldChecks::id("0123abcDEF-9") == "0123abcDEF-9");
  for (const std::string& odd : {std::string("a b"), std::string("<x>"), std::string(65, 'a'), std::string("é")}) {
    CHECK(FieldChecks::id(odd).empty());
  }
}

TEST_CASE("a form says when it was given out, and nobody can say otherwise") {
  const std::string token = make_form_token("key", UtcTime{1'700'000'000});
  CHECK(read_form_token("key", token) == UtcTime{1'700'000'000});
  CHECK_FALSE(read_form_token("other key", token));
  std::string earlier = token;
  earlier[0] = earlier[0] == '0' ? '1' : '0';
  CHECK_FALSE(read_form_token("key", earlier));
  for (const char* odd : {"", ".", "65", "65.", "zz.abc"}) CHECK_FALSE(read_form_token("key", odd));
}

TEST_CASE("the words of a page are told from its tags") {
  CHECK(words_of_html("<p>One <b>two</b></p><p>3 &lt; 4</p>") == "One \ntwo\n3 &lt; 4\n");
  CHECK(words_of_html("").empty());
}

}  // namespace
}  // namespace pharos::engine
