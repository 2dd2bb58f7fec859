// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <curl/curl.h>

#include <array>
#include <memory>
#include <string>
#include <type_traits>

// What every use of libcurl needs, for http_client.cc and smtp.cc alone.
namespace pharos::gateway {

struct FreeCurl {
  void operator()(CURL* handle) const { curl_easy_cleanup(handle); }
};
using CurlHandle = std::unique_ptr<CURL, FreeCurl>;

struct FreeCurlList {
  void operator()(curl_slist* list) const { curl_slist_free_all(list); }
};
using CurlList = std::unique_ptr<curl_slist, FreeCurlList>;

/// Throws Error{internal} when libcurl cannot be started; thread-safe.
CurlHandle new_curl_handle();

void append(CurlList& list, const std::string& text);

/// Throws Error{internal}: an option that this libcurl does not know.
[[noreturn]] void fail_option(CURLoption option, CURLcode code);

template <class Value>
void set(CURL* handle, CURLoption option, Value value) {
  static_assert(std::is_pointer_v<Value> || std::is_same_v<Value, long> || std::is_same_v<Value, curl_off_t>);
  if (const CURLcode code = curl_easy_setopt(handle, option, value); code != CURLE_OK) fail_option(option, code);
}

/// What all our connections keep to: no proxy, no signals, verified certificates. An empty file: the system's
/// authorities.
void set_common(CURL* handle, const std::string& ca_file);

/// Where libcurl writes what went wrong in its own words. REQUIRES: outlives the request.
using CurlWords = std::array<char, CURL_ERROR_SIZE>;

/// In one line: libcurl's words, or those for the code where it had none. They name hosts, never secrets.
std::string words_of(CURLcode code, const CurlWords& words);

}  // namespace pharos::gateway
