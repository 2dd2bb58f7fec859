// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <CLI/CLI.hpp>
#include <string>
#include <vector>

#include "pharos/engine/help_center.h"

namespace pharos::tools {

/// What every verb that asks an index something takes: --index, --lang and the words.
struct QueryOptions {
  std::string index;
  std::string lang;
  std::vector<std::string> words;

  void declare(CLI::App& command, const std::string& words_name, const std::string& words_description);
  /// The words as one text.
  std::string text() const;
  /// The language asked for, or the site's default. Throws Error{invalid_argument} naming the site's languages.
  Language language(const engine::HelpCenter& help_center) const;
};

}  // namespace pharos::tools
