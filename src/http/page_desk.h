// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <cstddef>
#include <optional>
#include <string>
#include <vector>

#include "http/page_frame.h"
#include "pharos/desk/attachments.h"
#include "pharos/desk/ticket.h"
#include "pharos/engine/views.h"
#include "pharos/search/query.h"

// The pages where readers hand something over, as pure functions of plain values. All sentences in them are in the
// page's language already.
namespace pharos::http {

/// A field that was filled in wrongly: the id of its input, and what to do about it.
struct FormFault {
  std::string field, message;
};

/// What stands above a form that could not be taken. A value type.
struct FormState {
  std::string alert;              ///< what is wrong besides the fields
  std::vector<FormFault> faults;  ///< in the order of the form
};

/// The question below an article, whether it helped. A value type.
struct RatingPanel {
  enum class Step { kAsk, kYes, kNo, kTold };
  Step step = Step::kAsk;
  std::string search_id;
  std::string alert;            ///< why the vote was not taken
  std::string reason, comment;  ///< as sent, when they were not taken
  std::string revision;         ///< of the article that is rated, when it is not the one on the page
};
/// Adds what the template rating.mustache asks for.
void set_rating(PageData& content, const PageFrame& frame, const engine::ArticleView& article,
                const RatingPanel& panel);

struct ContactForm {
  FormState state;
  std::string subject, message, email, category;
  bool trail = false;
  bool offers_trail = false;  ///< the reader has a session, so that there is something to send along
  std::string honeypot;
  std::string question, search_id;  ///< what was searched before
  std::string form_token, request_key;
  desk::AttachmentLimits files;
};
struct ContactPage {
  std::vector<engine::ChannelView> channels;
  std::optional<ContactForm> form;               ///< none: the desk is closed
  std::vector<engine::CategoryView> categories;  ///< to choose from
  std::vector<engine::NoticeView> notices;       ///< all of the site's
  std::vector<search::Hit> fitting;              ///< articles that may answer what was searched
};
std::string contact_page(PageFrame frame, const ContactPage& contact);

struct TicketPage {
  enum class Said { kNothing, kTicket, kMessage };
  desk::Conversation conversation;
  std::vector<engine::ChannelView> channels;
  Said said = Said::kNothing;
  FormState state;
  std::string message;  ///< as typed, when it was not taken
  std::string request_key;
  desk::AttachmentLimits files;
};
/// Where the files of tickets are downloaded from.
std::string attachment_address(std::string_view code, std::string_view id);
std::string ticket_page(PageFrame frame, const TicketPage& ticket);

struct TicketLookupPage {
  std::string code;  ///< as typed
  bool unknown = false;
  std::string alert;
};
std::string ticket_lookup_page(PageFrame frame, const TicketLookupPage& lookup);

struct QuestionPage {
  bool sent = false;
  FormState state;
  std::string text, search_id;
  std::vector<engine::CategoryView> categories;
};
std::string question_page(PageFrame frame, const QuestionPage& question);

}  // namespace pharos::http
