// SPDX-License-Identifier: GPL-3.0-or-later
#include "gateway/http_multipart.h"

#include "pharos/base/digest.h"

namespace pharos::gateway {
namespace {

// As browsers write names into Content-Disposition (HTML, "multipart/form-data encoding algorithm").
std::string quoted(const std::string& name) {
  std::string out = "\"";
  for (const char c : name) {
    if (c == '"') {
      out += "%22";
    } else if (static_cast<unsigned char>(c) < 0x20 || c == 0x7f) {
      out += ' ';
    } else {
      out += c;
    }
  }
  return out + "\"";
}

std::string media_type(const std::string& text) {
  for (const char c : text) {
    if (c <= 0x20 || c >= 0x7f) return "application/octet-stream";
  }
  return text.empty() ? "application/octet-stream" : text;
}

}  // namespace

Payload form_payload(const std::vector<FormPart>& parts) {
  const std::string boundary = "pharos-" + random_hex(16);
  std::string bytes;
  for (const FormPart& part : parts) {
    bytes += "--" + boundary + "\r\nContent-Disposition: form-data; name=" + quoted(part.name);
    if (!part.file_name.empty()) bytes += "; filename=" + quoted(part.file_name);
    bytes += "\r\nContent-Type: " + media_type(part.media_type) + "\r\n\r\n" + part.bytes + "\r\n";
  }
  bytes += "--" + boundary + "--\r\n";
  return {"multipart/form-data; boundary=" + boundary, std::move(bytes)};
}

}  // namespace pharos::gateway
