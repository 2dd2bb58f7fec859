// SPDX-License-Identifier: GPL-3.0-or-later
#include <iostream>
#include <memory>

#include "pharos/engine/addresses.h"
#include "pharos/engine/help_center.h"
#include "pharos/http/json_search.h"
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
    std::cout << http::suggest_json(options.query.text(), language, suggestions) << "\n";
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
  command.add_option("--limit", options->limit, "How many lines")->check(CLI::Range(0, 100))->capture_default_str();
  command.add_flag("--json", options->json, "Print JSON");
  return [options] { return run(*options); };
}

}  // namespace pharos::tools
