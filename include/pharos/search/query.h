// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <cstddef>
#include <optional>
#include <string>
#include <vector>

#include "pharos/base/article_key.h"
#include "pharos/base/language.h"
#include "pharos/base/time.h"

namespace pharos::search {

/// Limits on what a stranger may ask (each is a setting with this default; beyond it the error says so).
struct QueryLimits {
  std::size_t max_bytes = 512;    ///< after normalizing
  std::size_t max_terms = 128;    ///< different words; those beyond are an error, never dropped in silence
  std::size_t max_window = 1000;  ///< offset + limit
  std::size_t max_mark_run = 30;  ///< combining marks in a row: normalizing them takes quadratic time
};

/// What somebody asks. A value type.
struct Query {
  Query(std::string query_text, Language query_language)
      : text(std::move(query_text)), language(std::move(query_language)) {}

  std::string text;  ///< as typed, UTF-8
  Language language;
  std::string category;  ///< only below this category; empty: everywhere
  std::size_t limit = 10;
  std::size_t offset = 0;
  bool rescue = true;           ///< false: the literal query only, no repair of typing
  bool plain = false;           ///< words and stems alone, found and ranked at once: what all the rest is measured by
  bool detect_language = true;  ///< false: the text is in `language`, whatever it looks like
  bool agent = false;           ///< also what is written for agents only
};

/// One repair of the query: what kind, what was typed, what was searched.
struct Rewrite {
  std::string kind, from, to;
};

/// One article found, with its best section. A value type.
struct Hit {
  Hit(ArticleKey hit_key, Language hit_language) : key(std::move(hit_key)), language(std::move(hit_language)) {}

  ArticleKey key;
  Language language;
  std::string title;
  std::string title_html;               ///< escaped, matches in <mark>
  std::string category;                 ///< key of the category
  std::string anchor;                   ///< of the best section; empty: the top of the page
  std::string heading;                  ///< of the best section
  std::string snippet_html;             ///< escaped, matches in <mark>
  std::vector<std::string> matched_by;  ///< "exact-title", "word", "stem", "ngram", ..., strongest first
  double score = 0;
  std::optional<UtcTime> updated;
  bool is_fallback = false;  ///< in another language than asked
};

struct Facet {
  std::string category;
  std::size_t count = 0;
};

/// The answer to a Query. A value type.
struct SearchResult {
  explicit SearchResult(Language asked) : language(std::move(asked)) {}

  std::string text;   ///< the query as it was understood, normalized (NFC, trimmed, white space folded)
  Language language;  ///< in which it is answered: the asked one unless script or words say otherwise
  std::string language_reason = "interface";  ///< why that one (text::QueryLanguage::reason)
  std::vector<Rewrite> rewrites;
  std::size_t total = 0;         ///< articles that answer, exact up to QueryLimits::max_window
  std::vector<Hit> hits;         ///< the asked window, best first
  double confidence = 0;         ///< 0..1: how likely the first hit is a right answer
  bool should_hand_over = true;  ///< none is likely enough: offer a human before the hits
  std::vector<Facet> facets;     ///< top-level categories of all that answers, most first
};

/// One line offered while typing. A value type.
struct Suggestion {
  std::string text;                  ///< a title, question or glossary term
  std::string text_html;             ///< escaped, the typed part in <mark>
  std::optional<ArticleKey> key;     ///< set for a direct link, otherwise a completion to search for
  std::optional<Language> language;  ///< of the article
};

}  // namespace pharos::search
