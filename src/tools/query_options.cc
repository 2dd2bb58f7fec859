// SPDX-License-Identifier: GPL-3.0-or-later
#include "tools/query_options.h"

#include "pharos/base/error.h"

namespace pharos::tools {

void QueryOptions::declare(CLI::App& command, const std::string& words_name, const std::string& words_description) {
  command.add_option("--index", index, "Folder of the index")->required();
  command.add_option("--lang", lang, "Language of the reader (the site's default)");
  command.add_option(words_name, words, words_description)->required();
}

std::string QueryOptions::text() const {
  std::string text;
  for (const std::string& word : words) {
    if (!text.empty()) text += ' ';
    text += word;
  }
  return text;
}

Language QueryOptions::language(const engine::HelpCenter& help_center) const {
  if (lang.empty()) return help_center.default_language();
  if (auto found = help_center.language(lang)) return *found;
  std::string known;
  for (const engine::LanguageView& view : help_center.languages()) known += " " + view.language.tag();
  throw Error(ErrorKind::kInvalidArgument, "the help center has no language '" + lang + "'; it has" + known, "--lang");
}

}  // namespace pharos::tools
