// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <optional>
#include <string>
#include <vector>

#include "pharos/desk/gateway.h"

namespace pharos::gateway {

/// The files that belong to a hand-over: the follow-up's, or the ticket's.
const std::vector<desk::Attachment>& attachments_of(const desk::Handover& handover);

/// An attachment's bytes. Nothing, and a note for operators, when they cannot be read: a ticket without its picture is
/// worth more than none.
std::optional<std::string> bytes_of(const desk::Handover& handover, const desk::Attachment& attachment,
                                    std::vector<std::string>& notes);

}  // namespace pharos::gateway
