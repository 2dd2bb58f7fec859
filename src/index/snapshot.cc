// SPDX-License-Identifier: GPL-3.0-or-later
#include "pharos/index/snapshot.h"

#include <fcntl.h>
#include <sys/file.h>
#include <unistd.h>

#include <algorithm>

#include "index/body_file.h"
#include "pharos/base/error.h"
#include "pharos/base/files.h"

namespace pharos::index {

Snapshot::Snapshot(std::filesystem::path folder, Manifest manifest, Catalog catalog)
    : folder_(std::move(folder)), manifest_(std::move(manifest)), catalog_(std::move(catalog)) {
  bodies_ = ::open((folder_ / kBodyFile).c_str(), O_RDONLY | O_CLOEXEC);
  if (bodies_ < 0) throw Error(ErrorKind::kCorrupt, (folder_ / kBodyFile).string() + ": cannot be opened");
  // Databases are opened when they are first searched: the store must not remove the folder before we let go.
  ::flock(bodies_, LOCK_SH | LOCK_NB);
}

Snapshot::~Snapshot() {
  if (bodies_ >= 0) ::close(bodies_);
}

std::shared_ptr<const Snapshot> Snapshot::open(const std::filesystem::path& folder) {
  Manifest manifest = read_manifest(folder);
  verify_files(manifest, folder);
  Catalog catalog = catalog_from_json(decompress(read_file(folder / kCatalogFile)));
  return std::shared_ptr<const Snapshot>(new Snapshot(folder, std::move(manifest), std::move(catalog)));
}

std::string Snapshot::body(const CatalogArticle& article) const {
  std::string compressed(article.body_bytes, '\0');
  const ssize_t got = ::pread(bodies_, compressed.data(), compressed.size(), static_cast<off_t>(article.body_offset));
  if (got != static_cast<ssize_t>(compressed.size())) {
    throw Error(ErrorKind::kCorrupt, (folder_ / kBodyFile).string() + ": ends before the body of " + article.key.str());
  }
  return decompress(compressed);
}

std::optional<std::string> Snapshot::asset(std::string_view name) const {
  const bool known = std::any_of(catalog_.assets.begin(), catalog_.assets.end(),
                                 [&](const auto& entry) { return entry.second == name; });
  if (!known) return std::nullopt;
  return read_file(folder_ / kAssetFolder / name);
}

std::optional<std::filesystem::path> Snapshot::database(const Language& language) const {
  const std::string name = database_name(language);
  for (const ManifestFile& file : manifest_.files) {
    if (file.name == name) return folder_ / name;
  }
  return std::nullopt;
}

Lexicon Snapshot::lexicon(const Language& language) const {
  return Lexicon(read_file(folder_ / lexicon_name(language)));
}

std::unique_ptr<SectionWords> Snapshot::section_words(const Language& language) const {
  return std::make_unique<SectionWords>(folder_ / words_name(language));
}

}  // namespace pharos::index
