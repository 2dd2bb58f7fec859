// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <cstdint>
#include <filesystem>
#include <mutex>
#include <string>
#include <string_view>
#include <unordered_set>

namespace pharos::gateway {

/// A file of JSON lines, each with an "id", that keeps each id once and each line whole: what a kill has cut off is
/// mended at the next append. Other processes may append to it in the same way (they take turns by flock), and
/// operators may move it away or empty it at any time. Thread-safe.
class LineFile {
 public:
  explicit LineFile(std::filesystem::path path) : path_(std::move(path)) {}

  /// Appends the line (without its end) and syncs. False when the file has a line of that id already. Throws
  /// Error{unavailable} when it cannot be written, {full} when the disk has no room; nothing of the line stays then.
  bool append(const std::string& id, std::string_view line);

 private:
  void read_on(int file, std::uint64_t size);
  void take_line(std::string_view line);

  std::filesystem::path path_;
  std::mutex mutex_;
  std::unordered_set<std::string> ids_;
  std::uint64_t device_ = 0, inode_ = 0;  ///< of the file that ids_ and read_to_ are about
  std::uint64_t read_to_ = 0;             ///< where its known lines end
};

}  // namespace pharos::gateway
