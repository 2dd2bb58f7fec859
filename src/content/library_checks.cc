// SPDX-License-Identifier: GPL-3.0-or-later
#include <algorithm>
#include <map>
#include <string>
#include <tuple>
#include <unordered_map>
#include <unordered_set>
#include <utility>

#include "content/library_reader.h"
#include "content/page_names.h"
#include "content/report.h"

namespace pharos::content {
namespace {

/// Finds pages by key and language.
class PageIndex {
 public:
  explicit PageIndex(const std::vector<Page>& pages) {
    for (const Page& page : pages) pages_[page.article.key].emplace(page.article.language, &page);
  }

  /// The page in the first language of the chain that has it, or in any.
  const Page* find(const ArticleKey& key, const std::vector<Language>& chain) const {
    const auto found = pages_.find(key);
    if (found == pages_.end()) return nullptr;
    for (const Language& language : chain) {
      const auto page = found->second.find(language);
      if (page != found->second.end()) return page->second;
    }
    return found->second.begin()->second;
  }

 private:
  std::unordered_map<ArticleKey, std::map<Language, const Page*>> pages_;
};

bool has_id(const Page& page, const std::string& id) {
  return std::binary_search(page.ids.begin(), page.ids.end(), id);
}

void check_fragment(Page& page, const Link& link, const PageIndex& index, const SiteSettings& settings) {
  const bool own = link.target.starts_with("#");
  if (link.fragment.empty() || (!own && !link.article) || (own && link.fragment == "top")) return;
  const Page* target = own ? &page : index.find(*link.article, settings.chain(page.article.language));
  if (target == nullptr || has_id(*target, link.fragment)) return;
  const Page* original = index.find(target->article.key, settings.chain(*settings.default_language));
  const bool translated = original != nullptr && original != target && has_id(*original, link.fragment);
  report(page.diagnostics, "broken-anchor", page.article.path, link.line,
         target->article.path + " has no place named #" + link.fragment + ": " +
             (translated ? "give the translated heading the id {#" + link.fragment + "}"
                         : "correct the fragment, or give the heading the id {#" + link.fragment + "}"));
}

}  // namespace

void report_unread_pages(const FileList& files, const TreePlaces& places, const SiteSettings& settings, bool native,
                         Diagnostics& diagnostics) {
  const TreeLayout& tree = places.tree();
  if (tree.layout != Layout::kFolders) return;
  std::map<std::string, std::size_t> unread;
  for (const FoundFile& file : files.files) {
    const std::optional<std::string_view> inside = below(file.path, tree.documents_folder);
    if (!inside || !is_markdown(*inside) || places.place(file.path)) continue;
    const std::size_t slash = inside->find('/');
    // A README beside the languages is for the people who work on the tree.
    if (slash == std::string_view::npos) continue;
    const std::string folder = join_path(tree.documents_folder, inside->substr(0, slash));
    if (native && (below(file.path, settings.notices_folder) || below(file.path, settings.glossary_folder))) continue;
    ++unread[folder];
  }
  for (const auto& [folder, count] : unread) {
    const std::string pages = std::to_string(count) + (count == 1 ? " page" : " pages");
    const std::optional<Language> language = Language::parse(name_of(folder));
    if (language && native) {
      report(diagnostics, "unconfigured-language", folder, 0,
             pages + " are not read: the language " + language->tag() +
                 " is not configured, add it to the languages of "
                 "pharos.yml");
    } else if (!language) {
      report(diagnostics, "outside-languages", folder, 0,
             pages + " are not read: the folder is not named by a language, move them into the folder of one");
    }
  }
}

void check_fragments(std::vector<Page>& pages, const SiteSettings& settings) {
  const PageIndex index(pages);
  for (Page& page : pages) {
    if (page.article.untranslated_copy) continue;
    for (const Link& link : page.article.links) check_fragment(page, link, index, settings);
  }
}

void check_related(std::vector<Page>& pages, const std::vector<Page>& held_back) {
  std::unordered_set<std::string> keys;
  std::unordered_set<std::string> held_back_keys;
  for (const Page& page : pages) keys.insert(page.article.key.str());
  for (const Page& page : held_back) held_back_keys.insert(page.article.key.str());
  for (Page& page : pages) {
    std::erase_if(page.article.related, [&](const std::string& key) {
      if (keys.contains(key) && key != page.article.key.str()) return false;
      if (!page.article.untranslated_copy) {
        const std::string_view reason = key == page.article.key.str()  ? "the article itself"
                                        : held_back_keys.contains(key) ? "a page that readers do not get yet"
                                                                       : "no article";
        report(page.diagnostics, "broken-related", page.article.path, 0,
               "related: " + key + " is " + std::string(reason) + ": correct the key or remove it");
      }
      return true;
    });
  }
}

}  // namespace pharos::content
