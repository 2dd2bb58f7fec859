// SPDX-License-Identifier: GPL-3.0-or-later
#include "tools/desk_commands.h"

#include <memory>

#include "pharos/base/error.h"
#include "pharos/gateway/operator_client.h"
#include "pharos/http/operator_commands.h"

namespace pharos::tools {
namespace {

constexpr const char* kCommands = "/api/v1/operator/commands";

ErrorKind kind_of(int status) {
  switch (status) {
    case 400:
      return ErrorKind::kInvalidArgument;
    case 404:
      return ErrorKind::kNotFound;
    case 409:
      return ErrorKind::kConflict;
    case 507:
      return ErrorKind::kFull;
    default:
      return ErrorKind::kUnavailable;
  }
}

Json ask_server(const std::string& url, const std::string& token, std::string_view name, const std::string& arguments) {
  const gateway::OperatorAnswer answer = gateway::ask_as_operator(
      url + kCommands, token, R"({"command":")" + std::string(name) + R"(","arguments":)" + arguments + "}");
  Json body = Json::parse(answer.body, "the server's answer");
  if (answer.status == 200) return body;
  if (answer.status == 401) {
    throw Error(ErrorKind::kUnavailable,
                "the server on " + url + " has another operator's token: give the --state that it was started with, " +
                    "or the same $PHAROS_OPERATOR_TOKEN");
  }
  throw Error(kind_of(answer.status), "the server on " + url + " answered: " + body["detail"].string(),
              body["parameter"].string());
}

/// A slip of the pen in --state must not make a new, empty store that then has nothing to do.
void require_store(const DeskState& state) {
  try {
    const desk::Store store(state.store(true));
  } catch (const Error& error) {
    if (error.kind() == ErrorKind::kNotFound) throw;
  }
}

}  // namespace

Json run_desk_command(const DeskState& state, std::string_view name, const std::string& arguments) {
  require_store(state);
  std::unique_ptr<desk::Store> store;
  try {
    store = std::make_unique<desk::Store>(state.store(false));
  } catch (const Error& error) {
    // Another process writes the store: most likely our own server, which can do it for us.
    const auto server = state.server();
    if (error.kind() != ErrorKind::kConflict || !server) throw;
    return ask_server(*server, state.operator_token(), name, arguments);
  }
  desk::AttachmentStore files(state.attachments());
  return Json::parse(http::run_operator_command(*store, files, name, Json::parse(arguments, "the arguments")));
}

}  // namespace pharos::tools
