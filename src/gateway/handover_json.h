// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <string>
#include <string_view>

#include "pharos/base/json.h"
#include "pharos/desk/gateway.h"

namespace pharos::gateway {

/// How attachments stand in JSON.
enum class AttachmentShape {
  kListed,  ///< name, type, size, SHA-256
  kPaths,   ///< and the path of the file on this machine
  kInline,  ///< and the bytes in base 64
};

/// "ticket.created" or "ticket.message".
std::string_view event_type(const desk::Handover& handover);
/// When the reader wrote it.
UtcTime event_time(const desk::Handover& handover);

/// Writes the members "type", "timestamp" and "data" of a hand-over, the payload of Standard Webhooks. Attachments
/// whose bytes cannot be read are listed, and named in `notes`.
void write_event(JsonWriter& json, const desk::Handover& handover, AttachmentShape shape,
                 std::vector<std::string>& notes);

}  // namespace pharos::gateway
