// SPDX-License-Identifier: GPL-3.0-or-later
#include <iostream>
#include <memory>
#include <optional>

#include "pharos/engine/help_center.h"
#include "tools/query_options.h"
#include "tools/verbs.h"

namespace pharos::tools {
namespace {

struct Options {
  QueryOptions query;
  std::string article;
  std::string category;
};

int run(const Options& options) {
  const engine::HelpCenter help_center(options.query.index);
  search::Query query(options.query.text(), options.query.language(help_center));
  query.category = options.category;
  std::optional<ArticleKey> article;
  if (!options.article.empty()) article = ArticleKey::require(options.article, "--article");
  std::cout << help_center.explain(query, article);
  return kDone;
}

}  // namespace

std::function<int()> add_explain(CLI::App& command) {
  auto options = std::make_shared<Options>();
  options->query.declare(command, "QUERY", "What a reader asks");
  command.add_option("--article", options->article, "Key of an article: why it ranks where it does, or why not at all");
  command.add_option("--category", options->category, "Only below this category");
  return [options] { return run(*options); };
}

}  // namespace pharos::tools
