// SPDX-License-Identifier: GPL-3.0-or-later
#include "http/page_desk.h"
#include "http/page_forms.h"
#include "http/page_lists.h"
#include "pharos/base/utf8.h"

namespace pharos::http {

std::string question_page(PageFrame frame, const QuestionPage& question) {
  frame.path = "/contact/question";
  frame.title = frame.texts->raw(question.sent ? "question_thanks_title" : "question_title");
  frame.indexable = false;
  PageData content;
  content.set("question_sent", question.sent);
  content.set("show_topics", question.sent && !question.categories.empty());
  content.set("categories", category_list(frame, question.categories, 0));
  content.set("question_action", address_of(frame, "contact/question"));
  content.set("question_text", replace_invalid_utf8(question.text));
  content.set("question_search", replace_invalid_utf8(question.search_id));
  set_form_state(content, question.state, {"question"});
  return render_page("question", frame, std::move(content));
}

}  // namespace pharos::http
