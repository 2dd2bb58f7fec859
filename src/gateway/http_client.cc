// SPDX-License-Identifier: GPL-3.0-or-later
#include "gateway/http_client.h"

#include <sys/socket.h>

#include <algorithm>
#include <array>
#include <mutex>
#include <string_view>

#include "gateway/curl_handle.h"
#include "gateway/public_address.h"
#include "pharos/base/error.h"

namespace pharos::gateway {
namespace {

constexpr std::size_t kMostHeaderBytes = 64 << 10;
constexpr std::size_t kMostIdle = 4;
constexpr curl_off_t kMostWait = 24 * 3600;

/// One request on its way.
struct Exchange {
  const HttpPolicy& policy;
  HttpAnswer answer;
  std::size_t header_bytes = 0;
  bool refused_private = false;
  bool too_long = false;
};

std::string lower(std::string_view text) {
  std::string out(text);
  std::transform(out.begin(), out.end(), out.begin(),
                 [](char c) { return c >= 'A' && c <= 'Z' ? static_cast<char>(c + 32) : c; });
  return out;
}

std::size_t take_body(char* bytes, std::size_t, std::size_t count, void* user) {
  auto& exchange = *static_cast<Exchange*>(user);
  if (count > exchange.policy.answer_bytes - exchange.answer.body.size()) {
    exchange.too_long = true;
    return 0;
  }
  exchange.answer.body.append(bytes, count);
  return count;
}

std::size_t take_header(char* bytes, std::size_t, std::size_t count, void* user) {
  auto& exchange = *static_cast<Exchange*>(user);
  exchange.header_bytes += count;
  if (exchange.header_bytes > kMostHeaderBytes) {
    exchange.too_long = true;
    return 0;
  }
  const std::string_view line(bytes, count);
  const std::size_t colon = line.find(':');
  if (line.rfind("HTTP/", 0) == 0) exchange.answer.headers.clear();  // of an interim answer
  if (colon == std::string_view::npos) return count;
  const std::size_t from = line.find_first_not_of(" \t", colon + 1);
  const std::size_t end = line.find_last_not_of(" \t\r\n");
  exchange.answer.headers[lower(line.substr(0, colon))] =
      from == std::string_view::npos || end < from ? "" : std::string(line.substr(from, end - from + 1));
  return count;
}

// The only place where a connection begins, so names that resolve to something else later do not matter.
curl_socket_t open_socket(void* user, curlsocktype, curl_sockaddr* address) {
  auto& exchange = *static_cast<Exchange*>(user);
  if (!exchange.policy.allow_private && !is_public(&address->addr)) {
    exchange.refused_private = true;
    return CURL_SOCKET_BAD;
  }
  return ::socket(address->family, address->socktype | SOCK_CLOEXEC, address->protocol);
}

void limit(CURL* handle, const HttpPolicy& policy) {
  set_common(handle, policy.ca_file);
  set(handle, CURLOPT_PROTOCOLS_STR, "http,https");
  set(handle, CURLOPT_FOLLOWLOCATION, 0L);
  set(handle, CURLOPT_CONNECTTIMEOUT_MS, static_cast<long>(policy.connect.count()));
  set(handle, CURLOPT_TIMEOUT_MS, static_cast<long>(policy.total.count()));
  set(handle, CURLOPT_MAXFILESIZE_LARGE, static_cast<curl_off_t>(policy.answer_bytes));
}

void ask(CURL* handle, const HttpRequest& request) {
  set(handle, CURLOPT_URL, request.url.c_str());
  if (request.method == "GET") {
    set(handle, CURLOPT_HTTPGET, 1L);
    return;
  }
  set(handle, CURLOPT_POST, 1L);
  set(handle, CURLOPT_CUSTOMREQUEST, request.method.c_str());
  set(handle, CURLOPT_POSTFIELDSIZE_LARGE, static_cast<curl_off_t>(request.body.size()));
  set(handle, CURLOPT_POSTFIELDS, request.body.c_str());
}

std::string cause_of(CURLcode code, const CurlWords& words, const Exchange& exchange) {
  if (exchange.refused_private) return "its address is not a public one; allow it by allow_private: true";
  if (exchange.too_long || code == CURLE_FILESIZE_EXCEEDED) {
    return "the answer is longer than " + std::to_string(exchange.policy.answer_bytes) + " bytes";
  }
  if (code == CURLE_OPERATION_TIMEDOUT) {
    return "no complete answer within " + std::to_string(exchange.policy.total.count() / 1000) + " s";
  }
  return words_of(code, words);
}

}  // namespace

std::string origin_of(const std::string& url) {
  const std::size_t host = url.find("://");
  if (host == std::string::npos) return "the address";
  return url.substr(0, url.find_first_of("/?#", host + 3));
}

/// Idle handles with their open connections. A connection stays with the client whose policy it was opened under.
struct HttpClient::Impl {
  std::mutex mutex;
  std::vector<CurlHandle> idle;

  CurlHandle take() {
    {
      const std::lock_guard lock(mutex);
      if (!idle.empty()) {
        CurlHandle handle = std::move(idle.back());
        idle.pop_back();
        curl_easy_reset(handle.get());
        return handle;
      }
    }
    return new_curl_handle();
  }

  void give_back(CurlHandle handle) {
    const std::lock_guard lock(mutex);
    if (idle.size() < kMostIdle) idle.push_back(std::move(handle));
  }
};

HttpClient::HttpClient(HttpPolicy policy) : policy_(std::move(policy)), impl_(std::make_unique<Impl>()) {}
HttpClient::~HttpClient() = default;

HttpAnswer HttpClient::send(const HttpRequest& request) const {
  CurlHandle handle = impl_->take();
  Exchange exchange{policy_, {}};
  CurlList headers;
  CurlList resolve;
  // libcurl would ask before it sends a large body, and wait a second for servers that do not know the question.
  append(headers, "Expect:");
  for (const auto& [name, value] : request.headers) {
    if ((name + value).find_first_of(std::string_view("\r\n\0", 3)) != std::string::npos) {
      throw Error(ErrorKind::kInvalidArgument, "a line break in the header " + lower(name));
    }
    append(headers, name + ": " + value);
  }
  for (const std::string& entry : policy_.resolve) append(resolve, entry);

  CURL* curl = handle.get();
  CurlWords words{};
  set(curl, CURLOPT_ERRORBUFFER, words.data());
  limit(curl, policy_);
  ask(curl, request);
  set(curl, CURLOPT_HTTPHEADER, headers.get());
  if (resolve) set(curl, CURLOPT_RESOLVE, resolve.get());
  set(curl, CURLOPT_OPENSOCKETFUNCTION, &open_socket);
  set(curl, CURLOPT_OPENSOCKETDATA, static_cast<void*>(&exchange));
  set(curl, CURLOPT_WRITEFUNCTION, &take_body);
  set(curl, CURLOPT_WRITEDATA, static_cast<void*>(&exchange));
  set(curl, CURLOPT_HEADERFUNCTION, &take_header);
  set(curl, CURLOPT_HEADERDATA, static_cast<void*>(&exchange));

  const CURLcode code = curl_easy_perform(curl);
  set(curl, CURLOPT_ERRORBUFFER, static_cast<char*>(nullptr));  // the handle lives longer than the words
  if (code != CURLE_OK) {
    throw Error(ErrorKind::kUnavailable, origin_of(request.url) + ": " + cause_of(code, words, exchange));
  }
  long status = 0;
  curl_off_t wait = 0;
  curl_easy_getinfo(curl, CURLINFO_RESPONSE_CODE, &status);
  curl_easy_getinfo(curl, CURLINFO_RETRY_AFTER, &wait);
  exchange.answer.status = static_cast<int>(status);
  if (wait > 0) exchange.answer.retry_after = std::chrono::seconds(std::min(wait, kMostWait));
  impl_->give_back(std::move(handle));
  return std::move(exchange.answer);
}

}  // namespace pharos::gateway
