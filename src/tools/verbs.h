// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <CLI/CLI.hpp>
#include <functional>
#include <string_view>
#include <vector>

namespace pharos::tools {

/// Exit codes that scripts can trust.
inline constexpr int kDone = 0;
inline constexpr int kFindings = 1;  ///< lint found faults, or a bar of eval was missed
inline constexpr int kWrongUse = 2;
inline constexpr int kCannot = 3;

/// A command of the program as a row: add() declares its options and gives what runs once they are parsed.
struct Verb {
  std::string_view name;
  std::string_view description;
  std::string_view examples;  ///< shown below --help
  std::function<int()> (*add)(CLI::App& command);
};

/// All commands in the order of --help.
const std::vector<Verb>& verbs();

std::function<int()> add_build(CLI::App& command);
std::function<int()> add_serve(CLI::App& command);
std::function<int()> add_search(CLI::App& command);
std::function<int()> add_suggest(CLI::App& command);
std::function<int()> add_explain(CLI::App& command);
std::function<int()> add_analyze(CLI::App& command);
std::function<int()> add_lint(CLI::App& command);
std::function<int()> add_eval(CLI::App& command);
std::function<int()> add_status(CLI::App& command);
std::function<int()> add_preview(CLI::App& command);
std::function<int()> add_questions(CLI::App& command);
std::function<int()> add_report(CLI::App& command);
std::function<int()> add_tickets(CLI::App& command);
std::function<int()> add_forget(CLI::App& command);
std::function<int()> add_backup(CLI::App& command);

}  // namespace pharos::tools
