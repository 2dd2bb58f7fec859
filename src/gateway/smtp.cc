// SPDX-License-Identifier: GPL-3.0-or-later
#include "gateway/smtp.h"

#include <curl/curl.h>

#include <algorithm>
#include <charconv>
#include <cstring>

#include "gateway/curl_handle.h"
#include "gateway/mail_address.h"
#include "pharos/base/error.h"
#include "pharos/base/utf8.h"

namespace pharos::gateway {
namespace {

constexpr std::size_t kMostReplyBytes = 200;

struct Upload {
  std::string_view rest;
  bool begun = false;
  std::string last_reply;
};

std::size_t give(char* to, std::size_t size, std::size_t count, void* user) {
  auto& upload = *static_cast<Upload*>(user);
  upload.begun = true;
  const std::size_t bytes = std::min(size * count, upload.rest.size());
  std::memcpy(to, upload.rest.data(), bytes);
  upload.rest.remove_prefix(bytes);
  return bytes;
}

// libcurl hands the server's reply lines over as headers. It says QUIT after a refusal too: the answer to that tells
// nothing.
std::size_t take_reply(char* bytes, std::size_t, std::size_t count, void* user) {
  std::string line(bytes, count);
  while (!line.empty() && (line.back() == '\n' || line.back() == '\r')) line.pop_back();
  std::replace_if(
      line.begin(), line.end(), [](char c) { return static_cast<unsigned char>(c) < 0x20; }, ' ');
  auto& upload = *static_cast<Upload*>(user);
  if (line.rfind("221", 0) != 0) upload.last_reply = cut_at_point(replace_invalid_utf8(line), kMostReplyBytes);
  return count;
}

int code_of(std::string_view reply) {
  int code = 0;
  const auto [end, error] = std::from_chars(reply.data(), reply.data() + std::min<std::size_t>(reply.size(), 3), code);
  return error == std::errc() && end == reply.data() + 3 ? code : 0;
}

std::size_t drop(char*, std::size_t size, std::size_t count, void*) { return size * count; }

std::string origin(const SmtpServer& server) {
  return server.url.substr(0, server.url.find('/', server.url.find("://") + 3));
}

}  // namespace

SmtpOutcome send_mail(const SmtpServer& server, const std::string& from, const std::vector<std::string>& to,
                      std::string_view mail) {
  CurlList recipients;
  bool harmless = is_mail_address(from);
  for (const std::string& address : to) {
    harmless = harmless && is_mail_address(address);
    append(recipients, address);
  }
  if (!harmless) throw Error(ErrorKind::kInvalidArgument, "a mail's sender or recipient is no address");

  CurlWords words{};  // outlives the handle
  CurlHandle handle = new_curl_handle();
  CURL* curl = handle.get();
  Upload upload{mail, false, {}};
  set(curl, CURLOPT_ERRORBUFFER, words.data());
  set_common(curl, server.ca_file);
  set(curl, CURLOPT_PROTOCOLS_STR, "smtp,smtps");
  set(curl, CURLOPT_URL, server.url.c_str());
  set(curl, CURLOPT_USE_SSL, static_cast<long>(server.starttls ? CURLUSESSL_ALL : CURLUSESSL_NONE));
  set(curl, CURLOPT_CONNECTTIMEOUT_MS, static_cast<long>(server.connect.count()));
  set(curl, CURLOPT_TIMEOUT_MS, static_cast<long>(server.total.count()));
  // The farewell of a server that has fallen silent is waited for beyond the total; for two minutes if nothing is said.
  set(curl, CURLOPT_SERVER_RESPONSE_TIMEOUT, static_cast<long>(server.total.count() / 1000));
  if (!server.user.empty()) {
    set(curl, CURLOPT_USERNAME, server.user.c_str());
    set(curl, CURLOPT_PASSWORD, server.password.c_str());
  }
  set(curl, CURLOPT_MAIL_FROM, from.c_str());
  set(curl, CURLOPT_MAIL_RCPT, recipients.get());
  set(curl, CURLOPT_UPLOAD, 1L);
  set(curl, CURLOPT_INFILESIZE_LARGE, static_cast<curl_off_t>(mail.size()));
  set(curl, CURLOPT_READFUNCTION, &give);
  set(curl, CURLOPT_READDATA, static_cast<void*>(&upload));
  set(curl, CURLOPT_HEADERFUNCTION, &take_reply);
  set(curl, CURLOPT_HEADERDATA, static_cast<void*>(&upload));
  set(curl, CURLOPT_WRITEFUNCTION, &drop);

  const CURLcode code = curl_easy_perform(curl);
  SmtpOutcome outcome;
  outcome.code = code_of(upload.last_reply);
  if (code == CURLE_OK) return outcome;
  outcome.failed_at = upload.begun ? SmtpOutcome::Step::kContent : SmtpOutcome::Step::kConnection;
  outcome.cause = origin(server) + ": " + words_of(code, words);
  if (!upload.last_reply.empty()) outcome.cause += "; its last reply: " + upload.last_reply;
  return outcome;
}

}  // namespace pharos::gateway
