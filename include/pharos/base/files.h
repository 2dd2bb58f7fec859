// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <cstdint>
#include <filesystem>
#include <string>
#include <string_view>
#include <vector>

namespace pharos {

/// The whole file. Throws Error{not_found} when it is absent or no regular file, {invalid_argument} when it is larger
/// than `max_bytes`, {unavailable} when it cannot be read.
std::string read_file(const std::filesystem::path& path, std::uint64_t max_bytes = 1ULL << 32);

/// Writes the file whole and syncs it to the disk (fsync). A file that is made gets `mode`, less the umask. Throws
/// Error{unavailable} naming path and cause, {full} when there is no room left.
void write_file_synced(const std::filesystem::path& path, std::string_view bytes, unsigned mode = 0644);

/// Writes beside `path`, syncs, renames over it and syncs the folder: readers see the old or the new text, never a
/// part.
void replace_file(const std::filesystem::path& path, std::string_view bytes);

/// Writes a new file, syncs it and its folder. Throws Error{conflict} when there is something of that name: nothing is
/// ever overwritten.
void create_file(const std::filesystem::path& path, std::string_view bytes);

/// Makes renames and new names in a folder durable.
void sync_folder(const std::filesystem::path& folder);

/// A file found below a root.
struct FoundFile {
  std::string path;  ///< relative to the root, "/" between segments
  std::uint64_t size = 0;
  std::int64_t modified_ns = 0;  ///< since 1970, for change detection only
};

/// What list_files() found, and what it would not follow.
struct FileList {
  std::vector<FoundFile> files;               ///< sorted by path
  std::vector<std::string> outside_symlinks;  ///< relative paths of links that leave the root or dangle
};

/// All regular files below `root`, without hidden ones (leading dot) and node_modules. Links inside the root are
/// followed to files, never to folders (no cycles). Throws Error{not_found} when the root is no folder.
FileList list_files(const std::filesystem::path& root);

/// A folder of its own below the system's temporary folder, removed with all it holds when the object ends. For tests
/// and staging. Move-only; a moved-from one owns nothing.
class TemporaryFolder {
 public:
  TemporaryFolder();
  ~TemporaryFolder();
  TemporaryFolder(TemporaryFolder&& other) noexcept;
  TemporaryFolder& operator=(TemporaryFolder&&) = delete;
  TemporaryFolder(const TemporaryFolder&) = delete;
  TemporaryFolder& operator=(const TemporaryFolder&) = delete;

  const std::filesystem::path& path() const { return path_; }

 private:
  std::filesystem::path path_;
};

}  // namespace pharos
