// SPDX-License-Identifier: GPL-3.0-or-later
#include "desk/writer_lock.h"

#include <fcntl.h>
#include <sys/file.h>
#include <unistd.h>

#include <cerrno>
#include <cstring>
#include <string>

#include "pharos/base/error.h"

namespace pharos::desk {
namespace {

std::string holder(int fd) {
  char text[32] = {};
  const ssize_t got = ::pread(fd, text, sizeof text - 1, 0);
  const std::string pid(text, got > 0 ? static_cast<std::size_t>(got) : 0);
  const auto end = pid.find_first_not_of("0123456789");
  return end == 0 || pid.empty() ? "another process" : "process " + pid.substr(0, end);
}

}  // namespace

WriterLock::WriterLock(const std::filesystem::path& file)
    : fd_(::open((file.string() + ".lock").c_str(), O_RDWR | O_CREAT | O_CLOEXEC, 0600)) {
  if (fd_ < 0) {
    throw Error(errno == ENOSPC || errno == EDQUOT ? ErrorKind::kFull : ErrorKind::kUnavailable,
                file.string() + ".lock: cannot open: " + std::strerror(errno) +
                    "; the store's folder must exist, be writable and have room");
  }
  if (::flock(fd_, LOCK_EX | LOCK_NB) != 0) {
    const int cause = errno;
    const std::string who = holder(fd_);
    ::close(fd_);
    if (cause != EWOULDBLOCK) {
      throw Error(ErrorKind::kUnavailable, file.string() + ".lock: cannot lock: " + std::strerror(cause));
    }
    throw Error(ErrorKind::kConflict, file.string() + ": " + who +
                                          " writes this store already; stop it first, or give this one another state "
                                          "folder, or let both use PostgreSQL");
  }
  // Only for the message above: a full disk must not keep the store from opening.
  const std::string pid = std::to_string(::getpid()) + "\n";
  if (::ftruncate(fd_, 0) != 0 || ::pwrite(fd_, pid.data(), pid.size(), 0) < 0) return;
}

// The file stays: removing it would let a third process lock another file of that name.
WriterLock::~WriterLock() { ::close(fd_); }

}  // namespace pharos::desk
