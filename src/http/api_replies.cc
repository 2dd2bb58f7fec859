// SPDX-License-Identifier: GPL-3.0-or-later
#include "http/api.h"
#include "http/json_answer.h"
#include "http/problem.h"
#include "pharos/engine/front_desk.h"

namespace pharos::http {

Response api_reply(const Context& context, const Request& request, const PathParameters& parts) {
  const std::string& gateway = parts.at("gateway");
  if (context.read_reply == nullptr) {
    return problem(404, "No gateway of this help center takes replies by HTTP.", request.path);
  }
  const desk::Reply reply = (*context.read_reply)(gateway, request.headers, request.body);
  JsonWriter json;
  // Said the same way when it came before: who delivers again has lost our answer.
  json.begin_object().member("taken", context.desk->take_reply(gateway, reply)).end_object();
  return json_answer(json);
}

}  // namespace pharos::http
