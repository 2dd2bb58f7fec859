// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <cstdint>
#include <stdexcept>
#include <string>
#include <string_view>

namespace pharos {

/// Why something could not be done. Doors (HTTP, the command line) map a kind to a status or exit code.
/// kLimited: too often or too much for now; kFull: the disk or the store has no room left; kReused: an idempotency key
/// came again with another request.
enum class ErrorKind {
  kInvalidArgument,
  kNotFound,
  kConflict,
  kUnavailable,
  kCorrupt,
  kInternal,
  kLimited,
  kFull,
  kReused
};

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
  /// When trying again makes sense, in seconds from now; 0 when nothing is known of it.
  std::int64_t retry_after() const { return retry_after_; }
  Error&& with_retry_after(std::int64_t seconds) &&;

 private:
  ErrorKind kind_;
  std::string parameter_;
  std::int64_t retry_after_ = 0;
};

}  // namespace pharos
