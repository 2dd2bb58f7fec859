// SPDX-License-Identifier: GPL-3.0-or-later
#include "http/json_answer.h"

#include <utility>

namespace pharos::http {

Response json_answer(JsonWriter& json) { return json_answer(json.take()); }

Response json_answer(std::string document) {
  Response response;
  response.content_type = "application/json";
  response.body = std::move(document);
  return response;
}

void write_time(JsonWriter& json, std::string_view name, const std::optional<UtcTime>& time) {
  json.key(name);
  if (time) {
    json.value(to_iso(*time));
  } else {
    json.null();
  }
}

}  // namespace pharos::http
