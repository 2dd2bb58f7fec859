// SPDX-License-Identifier: GPL-3.0-or-later
#include "gateway/curl_handle.h"

#include <algorithm>

#include "pharos/base/error.h"

namespace pharos::gateway {

CurlHandle new_curl_handle() {
  static const CURLcode kStarted = curl_global_init(CURL_GLOBAL_DEFAULT);
  CurlHandle handle(kStarted == CURLE_OK ? curl_easy_init() : nullptr);
  if (!handle) throw Error(ErrorKind::kInternal, "libcurl cannot be started");
  return handle;
}

void append(CurlList& list, const std::string& text) {
  curl_slist* longer = curl_slist_append(list.get(), text.c_str());
  if (longer == nullptr) throw Error(ErrorKind::kInternal, "no memory for a request");
  static_cast<void>(list.release());
  list.reset(longer);
}

void fail_option(CURLoption option, CURLcode code) {
  throw Error(ErrorKind::kInternal,
              "libcurl refuses option " + std::to_string(option) + ": " + curl_easy_strerror(code));
}

void set_common(CURL* handle, const std::string& ca_file) {
  set(handle, CURLOPT_NOSIGNAL, 1L);
  set(handle, CURLOPT_PROXY, "");
  set(handle, CURLOPT_SSL_VERIFYPEER, 1L);
  set(handle, CURLOPT_SSL_VERIFYHOST, 2L);
  set(handle, CURLOPT_SSLVERSION, static_cast<long>(CURL_SSLVERSION_TLSv1_2));
  if (ca_file.empty()) return;
  set(handle, CURLOPT_CAINFO, ca_file.c_str());
  set(handle, CURLOPT_CAPATH, static_cast<char*>(nullptr));
}

std::string words_of(CURLcode code, const CurlWords& words) {
  std::string text = words.front() == '\0' ? curl_easy_strerror(code) : words.data();
  std::replace_if(
      text.begin(), text.end(), [](char c) { return static_cast<unsigned char>(c) < 0x20; }, ' ');
  return text;
}

}  // namespace pharos::gateway
