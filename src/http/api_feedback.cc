// SPDX-License-Identifier: GPL-3.0-or-later
#include "http/api.h"
#include "http/body_fields.h"
#include "http/json_answer.h"
#include "http/json_desk.h"
#include "http/reader_identity.h"

namespace pharos::http {

Response api_rate(const Context& context, const Request& request, const PathParameters& parts) {
  BodyFields body = BodyFields::of_json(request);
  engine::RatingRequest rating;
  rating.article = parts.at("key");
  rating.language = language_of(body, context, request);
  rating.helpful = body.required_flag("helpful");
  rating.reason = body.text("reason");
  rating.comment = body.text("comment");
  rating.revision = body.text("revision");
  rating.search_id = body.text("search_id");
  rating.faults = body.faults();
  const desk::Reader reader = identify(request);
  const desk::RatingReceipt receipt = context.desk->rate(rating, reader);
  JsonWriter json;
  json.begin_object();
  write_ratings(json, receipt.summary);
  json.member("replaced", receipt.replaced).member("set_aside", receipt.set_aside).end_object();
  Response response = json_answer(json);
  response.status = receipt.replaced ? 200 : 201;
  remember(reader, request, response);
  return response;
}

Response api_ask(const Context& context, const Request& request, const PathParameters&) {
  BodyFields body = BodyFields::of_json(request);
  engine::QuestionRequest question;
  question.language = language_of(body, context, request);
  question.text = body.text("text");
  question.article = body.text("article");
  question.category = body.text("category");
  question.search_id = body.text("search_id");
  question.faults = body.faults();
  const desk::Reader reader = identify(request);
  const desk::Question kept = context.desk->ask(question, reader);
  JsonWriter json;
  json.begin_object()
      .member("id", kept.id)
      .member("language", kept.language)
      .member("text", kept.text)
      .member("state", desk::name(kept.state))
      .member("askers", kept.askers)
      .end_object();
  Response response = json_answer(json);
  response.status = 201;
  remember(reader, request, response);
  return response;
}

}  // namespace pharos::http
