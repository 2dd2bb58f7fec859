// SPDX-License-Identifier: GPL-3.0-or-later
#include <exception>
#include <iostream>
#include <utility>
#include <vector>

#include "pharos/base/error.h"
#include "tools/verbs.h"

namespace {

using pharos::tools::Verb;

int run(int argc, char** argv) {
  CLI::App app{"Pharos: a multilingual help center from a folder of markdown", "pharos"};
  app.require_subcommand(1);
  app.set_version_flag("--version", PHAROS_VERSION);
  std::vector<std::pair<CLI::App*, std::function<int()>>> commands;
  for (const Verb& verb : pharos::tools::verbs()) {
    CLI::App* command = app.add_subcommand(std::string(verb.name), std::string(verb.description));
    command->footer("Examples:\n" + std::string(verb.examples) +
                    "\n\nExit codes: 0 done, 1 findings or bars missed, 2 wrong use, 3 cannot be done");
    commands.emplace_back(command, verb.add(*command));
  }
  try {
    app.parse(argc, argv);
  } catch (const CLI::ParseError& error) {
    return app.exit(error) == 0 ? pharos::tools::kDone : pharos::tools::kWrongUse;
  }
  for (const auto& [command, action] : commands) {
    if (command->parsed()) return action();
  }
  return pharos::tools::kWrongUse;
}

}  // namespace

int main(int argc, char** argv) {
  try {
    return run(argc, argv);
  } catch (const pharos::Error& error) {
    const bool wrong_use = error.kind() == pharos::ErrorKind::kInvalidArgument;
    std::cerr << "pharos: " << error.what();
    if (!error.parameter().empty()) std::cerr << " [" << error.parameter() << "]";
    std::cerr << "\n";
    return wrong_use ? pharos::tools::kWrongUse : pharos::tools::kCannot;
  } catch (const std::exception& error) {
    std::cerr << "pharos: unexpected: " << error.what() << "\n";
    return pharos::tools::kCannot;
  }
}
