// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <optional>
#include <string>
#include <string_view>

namespace pharos::http {

/// "multipart/form-data" of `Multipart/Form-Data; boundary="x"`: in lower case, without parameters. Any text may be
/// given.
std::string media_type_of(std::string_view content_type);

/// A parameter of a Content-Type or Content-Disposition value, unquoted; the name in any letter case. Nothing when it
/// is not there. In quotes, `\"` is a quote; other backslashes stay: they stand in the paths that some programs send.
std::optional<std::string> header_parameter(std::string_view value, std::string_view name);

}  // namespace pharos::http
