// SPDX-License-Identifier: GPL-3.0-or-later
#include "gateway/mail_message.h"

#include <algorithm>

#include "gateway/mail_encoding.h"
#include "pharos/base/digest.h"
#include "pharos/base/utf8.h"

namespace pharos::gateway {
namespace {

constexpr std::string_view kEnd = "\r\n";

void add_header(std::string& out, std::string_view name, std::string_view value) {
  out += std::string(name) + ": " + std::string(value) + std::string(kEnd);
}

void add_text_header(std::string& out, std::string_view name, std::string_view value) {
  add_header(out, name, encoded_text(value, name.size() + 2));
}

std::string written(const Mailbox& mailbox, std::size_t first_line) {
  if (mailbox.name.empty()) return mailbox.address;
  std::string name = encoded_text(mailbox.name, first_line + 2);
  // A name with punctuation needs quotes; an encoded one must have none.
  if (name == mailbox.name) name = "\"" + name + "\"";
  return name + "\r\n <" + mailbox.address + ">";
}

void add_mailboxes(std::string& out, std::string_view name, const std::vector<Mailbox>& mailboxes) {
  std::string list;
  for (const Mailbox& mailbox : mailboxes) {
    if (!list.empty()) list += ",\r\n ";
    list += written(mailbox, name.size() + 2);
  }
  add_header(out, name, list);
}

// "Mon, 23 Nov 2026 00:00:00 +0000" (RFC 5322, 3.3).
std::string mail_date(UtcTime time) {
  std::string date = to_http_date(time);
  return date.substr(0, date.size() - 3) + "+0000";
}

// Mostly ASCII stays readable as it is sent; the rest would grow threefold.
void add_text(std::string& out, const std::string& utf8) {
  const std::string text = replace_invalid_utf8(utf8);
  const auto beyond =
      std::count_if(text.begin(), text.end(), [](char c) { return static_cast<unsigned char>(c) > 0x7e; });
  const bool quoted = static_cast<std::size_t>(beyond) * 5 < text.size();
  add_header(out, "Content-Type", "text/plain; charset=utf-8");
  add_header(out, "Content-Transfer-Encoding", quoted ? "quoted-printable" : "base64");
  out += kEnd;
  if (quoted) {
    out += quoted_printable(text);
  } else {
    // Within base 64 line ends are bytes like others, and MIME wants CR LF.
    std::string lines;
    for (const char c : text) {
      if (c == '\n' && (lines.empty() || lines.back() != '\r')) lines += '\r';
      lines += c;
    }
    out += base64_lines(lines);
  }
  out += kEnd;
}

void add_file(std::string& out, const MailFile& file) {
  const bool known = std::all_of(file.media_type.begin(), file.media_type.end(), [](char c) {
    return (c >= 'a' && c <= 'z') || (c >= '0' && c <= '9') || c == '/' || c == '-' || c == '.' || c == '+';
  });
  add_header(out, "Content-Type", known && !file.media_type.empty() ? file.media_type : "application/octet-stream");
  add_header(out, "Content-Transfer-Encoding", "base64");
  add_header(out, "Content-Disposition", "attachment;\r\n " + parameter("filename", file.file_name));
  out += kEnd;
  out += base64_lines(file.bytes);
}

}  // namespace

std::string mail_id(std::string_view text, std::string_view domain) {
  const bool plain = !text.empty() && std::all_of(text.begin(), text.end(), [](char c) {
    return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9') || c == '-' || c == '_';
  });
  return (plain && text.size() <= 100 ? std::string(text) : sha256(text)) + "@" + std::string(domain);
}

std::string write_mail(const MailMessage& mail) {
  std::string out;
  add_header(out, "Date", mail_date(mail.date));
  add_mailboxes(out, "From", {mail.from});
  add_mailboxes(out, "To", mail.to);
  if (mail.reply_to) add_mailboxes(out, "Reply-To", {*mail.reply_to});
  add_text_header(out, "Subject", mail.subject);
  add_header(out, "Message-ID", "<" + mail.message_id + ">");
  if (!mail.in_reply_to.empty()) {
    add_header(out, "In-Reply-To", "<" + mail.in_reply_to + ">");
    add_header(out, "References", "<" + mail.in_reply_to + ">");
  }
  add_header(out, "Auto-Submitted", "auto-generated");
  for (const auto& [name, value] : mail.headers) add_text_header(out, name, value);
  add_header(out, "MIME-Version", "1.0");
  if (mail.files.empty()) {
    add_text(out, mail.text);
    return out;
  }
  // "=_" stands in no quoted-printable and no base 64 text, so no part can hold the boundary.
  const std::string boundary = "=_" + sha256(mail.message_id).substr(0, 32);
  add_header(out, "Content-Type", "multipart/mixed; boundary=\"" + boundary + "\"");
  out += kEnd;
  out += "--" + boundary + std::string(kEnd);
  add_text(out, mail.text);
  for (const MailFile& file : mail.files) {
    out += "--" + boundary + std::string(kEnd);
    add_file(out, file);
  }
  return out + "--" + boundary + "--" + std::string(kEnd);
}

}  // namespace pharos::gateway
