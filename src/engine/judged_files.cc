// SPDX-License-Identifier: GPL-3.0-or-later
#include <algorithm>
#include <set>

#include "pharos/base/error.h"
#include "pharos/base/files.h"
#include "pharos/base/json.h"
#include "pharos/base/utf8.h"
#include "pharos/engine/evaluation.h"

namespace pharos::engine {
namespace {

// Calls `use` with each line that is not blank. A fault names file and line.
void for_each_line(const std::filesystem::path& file, const std::function<void(const Json&)>& use) {
  const std::string text = read_file(file);
  std::size_t line = 0;
  for (std::size_t at = 0; at < text.size();) {
    const std::size_t end = std::min(text.find('\n', at), text.size());
    const std::string_view row = std::string_view(text).substr(at, end - at);
    at = end + 1;
    ++line;
    if (row.find_first_not_of(" \t\r") == std::string_view::npos) continue;
    try {
      use(Json::parse(row, "the line"));
    } catch (const Error& error) {
      throw Error(ErrorKind::kInvalidArgument, file.string() + ":" + std::to_string(line) + ": " + error.what());
    }
  }
}

const std::string& required(const Json& row, std::string_view name) {
  if (!row[name].is_string()) {
    throw Error(ErrorKind::kInvalidArgument, "has no text member \"" + std::string(name) + "\"");
  }
  return row[name].string();
}

}  // namespace

std::vector<JudgedQuery> read_judged_queries(const std::filesystem::path& file) {
  std::vector<JudgedQuery> queries;
  for_each_line(file, [&](const Json& row) {
    if (!row["relevant"].is_array()) {
      throw Error(ErrorKind::kInvalidArgument, "has no list \"relevant\"; write [] when nothing should answer");
    }
    queries.push_back({required(row, "id"), Language::require(required(row, "lang")), required(row, "text"),
                       row["relevant"].strings()});
  });
  if (queries.empty()) throw Error(ErrorKind::kInvalidArgument, file.string() + ": holds no queries");
  return queries;
}

content::Library read_corpus(const std::filesystem::path& file) {
  content::Library library;
  library.root = file;
  std::set<Language> languages;
  std::set<std::pair<Language, ArticleKey>> seen;
  for_each_line(file, [&](const Json& row) {
    content::Article article(ArticleKey::require(required(row, "id"), "id"), Language::require(required(row, "lang")));
    if (!seen.emplace(article.language, article.key).second) {
      throw Error(ErrorKind::kInvalidArgument, "repeats the id \"" + article.key.str() + "\"");
    }
    article.title = required(row, "title");
    article.path = file.filename().string();
    article.html = "<p>" + escape_html(required(row, "body")) + "</p>";
    article.sections.push_back({"", "", 0, required(row, "body")});
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
