// SPDX-License-Identifier: GPL-3.0-or-later
#include <iostream>
#include <memory>

#include "pharos/base/json.h"
#include "pharos/desk/rating.h"
#include "pharos/engine/build.h"
#include "tools/build_summary.h"
#include "tools/content_options.h"
#include "tools/desk_state.h"
#include "tools/progress.h"
#include "tools/verbs.h"

namespace pharos::tools {
namespace {

struct Options {
  ContentOptions content;
  std::string index;
  std::string state, store;
  bool json = false;
  bool quiet = false;
  unsigned threads = 2;
  std::size_t diagnostics = 20;
};

// What readers say of the articles, as the desk has it now; a server may be using it.
index::ArticleSignals votes(const DeskState& state) {
  desk::Store store(state.store(true));
  index::ArticleSignals signals;
  for (const auto& [article, summary] : desk::Ratings(store, system_clock()).summaries()) {
    signals[article] = {summary.helpful, summary.unhelpful};
  }
  return signals;
}

int run(const Options& options) {
  engine::BuildOptions build;
  if (!options.state.empty() || !options.store.empty()) {
    build.signals = [&options] { return votes(DeskState(options.state, options.store)); };
  }
  build.read = options.content.read_options();
  build.threads = options.threads;
  Progress progress(options.quiet || options.json);
  build.progress = [&](std::string_view phase, std::size_t done, std::size_t all) { progress.show(phase, done, all); };
  const engine::BuildReport report = engine::build(options.content.folder(), options.index, build);
  progress.finish();
  if (options.json) {
    std::cout << summary_json(report) << "\n";
  } else {
    std::cout << summary_table(report, options.diagnostics);
    std::cout << "published " << options.index << "/" << report.generation << "\n";
  }
  return kDone;
}

}  // namespace

std::function<int()> add_build(CLI::App& command) {
  auto options = std::make_shared<Options>();
  options->content.declare(command);
  command.add_option("--index", options->index, "Folder of the index; created when absent")->required();
  command.add_option("--state", options->state, "Folder of the desk whose ratings lift and lower articles a little");
  command.add_option("--store", options->store, "The desk's database, where it is not in that folder");
  command.add_option("--threads", options->threads, "Threads that write the index")->check(CLI::Range(1, 64));
  command.add_option("--show", options->diagnostics, "How many diagnostics to print; all of them: pharos lint");
  command.add_flag("--json", options->json, "Print the summary as JSON");
  command.add_flag("--quiet", options->quiet, "No progress");
  return [options] { return run(*options); };
}

}  // namespace pharos::tools
