// SPDX-License-Identifier: GPL-3.0-or-later
#include "http/page_channels.h"
#include "http/page_desk.h"
#include "http/page_forms.h"
#include "http/page_lists.h"
#include "pharos/base/utf8.h"
#include "pharos/engine/addresses.h"
#include "pharos/engine/front_desk.h"
#include "pharos/http/json_search.h"

namespace pharos::http {
namespace {

/// The channel that leads to a form elsewhere; the form on the page takes its place, and its hours.
constexpr std::string_view kFormChannel = "form";

PageData::List fitting_list(const PageFrame& frame, const std::vector<search::Hit>& hits) {
  PageData::List items;
  for (const search::Hit& hit : hits) {
    if (items.size() == engine::FittingRule::kMost) break;
    PageData item;
    item.set("title", hit.title);
    item.set("href", engine::page_address(language_to_read(hit, hit.language, frame.language), hit.key.str()));
    item.set("fallback", hit.is_fallback ? std::string(hit.language.native_name()) : "");
    set_language(item, frame, hit.language);
    items.push_back(std::move(item));
  }
  return items;
}

PageData::List topic_list(const PageFrame& frame, const ContactPage& contact) {
  PageData::List items;
  for (const engine::CategoryView& category : contact.categories) {
    PageData item;
    item.set("topic_key", category.key);
    item.set("topic_title", category.title);
    item.set("chosen", contact.form && category.key == contact.form->category);
    set_language(item, frame, frame.language);
    items.push_back(std::move(item));
  }
  return items;
}

void set_form(PageData& content, const PageFrame& frame, const ContactForm& form) {
  set_form_state(content, form.state, {"subject", "message", "email", "category", "files"});
  set_file_rules(content, frame, form.files);
  // What a stranger typed may be any bytes.
  content.set("subject", replace_invalid_utf8(form.subject));
  content.set("message", replace_invalid_utf8(form.message));
  content.set("email", replace_invalid_utf8(form.email));
  content.set("honeypot", replace_invalid_utf8(form.honeypot));
  content.set("form_question", replace_invalid_utf8(form.question));
  content.set("form_search", replace_invalid_utf8(form.search_id));
  content.set("form_token", form.form_token);
  content.set("request_key", form.request_key);
  content.set("trail", form.trail);
  content.set("offers_trail", form.offers_trail);
  content.set("most_fitting", std::to_string(engine::FittingRule::kMost));
  content.set("fitting_confidence", std::to_string(engine::FittingRule::kConfidence));
  content.set("fitting_share", std::to_string(engine::FittingRule::kShare));
}

}  // namespace

std::string contact_page(PageFrame frame, const ContactPage& contact) {
  frame.path = "/contact";
  frame.title = frame.texts->raw("contact_title");
  frame.description = frame.texts->raw("contact_lead");
  PageData content;
  PageData::List yours, others;
  std::string form_hours;
  for (const engine::ChannelView& channel : contact.channels) {
    if (contact.form && channel.kind == kFormChannel) {
      form_hours = channel.hours;
      continue;
    }
    (channel.speaks_yours ? yours : others).push_back(channel_data(frame, channel));
  }
  content.set("has_yours", !yours.empty());
  content.set("has_others", !others.empty());
  content.set("none", yours.empty() && others.empty() && !contact.form);
  content.set("yours", std::move(yours));
  content.set("others", std::move(others));
  content.set("has_form", contact.form.has_value());
  content.set("notices", notice_list(frame, active_notices(contact.notices)));
  content.set("lookup_href", address_of(frame, "contact/ticket"));
  content.set("form_hours", form_hours);
  set_language(content, frame, frame.language);
  content.set("has_fitting", !contact.fitting.empty());
  content.set("fitting", fitting_list(frame, contact.fitting));
  content.set("has_topics", !contact.categories.empty());
  content.set("topics", topic_list(frame, contact));
  if (contact.form) set_form(content, frame, *contact.form);
  return render_page("contact", frame, std::move(content));
}

}  // namespace pharos::http
