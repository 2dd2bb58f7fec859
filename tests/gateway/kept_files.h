// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "pharos/base/files.h"
#include "pharos/desk/gateway.h"

namespace pharos::gateway_test {

/// Attachments of hand-overs, in a folder that goes when this does.
class KeptFiles {
 public:
  KeptFiles() : store_(folder_.path() / "files") {}

  /// Keeps the file and names it in the hand-over.
  void attach(desk::Handover& handover, const std::string& name, const std::string& bytes) {
    auto& to = handover.follow_up ? handover.follow_up->attachments : handover.ticket.attachments;
    to.push_back(store_.keep({name, bytes}));
    handover.files = &store_;
  }

 private:
  TemporaryFolder folder_;
  desk::AttachmentStore store_;
};

inline const std::string kPng =
    std::string("\x89PNG\r\n\x1a\n\0\0\0\rIHDR\0\0\0\1\0\0\0\1\x08\6\0\0\0\x1f\x15\xc4\x89", 33);

}  // namespace pharos::gateway_test
