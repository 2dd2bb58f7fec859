// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <cstddef>
#include <map>
#include <optional>
#include <string>
#include <vector>

#include "http/page_desk.h"
#include "http/page_frame.h"
#include "pharos/engine/views.h"
#include "pharos/search/query.h"

// Each page as a pure function of plain values; page_handlers.cc asks the engine for them.
namespace pharos::http {

struct HomePage {
  std::vector<engine::CategoryView> categories;
  std::vector<engine::NoticeView> notices;  ///< active and lately ended
};
std::string home_page(PageFrame frame, const HomePage& home);

/// `notices` are all of the site's: the page shows those that concern it.
std::string category_page(PageFrame frame, const engine::CategoryView& category,
                          const std::vector<engine::NoticeView>& notices);
/// Without a panel nobody is asked whether the article helped.
std::string article_page(PageFrame frame, const engine::ArticleView& article,
                         const std::vector<engine::NoticeView>& notices,
                         const std::optional<RatingPanel>& rating = std::nullopt);

struct SearchPage {
  enum class State { kNothingAsked, kAnswered, kTooLong, kRefused };
  State state = State::kNothingAsked;
  std::string text;                            ///< as typed
  std::string category;                        ///< narrowed to; empty: everywhere
  std::size_t number = 1;                      ///< of the page of results, 1-based
  bool rescue = true;                          ///< false: the reader wants it searched as typed
  bool detect = true;                          ///< false: the reader wants it searched in the page's language
  std::optional<search::SearchResult> result;  ///< REQUIRES: set when answered
  std::vector<engine::CategoryView> categories;
  std::map<std::string, std::vector<engine::Crumb>> paths;  ///< by category key: of each hit
  std::vector<engine::NoticeView> notices;
  std::string search_id;   ///< of this search, for what follows from it; empty: it is not followed
  bool desk_open = false;  ///< readers may hand something over
};
/// Results on one page, and how far paging goes (QueryLimits::max_window).
inline constexpr std::size_t kResultsPerPage = 10;
std::string search_page(PageFrame frame, const SearchPage& search);

/// A page for what went wrong: 400, 404, 405 or 500. `categories` may be empty.
std::string fault_page(PageFrame frame, int status, const std::vector<engine::CategoryView>& categories);

}  // namespace pharos::http
