// SPDX-License-Identifier: GPL-3.0-or-later
#include "pharos/http/operator_commands.h"

#include <array>
#include <utility>

#include "pharos/base/digest.h"
#include "pharos/base/error.h"
#include "pharos/desk/forget.h"
#include "pharos/desk/outbox.h"
#include "pharos/desk/questions.h"
#include "pharos/desk/tickets.h"

namespace pharos::http {
namespace {

struct Surroundings {
  desk::Store& store;
  desk::AttachmentStore& files;
  const Clock& clock;
};

// A text argument; `required`: its absence is a fault.
std::string text_of(const Json& arguments, std::string_view name, bool required) {
  const Json& value = arguments[name];
  if (value.is_string() && (!required || !value.string().empty())) return value.string();
  if (value.is_null() && !required) return {};
  throw Error(ErrorKind::kInvalidArgument, "arguments." + std::string(name) + " is missing or no text: give a string",
              "arguments." + std::string(name));
}

std::string code_of(const Json& arguments) {
  if (auto code = desk::Tickets::parse_code(text_of(arguments, "code", true))) return *std::move(code);
  throw Error(ErrorKind::kInvalidArgument, "arguments.code is no ticket's code: write it like 7K3M-9QWX-2HTR-5VBN",
              "arguments.code");
}

JsonWriter retry(const Surroundings& at, const Json& arguments) {
  const bool all = text_of(arguments, "code", false).empty();
  const std::string code = all ? std::string() : code_of(arguments);
  desk::Outbox outbox(at.store, at.clock);
  if (!all && outbox.of_ticket(code).empty()) throw Error(ErrorKind::kNotFound, "there is no ticket " + code);
  JsonWriter json;
  json.begin_object().member("due", outbox.replay(code)).end_object();
  return json;
}

JsonWriter answer(const Surroundings& at, const Json& arguments) {
  desk::TicketMessage message;
  message.id = "o-" + random_hex(12);
  message.from_reader = false;
  message.author = text_of(arguments, "author", false);
  message.text = text_of(arguments, "text", true);
  message.at = at.clock.now();
  desk::Tickets(at.store, at.clock).add_message(code_of(arguments), std::move(message));
  JsonWriter json;
  json.begin_object().member("state", desk::name(desk::TicketState::kAnswered)).end_object();
  return json;
}

JsonWriter solve(const Surroundings& at, const Json& arguments) {
  desk::Tickets(at.store, at.clock).set_state(code_of(arguments), desk::TicketState::kSolved);
  JsonWriter json;
  json.begin_object().member("state", desk::name(desk::TicketState::kSolved)).end_object();
  return json;
}

JsonWriter question_state(desk::QuestionState state) {
  JsonWriter json;
  json.begin_object().member("state", desk::name(state)).end_object();
  return json;
}

JsonWriter merge(const Surroundings& at, const Json& arguments) {
  desk::Questions(at.store, at.clock).merge(text_of(arguments, "id", true), text_of(arguments, "into", true));
  return question_state(desk::QuestionState::kMerged);
}

JsonWriter reject(const Surroundings& at, const Json& arguments) {
  desk::Questions(at.store, at.clock).reject(text_of(arguments, "id", true), text_of(arguments, "reason", true));
  return question_state(desk::QuestionState::kRejected);
}

JsonWriter accept(const Surroundings& at, const Json& arguments) {
  desk::Questions(at.store, at.clock).accept(text_of(arguments, "id", true), text_of(arguments, "written_to", true));
  return question_state(desk::QuestionState::kAccepted);
}

JsonWriter forget(const Surroundings& at, const Json& arguments) {
  const std::string session = text_of(arguments, "session", false);
  const bool ticket = !text_of(arguments, "code", false).empty();
  if (session.empty() == !ticket) {
    throw Error(ErrorKind::kInvalidArgument, "name either arguments.session or arguments.code", "arguments");
  }
  const desk::Forgotten forgotten = ticket ? desk::forget_ticket(at.store, at.files, at.clock, code_of(arguments))
                                           : desk::forget_session(at.store, at.files, at.clock, session);
  JsonWriter json;
  json.begin_object().member("tickets", forgotten.tickets).member("files", forgotten.files);
  json.member("rows", forgotten.rows).strings("elsewhere", forgotten.elsewhere).end_object();
  return json;
}

struct Row {
  OperatorCommand command;
  JsonWriter (*run)(const Surroundings&, const Json&);
};

constexpr std::array kRows = {
    Row{{"tickets.retry", "code (left out: all that were given up)"}, retry},
    Row{{"tickets.answer", "code, text, author"}, answer},
    Row{{"tickets.solve", "code"}, solve},
    Row{{"questions.merge", "id, into"}, merge},
    Row{{"questions.reject", "id, reason"}, reject},
    Row{{"questions.accept", "id, written_to"}, accept},
    Row{{"forget", "session, or code"}, forget},
};

}  // namespace

const std::vector<OperatorCommand>& operator_commands() {
  static const std::vector<OperatorCommand> commands = [] {
    std::vector<OperatorCommand> all;
    for (const Row& row : kRows) all.push_back(row.command);
    return all;
  }();
  return commands;
}

std::string run_operator_command(desk::Store& store, desk::AttachmentStore& files, std::string_view name,
                                 const Json& arguments, const Clock& clock) {
  std::string known;
  for (const Row& row : kRows) {
    if (row.command.name == name) return row.run({store, files, clock}, arguments).take();
    known += (known.empty() ? "" : ", ") + std::string(row.command.name);
  }
  throw Error(ErrorKind::kInvalidArgument, "'" + std::string(name) + "' is no command: use one of " + known, "command");
}

}  // namespace pharos::http
