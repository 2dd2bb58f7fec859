// SPDX-License-Identifier: GPL-3.0-or-later
#include "http/api.h"
#include "http/body_fields.h"
#include "http/download.h"
#include "http/json_answer.h"
#include "http/json_desk.h"
#include "http/problem.h"
#include "http/reader_identity.h"
#include "http/request_digest.h"

namespace pharos::http {
namespace {

Response no_such_ticket(const Request& request) {
  return problem(404, "There is no ticket with this code: check it, or open a new ticket.", request.path);
}

Response answer_with(const desk::Conversation& conversation, int status) {
  JsonWriter json;
  write_conversation(json, conversation);
  Response response = json_answer(json);
  response.status = status;
  return response;
}

}  // namespace

Response api_open_ticket(const Context& context, const Request& request, const PathParameters&) {
  BodyFields body = BodyFields::of_json_or_form(request);
  engine::TicketRequest ticket;
  ticket.language = language_of(body, context, request);
  ticket.subject = body.text("subject");
  ticket.message = body.text("message");
  ticket.email = body.text("email");
  ticket.category = body.text("category");
  ticket.trail = body.flag("trail", false);
  ticket.question = body.text("question");
  ticket.search_id = body.text("search_id");
  ticket.uploads = body.take_files();
  ticket.faults = body.faults();
  ticket.idempotency = {request.header("idempotency-key"), digest_of(ticket)};
  const desk::Reader reader = identify(request);
  const desk::TicketReceipt receipt = context.desk->open_ticket(ticket, reader);
  JsonWriter json;
  write_receipt(json, receipt.ticket);
  Response response = json_answer(json);
  response.status = receipt.repeated ? 200 : 201;
  if (receipt.repeated) response.headers.emplace_back("Idempotency-Replayed", "true");
  response.headers.emplace_back("Location", "/api/v1/tickets/" + receipt.ticket.code);
  remember(reader, request, response);
  return response;
}

Response api_ticket(const Context& context, const Request& request, const PathParameters& parts) {
  const auto conversation = context.desk->ticket(parts.at("code"), reader_of(request));
  return conversation ? answer_with(*conversation, 200) : no_such_ticket(request);
}

Response api_add_message(const Context& context, const Request& request, const PathParameters& parts) {
  BodyFields body = BodyFields::of_json_or_form(request);
  const std::string message = body.text("message");
  body.done();
  const std::vector<desk::Upload> files = body.take_files();
  const desk::Idempotency idempotency{request.header("idempotency-key"), digest_of({message}, files)};
  return answer_with(context.desk->add_message(parts.at("code"), message, files, idempotency, reader_of(request)), 201);
}

Response api_solve_ticket(const Context& context, const Request& request, const PathParameters& parts) {
  return answer_with(context.desk->solve(parts.at("code"), reader_of(request)), 200);
}

Response api_attachment(const Context& context, const Request& request, const PathParameters& parts) {
  auto file = context.desk->attachment(parts.at("code"), parts.at("id"), reader_of(request));
  if (!file) return problem(404, "There is no such file with a ticket of this code.", request.path);
  return download(file->attachment.file_name, file->attachment.media_type, std::move(file->bytes));
}

}  // namespace pharos::http
