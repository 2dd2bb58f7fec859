// SPDX-License-Identifier: GPL-3.0-or-later
#include "pharos/base/files.h"

#include <fcntl.h>
#include <sys/stat.h>
#include <unistd.h>

#include <algorithm>
#include <cerrno>
#include <cstdlib>
#include <cstring>

#include "pharos/base/error.h"

namespace pharos {
namespace {

namespace fs = std::filesystem;

[[noreturn]] void fail(ErrorKind kind, const fs::path& path, std::string_view doing) {
  if (errno == ENOSPC || errno == EDQUOT) kind = ErrorKind::kFull;
  throw Error(kind, path.string() + ": cannot " + std::string(doing) + ": " + std::strerror(errno));
}

// A file descriptor that closes itself. Empty after release() or a move.
class Descriptor {
 public:
  explicit Descriptor(int fd) : fd_(fd) {}
  ~Descriptor() {
    if (fd_ >= 0) ::close(fd_);
  }
  Descriptor(const Descriptor&) = delete;
  Descriptor& operator=(const Descriptor&) = delete;
  int get() const { return fd_; }
  int release() {
    const int fd = fd_;
    fd_ = -1;
    return fd;
  }

 private:
  int fd_;
};

void write_all(int fd, const fs::path& path, std::string_view bytes) {
  while (!bytes.empty()) {
    const ssize_t n = ::write(fd, bytes.data(), bytes.size());
    if (n < 0 && errno == EINTR) continue;
    if (n < 0) fail(ErrorKind::kUnavailable, path, "write (is the disk full?)");
    bytes.remove_prefix(static_cast<std::size_t>(n));
  }
}

bool inside(const fs::path& root, const fs::path& path) {
  const auto end = std::mismatch(root.begin(), root.end(), path.begin(), path.end());
  return end.first == root.end();
}

bool passed_over(const std::string& file_name) { return file_name.starts_with('.') || file_name == "node_modules"; }

}  // namespace

std::string read_file(const fs::path& path, std::uint64_t max_bytes) {
  const Descriptor fd(::open(path.c_str(), O_RDONLY | O_CLOEXEC));
  if (fd.get() < 0) fail(errno == ENOENT ? ErrorKind::kNotFound : ErrorKind::kUnavailable, path, "open");
  struct stat info {};
  if (::fstat(fd.get(), &info) != 0) fail(ErrorKind::kUnavailable, path, "read");
  if (!S_ISREG(info.st_mode)) throw Error(ErrorKind::kNotFound, path.string() + ": is not a regular file");
  if (static_cast<std::uint64_t>(info.st_size) > max_bytes) {
    throw Error(ErrorKind::kInvalidArgument, path.string() + ": has " + std::to_string(info.st_size) +
                                                 " bytes, more than the limit of " + std::to_string(max_bytes));
  }
  std::string bytes(static_cast<std::size_t>(info.st_size), '\0');
  std::size_t got = 0;
  while (got < bytes.size()) {
    const ssize_t n = ::read(fd.get(), bytes.data() + got, bytes.size() - got);
    if (n < 0 && errno == EINTR) continue;
    if (n < 0) fail(ErrorKind::kUnavailable, path, "read");
    if (n == 0) break;  // it shrank meanwhile: what is there is the file
    got += static_cast<std::size_t>(n);
  }
  bytes.resize(got);
  return bytes;
}

void write_file_synced(const fs::path& path, std::string_view bytes, unsigned mode) {
  Descriptor fd(::open(path.c_str(), O_WRONLY | O_CREAT | O_TRUNC | O_CLOEXEC, mode));
  if (fd.get() < 0) fail(ErrorKind::kUnavailable, path, "create");
  write_all(fd.get(), path, bytes);
  if (::fsync(fd.get()) != 0) fail(ErrorKind::kUnavailable, path, "sync");
  if (::close(fd.release()) != 0) fail(ErrorKind::kUnavailable, path, "close");
}

void replace_file(const fs::path& path, std::string_view bytes) {
  const fs::path temporary = path.string() + ".new";
  write_file_synced(temporary, bytes);
  if (::rename(temporary.c_str(), path.c_str()) != 0) fail(ErrorKind::kUnavailable, path, "replace");
  sync_folder(path.parent_path().empty() ? fs::path(".") : path.parent_path());
}

void create_file(const fs::path& path, std::string_view bytes) {
  Descriptor fd(::open(path.c_str(), O_WRONLY | O_CREAT | O_EXCL | O_CLOEXEC, 0644));
  if (fd.get() < 0) fail(errno == EEXIST ? ErrorKind::kConflict : ErrorKind::kUnavailable, path, "create");
  try {
    write_all(fd.get(), path, bytes);
    if (::fsync(fd.get()) != 0) fail(ErrorKind::kUnavailable, path, "sync");
    if (::close(fd.release()) != 0) fail(ErrorKind::kUnavailable, path, "close");
  } catch (const Error&) {
    ::unlink(path.c_str());  // half a file of ours
    throw;
  }
  sync_folder(path.parent_path().empty() ? fs::path(".") : path.parent_path());
}

void sync_folder(const fs::path& folder) {
  const Descriptor fd(::open(folder.c_str(), O_RDONLY | O_DIRECTORY | O_CLOEXEC));
  if (fd.get() < 0 || ::fsync(fd.get()) != 0) fail(ErrorKind::kUnavailable, folder, "sync");
}

FileList list_files(const fs::path& root) {
  std::error_code error;
  const fs::path real_root = fs::canonical(root, error);
  if (error || !fs::is_directory(real_root)) {
    throw Error(ErrorKind::kNotFound, root.string() + ": is not a folder; name the folder that holds the articles");
  }
  FileList list;
  auto it = fs::recursive_directory_iterator(real_root, fs::directory_options::skip_permission_denied, error);
  if (error) throw Error(ErrorKind::kUnavailable, root.string() + ": cannot read the folder: " + error.message());
  for (; it != fs::recursive_directory_iterator(); it.increment(error)) {
    const fs::path& path = it->path();
    if (passed_over(path.filename().string())) {
      if (it->is_directory(error) && !it->is_symlink(error)) it.disable_recursion_pending();
      error.clear();
      continue;
    }
    std::string relative = path.string().substr(real_root.string().size() + (real_root == "/" ? 0 : 1));
    if (it->is_symlink(error)) {
      const fs::path target = fs::canonical(path, error);
      if (error || !inside(real_root, target)) {
        list.outside_symlinks.push_back(std::move(relative));
        error.clear();
        continue;
      }
    }
    struct stat info {};
    if (::stat(path.c_str(), &info) != 0 || !S_ISREG(info.st_mode)) continue;
    list.files.push_back({std::move(relative), static_cast<std::uint64_t>(info.st_size),
                          info.st_mtim.tv_sec * 1'000'000'000LL + info.st_mtim.tv_nsec});
  }
  // A failed step ends the walk: what was not seen must not be taken for absent.
  if (error) throw Error(ErrorKind::kUnavailable, root.string() + ": cannot read the folder: " + error.message());
  std::sort(list.files.begin(), list.files.end(),
            [](const FoundFile& a, const FoundFile& b) { return a.path < b.path; });
  std::sort(list.outside_symlinks.begin(), list.outside_symlinks.end());
  return list;
}

TemporaryFolder::TemporaryFolder() {
  std::string pattern = (fs::temp_directory_path() / "pharos-XXXXXX").string();
  if (::mkdtemp(pattern.data()) == nullptr) fail(ErrorKind::kUnavailable, pattern, "create a temporary folder");
  path_ = pattern;
}

TemporaryFolder::~TemporaryFolder() {
  std::error_code ignored;  // a destructor has nobody to tell
  if (!path_.empty()) fs::remove_all(path_, ignored);
}

TemporaryFolder::TemporaryFolder(TemporaryFolder&& other) noexcept : path_(std::move(other.path_)) {
  other.path_.clear();
}

}  // namespace pharos
