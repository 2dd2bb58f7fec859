// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <cstddef>
#include <string>
#include <string_view>
#include <vector>

#include "http/page_frame.h"
#include "pharos/engine/views.h"

// Views of the engine as data for templates: what several pages list.
namespace pharos::http {

/// Articles with title, summary, address and a mark where they are shown in another language.
PageData::List card_list(const PageFrame& frame, const std::vector<engine::ArticleCard>& cards, std::size_t limit);

/// From the home page to the last of `path`, which is the page itself when `ends_here`.
PageData::List crumb_list(const PageFrame& frame, const std::vector<engine::Crumb>& path, bool ends_here);

/// Categories with icon, number of articles and their first articles.
PageData::List category_list(const PageFrame& frame, const std::vector<engine::CategoryView>& categories,
                             std::size_t first_articles);

/// Notices with state, times in the interface's language, cause and text.
PageData::List notice_list(const PageFrame& frame, const std::vector<engine::NoticeView>& notices);

/// Those that have not ended.
std::vector<engine::NoticeView> active_notices(const std::vector<engine::NoticeView>& notices);

/// The active notices that concern a page: those for everything, for `key`, or for a category it lies in.
std::vector<engine::NoticeView> notices_for(const std::vector<engine::NoticeView>& notices, std::string_view key);

}  // namespace pharos::http
