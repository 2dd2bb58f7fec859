// SPDX-License-Identifier: GPL-3.0-or-later
#include <chrono>
#include <iostream>
#include <memory>

#include "pharos/base/error.h"
#include "pharos/base/files.h"
#include "pharos/content/watcher.h"
#include "pharos/engine/build.h"
#include "pharos/engine/help_center.h"
#include "pharos/http/server.h"
#include "tools/content_options.h"
#include "tools/serving.h"
#include "tools/verbs.h"

namespace pharos::tools {
namespace {

using namespace std::chrono_literals;

struct Options {
  ContentOptions content;
  std::string listen = "127.0.0.1:8081";
  std::string site;
};

engine::BuildReport rebuild(const Options& options, const std::filesystem::path& index) {
  engine::BuildOptions build;
  build.read = options.content.read_options();
  build.read.drafts = true;
  engine::BuildReport report = engine::build(options.content.folder(), index, build);
  for (const Diagnostic& diagnostic : report.diagnostics) {
    if (diagnostic.severity != Severity::kInfo) std::cerr << to_line(diagnostic) << "\n";
  }
  std::cerr << report.counts.articles << " articles, " << report.counts.errors << " errors, " << report.counts.warnings
            << " warnings\n";
  return report;
}

int run(const Options& options) {
  http::ServerOptions server_options;
  parse_listen(options.listen, server_options);
  server_options.site = find_site(options.site);
  server_options.live_reload = true;
  take_signals();
  log_json_lines(false);
  const TemporaryFolder index;
  // Watching begins before the first build: a file saved meanwhile is not missed.
  content::Watcher watcher(options.content.folder());
  rebuild(options, index.path());
  engine::HelpCenter help_center(index.path());
  http::Server server(help_center, server_options);
  server.start();
  std::cout << "Preview with drafts on http://" << server_options.host << ":" << server.port() << "/" << std::endl;
  while (wait_for_signal(0) != Wake::kStop) {
    const std::vector<std::string> changed = watcher.wait(500ms, 100ms);
    if (changed.empty()) continue;
    std::cerr << "changed: " << changed.front() << (changed.size() > 1 ? " and others" : "") << "\n";
    try {
      rebuild(options, index.path());
      help_center.refresh();
    } catch (const Error& error) {
      // An editor in the middle of a change: the last good state stays on the screen.
      std::cerr << "pharos: not rebuilt: " << error.what() << "\n";
    }
  }
  server.stop();
  return kDone;
}

}  // namespace

std::function<int()> add_preview(CLI::App& command) {
  auto options = std::make_shared<Options>();
  options->content.declare(command);
  command.add_option("--listen", options->listen, "Address and port; port 0 takes a free one")->capture_default_str();
  command.add_option("--site", options->site, "Folder with templates, styles and interface texts (the built-in one)");
  return [options] { return run(*options); };
}

}  // namespace pharos::tools
