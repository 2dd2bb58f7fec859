// SPDX-License-Identifier: GPL-3.0-or-later
#include <algorithm>

#include "http/page_desk.h"
#include "http/page_query.h"
#include "pharos/base/utf8.h"
#include "pharos/desk/rating.h"
#include "pharos/engine/addresses.h"

namespace pharos::http {
namespace {

std::string text_name(std::string_view reason) {
  std::string name = "rating_" + std::string(reason) + "_reason";
  std::replace(name.begin(), name.end(), '-', '_');
  return name;
}

}  // namespace

void set_rating(PageData& content, const PageFrame& frame, const engine::ArticleView& article,
                const RatingPanel& panel) {
  using Step = RatingPanel::Step;
  content.set("has_rating", true);
  content.set("rating_key", article.key.str());
  content.set("rating_language", article.language.tag());
  content.set("rating_revision", panel.revision.empty() ? article.revision : panel.revision);
  const std::string search_id = replace_invalid_utf8(panel.search_id);
  content.set("rating_search", search_id);
  content.set("rating_action", address_of(frame, "contact/rating"));
  content.set("rating_fault", panel.alert);
  content.set("rating_ask", panel.step == Step::kAsk);
  content.set("rating_yes", panel.step == Step::kYes);
  content.set("rating_no", panel.step == Step::kNo);
  content.set("rating_told", panel.step == Step::kTold);
  content.set("rating_comment", replace_invalid_utf8(panel.comment));
  const std::string from = search_id.empty() ? "" : "?from=" + encode_query_value(search_id);
  content.set("rating_again_href", engine::page_address(frame.language, article.key.str()) + from + "#rating");
  PageData::List reasons;
  for (const std::string_view reason : desk::rating_reasons()) {
    PageData item;
    item.set("reason", reason);
    item.set("label", frame.texts->raw(text_name(reason)));
    item.set("chosen", panel.reason == reason);
    reasons.push_back(std::move(item));
  }
  content.set("rating_reasons", std::move(reasons));
}

}  // namespace pharos::http
