// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <string>
#include <string_view>

#include "http/exchange.h"

namespace pharos::http {

/// A stranger's file as one that browsers save and never show: they would run what stands in it as if it were ours.
Response download(std::string_view file_name, std::string_view media_type, std::string bytes);

/// The Content-Disposition value for it: the name in ASCII for old programs, and as it is (RFC 6266, RFC 8187).
std::string attachment_disposition(std::string_view file_name);

}  // namespace pharos::http
