// SPDX-License-Identifier: GPL-3.0-or-later
#include <iostream>
#include <memory>

#include "pharos/base/json.h"
#include "pharos/engine/addresses.h"
#include "pharos/engine/help_center.h"
#include "tools/query_options.h"
#include "tools/terminal_text.h"
#include "tools/verbs.h"

namespace pharos::tools {
namespace {

struct Options {
  QueryOptions query;
  std::size_t limit = 8;
  bool json = false;
};

int run(const Options& options) {
  const engine::HelpCenter help_center(options.query.index);
  const Language language = options.query.language(help_center);
  const auto suggestions = help_center.suggest(options.query.text(), language, options.limit);
  if (options.json) {
    JsonWriter out;
    out.begin_array();
    for (const search::Suggestion& suggestion : suggestions) {
      out.begin_object().member("text", suggestion.text).member("text_html", suggestion.text_html);
      if (suggestion.key) out.member("key", suggestion.key->str());
      if (suggestion.language) out.member("language", suggestion.language->tag());
      out.end_object();
    }
    out.end_array();
    std::cout << out.take() << "\n";
    return kDone;
  }
  for (const search::Suggestion& suggestion : suggestions) {
    std::cout << terminal_text(suggestion.text_html);
    if (suggestion.key) std::cout << "  " << engine::page_address(language, suggestion.key->str());
    std::cout << "\n";
  }
  return kDone;
}

}  // namespace

std::function<int()> add_suggest(CLI::App& command) {
  auto options = std::make_shared<Options>();
  options->query.declare(command, "PREFIX", "What was typed so far");
  command.add_option("--limit", options->limit, "How many lines");
  command.add_flag("--json", options->json, "Print JSON");
  return [options] { return run(*options); };
}

}  // namespace pharos::tools
