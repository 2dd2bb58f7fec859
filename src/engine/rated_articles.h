// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <map>
#include <mutex>
#include <string>
#include <string_view>
#include <tuple>

#include "pharos/desk/rating.h"
#include "pharos/engine/views.h"

namespace pharos::engine {

/// Articles as the desk rates them, remembered because a sketch takes as long as reading the text. Thread-safe.
class RatedArticles {
 public:
  desk::RatedArticle of(const ArticleView& article);
  /// The article in an earlier revision: with its sketch if of() was asked for it then, else without one.
  desk::RatedArticle shown_before(const ArticleView& article, const std::string& revision);

 private:
  using Key = std::tuple<std::string, std::string, std::string>;  // key, language, revision
  std::mutex mutex_;                                              // guards the sketches
  std::map<Key, std::string> sketches_;
};

/// Whether the text is shaped like a revision.
bool is_revision(std::string_view text);

/// The words of sanitized HTML, blocks apart by line ends.
std::string words_of_html(std::string_view html);

}  // namespace pharos::engine
