// SPDX-License-Identifier: GPL-3.0-or-later
#include "pharos/content/watcher.h"

#include <poll.h>
#include <sys/inotify.h>
#include <unistd.h>

#include <algorithm>
#include <cerrno>
#include <cstdint>
#include <cstring>
#include <set>
#include <system_error>
#include <unordered_map>
#include <utility>

#include "content/page_names.h"
#include "pharos/base/error.h"

namespace pharos::content {
namespace {

namespace fs = std::filesystem;
using Clock = std::chrono::steady_clock;

constexpr std::uint32_t kEvents = IN_CLOSE_WRITE | IN_CREATE | IN_DELETE | IN_MOVED_FROM | IN_MOVED_TO | IN_ONLYDIR;

// Hidden files and the copies that editors make are nobody's content.
bool is_ignored(std::string_view name) {
  return name.starts_with(".") || name.ends_with("~") || name == "node_modules";
}

}  // namespace

struct Watcher::Impl {
  fs::path root;
  int descriptor = -1;
  std::unordered_map<int, std::string> folders;  ///< watched ones, relative

  ~Impl() {
    if (descriptor >= 0) ::close(descriptor);
  }

  /// Watches a folder and those below it; files already there are added to `changed` when it is given.
  void watch(const std::string& folder, std::set<std::string>* changed) {
    const fs::path path = root / folder;
    const int number = ::inotify_add_watch(descriptor, path.c_str(), kEvents);
    if (number < 0) {
      if (errno == ENOENT || errno == ENOTDIR || errno == EACCES) return;  // gone again, or not ours to see
      throw Error(ErrorKind::kUnavailable, "cannot watch " + path.string() + ": " + std::strerror(errno) +
                                               "; raise fs.inotify.max_user_watches (sysctl)");
    }
    folders[number] = folder;
    std::error_code failure;
    for (fs::directory_iterator it(path, failure), end; !failure && it != end; it.increment(failure)) {
      const std::string name = it->path().filename().string();
      if (is_ignored(name)) continue;
      std::error_code ignored;
      const fs::file_status status = it->symlink_status(ignored);
      if (fs::is_directory(status)) {
        watch(join_path(folder, name), changed);
      } else if (changed != nullptr) {
        changed->insert(join_path(folder, name));
      }
    }
  }

  void take(const inotify_event& event, std::set<std::string>& changed) {
    if ((event.mask & IN_Q_OVERFLOW) != 0) {
      // Events were lost: everything may have changed.
      watch("", &changed);
      return;
    }
    if ((event.mask & IN_IGNORED) != 0) {
      folders.erase(event.wd);
      return;
    }
    const auto folder = folders.find(event.wd);
    if (folder == folders.end() || event.len == 0) return;
    const std::string_view name(event.name);
    if (is_ignored(name)) return;
    const std::string path = join_path(folder->second, name);
    if ((event.mask & IN_ISDIR) == 0) {
      changed.insert(path);
    } else if ((event.mask & (IN_CREATE | IN_MOVED_TO)) != 0) {
      watch(path, &changed);
    } else {
      forget(path);
      changed.insert(path);
    }
  }

  // A folder that was moved away is still watched by the system, under a name that is no longer true.
  void forget(const std::string& gone) {
    std::erase_if(folders, [&](const auto& watched) {
      if (!below(watched.second, gone)) return false;
      ::inotify_rm_watch(descriptor, watched.first);
      return true;
    });
  }

  /// Waits until `end` for events and reads them; false when there were none.
  bool read_events(Clock::time_point end, std::set<std::string>& changed) {
    const auto left = std::chrono::ceil<std::chrono::milliseconds>(end - Clock::now());
    pollfd waiting{descriptor, POLLIN, 0};
    const int ready = ::poll(&waiting, 1, static_cast<int>(std::max<std::int64_t>(0, left.count())));
    if (ready <= 0) return false;
    alignas(inotify_event) char buffer[16 * 1024];
    const ssize_t length = ::read(descriptor, buffer, sizeof(buffer));
    for (ssize_t at = 0; at < length;) {
      const auto* event = reinterpret_cast<const inotify_event*>(buffer + at);
      take(*event, changed);
      at += static_cast<ssize_t>(sizeof(inotify_event) + event->len);
    }
    return true;
  }
};

Watcher::Watcher(const fs::path& root) : impl_(std::make_unique<Impl>()) {
  std::error_code failure;
  if (!fs::is_directory(root, failure)) {
    throw Error(ErrorKind::kNotFound, "there is no folder " + root.string() + " to watch");
  }
  impl_->root = root;
  impl_->descriptor = ::inotify_init1(IN_NONBLOCK | IN_CLOEXEC);
  if (impl_->descriptor < 0) {
    throw Error(ErrorKind::kUnavailable, std::string("cannot watch files: ") + std::strerror(errno) +
                                             "; raise fs.inotify.max_user_instances (sysctl)");
  }
  impl_->watch("", nullptr);
}

Watcher::~Watcher() = default;

std::vector<std::string> Watcher::wait(std::chrono::milliseconds limit, std::chrono::milliseconds settle) {
  const Clock::time_point end = Clock::now() + limit;
  std::set<std::string> changed;
  while (changed.empty()) {
    if (!impl_->read_events(end, changed) && Clock::now() >= end) return {};
  }
  // Somebody who writes all the time must not keep us waiting for ever.
  const Clock::time_point patience = std::max(end, Clock::now() + settle);
  for (;;) {
    const Clock::time_point quiet = std::min(Clock::now() + settle, patience);
    const bool more = impl_->read_events(quiet, changed);
    if (!more || Clock::now() >= patience) break;
  }
  return {changed.begin(), changed.end()};
}

}  // namespace pharos::content
