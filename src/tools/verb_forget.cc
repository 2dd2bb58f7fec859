// SPDX-License-Identifier: GPL-3.0-or-later
#include <iostream>
#include <memory>

#include "pharos/base/error.h"
#include "pharos/base/json.h"
#include "pharos/desk/tickets.h"
#include "tools/desk_commands.h"
#include "tools/desk_state.h"
#include "tools/screen_text.h"
#include "tools/verbs.h"

namespace pharos::tools {
namespace {

constexpr std::size_t kAll = 1000;

struct Options {
  DeskState state;
  std::string ticket, session;
  bool json = false;
};

std::string arguments_of(const Options& options) {
  if (options.ticket.empty() == options.session.empty()) {
    throw Error(ErrorKind::kInvalidArgument, "name a ticket or a browser session, and not both", "--ticket");
  }
  JsonWriter arguments;
  arguments.begin_object();
  if (!options.session.empty()) return arguments.member("session", options.session).end_object().take();
  const auto code = desk::Tickets::parse_code(options.ticket);
  if (!code) {
    throw Error(ErrorKind::kInvalidArgument,
                "'" + options.ticket + "' is no ticket's code; write it like 7K3M-9QWX-2HTR-5VBN", "--ticket");
  }
  return arguments.member("code", *code).end_object().take();
}

int run(const Options& options) {
  const Json removed = run_desk_command(options.state, "forget", arguments_of(options));
  const std::vector<std::string> elsewhere = removed["elsewhere"].strings();
  if (options.json) {
    JsonWriter out;
    out.begin_object();
    for (const char* name : {"tickets", "files", "rows"}) out.member(name, removed[name].integer());
    std::cout << out.strings("elsewhere", elsewhere).end_object().take() << "\n";
    return kDone;
  }
  std::cout << "removed " << removed["tickets"].integer() << " tickets, " << removed["files"].integer()
            << " attached files, " << removed["rows"].integer() << " other records of the browser session\n";
  for (const std::string& place : elsewhere) {
    std::cout << "still at the support team's system: " << screen_line(place, kAll) << "\n";
  }
  return kDone;
}

}  // namespace

std::function<int()> add_forget(CLI::App& command) {
  auto options = std::make_shared<Options>();
  options->state.declare(command);
  command.add_option("--ticket", options->ticket, "Code of a ticket: it, its files, and its browser session's records");
  command.add_option("--session", options->session, "Id of a browser session: its records and tickets");
  command.add_flag("--json", options->json, "Print JSON");
  return [options] { return run(*options); };
}

}  // namespace pharos::tools
