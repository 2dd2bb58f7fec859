// SPDX-License-Identifier: GPL-3.0-or-later
#include "gateway/attached_files.h"

#include "pharos/base/error.h"

namespace pharos::gateway {

const std::vector<desk::Attachment>& attachments_of(const desk::Handover& handover) {
  return handover.follow_up ? handover.follow_up->attachments : handover.ticket.attachments;
}

std::optional<std::string> bytes_of(const desk::Handover& handover, const desk::Attachment& attachment,
                                    std::vector<std::string>& notes) {
  std::string cause = "there is no attachment store";
  if (handover.files != nullptr) {
    try {
      return handover.files->read(attachment.sha256);
    } catch (const Error& error) {
      cause = error.what();
    }
  }
  notes.push_back("the attachment " + attachment.file_name + " was left out: " + cause);
  return std::nullopt;
}

}  // namespace pharos::gateway
