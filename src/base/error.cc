// SPDX-License-Identifier: GPL-3.0-or-later
#include "pharos/base/error.h"

#include <utility>

namespace pharos {

std::string_view name(ErrorKind kind) {
  switch (kind) {
    case ErrorKind::kInvalidArgument:
      return "invalid-argument";
    case ErrorKind::kNotFound:
      return "not-found";
    case ErrorKind::kConflict:
      return "conflict";
    case ErrorKind::kUnavailable:
      return "unavailable";
    case ErrorKind::kCorrupt:
      return "corrupt";
    case ErrorKind::kInternal:
      return "internal";
    case ErrorKind::kLimited:
      return "limited";
    case ErrorKind::kFull:
      return "full";
    case ErrorKind::kReused:
      return "reused";
  }
  return "internal";
}

Error::Error(ErrorKind kind, const std::string& message, std::string parameter)
    : std::runtime_error(message), kind_(kind), parameter_(std::move(parameter)) {}

Error&& Error::with_retry_after(std::int64_t seconds) && {
  retry_after_ = seconds;
  return std::move(*this);
}

}  // namespace pharos
