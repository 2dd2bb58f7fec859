// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <filesystem>

namespace pharos::desk {

/// The right of one process to write a file, held by a lock on "<file>.lock" that the system lets go when the process
/// ends, however it ends. Not copied, not moved.
class WriterLock {
 public:
  /// Throws Error{conflict} naming the process that holds it, {unavailable} or {full} when the lock's file cannot be
  /// made.
  explicit WriterLock(const std::filesystem::path& file);
  ~WriterLock();
  WriterLock(const WriterLock&) = delete;
  WriterLock& operator=(const WriterLock&) = delete;

 private:
  int fd_;
};

}  // namespace pharos::desk
