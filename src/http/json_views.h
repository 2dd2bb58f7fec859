// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <optional>
#include <vector>

#include "http/json_answer.h"
#include "pharos/desk/rating.h"
#include "pharos/engine/views.h"

// How the views of the engine look in JSON. `asked` is the reader's language: addresses lead to pages in it.
namespace pharos::http {

void write_crumbs(JsonWriter& json, std::string_view name, const std::vector<engine::Crumb>& path);
void write_card(JsonWriter& json, const engine::ArticleCard& card, const Language& asked);
/// The members of a category without the path that leads to it; its children below it.
void write_category(JsonWriter& json, const engine::CategoryView& category, const Language& asked);
/// `ratings`: null in the answer where there are none to be had.
void write_article(JsonWriter& json, const engine::ArticleView& article,
                   const std::optional<desk::RatingSummary>& ratings);
void write_language(JsonWriter& json, const engine::LanguageView& view);
void write_notice(JsonWriter& json, const engine::NoticeView& notice);
void write_channel(JsonWriter& json, const engine::ChannelView& channel);

}  // namespace pharos::http
