// SPDX-License-Identifier: GPL-3.0-or-later
#include <utility>

#include "http/form_trouble.h"
#include "http/page_answer.h"
#include "http/page_handlers.h"
#include "http/reader_identity.h"
#include "pharos/base/utf8.h"

namespace pharos::http {
namespace {

/// The page around a form that is filled in already.
Response contact_response(const Context& context, const Request& request, const Language& language,
                          std::optional<ContactForm> form) {
  ContactPage contact;
  contact.channels = context.help_center.channels(language);
  contact.notices = context.help_center.notices(language, 0);
  if (form) {
    form->form_token = context.desk->form_token();
    form->files = context.desk->files().limits();
    contact.categories = context.help_center.categories(language);
    const std::string& asked = form->question.empty() ? form->subject : form->question;
    contact.fitting = context.desk->fitting_articles(asked, language);
  }
  contact.form = std::move(form);
  return page_response(request, language, contact_page(frame_for(context, language), contact));
}

/// What was searched becomes the subject; a pasted error message is too long for one and becomes the message.
ContactForm form_of_search(const Request& request, std::size_t most_in_subject) {
  ContactForm form;
  form.question = request.parameter("q").value_or("");
  form.search_id = search_id_of(request.parameter("from").value_or(""));
  const bool long_text = count_points(form.question) > most_in_subject || form.question.find('\n') != std::string::npos;
  (long_text ? form.message : form.subject) = form.question;
  return form;
}

ContactForm form_of_body(const FormBody& body) {
  ContactForm form;
  form.subject = body.field("subject");
  form.message = body.field("message");
  form.email = body.field("email");
  form.category = body.field("category");
  form.trail = body.field("trail") == "yes";
  form.honeypot = body.field("website");
  form.question = body.field("question");
  form.search_id = search_id_of(body.field("search_id"));
  form.request_key = body.field("request_key");
  return form;
}

engine::TicketRequest ticket_request(const FormBody& body, const Language& language) {
  engine::TicketRequest ticket;
  ticket.language = language.tag();
  ticket.subject = body.field("subject");
  ticket.message = body.field("message");
  ticket.email = body.field("email");
  ticket.category = body.field("category");
  ticket.uploads = body.files;
  ticket.trail = body.field("trail") == "yes";
  ticket.question = body.field("question");
  ticket.search_id = search_id_of(body.field("search_id"));
  ticket.honeypot = body.field("website");
  ticket.form_token = body.field("form_token");
  ticket.idempotency = idempotency_of(body);
  return ticket;
}

}  // namespace

Response handle_contact_page(const Context& context, const Request& request, const PathParameters& parameters) {
  return in_language(context, request, parameters, [&](const Language& language) {
    if (context.desk == nullptr) return contact_response(context, request, language, std::nullopt);
    const desk::Reader reader = identify(request);
    ContactForm form = form_of_search(request, context.desk->limits().subject_characters);
    form.request_key = new_request_key();
    form.offers_trail = !reader.session.empty();
    Response response = contact_response(context, request, language, std::move(form));
    // Not no-store: who goes back finds what was typed.
    response.headers.emplace_back("Cache-Control", "private, no-cache");
    remember(reader, request, response);
    return response;
  });
}

Response handle_contact_return(const Context& context, const Request& request, const PathParameters& parameters) {
  return in_language(context, request, parameters,
                     [](const Language& language) { return redirect("/" + language.tag() + "/contact", 303); });
}

Response handle_contact_form(const Context& context, const Request& request, const PathParameters& parameters) {
  return in_language(context, request, parameters, [&](const Language& language) {
    if (context.desk == nullptr) return fault_page(context, request, 404);
    const FormBody body = read_form(request);
    const PageTexts& texts = context.pages.texts(language);
    const desk::Reader reader = identify(request);
    ContactForm form = form_of_body(body);
    form.offers_trail = !reader.session.empty();
    Trouble trouble;
    try {
      const desk::TicketReceipt receipt = context.desk->open_ticket(ticket_request(body, language), reader);
      Response response =
          redirect("/" + language.tag() + "/contact/ticket/" + receipt.ticket.code + "?sent=ticket", 303);
      remember(reader, request, response);
      return response;
    } catch (const engine::InvalidFields& invalid) {
      const engine::DeskLimits& limits = context.desk->limits();
      form.state.faults = faults_of(texts, invalid,
                                    {{"subject", "subject", limits.subject_characters},
                                     {"message", "message", limits.message_characters},
                                     {"email", "email", 0},
                                     {"category", "category", 0},
                                     {"attachments", "files", 0}},
                                    body, context.desk->files());
    } catch (const Error& error) {
      trouble = trouble_of(texts, error);
      form.state.alert = trouble.words;
      if (error.kind() == ErrorKind::kReused) form.request_key.clear();
      if (!body.files.empty()) form.state.faults = {{"files", texts.raw("fault_files_again")}};
    }
    if (form.request_key.empty()) form.request_key = new_request_key();
    Response response = contact_response(context, request, language, std::move(form));
    apply(trouble, response);
    return response;
  });
}

}  // namespace pharos::http
