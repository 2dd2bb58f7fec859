// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <chrono>
#include <string>
#include <string_view>
#include <vector>

namespace pharos::gateway {

/// A server that takes our mail. A value type.
struct SmtpServer {
  std::string url;             ///< smtp://host:port, or smtps:// for TLS from the first byte
  bool starttls = true;        ///< for smtp://: not a byte of mail without TLS
  std::string user, password;  ///< empty: without
  std::string ca_file;         ///< trusted instead of the system's authorities; empty: these
  std::chrono::milliseconds connect{5000};
  /// For everything, in whole seconds. A server that falls silent may take it twice.
  std::chrono::milliseconds total{45000};
};

/// What a server said at last. A value type.
struct SmtpOutcome {
  enum class Step { kTaken, kConnection, kContent };
  Step failed_at = Step::kTaken;  ///< kContent: it had let us begin, and refused what it got (or never said)
  int code = 0;                   ///< its last reply code; 0: none
  std::string cause;              ///< one line, no secrets
};

/// Sends one mail. Thread-safe. REQUIRES: addresses by is_mail_address() (libcurl passes on what they hold, line breaks
/// too), a mail of lines that end in CR LF.
SmtpOutcome send_mail(const SmtpServer& server, const std::string& from, const std::vector<std::string>& to,
                      std::string_view mail);

}  // namespace pharos::gateway
