// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <string>

#include "pharos/desk/gateway.h"

namespace pharos::gateway {

/// Whom a text is for.
enum class TextFor {
  kTeam,    ///< the support team alone: with how it was routed, and why
  kReader,  ///< the reader may see it too
};

/// What the reader wrote and, below, what the team should know, in plain text for people. For a follow-up only what was
/// added.
std::string ticket_text(const desk::Handover& handover, TextFor whom);

/// "[7K3M-9QWX-2HTR-5VBN] subject"; the first words of the message where there is no subject.
std::string marked_subject(const desk::Ticket& ticket);
/// The same without the mark.
std::string plain_subject(const desk::Ticket& ticket);

}  // namespace pharos::gateway
