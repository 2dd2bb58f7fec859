// SPDX-License-Identifier: GPL-3.0-or-later
#include "tools/content_options.h"

#include "pharos/base/error.h"

namespace pharos::tools {

void ContentOptions::declare(CLI::App& command, bool required) {
  CLI::Option* content = command.add_option("CONTENT", folder_, "Folder with the articles");
  if (required) content->required();
  command.add_option("--layout", layout_,
                     "How the folder says a page's language: folders, docusaurus, suffix or single (found out)");
  command.add_option("--languages", languages_, "Language tags to read, separated by commas (found out)")
      ->delimiter(',');
  command.add_option("--default-language", default_language_, "Language of pages that name none (found out)");
  command.add_flag("--drafts", drafts_, "Also read drafts, and articles not yet published or expired");
}

content::ReadOptions ContentOptions::read_options() const {
  content::ReadOptions options;
  if (!layout_.empty()) {
    options.layout = content::parse_layout(layout_);
    if (!options.layout) {
      throw Error(ErrorKind::kInvalidArgument,
                  "'" + layout_ + "' is no layout; use folders, docusaurus, suffix or single", "--layout");
    }
  }
  for (const std::string& tag : languages_) options.languages.push_back(Language::require(tag, "--languages"));
  if (!default_language_.empty()) options.default_language = Language::require(default_language_, "--default-language");
  options.drafts = drafts_;
  options.now = system_clock().now();
  return options;
}

}  // namespace pharos::tools
