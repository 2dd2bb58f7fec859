// SPDX-License-Identifier: GPL-3.0-or-later
#include <iostream>
#include <memory>

#include "pharos/base/json.h"
#include "pharos/index/snapshot_store.h"
#include "tools/verbs.h"

namespace pharos::tools {
namespace {

struct Options {
  std::string index;
  bool json = false;
};

int run(const Options& options) {
  // Opening verifies every file: what is printed below is whole.
  const auto snapshot = index::SnapshotStore(options.index).open_current();
  const index::Manifest& manifest = snapshot->manifest();
  std::uint64_t bytes = 0;
  for (const index::ManifestFile& file : manifest.files) bytes += file.bytes;
  if (options.json) {
    JsonWriter out;
    out.begin_object().member("generation", snapshot->name()).member("created", manifest.created);
    out.member("content", manifest.content).member("schema", manifest.schema).member("analyzer", manifest.analyzer);
    out.member("articles", manifest.articles).member("sections", manifest.sections);
    out.member("languages", manifest.languages).member("drafts", manifest.drafts).member("bytes", bytes).end_object();
    std::cout << out.take() << "\n";
    return kDone;
  }
  std::cout << "generation  " << snapshot->name() << "\ncreated     " << manifest.created << "\ncontent     "
            << manifest.content << "\narticles    " << manifest.articles << " in " << manifest.languages
            << " languages, " << manifest.sections << " sections" << (manifest.drafts ? ", drafts too" : "")
            << "\nversion     index " << manifest.schema << ", analyzer " << manifest.analyzer << "\nfiles       "
            << manifest.files.size() << ", " << bytes << " bytes, every SHA-256 is right\n";
  return kDone;
}

}  // namespace

std::function<int()> add_status(CLI::App& command) {
  auto options = std::make_shared<Options>();
  command.add_option("--index", options->index, "Folder of the index")->required();
  command.add_flag("--json", options->json, "Print JSON");
  return [options] { return run(*options); };
}

}  // namespace pharos::tools
