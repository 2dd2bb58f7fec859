// SPDX-License-Identifier: GPL-3.0-or-later
#include "http/api.h"
#include "http/body_fields.h"
#include "http/json_answer.h"
#include "http/json_desk.h"
#include "pharos/http/operator_commands.h"

namespace pharos::http {

Response api_desk(const Context& context, const Request&, const PathParameters&) {
  JsonWriter json;
  write_desk_health(json, context.desk->health());
  return json_answer(json);
}

Response api_command(const Context& context, const Request& request, const PathParameters&) {
  BodyFields body = BodyFields::of_json(request);
  const std::string command = body.text("command");
  const Json& arguments = body.object("arguments");
  body.done();
  engine::FrontDesk& desk = *context.desk;
  return json_answer(run_operator_command(desk.store(), desk.files(), command, arguments, desk.clock()));
}

}  // namespace pharos::http
