// SPDX-License-Identifier: GPL-3.0-or-later
#include "pharos/engine/build.h"

#include <chrono>

namespace pharos::engine {
namespace {

using Clock = std::chrono::steady_clock;

double seconds_since(Clock::time_point begin) { return std::chrono::duration<double>(Clock::now() - begin).count(); }

std::uint64_t markdown_bytes(const content::Library& library) {
  std::uint64_t bytes = 0;
  for (const content::Article& article : library.articles) {
    std::error_code ignored;  // a file that vanished meanwhile has no bytes
    const std::uint64_t size = std::filesystem::file_size(library.root / article.path, ignored);
    if (!ignored) bytes += size;
  }
  return bytes;
}

}  // namespace

BuildReport build(const std::filesystem::path& content_folder, const std::filesystem::path& index_folder,
                  const BuildOptions& options) {
  const auto phase = [&](std::string_view name) {
    return [&options, name](std::size_t done, std::size_t all) {
      if (options.progress) options.progress(name, done, all);
    };
  };
  content::ReadOptions read = options.read;
  read.progress = phase("reading");
  const Clock::time_point begin = Clock::now();
  content::Library library = content::read_library(content_folder, read);
  BuildReport report;
  report.read_seconds = seconds_since(begin);

  index::IndexOptions index_options;
  index_options.now = read.now;
  index_options.drafts = read.drafts;
  index_options.threads = options.threads;
  if (options.signals) index_options.signals = options.signals();
  index_options.progress = phase("indexing");
  const Clock::time_point indexing = Clock::now();
  const index::IndexedLibrary indexed = index::index_library(library, index_folder, index_options);
  report.index_seconds = seconds_since(indexing);
  report.generation = indexed.generation;
  report.sections = indexed.manifest.sections;
  report.index_bytes = indexed.bytes;
  report.markdown_bytes = markdown_bytes(library);
  report.tree = std::move(library.tree);
  report.counts = std::move(library.counts);
  report.diagnostics = std::move(library.diagnostics);
  return report;
}

}  // namespace pharos::engine
