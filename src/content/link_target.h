// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <string>
#include <string_view>

namespace pharos::content {

/// Where an address that an author wrote leads. A value type.
struct LinkTarget {
  enum class Kind {
    kRefused,   ///< a scheme that may not stand in a page (javascript:, data:, pharos:...), or nothing at all
    kExternal,  ///< http, https
    kContact,   ///< mailto, tel
    kInPage,    ///< "#fragment"
    kRelative,  ///< to be resolved within the content
  };
  Kind kind = Kind::kRefused;
  std::string address;  ///< as it may be written into href or src (not yet escaped for HTML); empty when refused
};

/// Judges an address the way a browser would read it: tabs and line ends inside are nothing, "\" is "/", "//host" is
/// external. Pure and thread-safe.
LinkTarget classify_link(std::string_view address);

/// Undoes percent-encoding. `all` of it, or only of spaces and of what is not ASCII (which is what markdown's renderer
/// adds, so that an editor gets back what was written). Stays as it is where the bytes would not be UTF-8.
std::string percent_decoded(std::string_view address, bool all);

}  // namespace pharos::content
