// SPDX-License-Identifier: GPL-3.0-or-later
#include "engine/rated_articles.h"

#include <algorithm>
#include <utility>

namespace pharos::engine {
namespace {

// Far more than the articles of a large site in the languages that are read at a time; then it begins anew.
constexpr std::size_t kMostSketches = 20000;

}  // namespace

std::string words_of_html(std::string_view html) {
  std::string text;
  text.reserve(html.size());
  bool tag = false;
  for (const char c : html) {
    if (c == '<') {
      tag = true;
      if (!text.empty() && text.back() != '\n') text += '\n';
    } else if (c == '>' && tag) {
      tag = false;
    } else if (!tag) {
      text += c;
    }
  }
  return text;
}

bool is_revision(std::string_view text) {
  constexpr std::size_t kDigits = 16;
  return text.size() == kDigits &&
         std::all_of(text.begin(), text.end(), [](char c) { return (c >= '0' && c <= '9') || (c >= 'a' && c <= 'f'); });
}

desk::RatedArticle RatedArticles::shown_before(const ArticleView& article, const std::string& revision) {
  desk::RatedArticle rated(article.key, article.language);
  rated.revision = revision;
  const std::lock_guard lock(mutex_);
  const auto known = sketches_.find(Key(article.key.str(), article.language.tag(), revision));
  if (known != sketches_.end()) rated.sketch = known->second;
  return rated;
}

desk::RatedArticle RatedArticles::of(const ArticleView& article) {
  desk::RatedArticle rated(article.key, article.language);
  rated.revision = article.revision;
  const Key key(article.key.str(), article.language.tag(), article.revision);
  {
    const std::lock_guard lock(mutex_);
    if (const auto known = sketches_.find(key); known != sketches_.end()) {
      rated.sketch = known->second;
      return rated;
    }
  }
  rated.sketch = desk::text_sketch(article.title + "\n" + words_of_html(article.html));
  const std::lock_guard lock(mutex_);
  if (sketches_.size() >= kMostSketches) sketches_.clear();
  sketches_.emplace(key, rated.sketch);
  return rated;
}

}  // namespace pharos::engine
