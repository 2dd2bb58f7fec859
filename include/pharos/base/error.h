// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <stdexcept>
#include <string>
#include <string_view>

namespace pharos {

/// Why something could not be done. Doors (HTTP, the command line) map a kind to a status or exit code.
enum class ErrorKind { kInvalidArgument, kNotFound, kConflict, kUnavailable, kCorrupt, kInternal };

/// The kind's stable name in logs and problem types, for example "invalid-argument".
std::string_view name(ErrorKind kind);

/// "Cannot be done": the only exception that crosses a room's wall. The message says what, where and how to mend it.
/// A value type; may be copied between threads.
class Error : public std::runtime_error {
 public:
  /// `parameter` names the faulty input of an invalid_argument ("q", "--port", ...), otherwise it is empty.
  Error(ErrorKind kind, const std::string& message, std::string parameter = {});

  ErrorKind kind() const { return kind_; }
  const std::string& parameter() const { return parameter_; }

 private:
  ErrorKind kind_;
  std::string parameter_;
};

}  // namespace pharos
