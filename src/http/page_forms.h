// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "http/page_desk.h"

// What several forms have in common, as data for templates.
namespace pharos::http {

/// The alert, the list of faults, and "<field>_fault" for each field of `fields`.
void set_form_state(PageData& content, const FormState& state, std::initializer_list<std::string_view> fields);

/// What may be attached: for the hint, the file dialog and the scripts.
void set_file_rules(PageData& content, const PageFrame& frame, const desk::AttachmentLimits& limits);

/// The limit on one file in whole megabytes.
std::string megabytes(const desk::AttachmentLimits& limits);

}  // namespace pharos::http
