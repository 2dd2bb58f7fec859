// SPDX-License-Identifier: GPL-3.0-or-later
#include "content/category_reader.h"

#include <algorithm>
#include <map>
#include <optional>
#include <string>
#include <utility>

#include "content/category_files.h"
#include "content/page_names.h"
#include "content/text_lines.h"
#include "pharos/base/error.h"

namespace pharos::content {
namespace {

constexpr std::size_t kLongestBodySummary = 300;

bool is_own_page_of_folder(const Page& page) {
  return is_folder_page(page.place.path) || is_category_page(page.place.path);
}

void add_with_parents(std::string_view folder, std::set<std::string>& keys) {
  while (!folder.empty() && keys.emplace(folder).second) folder = folder_of(folder);
}

/// Collects what is known about each category, the best source first.
class CategoryBuilder {
 public:
  CategoryBuilder(const CategorySources& sources, Diagnostics& diagnostics)
      : sources_(sources), diagnostics_(diagnostics) {
    for (const std::string& key : sources.keys) {
      Category& category = categories_[key];
      category.key = key;
      category.parent = folder_of(key);
    }
  }

  std::vector<Category> build() {
    for (const Page& page : sources_.descriptions) add_description(page);
    add_category_files();
    add_messages();
    for (const Page& page : sources_.pages) add_own_page(page);
    for (auto& [key, category] : categories_) {
      const Language& language = *sources_.settings.default_language;
      category.titles.try_emplace(language, readable_name(name_of(key)));
    }
    return ordered();
  }

 private:
  Category* find(const std::string& key) {
    const auto found = categories_.find(key);
    return found == categories_.end() ? nullptr : &found->second;
  }

  void add_words(Category& category, const Language& language, const std::string& title, const std::string& summary) {
    if (!title.empty()) category.titles.try_emplace(language, title);
    if (!summary.empty()) category.summaries.try_emplace(language, summary);
  }

  void add_description(const Page& page) {
    Category* category = find(std::string(folder_of(page.place.path)));
    if (category == nullptr) return;
    std::string summary = page.article.summary;
    const std::string_view body = trim(page.body);
    const bool one_line = body.size() <= kLongestBodySummary && body.find('\n') == std::string_view::npos;
    if (summary.empty() && one_line && !body.starts_with("#")) summary = body;
    const std::string& title = page.article.title.empty() ? page.fields.short_title : page.article.title;
    add_words(*category, page.article.language, title, summary);
    const bool decides = page.article.language == *sources_.settings.default_language;
    if (decides || category->icon.empty()) {
      if (!page.fields.icon.empty()) category->icon = page.fields.icon;
    }
    if (decides || category->order == Category().order) category->order = page.article.order;
  }

  std::string text_of(const std::string& path) {
    try {
      return source_text(read_file(sources_.root / path), path, diagnostics_).value_or("");
    } catch (const Error&) {
      return "";
    }
  }

  void add_category_files() {
    for (const FoundFile& file : sources_.files.files) {
      if (!is_category_file(file.path)) continue;
      const std::optional<Place> place = sources_.places.place(file.path);
      if (!place) continue;
      Category* category = find(std::string(folder_of(place->path)));
      if (category == nullptr) continue;
      const CategoryFile said = read_category_file(text_of(file.path), file.path, diagnostics_);
      add_words(*category, place->language, said.label, said.description);
      if (said.position && category->order == Category().order) category->order = *said.position;
      if (place->language == *sources_.settings.default_language) labels_.emplace(category->key, said);
    }
  }

  void add_messages() {
    if (sources_.places.tree().layout != Layout::kDocusaurus) return;
    for (const FoundFile& file : sources_.files.files) {
      if (name_of(file.path) != "current.json") continue;
      // The pages of that language lie in the folder of the same name.
      const auto site = parse_docusaurus_path(join_path(stem_of_json(file.path), "x.md"));
      if (!site || site->language == *sources_.settings.default_language) continue;
      const CategoryMessages messages = read_category_messages(text_of(file.path), file.path, diagnostics_);
      for (const auto& [key, label] : labels_) {
        Category& category = categories_[key];
        const std::string title = message(messages.labels, label);
        const std::string summary = message(messages.descriptions, label);
        // A message equal to the original is not translated: the fallback chain leads to the same words.
        if (title != label.label) add_words(category, site->language, title, "");
        if (summary != label.description) add_words(category, site->language, "", summary);
      }
    }
  }

  static std::string_view stem_of_json(std::string_view path) {
    return path.substr(0, path.size() - std::string_view(".json").size());
  }

  static std::string message(const std::map<std::string, std::string>& messages, const CategoryFile& label) {
    for (const std::string& name : {label.key, label.label}) {
      const auto found = messages.find(name);
      if (found != messages.end()) return found->second;
    }
    return "";
  }

  void add_own_page(const Page& page) {
    if (page.article.untranslated_copy) return;
    const std::string folder(folder_of(page.place.path));
    // Docusaurus takes "folder/folder" for the folder's own page too.
    const bool own = is_own_page_of_folder(page) || name_of(stem(page.place.path)) == name_of(folder);
    Category* category = own ? find(folder) : nullptr;
    if (category != nullptr) add_words(*category, page.article.language, page.article.title, "");
  }

  std::vector<Category> ordered() {
    std::map<std::string, std::vector<Category*>> children;
    for (auto& [key, category] : categories_) children[category.parent].push_back(&category);
    const std::vector<std::string>& site = sources_.settings.category_order;
    const std::vector<Language> chain = sources_.settings.chain(*sources_.settings.default_language);
    const auto rank = [&](const Category* category) {
      const auto position = std::find(site.begin(), site.end(), category->key) - site.begin();
      const auto title = category->titles.find(chain.front());
      return std::make_tuple(position, category->order, title == category->titles.end() ? "" : title->second,
                             category->key);
    };
    for (auto& [key, list] : children) {
      std::sort(list.begin(), list.end(), [&](const Category* a, const Category* b) { return rank(a) < rank(b); });
    }
    std::vector<Category> result;
    std::vector<Category*> open(children[""].rbegin(), children[""].rend());
    while (!open.empty()) {
      Category* next = open.back();
      open.pop_back();
      const std::vector<Category*>& below = children[next->key];
      open.insert(open.end(), below.rbegin(), below.rend());
      result.push_back(std::move(*next));
    }
    return result;
  }

  const CategorySources& sources_;
  Diagnostics& diagnostics_;
  std::map<std::string, Category> categories_;
  std::map<std::string, CategoryFile> labels_;  ///< of the default language, by category
};

}  // namespace

std::set<std::string> assign_categories(std::vector<Page>& pages) {
  std::set<std::string> keys;
  for (const Page& page : pages) {
    if (!is_own_page_of_folder(page)) add_with_parents(page.article.key.parent(), keys);
  }
  for (Page& page : pages) {
    const std::string& key = page.article.key.str();
    // A folder with no other page than its own (Hugo's bundles) is no category.
    const bool own_category = is_own_page_of_folder(page) && keys.contains(key);
    page.article.category = own_category ? key : std::string(page.article.key.parent());
    if (is_own_page_of_folder(page)) add_with_parents(page.article.category, keys);
  }
  return keys;
}

std::vector<Category> read_categories(const CategorySources& sources, Diagnostics& diagnostics) {
  return CategoryBuilder(sources, diagnostics).build();
}

}  // namespace pharos::content
