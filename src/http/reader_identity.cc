// SPDX-License-Identifier: GPL-3.0-or-later
#include "http/reader_identity.h"

#include <algorithm>

#include "http/header_text.h"
#include "http/origin.h"
#include "pharos/base/digest.h"

namespace pharos::http {
namespace {

constexpr std::string_view kCookie = "pharos_session";
constexpr std::size_t kSessionBytes = 16;  // 128 bits: nobody guesses another reader's
constexpr std::size_t kMostAgentBytes = 512;

bool session_shaped(std::string_view text) {
  return text.size() == 2 * kSessionBytes &&
         std::all_of(text.begin(), text.end(), [](char c) { return (c >= '0' && c <= '9') || (c >= 'a' && c <= 'f'); });
}

bool wants_no_following(const Request& request) {
  return request.header("dnt") == "1" || request.header("sec-gpc") == "1";
}

std::string cookie_session(const Request& request) {
  const std::string cookies = request.header("cookie");
  std::size_t at = 0;
  while (at < cookies.size()) {
    const std::size_t end = std::min(cookies.find(';', at), cookies.size());
    const std::string_view cookie = trim_blanks(std::string_view(cookies).substr(at, end - at));
    const std::size_t equals = cookie.find('=');
    if (equals != std::string_view::npos && cookie.substr(0, equals) == kCookie &&
        session_shaped(cookie.substr(equals + 1))) {
      return std::string(cookie.substr(equals + 1));
    }
    at = end + 1;
  }
  return {};
}

// A program that keeps no cookies would leave a session for each of its requests.
bool keeps_cookies(const Request& request) {
  return from_own_page(request) || request.header("accept").find("text/html") != std::string::npos;
}

}  // namespace

desk::Reader reader_of(const Request& request) {
  desk::Reader reader;
  reader.address = request.address;
  reader.agent = request.header("user-agent").substr(0, kMostAgentBytes);
  if (wants_no_following(request)) return reader;
  const std::string given = request.header("pharos-session");
  // Browsers send the cookie along when another site's link is followed: it is still the reader's own session.
  reader.session = session_shaped(given) ? given : cookie_session(request);
  return reader;
}

desk::Reader identify(const Request& request) {
  desk::Reader reader = reader_of(request);
  if (reader.session.empty() && !wants_no_following(request) && keeps_cookies(request)) {
    reader.session = random_hex(kSessionBytes);
  }
  return reader;
}

void remember(const desk::Reader& reader, const Request& request, Response& response) {
  if (reader.session.empty() || reader.session == reader_of(request).session) return;
  std::string cookie = std::string(kCookie) + "=" + reader.session + "; Path=/; HttpOnly; SameSite=Lax";
  if (request.secure) cookie += "; Secure";
  response.headers.emplace_back("Set-Cookie", std::move(cookie));
  response.headers.emplace_back("Cache-Control", "private, no-cache");
}

bool asked_by_a_person(const Request& request) {
  return request.method != "HEAD" && request.header("sec-purpose").find("prefetch") == std::string::npos &&
         request.header("purpose") != "prefetch";
}

}  // namespace pharos::http
