// SPDX-License-Identifier: GPL-3.0-or-later
#include <algorithm>
#include <map>
#include <set>
#include <string>
#include <unordered_map>
#include <utility>

#include "content/layout_finder.h"
#include "content/page_names.h"

namespace pharos::content {
namespace {

constexpr int kMaxDepth = 4;  // "src/content/docs/en" is the deepest known

/// A folder whose children may be languages.
struct Candidate {
  std::string folder;
  std::map<Language, std::set<std::string>> languages;  ///< their pages' paths
  std::set<std::string> others;                         ///< pages of the folder in no language's folder
  std::size_t pages = 0;                                ///< in languages
  std::size_t shared_pages = 0;                         ///< of these, with a twin in another language
  std::size_t paths = 0, shared_paths = 0;              ///< the same by distinct path
  std::size_t shared_others = 0;                        ///< of the others, with a twin in a language

  bool shares() const { return languages.size() > 1 && shared_pages * 2 >= pages; }
  bool root_shares() const {
    return shared_others > 0 && shared_others * 2 >= others.size() && shared_others * 2 >= paths;
  }
};

bool wanted(const Language& language, const ReadOptions& options) {
  return options.languages.empty() ||
         std::find(options.languages.begin(), options.languages.end(), language) != options.languages.end();
}

void add_page(std::string_view path, const ReadOptions& options, std::map<std::string, Candidate>& candidates) {
  std::size_t at = 0;
  for (int depth = 0; depth <= kMaxDepth; ++depth) {
    const std::size_t slash = path.find('/', at);
    if (slash == std::string_view::npos) return;
    const std::optional<Language> language = Language::parse(path.substr(at, slash - at));
    if (language && wanted(*language, options)) {
      Candidate& candidate = candidates[std::string(path.substr(0, at == 0 ? 0 : at - 1))];
      candidate.languages[*language].emplace(stem(path.substr(slash + 1)));
    }
    at = slash + 1;
  }
}

void count(Candidate& candidate, const TreeEvidence& evidence) {
  std::unordered_map<std::string_view, std::size_t> times;
  for (const auto& [language, paths] : candidate.languages) {
    for (const std::string& path : paths) ++times[path];
  }
  candidate.paths = times.size();
  for (const auto& [path, languages] : times) {
    candidate.pages += languages;
    if (languages < 2) continue;
    candidate.shared_pages += languages;
    ++candidate.shared_paths;
  }
  for (const FoundFile* page : evidence.pages) {
    const std::optional<std::string_view> inside = below(page->path, candidate.folder);
    if (!inside || inside->empty()) continue;
    const std::size_t slash = inside->find('/');
    if (slash != std::string_view::npos && Language::parse(inside->substr(0, slash))) continue;
    if (candidate.others.emplace(stem(*inside)).second) {
      candidate.shared_others += times.contains(stem(*inside)) ? 1 : 0;
    }
  }
}

std::string shown(const std::string& folder) { return folder.empty() ? "the content folder" : folder + "/"; }

std::vector<Language> languages_of(const Candidate& candidate) {
  std::vector<Language> languages;
  for (const auto& [language, paths] : candidate.languages) languages.push_back(language);
  return languages;
}

// A folder "it" among de, en and fr may hold Italian or the papers of the IT department.
void refuse_strangers(const Candidate& candidate) {
  for (const auto& [language, paths] : candidate.languages) {
    bool twin = false;
    for (const auto& [other, other_paths] : candidate.languages) {
      if (other == language || twin) continue;
      for (const std::string& path : paths) twin = twin || other_paths.contains(path);
    }
    if (twin) continue;
    ambiguous("the folder " + join_path(candidate.folder, language.tag()) +
                  " is named like a language, but shares no page with the other languages. Name the languages with "
                  "--languages, with or without " +
                  language.tag(),
              "--languages");
  }
}

void set_default(const Candidate& candidate, const ReadOptions& options, TreeLayout& tree) {
  if (options.default_language) {
    tree.default_language = options.default_language;
    return;
  }
  if (tree.default_at_root) {
    ambiguous("pages of " + shown(candidate.folder) + " have translations in its folders " +
                  tags_of(languages_of(candidate)) + ", but nothing says which language they are in. Say it with " +
                  "--default-language",
              "--default-language");
  }
  if (candidate.languages.size() == 1) {
    tree.default_language = candidate.languages.begin()->first;
    return;
  }
  const Language english = Language::require("en");
  const auto found = candidate.languages.find(english);
  if (found != candidate.languages.end() && found->second.size() * 2 >= candidate.paths) {
    tree.default_language = english;
    tree.reasons.push_back("the default language is en: it is there with " + std::to_string(found->second.size()) +
                           " of " + std::to_string(candidate.paths) + " pages; --default-language says otherwise");
    return;
  }
  std::size_t most = 0;
  std::size_t times = 0;
  for (const auto& [language, paths] : candidate.languages) {
    if (paths.size() == most) ++times;
    if (paths.size() <= most) continue;
    most = paths.size();
    times = 1;
    tree.default_language = language;
  }
  if (times > 1) {
    ambiguous("nothing says which of " + tags_of(languages_of(candidate)) +
                  " is the default language. Say it with --default-language",
              "--default-language");
  }
  tree.reasons.push_back("the default language is " + tree.default_language->tag() + ": it has the most pages, " +
                         std::to_string(most) + "; --default-language says otherwise");
}

TreeLayout to_tree(const Candidate& candidate, const TreeEvidence& evidence, const ReadOptions& options) {
  TreeLayout tree;
  tree.layout = Layout::kFolders;
  tree.documents_folder = candidate.folder;
  tree.languages = languages_of(candidate);
  const std::string tags = tags_of(tree.languages);
  if (tree.languages.size() == 1) {
    tree.reasons.push_back("the language is " + tags + ": its folder in " + shown(candidate.folder) +
                           " holds the pages");
  } else {
    tree.reasons.push_back("languages are the sibling folders " + tags + " of " + shown(candidate.folder) +
                           ": they share " + std::to_string(candidate.shared_paths) + " of " +
                           std::to_string(candidate.paths) + " paths");
  }
  const bool default_has_folder = options.default_language && candidate.languages.contains(*options.default_language);
  if (!evidence.native && candidate.root_shares() && !default_has_folder) {
    tree.default_at_root = true;
    tree.reasons.push_back(
        "pages of " + shown(candidate.folder) +
        " outside these folders are in the default language: " + std::to_string(candidate.shared_others) + " of " +
        std::to_string(candidate.others.size()) + " have a twin in them");
  }
  set_default(candidate, options, tree);
  if (tree.default_at_root && !default_has_folder) {
    tree.languages.push_back(*tree.default_language);
    std::sort(tree.languages.begin(), tree.languages.end());
  }
  return tree;
}

}  // namespace

std::optional<TreeLayout> find_folders(const TreeEvidence& evidence, const ReadOptions& options) {
  std::map<std::string, Candidate> candidates;
  for (const FoundFile* page : evidence.pages) add_page(page->path, options, candidates);
  // What the operator said, or our own settings, needs no further evidence.
  const bool said = evidence.native || options.layout == Layout::kFolders || !options.languages.empty();
  const Candidate* best = nullptr;
  const Candidate* second = nullptr;
  for (auto& [folder, candidate] : candidates) {
    if (evidence.native && !folder.empty()) continue;
    candidate.folder = folder;
    count(candidate, evidence);
    const bool alone = candidate.languages.size() == 1 && candidate.pages * 10 >= evidence.pages.size() * 9;
    if (!said && !alone && !candidate.shares() && !candidate.root_shares()) {
      const bool nothing_else = candidate.others.size() * 10 <= candidate.pages;
      if (candidate.languages.size() > 1 && nothing_else && candidate.pages * 2 >= evidence.pages.size()) {
        ambiguous("the folders " + tags_of(languages_of(candidate)) + " of " + shown(folder) +
                      " are named like languages, but share only " + std::to_string(candidate.shared_paths) + " of " +
                      std::to_string(candidate.paths) + " pages. Name the languages with --languages, or the layout " +
                      "with --layout single",
                  "--languages");
      }
      continue;
    }
    if (best == nullptr || candidate.pages > best->pages) {
      second = best;
      best = &candidate;
    } else if (second == nullptr || candidate.pages > second->pages) {
      second = &candidate;
    }
  }
  if (best == nullptr) return std::nullopt;
  const bool nested = second != nullptr && (below(second->folder, best->folder) || below(best->folder, second->folder));
  if (second != nullptr && !nested && second->pages * 2 >= best->pages) {
    ambiguous("both " + shown(best->folder) + " and " + shown(second->folder) +
                  " hold folders of languages. Give one of them as the content folder",
              "--layout");
  }
  if (!said && best->languages.size() > 2 && !best->root_shares()) refuse_strangers(*best);
  return to_tree(*best, evidence, options);
}

}  // namespace pharos::content
