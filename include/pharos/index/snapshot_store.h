// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <filesystem>
#include <memory>
#include <optional>
#include <string>

#include "pharos/index/snapshot.h"

namespace pharos::index {

/// A folder of generations: gen-000001, gen-000002, ..., and the file CURRENT that names the live one. A generation is
/// written elsewhere, synced, renamed into place, and then CURRENT is replaced: readers see the old or the new one,
/// whole. The pattern is LevelDB's (db/filename.cc).
class SnapshotStore {
 public:
  explicit SnapshotStore(std::filesystem::path folder) : folder_(std::move(folder)) {}

  /// The generation that CURRENT names now, or nothing when nothing was ever published here. Throws Error{corrupt} when
  /// CURRENT holds anything but a generation's name: then the folder is not ours.
  std::optional<std::string> current() const;

  /// Opens the current generation. Throws Error{not_found} when there is none, else as Snapshot::open().
  std::shared_ptr<const Snapshot> open_current() const;

  const std::filesystem::path& folder() const { return folder_; }

 private:
  std::filesystem::path folder_;
};

/// The right to publish one generation. Holds the store's lock, so that two builds never mix; the staged files vanish
/// with the object unless publish() was called. Belongs to one thread.
class Staging {
 public:
  /// Creates the store's folder when it is absent. Throws Error{conflict} while another build holds the lock and
  /// Error{invalid_argument} for a folder that holds something else than generations.
  explicit Staging(const std::filesystem::path& store_folder);
  ~Staging();
  Staging(const Staging&) = delete;
  Staging& operator=(const Staging&) = delete;

  /// Where the files of the generation are written.
  const std::filesystem::path& folder() const { return folder_; }

  /// Writes the manifest over all staged files, syncs, renames and switches CURRENT. Removes all but the newest
  /// `kKeptGenerations`. The new generation's name.
  std::string publish(Manifest manifest);

 private:
  std::filesystem::path store_;
  std::filesystem::path folder_;
  int lock_ = -1;
  bool published_ = false;
};

/// How many generations stay on disk, beside older ones that a Snapshot still holds: readers finish on theirs.
inline constexpr std::size_t kKeptGenerations = 3;

}  // namespace pharos::index
