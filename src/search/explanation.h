// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <xapian.h>

#include <set>
#include <string>
#include <string_view>
#include <vector>

#include "pharos/index/catalog.h"
#include "pharos/search/analyzed_query.h"
#include "pharos/text/query_language.h"
#include "search/query_tree.h"
#include "search/ranking.h"

namespace pharos::search {

/// Writes down what happened to a query, for editors. Belongs to one thread.
class Explanation {
 public:
  explicit Explanation(const index::Catalog& catalog) : catalog_(catalog) {}

  void typed(const std::string& typed, const std::string& normalized);
  /// In which language the query is taken to be, and why.
  void asked_language(const Language& page, const text::QueryLanguage& asked);
  /// How sure we are that the first answer is one, and by what.
  void confidence(const Ranking& ranking);
  /// The terms searched in a language, with how many sections have each.
  void language(Xapian::Database& database, const AnalyzedQuery& query, const QueryFilter& filter);
  /// The first answers, each with the parts of its score. `place` counts on across languages.
  void answers(Xapian::Database& database, const AnalyzedQuery& query, const Ranking& ranking,
               std::set<ArticleKey>& seen, std::size_t& place);
  void no_articles_in(const Language& language);
  /// Why one article stands where it does in this language; false when it is not written in it.
  bool article(Xapian::Database& database, const LanguageIndex& index, const AnalyzedQuery& query,
               const QueryFilter& filter, const Ranking& ranking, const ArticleKey& key);
  /// The article is in no searched language.
  void absent(const ArticleKey& key, const Language& asked);

  const std::string& text() const { return text_; }

 private:
  void line(std::string_view text) {
    text_ += text;
    text_ += '\n';
  }
  /// What the score of its words is multiplied by.
  void worth(const index::CatalogArticle& article);
  void score_parts(const AnalyzedQuery& query, const LookScore& look);
  void shared_words(Xapian::Database& database, const AnalyzedQuery& query, Xapian::docid section);

  const index::Catalog& catalog_;
  std::string text_;
};

}  // namespace pharos::search
