// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <string>
#include <string_view>

namespace pharos::desk {

/// What libmagic takes the bytes for, "image/png". Thread-safe. Throws Error{unavailable} where its database is
/// missing.
std::string media_type_of(std::string_view bytes);

/// A file's type as the desk decides it, and why it may not be kept. A value type.
struct JudgedContent {
  std::string media_type;
  std::string fault;  ///< "is empty", "hides an archive"; empty when nothing speaks against the type
};

/// The type by content. Logs, tables and JSON are plain text; what has the mark of a type but does not begin as it
/// does, or is an archive or a page for browsers as well, has a fault. Linear; thread-safe.
JudgedContent judge_content(std::string_view bytes);

/// The name with an ending that people expect of the type: "error.html" that is plain text is "error.html.txt".
std::string with_fitting_ending(std::string file_name, std::string_view media_type);

}  // namespace pharos::desk
