// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <map>
#include <mutex>
#include <string>
#include <tuple>

#include "pharos/desk/rating.h"
#include "pharos/engine/views.h"

namespace pharos::engine {

/// Articles as the desk rates them, remembered because a sketch takes as long as reading the text. Thread-safe.
class RatedArticles {
 public:
  desk::RatedArticle of(const ArticleView& article);

 private:
  using Key = std::tuple<std::string, std::string, std::string>;  // key, language, revision
  std::mutex mutex_;                                              // guards the sketches
  std::map<Key, std::string> sketches_;
};

/// The words of sanitized HTML, blocks apart by line ends.
std::string words_of_html(std::string_view html);

}  // namespace pharos::engine
