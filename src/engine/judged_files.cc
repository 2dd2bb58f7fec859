// SPDX-License-Identifier: GPL-3.0-or-later
#include <algorithm>
#include <set>

#include "engine/json_lines.h"
#include "pharos/base/error.h"
#include "pharos/base/utf8.h"
#include "pharos/engine/evaluation.h"

namespace pharos::engine {

std::vector<JudgedQuery> read_judged_queries(const std::filesystem::path& file) {
  std::vector<JudgedQuery> queries;
  for_each_json_line(file, [&](const Json& row) {
    if (!row["relevant"].is_array()) {
      throw Error(ErrorKind::kInvalidArgument, "has no list \"relevant\"; write [] when nothing should answer");
    }
    queries.push_back({required_text(row, "id"), Language::require(required_text(row, "lang")),
                       required_text(row, "text"), row["relevant"].strings()});
  });
  if (queries.empty()) throw Error(ErrorKind::kInvalidArgument, file.string() + ": holds no queries");
  return queries;
}

content::Library read_corpus(const std::filesystem::path& file) {
  content::Library library;
  library.root = file;
  std::set<Language> languages;
  std::set<std::pair<Language, ArticleKey>> seen;
  for_each_json_line(file, [&](const Json& row) {
    content::Article article(ArticleKey::require(required_text(row, "id"), "id"),
                             Language::require(required_text(row, "lang")));
    if (!seen.emplace(article.language, article.key).second) {
      throw Error(ErrorKind::kInvalidArgument, "repeats the id \"" + article.key.str() + "\"");
    }
    article.title = required_text(row, "title");
    article.path = file.filename().string();
    article.html = "<p>" + escape_html(required_text(row, "body")) + "</p>";
    article.sections.push_back({"", "", 0, required_text(row, "body")});
    languages.insert(article.language);
    library.articles.push_back(std::move(article));
  });
  if (library.articles.empty()) throw Error(ErrorKind::kInvalidArgument, file.string() + ": holds no articles");
  std::stable_sort(library.articles.begin(), library.articles.end(),
                   [](const content::Article& a, const content::Article& b) { return a.language < b.language; });
  for (const Language& language : languages) {
    content::SiteLanguage row(language);
    row.name = std::string(language.native_name());
    row.right_to_left = language.right_to_left();
    library.settings.languages.push_back(std::move(row));
  }
  library.settings.default_language = *languages.begin();
  library.counts.articles = library.articles.size();
  library.counts.languages = languages.size();
  return library;
}

}  // namespace pharos::engine
