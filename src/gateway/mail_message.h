// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <optional>
#include <string>
#include <utility>
#include <vector>

#include "gateway/mail_address.h"
#include "pharos/base/time.h"

namespace pharos::gateway {

struct MailFile {
  std::string file_name, media_type, bytes;
};

/// A mail that a program writes. A value type.
struct MailMessage {
  Mailbox from;
  std::vector<Mailbox> to;
  std::optional<Mailbox> reply_to;
  std::string subject;
  std::string message_id;   ///< without the angle brackets
  std::string in_reply_to;  ///< likewise; empty: begins a thread
  UtcTime date;
  std::vector<std::pair<std::string, std::string>> headers;  ///< more of them: a fixed name, any value
  std::string text;
  std::vector<MailFile> files;
};

/// The mail as it is sent (RFC 5322, MIME): lines of ASCII that end in CR LF, of at most 76 bytes (longer only for a
/// file's name), whatever the values hold; Auto-Submitted, so that no machine answers it. REQUIRES: addresses by
/// is_mail_address(), ids of ASCII without spaces and angle brackets.
std::string write_mail(const MailMessage& mail);

/// An id for headers, "<text@domain>" without its brackets: a text that may not stand in one is replaced by its hash.
std::string mail_id(std::string_view text, std::string_view domain);

}  // namespace pharos::gateway
