// SPDX-License-Identifier: GPL-3.0-or-later
#include "pharos/base/json.h"

#include <doctest/doctest.h>

#include <cmath>
#include <limits>

#include "pharos/base/error.h"
#include "pharos/base/utf8.h"

namespace pharos {
namespace {

std::string fault(std::string_view text) {
  try {
    Json::parse(text, "the body");
    return "";
  } catch (const Error& error) {
    CHECK(error.kind() == ErrorKind::kInvalidArgument);
    return error.what();
  }
}

TEST_CASE("a document is written front to back and read again") {
  JsonWriter out;
  out.begin_object().member("text", "提现 \"x\"\n").member("flag", true).member("number", 3).member("half", 0.5);
  out.strings("list", {"a", "b"}).key("nothing").null().key("in").begin_array().begin_object().end_object().end_array();
  const std::string text = out.end_object().take();
  CHECK(text ==
        R"({"text":"提现 \"x\"\n","flag":true,"number":3,"half":0.5,"list":["a","b"],"nothing":null,"in":[{}]})");
  const Json json = Json::parse(text);
  CHECK(json["text"].string() == "提现 \"x\"\n");
  CHECK(json["flag"].boolean());
  CHECK(json["number"].integer() == 3);
  CHECK(json["half"].number() == 0.5);
  CHECK(json["list"].strings() == std::vector<std::string>{"a", "b"});
  CHECK(json["nothing"].is_null());
  CHECK(json.contains("nothing"));
  CHECK(json["in"].items().at(0).is_object());
}

TEST_CASE("the writer is empty after take and keeps its style") {
  JsonWriter pretty(JsonWriter::Style::kPretty);
  pretty.begin_object().member("a", 1).end_object();
  CHECK(pretty.take() == "{\n  \"a\": 1\n}");
  pretty.begin_array().end_array();
  CHECK(pretty.take() == "[]");
}

TEST_CASE("what JSON cannot hold is written as what it can") {
  JsonWriter out;
  out.begin_array().value(std::numeric_limits<double>::infinity()).value(std::nan("")).value(std::string("a\xFFz"));
  out.value(std::string("\0\x1f", 2)).value(std::numeric_limits<std::int64_t>::min()).end_array();
  const std::string text = out.take();
  CHECK(text == "[null,null,\"a\xEF\xBF\xBDz\",\"\\u0000\\u001F\",-9223372036854775808]");
  CHECK(Json::parse(text).items()[3].string() == std::string("\0\x1f", 2));
}

TEST_CASE("reading an absent member or another type gives the neutral value") {
  const Json json = Json::parse(R"({"a":"x","n":1.9,"a2":[1,"y",null]})");
  CHECK(json["absent"].is_null());
  CHECK(json["absent"]["deeper"].string() == "");
  CHECK(json["a"].number() == 0);
  CHECK(json["a"].items().empty());
  CHECK_FALSE(json["n"].boolean());
  CHECK(json["n"].integer() == 1);
  CHECK(json["a2"].strings() == std::vector<std::string>{"y"});
  CHECK_FALSE(json.contains("absent"));
  CHECK(Json::parse(R"({"k":1,"k":2})")["k"].integer() == 1);
}

TEST_CASE("a number beyond integers is the nearest one, not whatever the processor makes of it") {
  CHECK(Json::parse("1e300").integer() == std::numeric_limits<std::int64_t>::max());
  CHECK(Json::parse("-1e300").integer() == std::numeric_limits<std::int64_t>::min());
  CHECK(Json::parse("9007199254740992").integer() == 9007199254740992);
}

TEST_CASE("text that is not JSON is refused with its place") {
  CHECK(fault("{\"a\":}") == "the body: is not valid JSON at byte 5");
  CHECK(fault("").find("the body: is not valid JSON at byte 0") == 0);
  for (const std::string& text :
       {std::string("{"), std::string("[1,]"), std::string("{'a':1}"), std::string("{} {}"), std::string("nul"),
        std::string("01"), std::string("\"\n\""), std::string("\"\\x\""), std::string("// c\n1"), std::string("NaN"),
        std::string("[1]x"), std::string("{}\0", 3), std::string("[1]\0garbage", 11), std::string("1e999")}) {
    CAPTURE(std::string(text));
    CHECK(fault(text).find("the body: is not valid JSON at byte ") == 0);
  }
}

TEST_CASE("text that is not UTF-8 is refused") {
  for (const std::string& text :
       {std::string("\"\xFF\""), std::string("\"\xC0\xAF\""), std::string("\"\xED\xA0\x80\""),
        std::string("{\"\xE2\x82\":1}"), std::string("\"\\ud800\""), std::string("\"\\udc00\"")}) {
    CAPTURE(std::string(text));
    CHECK(fault(text).find("is not valid JSON") != std::string::npos);
  }
  CHECK(Json::parse("\"\\ud83d\\ude00\"").string() == "😀");
}

TEST_CASE("nesting is bounded and needs no stack") {
  const std::string allowed = std::string(64, '[') + std::string(64, ']');
  CHECK(fault(allowed) == "");
  CHECK(fault(std::string(65, '[') + std::string(65, ']')) == "the body: nests deeper than 64 levels");
  CHECK(fault(std::string(5'000'000, '[')) == "the body: nests deeper than 64 levels");
  std::string objects;
  for (int i = 0; i < 1'000'000; ++i) objects += "{\"a\":";
  CHECK(fault(objects) == "the body: nests deeper than 64 levels");
}

TEST_CASE("long numbers neither crash nor take long") {
  CHECK(Json::parse("0." + std::string(400, '1')).number() == doctest::Approx(0.1111111));
  CHECK(Json::parse("2.22507385850720113605740979670913197593481954635e-308").number() >= 0);
  CHECK(Json::parse(std::string(300, '1')).number() > 1e298);
  CHECK(fault(std::string(100'000, '9')).find("not valid") != std::string::npos);
  CHECK(Json::parse("1" + std::string(20, '0') + "." + std::string(100'000, '7')).number() > 9e19);
}

}  // namespace
}  // namespace pharos
