// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <string>

#include "pharos/base/error.h"

namespace pharos::http {

/// A body in a form that is not read: status 400 or 415. The words are for who sent it.
class BodyRefused : public Error {
 public:
  BodyRefused(int status, const std::string& message) : Error(ErrorKind::kInvalidArgument, message), status_(status) {}
  int status() const { return status_; }

 private:
  int status_;
};

}  // namespace pharos::http
