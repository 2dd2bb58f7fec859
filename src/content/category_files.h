// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <map>
#include <optional>
#include <string>
#include <string_view>

#include "pharos/base/diagnostic.h"

namespace pharos::content {

/// What a Docusaurus _category_.json or _category_.yml says. A value type.
struct CategoryFile {
  std::string key;  ///< by which message files call it; its label where empty
  std::string label;
  std::string description;
  std::optional<double> position;
};

bool is_category_file(std::string_view path);
/// Faults become diagnostics of rule "category-file".
CategoryFile read_category_file(std::string_view text, const std::string& path, Diagnostics& diagnostics);

/// The translated labels and descriptions of one Docusaurus language (current.json), by key or label.
struct CategoryMessages {
  std::map<std::string, std::string> labels, descriptions;
};
CategoryMessages read_category_messages(std::string_view json, const std::string& path, Diagnostics& diagnostics);

}  // namespace pharos::content
