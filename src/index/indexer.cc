// SPDX-License-Identifier: GPL-3.0-or-later
#include "pharos/index/indexer.h"

#include <algorithm>
#include <atomic>
#include <exception>
#include <fstream>
#include <mutex>
#include <set>
#include <thread>

#include "index/body_file.h"
#include "index/database_writer.h"
#include "index/lexicon_writer.h"
#include "pharos/base/digest.h"
#include "pharos/base/error.h"
#include "pharos/base/files.h"
#include "pharos/index/analyzers.h"
#include "pharos/index/catalog.h"
#include "pharos/index/schema.h"
#include "pharos/index/snapshot_store.h"
#include "pharos/index/term_document.h"

namespace pharos::index {
namespace {

namespace fs = std::filesystem;

CatalogArticle catalog_article(const content::Article& article) {
  CatalogArticle entry(article.key, article.language);
  entry.title = article.title;
  entry.summary = article.summary;
  entry.category = article.category;
  entry.revision = article.revision;
  entry.source_path = article.path;
  entry.queue = article.queue;
  entry.questions = article.questions;
  entry.tags = article.tags;
  entry.related = article.related;
  entry.aliases = article.aliases;
  for (const content::Section& section : article.sections) {
    if (!section.anchor.empty()) entry.headings.push_back({section.anchor, section.heading, section.level});
  }
  entry.order = article.order;
  entry.boost = article.boost;
  entry.agent = article.audience == content::Audience::kAgent;
  entry.updated = article.updated;
  return entry;
}

// A name that tells what it is and changes with the bytes, so that browsers may keep it for good.
std::string asset_name(const fs::path& file) {
  std::string base = file.filename().string();
  for (char& c : base) {
    const bool plain =
        (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9') || c == '.' || c == '-';
    if (!plain) c = '-';
  }
  return sha256_of_file(file).substr(0, 12) + "-" + base;
}

// Numbers of catalog articles, language by language: documents of a language stand together.
struct Work {
  Language language;
  std::vector<std::pair<const content::Article*, std::uint32_t>> articles;
};

class Generation {
 public:
  Generation(const content::Library& library, const IndexOptions& options, fs::path folder)
      : library_(library), options_(options), folder_(std::move(folder)) {}

  Manifest write() {
    catalog_.settings = library_.settings;
    catalog_.categories = library_.categories;
    catalog_.notices = library_.notices;
    catalog_.glossaries = library_.glossaries;
    write_bodies();
    copy_assets();
    write_file_synced(folder_ / kCatalogFile, compress(to_json(catalog_)));
    write_databases();
    Manifest manifest;
    manifest.schema = kSchemaVersion;
    manifest.analyzer = text::Analyzer::fingerprint();
    manifest.created = to_iso(options_.now);
    manifest.content = library_.root.string();
    manifest.articles = catalog_.articles.size();
    manifest.sections = sections_;
    manifest.languages = works_.size();
    manifest.drafts = options_.drafts;
    return manifest;
  }

 private:
  // A copy in the source language is no translation: readers of that language get the original, marked as such.
  void write_bodies() {
    const fs::path path = folder_ / kBodyFile;
    std::ofstream bodies(path, std::ios::binary);
    std::uint64_t offset = 0;
    for (const content::Article& article : library_.articles) {
      if (article.untranslated_copy) continue;
      CatalogArticle entry = catalog_article(article);
      const auto signal = options_.signals.find({article.key.str(), article.language.tag()});
      if (signal != options_.signals.end()) entry.signal = signal->second;
      const std::string body = compress(article.html);
      entry.body_offset = offset;
      entry.body_bytes = body.size();
      bodies.write(body.data(), static_cast<std::streamsize>(body.size()));
      offset += body.size();
      if (works_.empty() || works_.back().language != article.language) works_.push_back({article.language, {}});
      works_.back().articles.emplace_back(&article, static_cast<std::uint32_t>(catalog_.articles.size()));
      catalog_.articles.push_back(std::move(entry));
    }
    bodies.flush();
    if (!bodies) throw Error(ErrorKind::kUnavailable, path.string() + ": cannot write; is there room on the disk?");
  }

  void copy_assets() {
    std::set<std::string> wanted;
    for (const content::Article& article : library_.articles)
      wanted.insert(article.assets.begin(), article.assets.end());
    if (wanted.empty()) return;
    fs::create_directory(folder_ / kAssetFolder);
    for (const std::string& path : wanted) {
      const fs::path source = library_.root / path;
      const std::string name = asset_name(source);
      std::error_code error;
      fs::copy_file(source, folder_ / kAssetFolder / name, fs::copy_options::overwrite_existing, error);
      if (error) throw Error(ErrorKind::kUnavailable, source.string() + ": cannot copy: " + error.message());
      catalog_.assets.emplace(path, name);
    }
  }

  void write_databases() {
    // The largest first: threads end at about the same time.
    std::vector<const Work*> queue;
    for (const Work& work : works_) queue.push_back(&work);
    std::sort(queue.begin(), queue.end(),
              [](const Work* a, const Work* b) { return a->articles.size() > b->articles.size(); });
    std::atomic<std::size_t> next = 0;
    std::exception_ptr failure;
    const auto run = [&] {
      for (std::size_t i = next++; i < queue.size(); i = next++) {
        try {
          write_database(*queue[i]);
        } catch (...) {
          const std::lock_guard lock(mutex_);
          if (!failure) failure = std::current_exception();
          next = queue.size();
        }
      }
    };
    const std::size_t threads = std::clamp<std::size_t>(options_.threads, 1, std::max<std::size_t>(queue.size(), 1));
    std::vector<std::jthread> helpers;
    for (std::size_t i = 1; i < threads; ++i) helpers.emplace_back(run);
    run();
    helpers.clear();
    if (failure) std::rethrow_exception(failure);
  }

  void write_database(const Work& work) {
    const text::Analyzer analyzer = analyzer_for(work.language, library_.glossaries);
    DatabaseWriter writer(folder_ / ("work-" + work.language.tag()));
    LexiconWriter lexicon(analyzer);
    std::uint64_t sections = 0;
    for (const auto& [article, number] : work.articles) {
      lexicon.add(*article);
      for (const TermDocument& document : build_documents(*article, number, analyzer)) {
        writer.add(document);
        ++sections;
      }
      const std::lock_guard lock(mutex_);
      ++done_;
      if (options_.progress) options_.progress(done_, catalog_.articles.size());
    }
    writer.finish(folder_ / database_name(work.language));
    lexicon.finish(folder_ / lexicon_name(work.language), folder_ / words_name(work.language));
    const std::lock_guard lock(mutex_);
    sections_ += sections;
  }

  const content::Library& library_;
  const IndexOptions& options_;
  fs::path folder_;
  Catalog catalog_;
  std::vector<Work> works_;
  std::mutex mutex_;
  std::size_t done_ = 0;
  std::uint64_t sections_ = 0;
};

}  // namespace

IndexedLibrary index_library(const content::Library& library, const fs::path& store_folder,
                             const IndexOptions& options) {
  Staging staging(store_folder);
  const Manifest manifest = Generation(library, options, staging.folder()).write();
  IndexedLibrary indexed;
  indexed.generation = staging.publish(manifest);
  indexed.manifest = read_manifest(store_folder / indexed.generation);
  for (const ManifestFile& file : indexed.manifest.files) {
    indexed.bytes += file.bytes;
    if (file.name.ends_with(".glass")) indexed.database_bytes += file.bytes;
  }
  return indexed;
}

}  // namespace pharos::index
