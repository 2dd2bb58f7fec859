// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <optional>
#include <string_view>
#include <vector>

#include "engine/generation.h"
#include "pharos/engine/views.h"

// Makes the plain values of views.h from a generation. Pure; thread-safe.
namespace pharos::engine {

LanguageView language_view(const Generation& live, const content::SiteLanguage& row);
std::vector<Crumb> crumbs(const Generation& live, std::string_view category, const Language& reader);
CategoryView category_view(const Generation& live, const content::Category& category, const Language& reader);
/// The categories below `parent` ("" for the top); those without a single article are left out.
std::vector<CategoryView> category_views(const Generation& live, std::string_view parent, const Language& reader);
std::optional<ArticleView> article_view(const Generation& live, const ArticleKey& key, const Language& reader);
std::vector<NoticeView> notice_views(const Generation& live, const Language& reader, UtcTime now, int past_days);
std::vector<ChannelView> channel_views(const Generation& live, const Language& reader);

}  // namespace pharos::engine
