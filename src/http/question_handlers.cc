// SPDX-License-Identifier: GPL-3.0-or-later
#include "http/form_trouble.h"
#include "http/page_answer.h"
#include "http/page_handlers.h"
#include "http/reader_identity.h"

namespace pharos::http {

Response handle_question_page(const Context& context, const Request& request, const PathParameters& parameters) {
  return in_language(context, request, parameters, [&](const Language& language) {
    if (context.desk == nullptr) return fault_page(context, request, 404);
    QuestionPage page;
    page.sent = request.parameter("sent").has_value();
    page.text = request.parameter("q").value_or("");
    page.search_id = search_id_of(request.parameter("from").value_or(""));
    page.categories = context.help_center.categories(language);
    return page_response(request, language, question_page(frame_for(context, language), page));
  });
}

Response handle_question_form(const Context& context, const Request& request, const PathParameters& parameters) {
  return in_language(context, request, parameters, [&](const Language& language) {
    if (context.desk == nullptr) return fault_page(context, request, 404);
    const FormBody body = read_form(request);
    const PageTexts& texts = context.pages.texts(language);
    QuestionPage page;
    page.text = body.field("question");
    page.search_id = search_id_of(body.field("search_id"));
    engine::QuestionRequest question;
    question.language = language.tag();
    question.text = page.text;
    question.search_id = page.search_id;
    const desk::Reader reader = identify(request);
    Trouble trouble;
    try {
      context.desk->ask(question, reader);
      Response response = redirect("/" + language.tag() + "/contact/question?sent", 303);
      remember(reader, request, response);
      return response;
    } catch (const engine::InvalidFields& invalid) {
      page.state.faults = faults_of(texts, invalid, {{"text", "question", context.desk->limits().question_characters}},
                                    body, context.desk->files());
    } catch (const Error& error) {
      trouble = trouble_of(texts, error);
      page.state.alert = trouble.words;
    }
    Response response = page_response(request, language, question_page(frame_for(context, language), page));
    apply(trouble, response);
    return response;
  });
}

}  // namespace pharos::http
