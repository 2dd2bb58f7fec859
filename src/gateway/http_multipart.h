// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <string>
#include <vector>

#include "gateway/json_api.h"

namespace pharos::gateway {

/// A part of a form (RFC 7578). An empty file name: a plain field.
struct FormPart {
  std::string name, file_name, media_type, bytes;
};

/// multipart/form-data under a boundary that nobody can guess and no part holds. Names and media types cannot end
/// their header, whatever they hold.
Payload form_payload(const std::vector<FormPart>& parts);

}  // namespace pharos::gateway
