// SPDX-License-Identifier: GPL-3.0-or-later
#include "content/library_reader.h"

#include <algorithm>
#include <iterator>
#include <map>
#include <utility>

#include "content/category_reader.h"
#include "content/glossary_reader.h"
#include "content/notice_reader.h"
#include "content/page_names.h"
#include "content/report.h"
#include "content/text_lines.h"
#include "content/translation_state.h"
#include "pharos/base/error.h"
#include "pharos/content/markdown.h"

namespace pharos::content {
namespace {

constexpr std::string_view kSettingsFile = "pharos.yml";
constexpr std::size_t kProgressSteps = 98;  // and the last one

// More than a sentence: Hugo's sections have whole pages in _index.md.
bool is_page_of_its_own(std::string_view body) {
  body = trim(body);
  return body.starts_with("#") || body.find("\n\n") != std::string_view::npos;
}

void move_into(Diagnostics& to, Diagnostics& from) {
  to.insert(to.end(), std::make_move_iterator(from.begin()), std::make_move_iterator(from.end()));
  from.clear();
}

}  // namespace

LibraryReader::LibraryReader(const std::filesystem::path& root, const ReadOptions& options)
    : root_(root), options_(options), files_(list_files(root)) {}

Library LibraryReader::read() {
  library_.root = root_;
  for (const std::string& link : files_.outside_symlinks) {
    report(library_.diagnostics, "symlink-outside", link, 0,
           "this link leaves the content folder or leads to nothing and is not followed: put the file itself here");
  }
  read_settings();
  find_layout();
  places_ = std::make_unique<TreePlaces>(library_.tree, files_);
  read_pages();
  drop_repeated();
  category_keys_ = assign_categories(pages_);
  render_pages();
  finish();
  return std::move(library_);
}

void LibraryReader::read_settings() {
  for (const FoundFile& file : files_.files) native_ = native_ || file.path == kSettingsFile;
  if (!native_) return;
  const std::string path(kSettingsFile);
  const std::optional<std::string> text = source_text(read_file(root_ / path), path, library_.diagnostics);
  if (text) library_.settings = read_site_settings(*text, path, library_.diagnostics);
}

void LibraryReader::find_layout() {
  ReadOptions options = options_;
  options.progress = nullptr;
  SiteSettings& settings = library_.settings;
  if (!options.default_language) options.default_language = settings.default_language;
  try {
    library_.tree = detect_layout(files_, options);
  } catch (const Error& error) {
    throw Error(error.kind(), root_.string() + ": " + error.what(), error.parameter());
  }
  TreeLayout& tree = library_.tree;
  if (!settings.languages.empty()) {
    std::vector<Language> configured = settings.tags();
    std::erase_if(configured, [&](const Language& language) {
      return !options_.languages.empty() &&
             std::find(options_.languages.begin(), options_.languages.end(), language) == options_.languages.end();
    });
    std::sort(configured.begin(), configured.end());
    tree.languages = std::move(configured);
    tree.reasons.push_back("the languages are those of " + std::string(kSettingsFile));
  }
  if (!tree.default_language) tree.default_language = tree.languages.front();
  if (options_.default_language) settings.default_language = options_.default_language;
  derive_settings(tree, settings);
}

void LibraryReader::read_pages() {
  report_unread_pages(files_, *places_, library_.settings, native_, library_.diagnostics);
  std::vector<std::pair<const FoundFile*, Place>> repeated;
  for (const FoundFile& file : files_.files) {
    if (!is_markdown(file.path)) continue;
    if (native_ && below(file.path, library_.settings.notices_folder)) continue;
    std::optional<Place> place = places_->place(file.path);
    if (!place) continue;
    ++library_.counts.files;
    if (is_partial(place->path)) continue;
    if (place->repeated) {
      repeated.emplace_back(&file, *std::move(place));
    } else {
      take_page(file, *std::move(place));
    }
  }
  std::set<std::string> known;
  for (const Page& page : pages_) known.insert(page.place.path);
  std::size_t left_out = 0;
  for (auto& [file, place] : repeated) {
    if (known.contains(place.path)) {
      ++left_out;
    } else {
      take_page(*file, std::move(place));
    }
  }
  if (left_out > 0) {
    library_.tree.reasons.push_back(std::to_string(left_out) + " pages of i18n/" +
                                    library_.tree.default_language->tag() + " repeat those of " +
                                    library_.tree.documents_folder + "/ and are left out");
  }
}

void LibraryReader::take_page(const FoundFile& file, Place place) {
  std::optional<Page> page = read_page(root_, file, std::move(place), options_, library_.diagnostics);
  if (!page) {
    ++library_.counts.refused;
    return;
  }
  if (page->describes_category) {
    descriptions_.push_back(*page);
    if (!is_page_of_its_own(page->body)) {
      move_into(library_.diagnostics, page->diagnostics);
      return;
    }
  }
  const std::string_view reason = held_back_reason(page->article, options_.now);
  if (!options_.drafts && !reason.empty()) {
    ++library_.counts.held_back;
    move_into(library_.diagnostics, page->diagnostics);
    held_back_.push_back(*std::move(page));
  } else {
    pages_.push_back(*std::move(page));
  }
}

void LibraryReader::drop_repeated() {
  std::set<std::string> originals;
  for (const Page& page : pages_) {
    if (page.article.language == library_.settings.default_language) originals.insert(page.place.path);
  }
  // Of two translations, a.md and a.mdx, the one named like the original is the living one; else the first by path.
  const auto is_original = [&](const Page& page) { return originals.contains(page.place.path); };
  std::map<std::pair<std::string, Language>, std::size_t> positions;
  std::vector<Page> kept;
  for (Page& page : pages_) {
    const auto [found, is_new] =
        positions.emplace(std::pair(page.article.key.str(), page.article.language), kept.size());
    if (is_new) {
      kept.push_back(std::move(page));
      continue;
    }
    Page& first = kept[found->second];
    if (is_original(page) && !is_original(first)) std::swap(first, page);
    ++library_.counts.refused;
    move_into(library_.diagnostics, page.diagnostics);
    report(library_.diagnostics, "duplicate-key", page.article.path, 0,
           first.article.path + " and " + page.article.path + " are both " + page.article.key.str() + " in " +
               page.article.language.tag() + ": only the former is read, rename or remove the other");
  }
  pages_ = std::move(kept);
}

void LibraryReader::render_pages() {
  LinkMap links(*places_, files_);
  for (const Page& page : pages_) links.add_page(page);
  for (const Page& page : held_back_) links.add_held_back(page, held_back_reason(page.article, options_.now));
  for (const std::string& key : category_keys_) links.add_category(key);

  // One after the other: cmark-gfm keeps a table of special characters that every parser changes, so two parsers at
  // once lose each other's strike-through.
  const std::size_t step = pages_.size() / kProgressSteps + 1;
  for (std::size_t i = 0; i < pages_.size(); ++i) {
    render_page(pages_[i], links);
    if (options_.progress && i % step == 0) options_.progress(i, pages_.size());
  }
  if (options_.progress) options_.progress(pages_.size(), pages_.size());
  give_titles();
  mark_untranslated_copies(pages_, *library_.settings.default_language);
  check_fragments(pages_, library_.settings);
  check_related(pages_, held_back_);
  library_.notices = read_notices(root_, files_, library_.settings, links, options_.now, library_.diagnostics);
}

void LibraryReader::render_page(Page& page, const LinkMap& links) const {
  Article& article = page.article;
  MarkdownOptions options;
  options.path = article.path;
  options.first_line = page.body_line;
  options.resolve = links.resolver(article.path, article.language, page.diagnostics, article.assets);
  RenderedMarkdown rendered = render_markdown(page.body, options);
  page.heading = std::move(rendered.title);
  article.html = std::move(rendered.html);
  article.sections = std::move(rendered.sections);
  article.links = std::move(rendered.links);
  page.ids = std::move(rendered.custom_ids);
  std::sort(page.ids.begin(), page.ids.end());
  move_into(page.diagnostics, rendered.diagnostics);
}

void LibraryReader::give_titles() {
  for (Page& page : pages_) {
    Article& article = page.article;
    if (article.title.empty()) article.title = page.heading;
    if (article.title.empty()) article.title = page.fields.short_title;
    if (!article.title.empty()) continue;
    article.title = readable_name(article.key.slug());
    report(page.diagnostics, "missing-title", article.path, 1,
           "the page has no title, its file's name is shown: add title: to its front matter");
  }
}

void LibraryReader::finish() {
  const CategorySources sources{root_, files_, *places_, category_keys_, descriptions_, pages_, library_.settings};
  library_.categories = read_categories(sources, library_.diagnostics);
  library_.glossaries = read_glossaries(root_, files_, library_.settings, library_.diagnostics);
  if (library_.settings.name.empty()) {
    for (const Page& page : pages_) {
      if (page.article.key.str() != "index" || page.article.untranslated_copy) continue;
      library_.settings.name.set(page.article.language, page.article.title);
    }
  }
  for (Page& page : pages_) {
    move_into(library_.diagnostics, page.diagnostics);
    library_.articles.push_back(std::move(page.article));
  }
  std::sort(library_.articles.begin(), library_.articles.end(), [](const Article& a, const Article& b) {
    return std::tie(a.language, a.key) < std::tie(b.language, b.key);
  });
  std::sort(library_.diagnostics.begin(), library_.diagnostics.end());
  count_library(library_);
}

}  // namespace pharos::content
