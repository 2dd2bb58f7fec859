// SPDX-License-Identifier: GPL-3.0-or-later
#include "http/page_builders.h"
#include "http/page_lists.h"

namespace pharos::http {
namespace {

struct FaultWords {
  int status;
  std::string_view title, text;
};

constexpr FaultWords kFaults[] = {
    {404, "not_found_title", "not_found_text"},     {405, "not_allowed_title", "not_allowed_text"},
    {403, "not_allowed_title", "form_elsewhere"},   {500, "failure_title", "failure_text"},
    {503, "failure_title", "failure_text"},         {507, "failure_title", "form_unavailable"},
    {413, "too_large_title", "too_large_text"},     {408, "failure_title", "form_unavailable"},
    {400, "bad_request_title", "bad_request_text"},  // the last row serves all others
};

const FaultWords& words_for(int status) {
  for (const FaultWords& words : kFaults) {
    if (words.status == status) return words;
  }
  return *(std::end(kFaults) - 1);
}

}  // namespace

std::string fault_page(PageFrame frame, int status, const std::vector<engine::CategoryView>& categories) {
  const FaultWords& words = words_for(status);
  frame.title = frame.texts->raw(words.title);
  frame.indexable = false;
  PageData content;
  content.set("status", std::to_string(status));
  content.set("fault_title", frame.title);
  content.set("fault_text", frame.texts->raw(words.text));
  content.set("has_categories", !categories.empty());
  content.set("categories", category_list(frame, categories, 0));
  return render_page("fault", frame, std::move(content));
}

}  // namespace pharos::http
