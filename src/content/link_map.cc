// SPDX-License-Identifier: GPL-3.0-or-later
#include "content/link_map.h"

#include <algorithm>
#include <utility>

#include "content/page_names.h"
#include "content/report.h"
#include "content/text_lines.h"
#include "pharos/base/utf8.h"

namespace pharos::content {
namespace {

constexpr std::string_view kPageEndings[] = {".html", ".htm"};
constexpr std::string_view kAssetRoots[] = {"", "static", "public", "assets"};
constexpr std::size_t kMaxShownTarget = 120;
constexpr std::size_t kMostFaultsOfPage = 100;  // a hostile page must not make the list grow without end

int hex_value(char c) {
  if (c >= '0' && c <= '9') return c - '0';
  if (c >= 'a' && c <= 'f') return c - 'a' + 10;
  if (c >= 'A' && c <= 'F') return c - 'A' + 10;
  return -1;
}

std::string percent_decoded(std::string_view text) {
  std::string decoded;
  for (std::size_t i = 0; i < text.size(); ++i) {
    const bool escape =
        text[i] == '%' && i + 2 < text.size() && hex_value(text[i + 1]) >= 0 && hex_value(text[i + 2]) >= 0;
    if (escape) {
      decoded.push_back(static_cast<char>(hex_value(text[i + 1]) * 16 + hex_value(text[i + 2])));
      i += 2;
    } else {
      decoded.push_back(text[i]);
    }
  }
  return decoded;
}

struct Target {
  std::string path;  ///< decoded
  std::string fragment;
  std::string_view fragment_as_written;
};

Target parse_target(std::string_view target) {
  Target parsed;
  const std::size_t hash = target.find('#');
  if (hash != std::string_view::npos) {
    parsed.fragment_as_written = target.substr(hash + 1);
    parsed.fragment = percent_decoded(parsed.fragment_as_written);
    target = target.substr(0, hash);
  }
  parsed.path = percent_decoded(target.substr(0, target.find('?')));
  // Docusaurus' name for the folder of the site.
  if (parsed.path.starts_with("@site/")) parsed.path.erase(0, 5);
  return parsed;
}

// A name such as "form.pdf" is a file to fetch, "v1.2" or "page.html" is a page.
bool names_a_file(std::string_view path) {
  const std::string_view name = name_of(path);
  const std::size_t dot = name.rfind('.');
  if (dot == std::string_view::npos || is_markdown(path)) return false;
  const std::string ending = ascii_lower(name.substr(dot));
  if (std::find(std::begin(kPageEndings), std::end(kPageEndings), ending) != std::end(kPageEndings)) return false;
  return ending.size() >= 3 && ending.size() <= 6 && (ending[1] < '0' || ending[1] > '9' || ending == ".7z");
}

std::string page_path(std::string_view path) {
  path = stem(path);
  for (const std::string_view ending : kPageEndings) {
    if (path.size() > ending.size() && path.ends_with(ending)) path.remove_suffix(ending.size());
  }
  return std::string(path);
}

void add_normalized(std::vector<std::string>& to, std::string_view path) {
  if (std::optional<std::string> clean = normalized(path)) to.push_back(*std::move(clean));
}

void fault(Diagnostics& diagnostics, std::string_view rule, const std::string& path, int line, std::string message) {
  if (diagnostics.size() < kMostFaultsOfPage) report(diagnostics, rule, path, line, std::move(message));
}

}  // namespace

LinkMap::LinkMap(const TreePlaces& places, const FileList& files) : places_(places) {
  for (const FoundFile& file : files.files) files_.insert(file.path);
}

void LinkMap::add_page(const Page& page) {
  const ArticleKey& key = page.article.key;
  const std::string path(stem(page.place.path));
  if (!page.fields.translation_key.empty()) renamed_.emplace(page.article.language.tag() + "/" + path, key);
  pages_.emplace(path, key);
  pages_.emplace(key.str(), key);
  for (const std::string& alias : page.article.aliases) aliases_.emplace(alias, key);
}

void LinkMap::add_held_back(const Page& page, std::string_view reason) {
  held_back_.emplace(stem(page.place.path), reason);
}

void LinkMap::add_category(std::string_view key) { categories_.emplace(key); }

LinkResolver LinkMap::resolver(const std::string& path, const Language& language, Diagnostics& diagnostics,
                               std::vector<std::string>& assets) const {
  return [this, &path, &language, &diagnostics, &assets](Link& link) {
    return resolve(Origin{path, language}, link, diagnostics, assets);
  };
}

// Paths within a language that a target may mean, the likeliest first.
std::vector<std::string> LinkMap::page_paths(const Origin& origin, std::string_view target) const {
  std::vector<std::string> paths;
  const auto add_tree_path = [&](const std::string& tree_path) {
    const std::optional<std::string> clean = normalized(tree_path);
    if (!clean) return;
    if (std::optional<Place> place = places_.place(*clean)) {
      paths.push_back(std::move(place->path));
    } else {
      paths.push_back(*clean);
    }
  };
  if (!target.starts_with('/')) {
    const std::string folder(folder_of(origin.path));
    add_tree_path(join_path(folder, target));
    // On a site whose addresses end in "/", a page is the folder that its links start from.
    if (!is_folder_page(origin.path)) add_tree_path(join_path(stem(origin.path), target));
    add_normalized(paths, target);
    return paths;
  }
  target.remove_prefix(1);
  add_normalized(paths, target);
  std::string_view rest = target;
  const std::optional<Language> language = Language::parse(rest.substr(0, rest.find('/')));
  if (language) {
    rest = rest.find('/') == std::string_view::npos ? std::string_view() : rest.substr(rest.find('/') + 1);
    add_normalized(paths, rest);
  }
  for (const std::string_view folder : {std::string_view(places_.tree().documents_folder), std::string_view("docs")}) {
    if (folder.empty()) continue;
    if (const std::optional<std::string_view> inside = below(rest, folder)) add_normalized(paths, *inside);
  }
  add_tree_path(std::string(target));
  return paths;
}

// The page at a path; one that its language calls otherwise comes first.
const ArticleKey* LinkMap::page_at(const Language& language, const std::string& path) const {
  const auto renamed = renamed_.find(language.tag() + "/" + path);
  if (renamed != renamed_.end()) return &renamed->second;
  const auto page = pages_.find(path);
  return page == pages_.end() ? nullptr : &page->second;
}

// A page, the page of a folder (README, index, or Docusaurus' "folder/folder"), a category, an old address.
std::optional<LinkMap::Destination> LinkMap::find_page(const Language& language, const std::string& path) const {
  const std::string bare = page_path(path);
  const std::string folder(folder_of(bare));
  const std::string name(name_of(bare));
  if (bare.empty()) return Destination{std::nullopt};
  for (const std::string& candidate : {bare, join_path(bare, "README"), join_path(bare, "index")}) {
    if (const ArticleKey* key = page_at(language, candidate)) return Destination{*key};
  }
  if (is_category_page(bare) || is_folder_page(bare)) {
    if (folder.empty()) return Destination{std::nullopt};
    if (const ArticleKey* key = page_at(language, folder)) return Destination{*key};
    if (categories_.contains(folder)) return Destination{ArticleKey::parse(folder)};
  }
  if (const ArticleKey* key = page_at(language, join_path(bare, name))) return Destination{*key};
  if (categories_.contains(bare)) return Destination{ArticleKey::parse(bare)};
  for (const std::string& address : {path, bare}) {
    const auto alias = aliases_.find(address);
    if (alias != aliases_.end()) return Destination{alias->second};
  }
  return std::nullopt;
}

std::optional<std::string> LinkMap::find_asset(const Origin& origin, std::string_view target) const {
  std::vector<std::string> candidates;
  if (target.starts_with('/')) {
    target.remove_prefix(1);
    for (const std::string_view root : kAssetRoots) {
      add_normalized(candidates, join_path(root, target));
      add_normalized(candidates, join_path(join_path(places_.tree().documents_folder, root), target));
    }
  } else {
    add_normalized(candidates, join_path(folder_of(origin.path), target));
    // A translation may show the picture that lies beside the original.
    const std::optional<Place> place = places_.place(origin.path);
    if (place) {
      const std::string folder(folder_of(place->path));
      const TreeLayout& tree = places_.tree();
      add_normalized(candidates, join_path(join_path(tree.documents_folder, folder), target));
      if (tree.layout == Layout::kFolders && tree.default_language) {
        const std::string original = join_path(tree.documents_folder, tree.default_language->tag());
        add_normalized(candidates, join_path(join_path(original, folder), target));
      }
    }
  }
  for (std::string& candidate : candidates) {
    if (files_.contains(candidate)) return std::move(candidate);
  }
  return std::nullopt;
}

std::optional<std::string> LinkMap::resolve(const Origin& origin, Link& link, Diagnostics& diagnostics,
                                            std::vector<std::string>& assets) const {
  const Target target = parse_target(link.target);
  link.fragment = target.fragment;
  if (target.path.empty()) return std::nullopt;
  const std::string shown(cut_at_point(link.target, kMaxShownTarget));
  const bool file = link.image || names_a_file(target.path);
  if (file) {
    if (const std::optional<std::string> asset = find_asset(origin, target.path)) {
      if (std::find(assets.begin(), assets.end(), *asset) == assets.end()) assets.push_back(*asset);
      return "pharos-asset:" + url_path(*asset);
    }
    if (link.image) {
      fault(diagnostics, "broken-asset", origin.path, link.line,
            "the picture or film " + shown + " is not in the content folder: add the file or correct its path");
      return std::nullopt;
    }
  }
  const std::vector<std::string> paths = page_paths(origin, target.path);
  for (const std::string& path : paths) {
    const std::optional<Destination> found = find_page(origin.language, path);
    if (!found) continue;
    link.article = found->key;
    std::string address = "pharos:";
    if (found->key) address += url_path(found->key->str());
    if (!target.fragment_as_written.empty()) address += "#" + std::string(target.fragment_as_written);
    return address;
  }
  for (const std::string& path : paths) {
    const auto held_back = held_back_.find(page_path(path));
    if (held_back == held_back_.end()) continue;
    fault(diagnostics, "broken-link", origin.path, link.line,
          "the link " + shown + " leads to a page that readers do not get, it is " + held_back->second +
              ": publish that page or remove the link");
    return std::nullopt;
  }
  fault(diagnostics, file ? "broken-asset" : "broken-link", origin.path, link.line,
        "the link " + shown + " leads to nothing in the content folder: correct it or remove it");
  return std::nullopt;
}

}  // namespace pharos::content
