// SPDX-License-Identifier: GPL-3.0-or-later
#include "http/form_body.h"

#include <doctest/doctest.h>

#include <chrono>

#include "http/body_refused.h"
#include "http/media_type.h"

using namespace pharos;
using namespace pharos::http;

namespace {

Request posted(std::string type, std::string body) {
  Request request;
  request.method = "POST";
  request.path = "/x";
  request.headers["content-type"] = std::move(type);
  request.body = std::move(body);
  return request;
}

Request multipart(std::string body) { return posted("multipart/form-data; boundary=B", std::move(body)); }

std::string part(const std::string& disposition, const std::string& content) {
  return "--B\r\nContent-Disposition: form-data; " + disposition + "\r\n\r\n" + content + "\r\n";
}

int status_of_reading(const Request& request) {
  try {
    read_form(request);
    return 200;
  } catch (const BodyRefused& refused) {
    return refused.status();
  }
}

}  // namespace

TEST_CASE("a form's fields are read as browsers encode them") {
  const FormBody form =
      read_form(posted("application/x-www-form-urlencoded; charset=UTF-8",
                       "text=a+b%26c&lang=zh-Hans&%E5%AD%97=%E6%8F%90%E7%8E%B0&empty=&text=second&bare"));
  CHECK(form.field("text") == "a b&c");
  CHECK(form.field("lang") == "zh-Hans");
  CHECK(form.field("字") == "提现");
  CHECK(form.field("empty").empty());
  CHECK(form.field("bare").empty());
  CHECK(form.field("absent").empty());
  CHECK(form.fields.size() == 5);
  CHECK(read_form(posted("application/x-www-form-urlencoded", "")).fields.empty());
}

TEST_CASE("fields and files of a multipart form are its parts, byte by byte") {
  const std::string bytes("\x89PNG\r\n\x1a\n\0--B\r\n--\r\n--A", 22);
  const FormBody form = read_form(multipart(
      part("name=\"message\"", "line\r\nline") + part("name=\"attachments\"; filename=\"снимок.png\"", bytes) +
      part("name=\"attachments\"; filename=\"\"", "") + part("name=\"empty\"", "") + "--B--\r\nepilogue"));
  CHECK(form.field("message") == "line\r\nline");
  CHECK(form.fields.count("empty") == 1);
  REQUIRE(form.files.size() == 1);
  CHECK(form.files[0].file_name == "снимок.png");
  CHECK(form.files[0].bytes == bytes);
}

TEST_CASE("names of files are read as programs write them") {
  struct Row {
    const char *disposition, *name;
  };
  for (const Row& row : std::initializer_list<Row>{
           {"name=a; filename=plain.txt", "plain.txt"},
           {"name=\"a\"; filename=\"a;b=c.txt\"", "a;b=c.txt"},
           {"name=\"a\"; filename=\"%22quoted%22%0d%0D%0A%20.txt\"", "\"quoted\"%0d\r\n%20.txt"},
           {"name=\"a\"; filename=\"say \\\"hi\\\".txt\"", "say \"hi\".txt"},
           {"name=\"a\"; filename=\"C:\\temp\\x.txt\"", "C:\\temp\\x.txt"},
           {"name=\"a\"; filename=\"x\"; filename*=UTF-8''%D0%B0.txt", "а.txt"},
           {"name=\"a\"; filename*=utf-8'ru'%D0%B0.txt", "а.txt"},
           {"FILENAME=\"x.txt\" ; NAME=\"a\"", "x.txt"},
           {"name=\"a\"; filename=\"\xFF.txt\"", "\xEF\xBF\xBD.txt"},
       }) {
    CAPTURE(row.disposition);
    const FormBody form = read_form(multipart(part(row.disposition, "x") + "--B--\r\n"));
    REQUIRE(form.files.size() == 1);
    CHECK(form.files[0].file_name == row.name);
  }
}

TEST_CASE("a body that is not what it says is refused, not guessed at") {
  const std::string good = part("name=\"a\"", "x");
  CHECK(status_of_reading(multipart(good + "--B--\r\n")) == 200);
  CHECK(status_of_reading(multipart(good + "--B--")) == 200);
  std::string many;
  for (int i = 0; i < 65; ++i) many += good;
  for (const std::string& body :
       {std::string(), std::string("--B"), good, good + "--B", good + "--B-", good + "--Bx--", "preamble\r\n" + good,
        std::string("--B\r\n\r\nx\r\n--B--"), std::string("--B\r\nContent-Disposition: form-data\r\n\r\nx\r\n--B--"),
        std::string("--B\r\nContent-Disposition: attachment; name=a\r\n\r\nx\r\n--B--"),
        std::string("--B\r\nno colon\r\n\r\nx\r\n--B--"), part("name=a\r\nContent-Disposition: form-data; name=b", "x"),
        part("name=a\r\nContent-Transfer-Encoding: base64", "eA==") + "--B--", part("name=\"\xFF\"", "x") + "--B--",
        "--B\r\nContent-Disposition: form-data; name=" + std::string(100'000, 'a') + "\r\n\r\nx\r\n--B--",
        many + "--B--"}) {
    CAPTURE(body.substr(0, 80));
    CHECK(status_of_reading(multipart(body)) == 400);
  }
  for (const char* type : {"multipart/form-data", "multipart/form-data; boundary=",
                           "multipart/form-data; boundary=\"a\xC3\xA4\"", "multipart/form-data; boundary=\"a \""}) {
    CHECK(status_of_reading(posted(type, good)) == 400);
  }
  CHECK(status_of_reading(posted("multipart/form-data; boundary=" + std::string(71, 'b'), good)) == 400);
  std::string fields;
  for (int i = 0; i < 65; ++i) fields += "a=b&";
  CHECK(status_of_reading(posted("application/x-www-form-urlencoded", fields)) == 400);
  CHECK(status_of_reading(posted("application/x-www-form-urlencoded", "%FF=x")) == 400);
}

TEST_CASE("other kinds of body are told what to send instead") {
  for (const char* type : {"", "text/plain", "application/json", "multipart/mixed; boundary=B", "form-data"}) {
    CAPTURE(type);
    CHECK(status_of_reading(posted(type, "a=b")) == 415);
    CHECK_FALSE(is_form(posted(type, "a=b")));
  }
}

TEST_CASE("bytes that look like boundaries cost no more than others") {
  const std::string boundary(70, '-');
  const std::string almost = "\r\n--" + boundary.substr(1) + "x";
  std::string content;
  while (content.size() < (8U << 20)) content += almost;
  const std::string body = "--" + boundary + "\r\nContent-Disposition: form-data; name=f; filename=f\r\n\r\n" +
                           content + "\r\n--" + boundary + "--\r\n";
  const auto start = std::chrono::steady_clock::now();
  const FormBody form = read_form(posted("multipart/form-data; boundary=" + boundary, body));
  CHECK(std::chrono::steady_clock::now() - start < std::chrono::seconds(5));
  REQUIRE(form.files.size() == 1);
  CHECK(form.files[0].bytes == content);
}

TEST_CASE("parameters of a header field are found by name, quoted or not") {
  CHECK(media_type_of(" Text/HTML ; charset=x") == "text/html");
  CHECK(header_parameter("a; b=c; D=\"e;f\"", "d") == "e;f");
  CHECK(header_parameter("a; b=c; D=\"e;f\"", "B") == "c");
  CHECK_FALSE(header_parameter("a; xb=c", "b"));
  CHECK_FALSE(header_parameter("a; b", "b"));
  CHECK(header_parameter("a; b; c=d", "c") == "d");
  CHECK(header_parameter("a; b=", "b") == "");
  CHECK(header_parameter("a; b=\"open", "b") == "open");
}
