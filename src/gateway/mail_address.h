// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <optional>
#include <string>
#include <string_view>

namespace pharos::gateway {

/// A name, which may be empty, and an address. A value type.
struct Mailbox {
  std::string name, address;
};

/// Whether this is an address as people have them, local@domain in ASCII without quotes, comments or routes (a strict
/// part of RFC 5321, 4.1.2): what it accepts can stand in a header and in an SMTP command as it is.
bool is_mail_address(std::string_view text);

/// "help@example.org" or "Help Center <help@example.org>"; nothing for anything else. The name may be any UTF-8 without
/// control characters.
std::optional<Mailbox> parse_mailbox(std::string_view text);

}  // namespace pharos::gateway
