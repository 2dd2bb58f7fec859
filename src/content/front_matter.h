// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <string>
#include <string_view>

#include "content/data_node.h"
#include "pharos/base/diagnostic.h"

namespace pharos::content {

/// A page cut into what it says about itself and what readers see. `body` points into the page's text.
struct FrontMatter {
  DataNode data;  ///< always a map, empty where the page has none
  std::string_view body;
  int body_line = 1;  ///< line of the file that the body begins on
};

/// Reads YAML between "---" lines or simple TOML between "+++" lines at the head of a page. Faults become diagnostics
/// of rule "front-matter" and what can be understood line by line is kept, so that a draft with a fault stays a draft.
/// REQUIRES: `text` is UTF-8 with "\n" line ends and no byte order mark.
FrontMatter read_front_matter(std::string_view text, const std::string& path, Diagnostics& diagnostics);

/// A whole YAML text. Faults become diagnostics of `rule`; the result is kNull then.
DataNode read_yaml(std::string_view text, const std::string& path, int first_line, std::string_view rule,
                   Diagnostics& diagnostics);

}  // namespace pharos::content
