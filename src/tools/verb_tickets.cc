// SPDX-License-Identifier: GPL-3.0-or-later
#include <iostream>
#include <iterator>
#include <memory>

#include "pharos/base/error.h"
#include "pharos/base/json.h"
#include "tools/desk_commands.h"
#include "tools/desk_state.h"
#include "tools/ticket_view.h"
#include "tools/verbs.h"

namespace pharos::tools {
namespace {

struct Options {
  DeskState state;
  bool json = false;
  std::string code, text, author;
  bool all = false;
  std::string status, queue, language, from, to;
  bool dead = false;
  std::size_t most = 100;
};

std::string code_of(const std::string& typed) {
  if (auto code = desk::Tickets::parse_code(typed)) return *code;
  throw Error(ErrorKind::kInvalidArgument, "'" + typed + "' is no ticket's code; write it like 7K3M-9QWX-2HTR-5VBN",
              "CODE");
}

std::optional<UtcTime> moment_of(const std::string& typed, const char* option) {
  if (typed.empty()) return std::nullopt;
  if (const auto time = parse_time(typed)) return time;
  throw Error(ErrorKind::kInvalidArgument, "'" + typed + "' is no moment; write 2026-11-22 or 2026-11-22T10:00:00Z",
              option);
}

desk::TicketFilter filter_of(const Options& options) {
  desk::TicketFilter filter;
  filter.state = desk::parse_ticket_state(options.status);
  if (!filter.state && !options.status.empty()) {
    throw Error(ErrorKind::kInvalidArgument,
                "'" + options.status + "' is no state; use received, handed-on, answered or solved", "--status");
  }
  filter.queue = options.queue;
  filter.language = options.language;
  filter.dead_only = options.dead;
  filter.from = moment_of(options.from, "--from");
  filter.to = moment_of(options.to, "--to");
  filter.most = options.most;
  return filter;
}

int list(const Options& options) {
  const desk::TicketFilter filter = filter_of(options);
  desk::Store store(options.state.store(true));
  std::size_t damaged = 0;
  const desk::Tickets tickets(store, system_clock(), [&](const std::string& code) {
    std::cerr << "pharos: ticket " << code << " is damaged and left out\n";
    ++damaged;
  });
  const desk::Outbox outbox(store, system_clock());
  std::vector<ListedTicket> listed;
  for (desk::Ticket& ticket : tickets.list(filter)) {
    auto handovers = outbox.of_ticket(ticket.code);
    listed.push_back({std::move(ticket), std::move(handovers)});
  }
  std::cout << (options.json ? ticket_list_json(listed, outbox.counts()) + "\n"
                             : ticket_table(listed, outbox.counts()));
  return damaged > 0 ? kFindings : kDone;
}

int show(const Options& options) {
  const std::string code = code_of(options.code);
  desk::Store store(options.state.store(true));
  const auto found = desk::Tickets(store, system_clock()).find(code);
  if (!found) throw Error(ErrorKind::kNotFound, "there is no ticket " + code, "CODE");
  const auto handovers = desk::Outbox(store, system_clock()).of_ticket(code);
  std::cout << (options.json ? ticket_json(*found, handovers) + "\n" : ticket_page(*found, handovers));
  return kDone;
}

int retry(const Options& options) {
  if (options.all == !options.code.empty()) {
    throw Error(ErrorKind::kInvalidArgument, "name a ticket's code, or --all for whatever was given up", "CODE");
  }
  JsonWriter arguments;
  arguments.begin_object();
  if (!options.all) arguments.member("code", code_of(options.code));
  const Json answer = run_desk_command(options.state, "tickets.retry", arguments.end_object().take());
  const std::int64_t due = answer["due"].integer();
  if (options.json) {
    std::cout << JsonWriter().begin_object().member("due", due).end_object().take() << "\n";
  } else {
    std::cout << due << (due == 1 ? " hand-over is" : " hand-overs are") << " due now\n";
  }
  return kDone;
}

int change(const Options& options, std::string_view command, const std::string& arguments) {
  const Json answer = run_desk_command(options.state, command, arguments);
  const std::string& state = answer["state"].string();
  if (options.json) {
    std::cout << JsonWriter().begin_object().member("state", state).end_object().take() << "\n";
  } else {
    std::cout << "the ticket is " << state << "\n";
  }
  return kDone;
}

int answer(const Options& options) {
  std::string text = options.text;
  if (text == "-") text.assign(std::istreambuf_iterator<char>(std::cin), {});
  JsonWriter arguments;
  arguments.begin_object().member("code", code_of(options.code)).member("text", text);
  arguments.member("author", options.author).end_object();
  return change(options, "tickets.answer", arguments.take());
}

int solve(const Options& options) {
  JsonWriter arguments;
  arguments.begin_object().member("code", code_of(options.code)).end_object();
  return change(options, "tickets.solve", arguments.take());
}

}  // namespace

std::function<int()> add_tickets(CLI::App& command) {
  auto options = std::make_shared<Options>();
  options->state.declare(command);
  command.add_flag("--json", options->json, "Print JSON");
  command.require_subcommand(1);

  CLI::App* const list_command =
      command.add_subcommand("list", "Tickets, newest first, and what waits to be handed on");
  list_command->add_option("--status", options->status, "received, handed-on, answered or solved");
  list_command->add_option("--queue", options->queue, "Of this queue");
  list_command->add_option("--lang", options->language, "In this language");
  list_command->add_flag("--dead", options->dead, "With a hand-over that was given up");
  list_command->add_option("--from", options->from, "Opened then or later");
  list_command->add_option("--to", options->to, "Opened before");
  list_command->add_option("--most", options->most, "How many")->check(CLI::Range(1, 100'000))->capture_default_str();

  CLI::App* const show_command = command.add_subcommand("show", "Everything of one ticket");
  CLI::App* const retry_command = command.add_subcommand("retry", "Hand on again what was given up, or waits");
  CLI::App* const answer_command = command.add_subcommand("answer", "Answer by hand; the reader sees it on the ticket");
  CLI::App* const solve_command = command.add_subcommand("solve", "Mark as solved");
  for (CLI::App* const one : {show_command, answer_command, solve_command}) {
    one->add_option("CODE", options->code, "The ticket's code")->required();
  }
  retry_command->add_option("CODE", options->code, "The ticket's code");
  retry_command->add_flag("--all", options->all, "All that were given up");
  answer_command->add_option("TEXT", options->text, "The answer; - reads it from standard input")->required();
  answer_command->add_option("--author", options->author, "Who answers, as the reader sees it");

  const std::vector<std::pair<CLI::App*, int (*)(const Options&)>> actions = {
      {list_command, list},     {show_command, show},   {retry_command, retry},
      {answer_command, answer}, {solve_command, solve},
  };
  for (const auto& row : actions) row.first->fallthrough();  // --state and --json may stand behind them
  return [options, actions] {
    for (const auto& [one, action] : actions) {
      if (one->parsed()) return action(*options);
    }
    return kWrongUse;
  };
}

}  // namespace pharos::tools
