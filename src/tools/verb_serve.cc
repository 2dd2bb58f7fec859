// SPDX-License-Identifier: GPL-3.0-or-later
#include <iostream>
#include <memory>

#include "pharos/base/error.h"
#include "pharos/engine/build.h"
#include "pharos/engine/front_desk.h"
#include "pharos/engine/help_center.h"
#include "pharos/http/server.h"
#include "pharos/index/snapshot_store.h"
#include "tools/content_options.h"
#include "tools/desk_state.h"
#include "tools/progress.h"
#include "tools/running_desk.h"
#include "tools/serving.h"
#include "tools/verbs.h"

namespace pharos::tools {
namespace {

// How soon a new generation is served after `pharos build` has published it.
constexpr int kLookEveryMilliseconds = 1000;

struct Options {
  ContentOptions content;
  std::string index;
  DeskState state;
  std::string listen = "127.0.0.1:8080";
  std::string site;
  std::vector<std::string> cors;
  std::vector<std::string> trusted_proxies;
  int threads = 64;
  engine::DeskLimits limits;
  bool quiet = false;
  bool no_desk = false;
};

void build_if_absent(const Options& options) {
  if (index::SnapshotStore(options.index).current()) return;
  if (options.content.folder().empty()) {
    throw Error(ErrorKind::kNotFound, options.index + ": holds no index yet; name the content folder to build it from",
                "CONTENT");
  }
  Progress progress(false);
  engine::BuildOptions build;
  build.read = options.content.read_options();
  build.progress = [&](std::string_view phase, std::size_t done, std::size_t all) { progress.show(phase, done, all); };
  const engine::BuildReport report = engine::build(options.content.folder(), options.index, build);
  progress.finish();
  std::cerr << "built " << options.index << "/" << report.generation << ": " << report.counts.articles
            << " articles in " << report.counts.languages << " languages\n";
}

int run(const Options& options) {
  http::ServerOptions server_options;
  parse_listen(options.listen, server_options);
  server_options.site = find_site(options.site);
  server_options.cors_origins = options.cors;
  server_options.trusted_proxies = options.trusted_proxies;
  server_options.threads = options.threads;
  build_if_absent(options);
  take_signals();
  log_json_lines(!options.quiet);
  engine::HelpCenter help_center(options.index);
  std::unique_ptr<RunningDesk> desk;
  if (!options.no_desk) {
    desk = std::make_unique<RunningDesk>(options.state, help_center, options.limits);
    server_options.door.desk = &desk->front();
    server_options.door.operator_token = options.state.operator_token();
    server_options.door.read_reply = [&desk](const std::string& target,
                                             const std::map<std::string, std::string>& headers,
                                             std::string_view body) { return desk->read_reply(target, headers, body); };
  }
  http::Server server(help_center, server_options);
  server.start();
  if (desk) options.state.announce(local_address(server_options.host, server.port()));
  std::cout << "Pharos serves " << help_center.health().articles << " articles on http://" << server_options.host << ":"
            << server.port() << "/" << std::endl;
  help_center.prepare();
  std::string told;
  for (Wake wake = Wake::kTimeout; wake != Wake::kStop; wake = wait_for_signal(kLookEveryMilliseconds)) {
    if (help_center.refresh()) {
      std::cerr << "serving " << help_center.generation() << "\n";
      const std::string changed = desk ? desk->compare_gateways(help_center.settings()) : "";
      if (!changed.empty()) {
        std::cerr << "pharos: the gateways in pharos.yml are not those in use (" << changed
                  << "): tickets go on as before; restart the server to use them\n";
      }
    }
    const std::string problem = help_center.health().last_problem;
    if (!problem.empty() && problem != told) std::cerr << "pharos: not adopted: " << problem << "\n";
    told = problem;
    if (desk) desk->tidy();
  }
  server.stop();
  if (desk) options.state.withdraw();
  return kDone;
}

}  // namespace

std::function<int()> add_serve(CLI::App& command) {
  auto options = std::make_shared<Options>();
  options->content.declare(command, false);
  command.add_option("--index", options->index,
                     "Folder of the index; built from CONTENT when there is none (STATE/index)");
  options->state.declare(command);
  command.add_option("--listen", options->listen, "Address and port; port 0 takes a free one")->capture_default_str();
  command.add_option("--site", options->site, "Folder with templates, styles and interface texts (the built-in one)");
  command.add_option("--cors", options->cors, "Origin that may call the API from its pages; may be repeated");
  command.add_option("--trust-proxy", options->trusted_proxies,
                     "Address or network of a proxy whose X-Forwarded-For tells who asks; may be repeated");
  command.add_option("--threads", options->threads, "Threads that answer requests")
      ->check(CLI::Range(1, 1024))
      ->capture_default_str();
  command
      .add_option("--keep-days", options->limits.keep_events_days,
                  "Days for which searches and opened articles are kept for reports")
      ->check(CLI::Range(1, 3660))
      ->capture_default_str();
  command.add_flag("--no-desk", options->no_desk, "Take no ratings, questions and tickets: articles and search only");
  command.add_flag("--quiet", options->quiet, "Log failures only, not every request");
  return [options] {
    if (options->index.empty()) options->index = (options->state.folder() / "index").string();
    return run(*options);
  };
}

}  // namespace pharos::tools
