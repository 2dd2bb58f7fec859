// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <CLI/CLI.hpp>
#include <string>
#include <vector>

#include "pharos/content/library.h"

namespace pharos::tools {

/// The options by which an operator overrules what is found out about a content folder; shared by all verbs that read
/// one.
class ContentOptions {
 public:
  /// Declares CONTENT (required or not) and the options.
  void declare(CLI::App& command, bool required = true);

  const std::string& folder() const { return folder_; }
  /// Throws Error{invalid_argument} naming the option.
  content::ReadOptions read_options() const;

 private:
  std::string folder_;
  std::string layout_;
  std::vector<std::string> languages_;
  std::string default_language_;
  bool drafts_ = false;
};

}  // namespace pharos::tools
