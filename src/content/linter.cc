// SPDX-License-Identifier: GPL-3.0-or-later
#include "pharos/content/linter.h"

#include <algorithm>
#include <utility>

#include "content/lint_checks.h"
#include "content/report.h"
#include "pharos/base/error.h"

namespace pharos::content {

const std::vector<LintRule>& lint_rules() {
  static const std::vector<LintRule> kRules = {
      // Found while reading files.
      {"front-matter", Severity::kError,
       "The lines between --- at the top of a page are not valid YAML, or a key has a value of the wrong kind. The "
       "message says which value is expected.",
       nullptr},
      {"site-settings", Severity::kError, "pharos.yml is not valid YAML or has a setting that is not understood.",
       nullptr},
      {"category-file", Severity::kWarning, "A _category_.json or current.json cannot be read: mend it.", nullptr},
      {"notice", Severity::kError,
       "A file of the notices folder is incomplete or not understood: <id>.yml says severity, started, expected_end, "
       "ended and affects, <id>.<language>.md has title, cause and text.",
       nullptr},
      {"glossary", Severity::kWarning,
       "A glossary is not understood or gives one word to two terms: each word leads to one term.", nullptr},
      {"invalid-utf8", Severity::kError, "A file is not UTF-8: save it as UTF-8.", nullptr},
      {"article-too-large", Severity::kError, "A page is larger than allowed and not read: split it.", nullptr},
      {"unreadable-file", Severity::kError, "A file cannot be opened: check its permissions.", nullptr},
      {"bad-path", Severity::kError, "A path cannot be part of an address: rename the file.", nullptr},
      {"duplicate-key", Severity::kError,
       "Two files are the same article in the same language; only the first is read. Rename or remove the other, or "
       "correct its translationKey.",
       nullptr},
      {"symlink-outside", Severity::kError,
       "A symbolic link leaves the content folder or leads to nothing and is not followed: put the file itself there.",
       nullptr},
      {"unconfigured-language", Severity::kWarning,
       "Files are there in a language that pharos.yml does not list; they are not read. Add the language or remove "
       "them.",
       nullptr},
      {"outside-languages", Severity::kInfo,
       "Pages lie in a folder that is not named by a language; they are not read. Move them.", nullptr},
      {"missing-title", Severity::kWarning,
       "A page has neither a title nor a first heading; its file's name is shown. Add title: to the front matter.",
       nullptr},
      // Found in links.
      {"broken-link", Severity::kWarning,
       "A link leads to no page, or to a page that readers do not get: correct it or remove it.", nullptr},
      {"broken-anchor", Severity::kWarning,
       "A link leads to a place that its page does not have: correct the part behind #, or give the heading that id as "
       "{#id}. Headings of translations keep the ids of the original this way.",
       nullptr},
      {"broken-asset", Severity::kWarning, "A picture, film or download is not in the content folder: add it.",
       nullptr},
      {"broken-related", Severity::kWarning, "related: names a key that is no article: correct or remove it.", nullptr},
      // Found in markdown.
      {"unbalanced-callout", Severity::kWarning,
       "A callout opened by ::: is never closed, or closed without being opened: add or remove the line with :::.",
       nullptr},
      {"unsafe-html", Severity::kWarning,
       "HTML that is broken or that readers' browsers must not run was left out: write it in markdown.", nullptr},
      {"unsafe-link", Severity::kWarning,
       "A link of a kind that is not allowed was left out: use http, https, mailto or tel.", nullptr},
      {"duplicate-anchor", Severity::kWarning, "Two places of a page have one id: rename one of them.", nullptr},
      {"output-budget", Severity::kError, "A page takes too long or grows too large when shown: split it.", nullptr},
      {"unknown-shortcode", Severity::kInfo,
       "A component of another site generator is shown as its inner text: write it in markdown.", nullptr},
      // Found by searching, where an index can be built (engine::check_expectations).
      {"expects-missed", Severity::kError,
       "A query of `expects` does not find its article at the rank allowed: add the reader's words to its title, "
       "questions or text.",
       nullptr},
      // Found in the library as a whole.
      {"untranslated-copy", Severity::kInfo,
       "A page in another language's folder still has the text of the default language; it is not searched in its "
       "language. Translate it or remove the file: readers get the original anyway.",
       nullptr},
      {"missing-translation", Severity::kInfo,
       "An article of the default language is missing in languages that have other articles.",
       check_missing_translations},
      {"orphan-translation", Severity::kWarning,
       "An article exists in translations only: it was removed or renamed in the default language. Remove or rename "
       "it, "
       "or give it the translationKey of the original.",
       check_orphan_translations},
      {"language-without-articles", Severity::kWarning,
       "pharos.yml lists a language that has no article: write one or remove the language.",
       check_languages_without_articles},
      {"missing-summary", Severity::kInfo,
       "An article has no summary: one sentence with the answer helps in lists and in the search.",
       check_missing_summaries},
      {"duplicate-title", Severity::kWarning,
       "Two articles of one category have the same title, readers cannot tell them apart: make the titles differ.",
       check_duplicate_titles},
      {"reserved-address", Severity::kError,
       "An article's or category's address is needed by the site itself: rename it.", check_reserved_addresses},
      {"alias-clash", Severity::kError,
       "An old address is claimed by two articles, or is the address of another article: remove it from one.",
       check_alias_clashes},
      {"empty-article", Severity::kWarning, "An article has no text: write it, or make it a draft.",
       check_empty_articles},
      {"unknown-category", Severity::kWarning, "The order of categories names one that does not exist: correct it.",
       check_unknown_categories},
      {"notice-target", Severity::kWarning,
       "A notice affects an article or category that does not exist: correct its key.", check_notice_targets},
      {"routing", Severity::kWarning,
       "The routing of pharos.yml names a category, a queue or a language that nothing else knows: correct it, or say "
       "under queues or gateways who has that queue.",
       check_routing},
  };
  return kRules;
}

void report(Diagnostics& out, std::string_view rule, std::string path, int line, std::string message) {
  const std::vector<LintRule>& rules = lint_rules();
  const auto row = std::find_if(rules.begin(), rules.end(), [rule](const LintRule& r) { return r.name == rule; });
  if (row == rules.end()) throw Error(ErrorKind::kInternal, "there is no lint rule " + std::string(rule));
  out.push_back({std::move(path), line, row->severity, std::string(rule), std::move(message)});
}

Diagnostics lint(const Library& library) {
  Diagnostics found = library.diagnostics;
  for (const LintRule& rule : lint_rules()) {
    if (rule.check != nullptr) rule.check(library, found);
  }
  std::sort(found.begin(), found.end());
  return found;
}

}  // namespace pharos::content
