// SPDX-License-Identifier: GPL-3.0-or-later
#include "http/pages.h"

#include <algorithm>
#include <array>
#include <kainjow/mustache.hpp>
#include <map>
#include <utility>
#include <vector>

#include "http/page_data.h"
#include "http/page_templates.h"
#include "http/page_texts.h"
#include "pharos/base/digest.h"
#include "pharos/base/error.h"
#include "pharos/base/files.h"

namespace pharos::http {
namespace {

namespace mustache = kainjow::mustache;

constexpr std::array<std::string_view, 9> kPages = {"home",   "category",      "article",  "search", "contact",
                                                    "ticket", "ticket_lookup", "question", "fault"};
constexpr std::size_t kMaxFileBytes = 4 * 1024 * 1024;
constexpr std::string_view kBaseTag = "en";
constexpr std::string_view kPseudoTag = "en-XA";

struct MediaType {
  std::string_view ending, type;
};
constexpr MediaType kMediaTypes[] = {
    {".css", "text/css; charset=utf-8"},
    {".js", "text/javascript; charset=utf-8"},
    {".svg", "image/svg+xml"},
    {".png", "image/png"},
    {".ico", "image/x-icon"},
    {".webmanifest", "application/manifest+json"},
    {".woff2", "font/woff2"},
    {".txt", "text/plain; charset=utf-8"},
};

std::string media_type(std::string_view path) {
  for (const MediaType& known : kMediaTypes) {
    if (path.ends_with(known.ending)) return std::string(known.type);
  }
  return "application/octet-stream";
}

/// Our tree as the library's. Its setters copy whole trees, so values are moved in where it lets them be.
mustache::data to_library(const PageData& data) {
  mustache::data out;
  for (const auto& [name, value] : data.values()) {
    if (const auto* text = std::get_if<std::string>(&value)) {
      out[name] = mustache::data(*text);
    } else if (const auto* flag = std::get_if<bool>(&value)) {
      out[name] = mustache::data(*flag);
    } else {
      mustache::data list(mustache::data::type::list);
      for (const PageData& item : std::get<PageData::List>(value)) list.push_back(to_library(item));
      out[name] = std::move(list);
    }
  }
  return out;
}

}  // namespace

struct Pages::Impl {
  Impl(const std::filesystem::path& site, bool reload) : live_reload(reload) {
    read_static(site / "static");
    read_texts(site / "texts");
    const PageTemplates templates(site / "templates");
    const auto address = [this](std::string_view path) {
      const auto found = static_files.find(path);
      if (found == static_files.end()) return std::string();
      return "/static/" + std::string(path) + "?v=" + found->second.etag.substr(0, 10);
    };
    for (const auto& [tag, words] : texts) {
      for (const std::string_view page : kPages) {
        auto parsed = std::make_unique<mustache::mustache>(templates.page(page, *words, address));
        if (!parsed->is_valid()) {
          throw Error(ErrorKind::kInvalidArgument,
                      "site/templates/" + std::string(page) + ".mustache or the layout: " + parsed->error_message());
        }
        parsed_pages.emplace(std::pair(tag, std::string(page)), std::move(parsed));
      }
    }
  }

  void read_static(const std::filesystem::path& folder) {
    for (const FoundFile& file : list_files(folder).files) {
      StaticFile entry{read_file(folder / file.path, kMaxFileBytes), media_type(file.path), {}};
      entry.etag = sha256(entry.bytes).substr(0, 32);
      static_files.emplace(file.path, std::move(entry));
    }
  }

  void read_texts(const std::filesystem::path& folder) {
    const auto read = [&](const Language& language, const std::string& file, const PageTexts* base) {
      texts.emplace(language.tag(), std::make_unique<PageTexts>(language, read_file(folder / file, kMaxFileBytes),
                                                                "site/texts/" + file, base));
    };
    const Language base = Language::require(kBaseTag);
    read(base, std::string(kBaseTag) + ".json", nullptr);
    const PageTexts* english = texts.begin()->second.get();
    languages.push_back(base);
    for (const FoundFile& found : list_files(folder).files) {
      if (!found.path.ends_with(".json")) continue;
      const std::string name = found.path.substr(0, found.path.size() - 5);
      const auto language = Language::parse(name);
      if (!language) {
        throw Error(ErrorKind::kInvalidArgument, "site/texts/" + found.path + ": the file's name is no language tag");
      }
      if (*language == base) continue;
      read(*language, found.path, english);
      // Nobody's language is near the pseudo-language: it is served only where a site names it.
      if (language->tag() != kPseudoTag) languages.push_back(*language);
    }
  }

  const bool live_reload;
  std::map<std::string, StaticFile, std::less<>> static_files;
  std::map<std::string, std::unique_ptr<PageTexts>, std::less<>> texts;
  std::vector<Language> languages;
  // render() is not const in the library, although it changes the template only when a partial or a lambda fails.
  // Partials are resolved at start and there are no lambdas, so threads may share one template.
  std::map<std::pair<std::string, std::string>, std::unique_ptr<mustache::mustache>> parsed_pages;
};

Pages::Pages(const std::filesystem::path& site_folder, bool live_reload)
    : impl_(std::make_unique<Impl>(site_folder, live_reload)) {}
Pages::~Pages() = default;

const Pages::StaticFile* Pages::static_file(std::string_view path) const {
  const auto found = impl_->static_files.find(path);
  return found == impl_->static_files.end() ? nullptr : &found->second;
}

const PageTexts& Pages::texts(const Language& language) const {
  if (const auto own = impl_->texts.find(language.tag()); own != impl_->texts.end()) return *own->second;
  const auto near = best_match(language, impl_->languages);
  return *impl_->texts.find(near ? near->tag() : std::string(kBaseTag))->second;
}

std::string Pages::render(std::string_view page, const PageTexts& texts, const PageData& data) const {
  const auto found = impl_->parsed_pages.find(std::pair(texts.language().tag(), std::string(page)));
  if (found == impl_->parsed_pages.end()) {
    throw Error(ErrorKind::kInternal, "there is no page named \"" + std::string(page) + "\"");
  }
  return found->second->render(to_library(data));
}

bool Pages::live_reload() const { return impl_->live_reload; }

}  // namespace pharos::http
