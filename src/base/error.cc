// SPDX-License-Identifier: GPL-3.0-or-later
#include "pharos/base/error.h"

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
  }
  return "internal";
}

Error::Error(ErrorKind kind, const std::string& message, std::string parameter)
    : std::runtime_error(message), kind_(kind), parameter_(std::move(parameter)) {}

}  // namespace pharos
