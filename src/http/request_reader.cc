// SPDX-License-Identifier: GPL-3.0-or-later
#include "http/request_reader.h"

#include <algorithm>
#include <array>
#include <optional>
#include <utility>

#include "http/header_text.h"

namespace pharos::http {
namespace {

constexpr std::string_view kLineEnd = "\r\n";
constexpr std::string_view kHeadEnd = "\r\n\r\n";
constexpr std::size_t kMostLengthDigits = 15;
constexpr std::array<std::string_view, 9> kMethods = {"GET",    "HEAD",  "POST",    "PUT",    "PATCH",
                                                      "DELETE", "TRACE", "OPTIONS", "CONNECT"};

bool token_char(char c) {
  return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9') ||
         (c != '\0' && std::string_view("!#$%&'*+-.^_`|~").find(c) != std::string_view::npos);
}

// A bare CR, a bare LF or a NUL in the head is read differently by different servers: never let one through.
bool well_formed(std::string_view head) {
  for (std::size_t i = 0; i < head.size(); ++i) {
    const auto c = static_cast<unsigned char>(head[i]);
    if (c == '\r' && i + 1 < head.size() && head[i + 1] != '\n') return false;  // a last one may await its LF
    if (c == '\n' && (i == 0 || head[i - 1] != '\r')) return false;
    if ((c < 0x20 && c != '\r' && c != '\n' && c != '\t') || c == 0x7F) return false;
  }
  return true;
}

bool lists(std::string_view values, std::string_view wanted) {
  std::size_t at = 0;
  while (at <= values.size()) {
    const std::size_t end = std::min(values.find(',', at), values.size());
    if (lower_ascii(trim_blanks(values.substr(at, end - at))) == wanted) return true;
    at = end + 1;
  }
  return false;
}

std::optional<ReadOutcome> read_line(std::string_view line, RawRequest& request) {
  const std::size_t first = line.find(' ');
  const std::size_t last = line.rfind(' ');
  if (first == std::string_view::npos || first == last || line.find(' ', first + 1) != last) {
    return refused(400, "The first line is not 'METHOD target HTTP/1.1'.");
  }
  const std::string_view version = line.substr(last + 1);
  request.method = line.substr(0, first);
  request.target = line.substr(first + 1, last - first - 1);
  if (version != "HTTP/1.1" && version != "HTTP/1.0") return refused(505, "Speak HTTP/1.1.");
  if (std::find(kMethods.begin(), kMethods.end(), request.method) == kMethods.end()) {
    return refused(501, "The method is not one of HTTP's.");
  }
  request.keep_alive = version == "HTTP/1.1";
  return std::nullopt;
}

std::optional<ReadOutcome> read_headers(std::string_view lines, const RequestLimits& limits, RawRequest& request) {
  std::size_t count = 0;
  for (std::size_t at = 0; at < lines.size();) {
    const std::size_t end = lines.find(kLineEnd, at);
    const std::string_view line = lines.substr(at, end - at);
    at = end + kLineEnd.size();
    if (++count > limits.headers) {
      return refused(431, "There are more than " + std::to_string(limits.headers) + " header fields.");
    }
    const std::size_t colon = line.find(':');
    if (colon == 0 || colon == std::string_view::npos || !std::all_of(line.begin(), line.begin() + colon, token_char)) {
      return refused(400, "A header field is not 'Name: value'.");
    }
    const std::string name = lower_ascii(line.substr(0, colon));
    const std::string_view value = trim_blanks(line.substr(colon + 1));
    const auto [field, added] = request.headers.try_emplace(name, value);
    if (added) continue;
    if (name == "content-length" || name == "host") return refused(400, "The field " + name + " stands twice.");
    field->second.append(name == "cookie" ? "; " : ", ").append(value);
  }
  return std::nullopt;
}

// How long the body is, or why it is refused.
std::optional<ReadOutcome> read_length(const RawRequest& request, std::size_t& length) {
  const auto& headers = request.headers;
  if (headers.count("transfer-encoding") != 0) return refused(501, "Send the body with Content-Length, not in chunks.");
  if (headers.count("content-encoding") != 0) return refused(415, "Send the body without Content-Encoding.");
  const auto field = headers.find("content-length");
  if (field == headers.end()) {
    const bool expected = request.method == "POST" || request.method == "PUT" || request.method == "PATCH";
    return expected ? std::optional(refused(411, "The request needs a Content-Length.")) : std::nullopt;
  }
  const std::string& digits = field->second;
  if (digits.empty() || !std::all_of(digits.begin(), digits.end(), [](char c) { return c >= '0' && c <= '9'; })) {
    return refused(400, "Content-Length is not a number.");
  }
  if (digits.size() > kMostLengthDigits) return refused(413, "The body is larger than anything that is taken here.");
  length = std::stoul(digits);
  return std::nullopt;
}

}  // namespace

ReadOutcome refused(int status, std::string reason) {
  ReadOutcome outcome;
  outcome.state = ReadOutcome::State::kRefused;
  outcome.status = status;
  outcome.reason = std::move(reason);
  return outcome;
}

ReadOutcome body_too_large(std::size_t most_bytes) {
  return refused(413, "The body is larger than " + std::to_string(most_bytes) + " bytes.");
}

bool shows_pages(const RawRequest& request) {
  const auto accept = request.headers.find("accept");
  return accept != request.headers.end() && accept->second.find("text/html") != std::string::npos;
}

ReadOutcome read_head(std::string_view bytes, const RequestLimits& limits) {
  ReadOutcome outcome;
  // RFC 9112 2.2: an empty line before the request is passed over (old clients send one after a body).
  std::size_t start = 0;
  while (bytes.substr(start, kLineEnd.size()) == kLineEnd && start < 8) start += kLineEnd.size();
  const std::string_view rest = bytes.substr(start);
  const std::size_t line_end = rest.find(kLineEnd);
  if (std::min(line_end, rest.size()) > limits.line_bytes) {
    return refused(414, "The address is longer than " + std::to_string(limits.line_bytes) +
                            " bytes. A search takes at most 512 bytes of text.");
  }
  const std::size_t head_end = rest.find(kHeadEnd);
  if (std::min(head_end, rest.size()) > limits.head_bytes) {
    return refused(431, "The header is longer than " + std::to_string(limits.head_bytes) + " bytes.");
  }
  if (!well_formed(rest.substr(0, head_end))) {
    return refused(400, "The header holds control characters or line ends other than CR LF.");
  }
  if (head_end == std::string_view::npos) return outcome;

  RawRequest request;
  if (auto fault = read_line(rest.substr(0, line_end), request)) return *std::move(fault);
  const std::size_t fields = line_end + kLineEnd.size();
  const std::size_t fields_end = head_end + kLineEnd.size();
  if (fields < fields_end) {
    if (auto fault = read_headers(rest.substr(fields, fields_end - fields), limits, request)) return *std::move(fault);
  }
  if (request.keep_alive && request.headers.count("host") == 0) return refused(400, "The field Host is missing.");
  std::size_t length = 0;
  if (auto fault = read_length(request, length)) return *std::move(fault);

  const auto expect = request.headers.find("expect");
  outcome.awaits_continue = expect != request.headers.end() && lists(expect->second, "100-continue");
  const auto connection = request.headers.find("connection");
  if (connection != request.headers.end() && lists(connection->second, "close")) request.keep_alive = false;
  request.bytes = start + head_end + kHeadEnd.size();
  outcome.body_bytes = length;
  outcome.state = ReadOutcome::State::kComplete;
  outcome.request = std::move(request);
  return outcome;
}

ReadOutcome read_request(std::string_view bytes, const RequestLimits& limits) {
  ReadOutcome outcome = read_head(bytes, limits);
  if (outcome.state != ReadOutcome::State::kComplete) return outcome;
  if (outcome.body_bytes > limits.body_bytes) return body_too_large(limits.body_bytes);
  const std::size_t head = outcome.request.bytes;
  if (bytes.size() - head < outcome.body_bytes) {
    outcome.state = ReadOutcome::State::kNeedsMore;
    return outcome;
  }
  outcome.request.body = bytes.substr(head, outcome.body_bytes);
  outcome.request.bytes += outcome.body_bytes;
  return outcome;
}

}  // namespace pharos::http
