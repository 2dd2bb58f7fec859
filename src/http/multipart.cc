// SPDX-License-Identifier: GPL-3.0-or-later
#include "http/multipart.h"

#include <algorithm>

#include "http/body_refused.h"
#include "http/header_text.h"
#include "http/media_type.h"
#include "http/target.h"

namespace pharos::http {
namespace {

constexpr std::string_view kLineEnd = "\r\n";
constexpr std::size_t kMostBoundary = 70;  // RFC 2046, 5.1.1
constexpr std::size_t kMostHeadBytes = 4096;

[[noreturn]] void refuse(const char* why) { throw BodyRefused(400, std::string("The multipart body ") + why); }

bool boundary_char(char c) {
  return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9') ||
         (c != '\0' && std::string_view("'()+_,-./:=? ").find(c) != std::string_view::npos);
}

std::string boundary_of(std::string_view content_type) {
  const auto boundary = header_parameter(content_type, "boundary");
  if (!boundary || boundary->empty() || boundary->size() > kMostBoundary ||
      !std::all_of(boundary->begin(), boundary->end(), boundary_char) || boundary->back() == ' ') {
    refuse("has no boundary of 1 to 70 characters in its Content-Type.");
  }
  return *boundary;
}

// Browsers write these three in names so (WHATWG HTML, multipart/form-data encoding) and leave all else as it is.
std::string unescaped(std::string_view name) {
  std::string out;
  for (std::size_t at = 0; at < name.size(); ++at) {
    const std::string_view escape = name.substr(at, 3);
    if (escape == "%22" || escape == "%0D" || escape == "%0A") {
      out += percent_decode(escape, false);
      at += 2;
    } else {
      out += name[at];
    }
  }
  return out;
}

// filename*=UTF-8''... (RFC 8187): RFC 7578 does not want it, some programs send it.
std::optional<std::string> extended_file_name(std::string_view disposition) {
  constexpr std::string_view kCharset = "utf-8'";
  const auto value = header_parameter(disposition, "filename*");
  if (!value) return std::nullopt;
  const std::size_t language_end = value->find('\'', std::min(kCharset.size(), value->size()));
  const std::string charset = media_type_of(value->substr(0, kCharset.size()));
  if (charset != kCharset || language_end == std::string::npos) return std::nullopt;
  return percent_decode(std::string_view(*value).substr(language_end + 1), false);
}

void read_disposition(std::string_view value, MultipartPart& part) {
  if (media_type_of(value) != "form-data") refuse("has a part that is no form-data.");
  const auto name = header_parameter(value, "name");
  if (!name) refuse("has a part without a name.");
  part.name = unescaped(*name);
  part.file_name = extended_file_name(value);
  if (part.file_name) return;
  if (const auto plain = header_parameter(value, "filename")) part.file_name = unescaped(*plain);
}

// `head` ends with the line end of its last field.
void read_head_of_part(std::string_view head, MultipartPart& part) {
  bool named = false;
  while (!head.empty()) {
    const std::size_t end = head.find(kLineEnd);
    const std::string_view line = head.substr(0, end);
    head.remove_prefix(end + kLineEnd.size());
    const std::size_t colon = line.find(':');
    if (colon == 0 || colon == std::string_view::npos) refuse("has a part with a header that is not 'Name: value'.");
    const std::string name = lower_ascii(line.substr(0, colon));
    const std::string_view value = line.substr(colon + 1);
    if (name == "content-disposition") {
      if (named) refuse("has a part with two Content-Dispositions.");
      named = true;
      read_disposition(value, part);
    } else if (name == "content-transfer-encoding") {
      const std::string encoding = lower_ascii(trim_blanks(value));
      if (encoding != "7bit" && encoding != "8bit" && encoding != "binary") {
        refuse("has a part with a Content-Transfer-Encoding: send its bytes as they are.");
      }
    }
  }
  if (!named) refuse("has a part without Content-Disposition.");
}

// Spaces may stand between a delimiter and its line end.
bool take_line_end(std::string_view& rest) {
  const std::size_t end = rest.find_first_not_of(" \t");
  if (end == std::string_view::npos || rest.substr(end, kLineEnd.size()) != kLineEnd) return false;
  rest.remove_prefix(end + kLineEnd.size());
  return true;
}

}  // namespace

std::vector<MultipartPart> parse_multipart(std::string_view body, std::string_view content_type,
                                           std::size_t most_parts) {
  const std::string delimiter = "\r\n--" + boundary_of(content_type);
  std::vector<MultipartPart> parts;
  const std::string_view first = std::string_view(delimiter).substr(kLineEnd.size());
  if (body.substr(0, first.size()) != first) refuse("does not begin with its boundary.");
  std::string_view rest = body.substr(first.size());
  while (rest.substr(0, 2) != "--") {
    if (!take_line_end(rest)) refuse("has something else after a boundary than a line end.");
    if (parts.size() == most_parts) refuse("has too many parts.");
    MultipartPart& part = parts.emplace_back();
    const std::string_view window = rest.substr(0, kMostHeadBytes);
    const std::size_t head_end = window.substr(0, kLineEnd.size()) == kLineEnd ? 0 : window.find("\r\n\r\n");
    if (head_end == std::string_view::npos) refuse("has a part whose header does not end within 4096 bytes.");
    const std::size_t head_bytes = head_end == 0 ? 0 : head_end + kLineEnd.size();
    read_head_of_part(rest.substr(0, head_bytes), part);
    rest.remove_prefix(head_bytes + kLineEnd.size());
    // No boundary holds a CR, so that what was compared in vain is never compared again: the search is linear.
    const std::size_t end = rest.find(delimiter);
    if (end == std::string_view::npos) refuse("ends within a part.");
    part.content = rest.substr(0, end);
    rest.remove_prefix(end + delimiter.size());
  }
  return parts;
}

}  // namespace pharos::http
