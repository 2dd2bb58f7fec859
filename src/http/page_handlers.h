// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <optional>
#include <string>

#include "http/exchange.h"
#include "http/page_desk.h"
#include "pharos/engine/views.h"

// The web pages, rendered on the server. Each is a row in the table of routes (routes.cc).
namespace pharos::http {

/// "/": redirects to the best language by cookie, Accept-Language, default.
Response handle_root(const Context&, const Request&, const PathParameters&);
/// "/{lang}": search box, categories, notices.
Response handle_home(const Context&, const Request&, const PathParameters&);
/// "/{lang}/search?q=".
Response handle_search_page(const Context&, const Request&, const PathParameters&);
/// "/{lang}/{path}": article, category, redirect of an old address, or not found.
Response handle_content_page(const Context&, const Request&, const PathParameters&);
/// An HTML page for a fault at an address that people open: status 400, 404, 405 or 500, in the best language.
Response fault_page(const Context&, const Request&, int status);

/// An article, with what its address says of the search and the vote that led to it.
Response handle_article(const Context&, const Request&, const Language&, const std::string& key);
/// The same article with the question below it in a given state.
Response article_response(const Context&, const Request&, const Language&, const engine::ArticleView&,
                          const std::optional<RatingPanel>&);

// What readers hand over. All but the channels is not found while the desk is closed.

/// POST "/{lang}/contact/rating": a vote, then back to its article.
Response handle_rating_form(const Context&, const Request&, const PathParameters&);
/// "/{lang}/contact": the channels, and the form that opens a ticket.
Response handle_contact_page(const Context&, const Request&, const PathParameters&);
/// "/{lang}/contact/send": an address of its own, because sending to the form's would make browsers forget the form
/// that was sent: who goes back to it and sends it again sends the same request.
Response handle_contact_return(const Context&, const Request&, const PathParameters&);
Response handle_contact_form(const Context&, const Request&, const PathParameters&);
/// "/{lang}/contact/question": what readers miss, for the editors.
Response handle_question_page(const Context&, const Request&, const PathParameters&);
Response handle_question_form(const Context&, const Request&, const PathParameters&);
/// "/{lang}/contact/ticket?code=": asks for the code.
Response handle_ticket_lookup(const Context&, const Request&, const PathParameters&);
/// "/{lang}/contact/ticket/{code}": the ticket, a follow-up, and that it is solved.
Response handle_ticket_page(const Context&, const Request&, const PathParameters&);
Response handle_ticket_message(const Context&, const Request&, const PathParameters&);
Response handle_ticket_solved(const Context&, const Request&, const PathParameters&);

}  // namespace pharos::http
