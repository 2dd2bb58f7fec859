// SPDX-License-Identifier: GPL-3.0-or-later
#include "gateway/line_file.h"

#include <fcntl.h>
#include <sys/file.h>
#include <sys/stat.h>
#include <unistd.h>

#include <algorithm>
#include <cerrno>
#include <system_error>

#include "pharos/base/error.h"
#include "pharos/base/files.h"
#include "pharos/base/json.h"

namespace pharos::gateway {
namespace {

// Ids come again soon after a crash or never: of a file with years in it the end is enough.
constexpr std::uint64_t kMostTailBytes = 64 << 20;

class Descriptor {
 public:
  explicit Descriptor(int number) : number_(number) {}
  ~Descriptor() {
    if (number_ >= 0) ::close(number_);
  }
  Descriptor(const Descriptor&) = delete;
  Descriptor& operator=(const Descriptor&) = delete;
  int number() const { return number_; }

 private:
  int number_;
};

[[noreturn]] void fail(const std::filesystem::path& path, const std::string& what, int cause) {
  const bool full = cause == ENOSPC || cause == EDQUOT || cause == EFBIG;
  throw Error(full ? ErrorKind::kFull : ErrorKind::kUnavailable,
              "cannot " + what + " " + path.string() + ": " + std::generic_category().message(cause));
}

int open_file(const std::filesystem::path& path) {
  constexpr int kHow = O_RDWR | O_APPEND | O_CLOEXEC;
  int file = ::open(path.c_str(), kHow);
  if (file < 0 && errno == ENOENT) {
    std::error_code ignored;  // open() tells what is wrong
    std::filesystem::create_directories(path.parent_path(), ignored);
    file = ::open(path.c_str(), kHow | O_CREAT, S_IRUSR | S_IWUSR);
    if (file >= 0) sync_folder(path.parent_path());
  }
  if (file < 0) fail(path, "open", errno);
  return file;
}

int write_all(int file, std::string_view bytes) {
  while (!bytes.empty()) {
    const ssize_t written = ::write(file, bytes.data(), bytes.size());
    if (written < 0 && errno == EINTR) continue;
    if (written < 0) return errno;
    bytes.remove_prefix(static_cast<std::size_t>(written));
  }
  return ::fsync(file) == 0 ? 0 : errno;
}

}  // namespace

void LineFile::take_line(std::string_view line) {
  try {
    const Json json = Json::parse(line);
    const std::string& id = json["id"].string();
    if (!id.empty()) ids_.insert(id);
  } catch (const Error&) {
    return;  // somebody else's line: not ours to judge
  }
}

void LineFile::read_on(int file, std::uint64_t size) {
  bool within_line = false;
  if (size > kMostTailBytes && read_to_ < size - kMostTailBytes) {
    read_to_ = size - kMostTailBytes;
    within_line = true;
  }
  std::string pending;
  std::string piece(1 << 20, '\0');
  for (std::uint64_t at = read_to_; at < size;) {
    const ssize_t got =
        ::pread(file, piece.data(), std::min<std::uint64_t>(piece.size(), size - at), static_cast<off_t>(at));
    if (got < 0 && errno == EINTR) continue;
    if (got < 0) fail(path_, "read", errno);
    if (got == 0) break;
    at += static_cast<std::uint64_t>(got);
    std::string_view rest(piece.data(), static_cast<std::size_t>(got));
    for (std::size_t end; (end = rest.find('\n')) != std::string_view::npos; rest.remove_prefix(end + 1)) {
      pending.append(rest.substr(0, end));
      if (!within_line) take_line(pending);
      within_line = false;
      pending.clear();
    }
    pending.append(rest);
  }
  read_to_ = size - pending.size();
  if (pending.empty() || within_line) return;

  // The end of a killed writer, or of an editor that ends its last line with nothing. We hold the lock: nobody is
  // writing it. Whole lines are completed; parts were never acknowledged and will be handed over again.
  bool whole = true;
  try {
    whole = Json::parse(pending).is_object();
  } catch (const Error&) {
    whole = false;
  }
  if (whole) {
    if (const int cause = write_all(file, "\n")) fail(path_, "complete the last line of", cause);
    take_line(pending);
    read_to_ = size + 1;
  } else if (::ftruncate(file, static_cast<off_t>(read_to_)) != 0) {
    fail(path_, "cut the torn last line of", errno);
  }
}

bool LineFile::append(const std::string& id, std::string_view line) {
  const std::lock_guard lock(mutex_);
  const Descriptor file(open_file(path_));
  // Not waiting: a process that was stopped while it held the lock must not stop us.
  if (::flock(file.number(), LOCK_EX | LOCK_NB) != 0) fail(path_, "lock (another process writes it)", errno);
  struct stat status {};
  if (::fstat(file.number(), &status) != 0) fail(path_, "look at", errno);
  const auto size = static_cast<std::uint64_t>(status.st_size);
  if (status.st_dev != device_ || status.st_ino != inode_ || size < read_to_) {
    ids_.clear();
    read_to_ = 0;
    device_ = status.st_dev;
    inode_ = status.st_ino;
  }
  read_on(file.number(), size);
  if (ids_.count(id) > 0) return false;

  std::string bytes(line);
  bytes += '\n';
  if (const int cause = write_all(file.number(), bytes)) {
    static_cast<void>(::ftruncate(file.number(), static_cast<off_t>(read_to_)));
    fail(path_, "write", cause);
  }
  read_to_ += bytes.size();
  ids_.insert(id);
  return true;
}

}  // namespace pharos::gateway
