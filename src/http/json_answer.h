// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "http/exchange.h"
#include "pharos/base/json.h"

namespace pharos::http {

/// 200 with the document the writer holds. REQUIRES: everything begun is ended.
Response json_answer(JsonWriter& json);

/// 200 with a document that is already written.
Response json_answer(std::string document);

/// A moment in RFC 3339, or null.
void write_time(JsonWriter& json, std::string_view name, const std::optional<UtcTime>& time);

}  // namespace pharos::http
