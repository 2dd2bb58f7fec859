// SPDX-License-Identifier: GPL-3.0-or-later
#include "content/lint_checks.h"

#include <algorithm>
#include <map>
#include <set>
#include <string>
#include <tuple>
#include <utility>
#include <vector>

#include "content/page_names.h"
#include "content/report.h"
#include "content/text_lines.h"

namespace pharos::content {
namespace {

constexpr std::string_view kReserved[] = {"search", "contact", "api", "assets", "healthz", "readyz", "metrics"};
constexpr std::string_view kSettingsPath = "pharos.yml";

bool is_default(const Article& article, const Library& library) {
  return article.language == library.settings.default_language;
}

std::map<ArticleKey, std::set<Language>> languages_by_key(const Library& library) {
  std::map<ArticleKey, std::set<Language>> languages;
  for (const Article& article : library.articles) languages[article.key].insert(article.language);
  return languages;
}

bool has_text(const Article& article) {
  return std::any_of(article.sections.begin(), article.sections.end(),
                     [](const Section& section) { return !section.heading.empty() || !trim(section.text).empty(); });
}

}  // namespace

void check_missing_translations(const Library& library, Diagnostics& out) {
  const auto languages = languages_by_key(library);
  for (const Article& article : library.articles) {
    if (!is_default(article, library)) continue;
    const std::set<Language>& there = languages.at(article.key);
    std::string missing;
    for (const SiteLanguage& language : library.settings.languages) {
      // A language without any article has a rule of its own; a copy that is not translated too.
      const bool used = library.counts.articles_by_language.contains(language.language);
      if (used && !there.contains(language.language))
        missing += (missing.empty() ? "" : ", ") + language.language.tag();
    }
    if (!missing.empty()) {
      report(out, "missing-translation", article.path, 0,
             "not yet in " + missing + ": readers get the fallback language");
    }
  }
}

void check_orphan_translations(const Library& library, Diagnostics& out) {
  const auto languages = languages_by_key(library);
  for (const Article& article : library.articles) {
    if (article.untranslated_copy || languages.at(article.key).contains(*library.settings.default_language)) continue;
    report(out, "orphan-translation", article.path, 0,
           "there is no " + article.key.str() + " in " + library.settings.default_language->tag() +
               ": write it there, remove this page, or link it to its original with translationKey");
  }
}

void check_languages_without_articles(const Library& library, Diagnostics& out) {
  for (const SiteLanguage& language : library.settings.languages) {
    const LibraryCounts& counts = library.counts;
    // Where all pages are copies, each of them says so.
    if (counts.articles_by_language.contains(language.language)) continue;
    if (counts.copies_by_language.contains(language.language)) continue;
    report(out, "language-without-articles", std::string(kSettingsPath), 0,
           "the language " + language.language.tag() + " has no article: write one or remove the language");
  }
}

void check_missing_summaries(const Library& library, Diagnostics& out) {
  // Trees of other generators know no summaries: thousands of lines that say so help nobody.
  const bool used = std::any_of(library.articles.begin(), library.articles.end(),
                                [](const Article& article) { return !article.summary.empty(); });
  if (!used) return;
  for (const Article& article : library.articles) {
    if (!article.summary.empty() || article.untranslated_copy) continue;
    report(out, "missing-summary", article.path, 1, "add summary: with the answer in one sentence to the front matter");
  }
}

void check_duplicate_titles(const Library& library, Diagnostics& out) {
  std::map<std::tuple<Language, std::string, std::string>, const Article*> first;
  for (const Article& article : library.articles) {
    if (article.untranslated_copy) continue;
    const auto [other, is_new] =
        first.emplace(std::tuple(article.language, article.category, ascii_lower(article.title)), &article);
    if (is_new) continue;
    report(out, "duplicate-title", article.path, 1,
           "\"" + article.title + "\" is also the title of " + other->second->path + ": make the titles differ");
  }
}

void check_reserved_addresses(const Library& library, Diagnostics& out) {
  for (const Article& article : library.articles) {
    const std::string& key = article.key.str();
    if (std::find(std::begin(kReserved), std::end(kReserved), key) == std::end(kReserved)) continue;
    // The page of a folder may share its address with the folder.
    if (article.category == key) continue;
    report(out, "reserved-address", article.path, 0,
           "the address /" + key + " belongs to the site itself: rename the file or put it into a folder");
  }
}

void check_alias_clashes(const Library& library, Diagnostics& out) {
  std::set<std::string> keys;
  std::map<std::string, const Article*> owners;
  for (const Article& article : library.articles) keys.insert(article.key.str());
  for (const Article& article : library.articles) {
    for (const std::string& alias : article.aliases) {
      if (alias == article.key.str()) continue;
      const auto [owner, is_new] = owners.emplace(alias, &article);
      if (keys.contains(alias)) {
        report(out, "alias-clash", article.path, 1,
               "the old address " + alias + " is the address of another article: remove it from aliases");
      } else if (!is_new && owner->second->key != article.key) {
        report(
            out, "alias-clash", article.path, 1,
            "the old address " + alias + " is also claimed by " + owner->second->path + ": remove it from one of them");
      }
    }
  }
}

void check_empty_articles(const Library& library, Diagnostics& out) {
  for (const Article& article : library.articles) {
    if (article.untranslated_copy || has_text(article) || !article.assets.empty()) continue;
    report(out, "empty-article", article.path, 0, "the article has no text: write it, or add draft: true");
  }
}

void check_unknown_categories(const Library& library, Diagnostics& out) {
  for (const std::string& key : library.settings.category_order) {
    const bool known = std::any_of(library.categories.begin(), library.categories.end(),
                                   [&key](const Category& category) { return category.key == key; });
    if (known) continue;
    report(out, "unknown-category", std::string(kSettingsPath), 0,
           "the order of categories names " + key + ", which holds no article: correct or remove it");
  }
}

void check_notice_targets(const Library& library, Diagnostics& out) {
  std::set<std::string> keys;
  for (const Article& article : library.articles) keys.insert(article.key.str());
  for (const Category& category : library.categories) keys.insert(category.key);
  for (const Notice& notice : library.notices) {
    for (const std::string& key : notice.affects) {
      if (keys.contains(key)) continue;
      report(out, "notice-target", join_path(library.settings.notices_folder, notice.id + ".yml"), 0,
             "the notice affects " + key + ", which is no article or category: correct the key");
    }
  }
}

}  // namespace pharos::content
