// SPDX-License-Identifier: GPL-3.0-or-later
#include "gateway/remote_reference.h"

#include <algorithm>

#include "pharos/base/error.h"
#include "pharos/base/json.h"

namespace pharos::gateway {

std::string sane_remote_id(std::string_view text) {
  const bool sane = text.size() <= 200 && std::none_of(text.begin(), text.end(), [](char c) {
                      return static_cast<unsigned char>(c) < 0x20 || c == 0x7f;
                    });
  return sane ? std::string(text) : std::string();
}

std::string sane_remote_url(std::string_view text) {
  const bool web = text.rfind("https://", 0) == 0 || text.rfind("http://", 0) == 0;
  const bool sane = web && text.size() <= 2000 && std::all_of(text.begin(), text.end(), [](char c) {
                      return c > 0x20 && c < 0x7f && c != '"' && c != '\'' && c != '<' && c != '>' && c != '\\';
                    });
  return sane ? std::string(text) : std::string();
}

void read_reference(std::string_view body, desk::Delivery& delivery) {
  try {
    const Json answer = Json::parse(body);
    delivery.remote_id = sane_remote_id(answer["remote_id"].string());
    delivery.remote_url = sane_remote_url(answer["remote_url"].string());
  } catch (const Error&) {
    return;  // an empty body, "OK", a page: nothing was promised
  }
}

}  // namespace pharos::gateway
