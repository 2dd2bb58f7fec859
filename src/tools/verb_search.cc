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
  std::string category;
  std::size_t limit = 10;
  std::size_t offset = 0;
  bool json = false;
  bool no_rescue = false;
  bool no_detect = false;
};

// How the query was read, where that is not as it stands.
void print_reading(const search::SearchResult& result, const Language& page) {
  if (result.language != page) {
    std::cout << "answered in " << result.language.tag() << ": asked in it, by its " << result.language_reason << "\n";
  }
  for (const search::Rewrite& rewrite : result.rewrites) {
    std::cout << "searched as well: " << rewrite.to << " (" << rewrite.kind << " of " << rewrite.from << ")\n";
  }
  if (result.should_hand_over && !result.hits.empty()) std::cout << "no confident answer\n";
}

void print_text(const search::SearchResult& result, const Language& page, std::size_t offset) {
  print_reading(result, page);
  if (result.hits.empty()) {
    std::cout << "nothing found for \"" << result.text << "\" in " << result.language.tag()
              << " and its fallback languages\n";
    return;
  }
  std::size_t place = offset;
  for (const search::Hit& hit : result.hits) {
    std::cout << ++place << ". " << terminal_text(hit.title_html) << "\n   "
              << engine::page_address(http::language_to_read(hit, result.language, page), hit.key.str(), hit.anchor);
    if (hit.is_fallback) std::cout << "  (in " << hit.language.tag() << ")";
    std::cout << "\n   " << terminal_text(hit.snippet_html) << "\n";
  }
  std::cout << result.total << (result.total == 1 ? " article answers\n" : " articles answer\n");
}

int run(const Options& options) {
  const engine::HelpCenter help_center(options.query.index);
  search::Query query(options.query.text(), options.query.language(help_center));
  query.category = options.category;
  query.limit = options.limit;
  query.offset = options.offset;
  query.rescue = !options.no_rescue;
  query.detect_language = !options.no_detect;
  const search::SearchResult result = help_center.search(query);
  if (options.json) {
    std::cout << http::search_json(help_center, result, query.language, {}) << "\n";
  } else {
    print_text(result, query.language, options.offset);
  }
  return kDone;
}

}  // namespace

std::function<int()> add_search(CLI::App& command) {
  auto options = std::make_shared<Options>();
  options->query.declare(command, "QUERY", "What a reader asks");
  command.add_option("--category", options->category, "Only below this category");
  command.add_option("--limit", options->limit, "How many answers")->check(CLI::Range(0, 1000))->capture_default_str();
  command.add_option("--offset", options->offset, "How many to pass over")->check(CLI::Range(0, 1000));
  command.add_flag("--no-rescue", options->no_rescue, "Search for what was typed, without repairs and other words");
  command.add_flag("--no-detect", options->no_detect, "Take the words to be in the asked language");
  command.add_flag("--json", options->json, "Print JSON");
  return [options] { return run(*options); };
}

}  // namespace pharos::tools
