// SPDX-License-Identifier: GPL-3.0-or-later
#include <optional>
#include <utility>

#include "http/form_trouble.h"
#include "http/page_answer.h"
#include "http/page_handlers.h"
#include "http/reader_identity.h"
#include "pharos/desk/tickets.h"

namespace pharos::http {
namespace {

std::string ticket_address(const Language& language, const std::string& code) {
  return "/" + language.tag() + "/contact/ticket/" + code;
}

Response lookup_response(const Context& context, const Request& request, const Language& language,
                         const TicketLookupPage& page, int status) {
  Response response = page_response(request, language, ticket_lookup_page(frame_for(context, language), page));
  response.status = status;
  return response;
}

/// The reader knows articles by their titles, not by their keys.
void name_articles(const Context& context, const Language& language, desk::Ticket& ticket) {
  for (desk::TrailEntry& entry : ticket.trail) {
    const auto key = entry.kind == "article" || entry.kind == "rating" ? ArticleKey::parse(entry.text) : std::nullopt;
    if (!key) continue;
    if (const auto article = context.help_center.article(*key, language)) entry.text = article->title;
  }
}

Response ticket_response(const Context& context, const Request& request, const Language& language, TicketPage page) {
  page.channels = context.help_center.channels(language);
  page.files = context.desk->files().limits();
  if (page.request_key.empty()) page.request_key = new_request_key();
  name_articles(context, language, page.conversation.ticket);
  return page_response(request, language, ticket_page(frame_for(context, language), page));
}

/// Serves a ticket to whoever knows its code; the page that asks for the code to others.
Response with_ticket(const Context& context, const Request& request, const PathParameters& parameters,
                     const std::function<Response(const Language&, desk::Conversation, const desk::Reader&)>& serve) {
  return in_language(context, request, parameters, [&](const Language& language) {
    if (context.desk == nullptr) return fault_page(context, request, 404);
    const desk::Reader reader = reader_of(request);
    TicketLookupPage lookup;
    lookup.code = path_part(parameters, "code");
    try {
      auto found = context.desk->ticket(lookup.code, reader);
      if (found) return serve(language, *std::move(found), reader);
      lookup.unknown = true;
    } catch (const Error& error) {
      const Trouble trouble = trouble_of(context.pages.texts(language), error);
      lookup.alert = trouble.words;
      Response response = lookup_response(context, request, language, lookup, trouble.status);
      apply(trouble, response);
      return response;
    }
    return lookup_response(context, request, language, lookup, 404);
  });
}

}  // namespace

Response handle_ticket_lookup(const Context& context, const Request& request, const PathParameters& parameters) {
  return in_language(context, request, parameters, [&](const Language& language) {
    if (context.desk == nullptr) return fault_page(context, request, 404);
    TicketLookupPage page;
    page.code = request.parameter("code").value_or("");
    const auto code = desk::Tickets::parse_code(page.code);
    if (code) return redirect(ticket_address(language, *code), 303);
    page.unknown = !page.code.empty();
    return lookup_response(context, request, language, page, page.unknown ? 404 : 200);
  });
}

Response handle_ticket_page(const Context& context, const Request& request, const PathParameters& parameters) {
  return with_ticket(context, request, parameters,
                     [&](const Language& language, desk::Conversation found, const desk::Reader&) {
                       const std::string sent = request.parameter("sent").value_or("");
                       TicketPage page;
                       page.said = sent == "ticket"    ? TicketPage::Said::kTicket
                                   : sent == "message" ? TicketPage::Said::kMessage
                                                       : TicketPage::Said::kNothing;
                       page.conversation = std::move(found);
                       return ticket_response(context, request, language, std::move(page));
                     });
}

Response handle_ticket_message(const Context& context, const Request& request, const PathParameters& parameters) {
  const auto take = [&](const Language& language, desk::Conversation found, const desk::Reader& reader) {
    const FormBody body = read_form(request);
    const PageTexts& texts = context.pages.texts(language);
    const std::string code = found.ticket.code;
    TicketPage page;
    page.conversation = std::move(found);
    page.message = body.field("message");
    page.request_key = body.field("request_key");
    Trouble trouble;
    try {
      context.desk->add_message(code, page.message, body.files, idempotency_of(body), reader);
      return redirect(ticket_address(language, code) + "?sent=message", 303);
    } catch (const engine::InvalidFields& invalid) {
      const std::size_t most = context.desk->limits().message_characters;
      page.state.faults = faults_of(texts, invalid, {{"message", "message", most}, {"attachments", "files", 0}}, body,
                                    context.desk->files());
    } catch (const Error& error) {
      trouble = trouble_of(texts, error);
      page.state.alert = trouble.words;
      if (error.kind() == ErrorKind::kReused) page.request_key.clear();
      if (!body.files.empty()) page.state.faults = {{"files", texts.raw("fault_files_again")}};
    }
    Response response = ticket_response(context, request, language, std::move(page));
    apply(trouble, response);
    return response;
  };
  return with_ticket(context, request, parameters, take);
}

Response handle_ticket_solved(const Context& context, const Request& request, const PathParameters& parameters) {
  return with_ticket(context, request, parameters,
                     [&](const Language& language, const desk::Conversation& found, const desk::Reader& reader) {
                       context.desk->solve(found.ticket.code, reader);
                       return redirect(ticket_address(language, found.ticket.code), 303);
                     });
}

}  // namespace pharos::http
