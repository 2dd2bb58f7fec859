// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <chrono>
#include <filesystem>
#include <memory>
#include <string>
#include <vector>

namespace pharos::content {

/// Tells when files below a folder change (inotify). One thread may call wait() at a time.
class Watcher {
 public:
  /// Throws Error{not_found} for an absent folder, Error{unavailable} when the system's watches are used up (the
  /// message names fs.inotify.max_user_watches).
  explicit Watcher(const std::filesystem::path& root);
  ~Watcher();
  Watcher(const Watcher&) = delete;
  Watcher& operator=(const Watcher&) = delete;

  /// Waits for a change and then until nothing more changed for `settle` (editors write in several steps), or until
  /// `limit` has passed. The relative paths that changed, each once; empty on the limit. New folders are watched too.
  std::vector<std::string> wait(std::chrono::milliseconds limit, std::chrono::milliseconds settle);

 private:
  struct Impl;
  std::unique_ptr<Impl> impl_;
};

}  // namespace pharos::content
