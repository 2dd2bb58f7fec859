// SPDX-License-Identifier: GPL-3.0-or-later
#include <doctest/doctest.h>

#include <algorithm>

#include "gateway/mail_address.h"
#include "gateway/mail_encoding.h"
#include "gateway/mail_message.h"
#include "pharos/base/digest.h"
#include "pharos/base/utf8.h"

namespace pharos::gateway {
namespace {

std::vector<std::string> lines_of(const std::string& text) {
  std::vector<std::string> lines;
  for (std::size_t at = 0; at < text.size();) {
    const std::size_t end = text.find("\r\n", at);
    REQUIRE(end != std::string::npos);
    lines.push_back(text.substr(at, end - at));
    at = end + 2;
  }
  return lines;
}

// What a reader of mail shows of a header's value: encoded words decoded, the space between two of them dropped.
std::string decoded(const std::string& value) {
  std::string out;
  for (std::size_t at = value.compare(0, 3, "\r\n ") == 0 ? 3 : 0; at < value.size();) {
    if (value.compare(at, 2, "\r\n") == 0) {
      at += 2;
      continue;
    }
    if (value.compare(at, 10, "=?UTF-8?B?") != 0) {
      out += value[at++];
      continue;
    }
    const std::size_t end = value.find("?=", at + 10);
    REQUIRE(end != std::string::npos);
    CHECK(end + 2 - at <= 75);
    const auto piece = from_base64(value.substr(at + 10, end - at - 10));
    REQUIRE(piece);
    CHECK_FALSE(first_invalid_utf8(*piece));
    out += *piece;
    at = end + 2;
    while (value.compare(at, 3, "\r\n ") == 0 && value.compare(at + 3, 2, "=?") == 0) at += 3;
  }
  return out;
}

MailMessage sample() {
  MailMessage mail;
  mail.from = {"", "help@example.org"};
  mail.to = {{"", "team@example.org"}};
  mail.subject = "Hello";
  mail.message_id = "out-1@example.org";
  mail.date = UtcTime{1795000000};
  mail.text = "Hi\n";
  return mail;
}

TEST_CASE("addresses as people have them are addresses, and nothing else is") {
  for (const char* text : {"a@b", "reader@example.org", "first.last+tag@mail.example.co.uk", "o'neil@example.org",
                           "x_y-z=1@xn--80akhbyknj4f.xn--p1ai", "1@2.3"}) {
    CAPTURE(text);
    CHECK(is_mail_address(text));
  }
  for (const std::string& text : std::vector<std::string>{"",
                                                          "@",
                                                          "a@",
                                                          "@b",
                                                          "a",
                                                          "a b@c.d",
                                                          "a@b c",
                                                          "a@b.",
                                                          "a@.b",
                                                          "a@b..c",
                                                          "a.@b",
                                                          ".a@b",
                                                          "a..b@c",
                                                          "a@-b.c",
                                                          "a@b-.c",
                                                          "a@b_c",
                                                          "a@b@c",
                                                          "\"a\"@b.c",
                                                          "a@[127.0.0.1]",
                                                          "a@b.c>",
                                                          "<a@b.c",
                                                          "a,b@c.d",
                                                          "a;b@c.d",
                                                          "a@b.c\r\nBcc: x@y.z",
                                                          "a@b.c\nRCPT TO:<x@y.z>",
                                                          "a\r@b.c",
                                                          std::string("a\0@b.c", 6),
                                                          "читатель@example.org",
                                                          "a@пример.рф",
                                                          std::string(65, 'a') + "@b.c",
                                                          "a@" + std::string(64, 'b') + ".c",
                                                          "a@" + std::string(300, 'b')}) {
    CAPTURE(text);
    CHECK_FALSE(is_mail_address(text));
  }
}

TEST_CASE("a mailbox has a name or not") {
  CHECK(parse_mailbox("help@example.org")->address == "help@example.org");
  CHECK(parse_mailbox(" Help Center <help@example.org> ")->name == "Help Center");
  CHECK(parse_mailbox("\"Help, Center\" <help@example.org>")->name == "Help, Center");
  CHECK(parse_mailbox("帮助中心 <help@example.org>")->name == "帮助中心");
  for (const char* text : {"", "Help", "Help <help>", "help@example.org>", "A\r\nBcc: x <a@b.c>", "A<b>C <a@b.c>",
                           "a@b.c, d@e.f", "A\" B <a@b.c>"}) {
    CAPTURE(text);
    CHECK_FALSE(parse_mailbox(text));
  }
}

TEST_CASE("header texts survive in any language, in lines that are not too long") {
  std::string many;
  for (int i = 0; i < 100; ++i) many += "提现";
  for (const std::string& text : std::vector<std::string>{
           "", "Hello", "提现一直没有到账", "لم يصل السحب",
           "Не пришёл перевод на карту, что делать дальше и куда писать?", "a=?UTF-8?B?eA==?=b",
           " leading and trailing ", std::string(300, 'x'), many, "😀😀😀 emoji 👩‍👩‍👧"}) {
    for (const std::size_t first_line : {std::size_t{0}, std::size_t{9}, std::size_t{70}, std::size_t{200}}) {
      CAPTURE(text);
      const std::string value = encoded_text(text, first_line);
      CHECK(decoded(value) == text);
      bool first = true;
      for (const std::string& line : lines_of(value + "\r\n")) {
        CHECK(line.size() + (first ? first_line : 0) <= std::max<std::size_t>(76, first_line));
        CHECK((first || line[0] == ' '));
        first = false;
      }
    }
  }
}

TEST_CASE("nothing in a value ends its header") {
  for (const std::string& text :
       std::vector<std::string>{"a\r\nBcc: x@y.z", "a\nBcc: x@y.z", "a\rBcc: x", std::string("a\0b", 3), "a\x7f\x1b[2J",
                                "ж\r\n\r\nbody", "\xff\xfe\r\n"}) {
    const std::string value = encoded_text(text, 9);
    CHECK(value.find('\0') == std::string::npos);
    for (std::size_t at = 0; (at = value.find_first_of("\r\n", at)) != std::string::npos; at += 3) {
      CHECK(value.substr(at, 3) == "\r\n ");
    }
    CHECK(decoded(value).find('\r') == std::string::npos);
    CHECK(parameter("filename", text).find_first_of("\r\n") == std::string::npos);
  }
}

TEST_CASE("quoted-printable as RFC 2045 has it") {
  struct Row {
    std::string text, quoted;
  };
  const std::vector<Row> rows = {
      {"", ""},
      {"a=b", "a=3Db"},
      {"Grüße\nan alle", "Gr=C3=BC=C3=9Fe\r\nan alle"},
      {"a\r\nb\rc\n", "a\r\nb\r\nc\r\n"},
      {"space \nend ", "space=20\r\nend=20"},
      {"tab\t", "tab=09"},
      {std::string(76, 'x'), std::string(75, 'x') + "=\r\nx"},
      {std::string(74, 'x') + "é", std::string(74, 'x') + "=\r\n=C3=A9"},
      {std::string("\0", 1), "=00"},
  };
  for (const Row& row : rows) CHECK(quoted_printable(row.text) == row.quoted);
}

TEST_CASE("a mail is lines of ASCII that end in CR LF, whatever it is made of") {
  MailMessage mail = sample();
  mail.from.name = "Помощь\r\nBcc: everybody@example.org";
  mail.reply_to = Mailbox{"", "reader@example.org"};
  mail.subject = "被盗了!\r\nBcc: everybody@example.org\r\n\r\n<html>";
  mail.in_reply_to = "out-0@example.org";
  mail.headers = {{"X-Pharos-Queue", "a\nX-Injected: yes"}};
  mail.text = "我的账户被盗了\n.\nQUIT\r\n--=_boundary--\n" + std::string(2000, 'x');
  mail.files = {{"снимок\r\nX-Injected: yes.png", "image/png\r\nX-Injected: yes", std::string(5000, '\xff')},
                {"plain \"name\".txt", "text/plain", "From me\n"}};
  const std::string text = write_mail(mail);
  std::size_t headers = 0;
  bool within_headers = true;
  for (const std::string& line : lines_of(text)) {
    CHECK((line.size() <= 76 || line.rfind(" filename*=", 0) == 0));
    CHECK(std::all_of(line.begin(), line.end(), [](char c) { return c >= 0x20 && c < 0x7f; }));
    CHECK(line.rfind("Bcc:", 0) != 0);
    CHECK(line.rfind("X-Injected:", 0) != 0);
    if (line.empty()) within_headers = false;
    if (within_headers) ++headers;
  }
  CHECK(headers > 10);
  CHECK(text.find("Auto-Submitted: auto-generated\r\n") != std::string::npos);
  CHECK(text.find("Message-ID: <out-1@example.org>\r\n") != std::string::npos);
  CHECK(text.find("In-Reply-To: <out-0@example.org>\r\n") != std::string::npos);
  CHECK(text.find("Reply-To: reader@example.org\r\n") != std::string::npos);
  CHECK(text.find("Date: Wed, 18 Nov 2026 11:06:40 +0000\r\n") != std::string::npos);
}

TEST_CASE("text that is mostly ASCII stays readable") {
  MailMessage mail = sample();
  mail.text = "The withdrawal to café is missing.\n";
  CHECK(write_mail(mail).find("The withdrawal to caf=C3=A9 is missing.\r\n") != std::string::npos);
  mail.text = "提现没有到账。\n";
  CHECK(write_mail(mail).find("Content-Transfer-Encoding: base64\r\n\r\n" + base64("提现没有到账。\r\n") + "\r\n") !=
        std::string::npos);
}

TEST_CASE("a mail's id is the hand-over's, or its hash where that could not stand there") {
  CHECK(mail_id("out-1", "example.org") == "out-1@example.org");
  for (const std::string& id : std::vector<std::string>{"", "a b", "a>\r\nX: y", "ж", std::string(101, 'a')}) {
    CHECK(mail_id(id, "example.org") == sha256(id) + "@example.org");
  }
}

}  // namespace
}  // namespace pharos::gateway
