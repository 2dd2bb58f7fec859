// SPDX-License-Identifier: GPL-3.0-or-later
#include "pharos/index/snapshot_store.h"

#include <fcntl.h>
#include <sys/file.h>
#include <unistd.h>

#include <algorithm>
#include <cerrno>
#include <cstdio>
#include <cstring>
#include <vector>

#include "index/body_file.h"
#include "pharos/base/digest.h"
#include "pharos/base/error.h"
#include "pharos/base/files.h"

namespace pharos::index {
namespace {

namespace fs = std::filesystem;

constexpr std::string_view kCurrent = "CURRENT";
constexpr std::string_view kLock = "LOCK";
constexpr std::string_view kGeneration = "gen-";
constexpr std::string_view kStaging = "staging-";
constexpr std::size_t kGenerationDigits = 6;

bool is_generation(std::string_view name) {
  return name.starts_with(kGeneration) && name.size() >= kGeneration.size() + kGenerationDigits &&
         name.find_first_not_of("0123456789", kGeneration.size()) == std::string_view::npos;
}

std::vector<std::string> generations(const fs::path& store) {
  std::vector<std::string> names;
  std::error_code error;
  for (const fs::directory_entry& entry : fs::directory_iterator(store, error)) {
    if (is_generation(entry.path().filename().string())) names.push_back(entry.path().filename().string());
  }
  // Numbers of more than six digits come after those with six.
  std::sort(names.begin(), names.end(), [](const std::string& a, const std::string& b) {
    return a.size() != b.size() ? a.size() < b.size() : a < b;
  });
  return names;
}

std::string next_name(const fs::path& store) {
  const std::vector<std::string> names = generations(store);
  const unsigned long last = names.empty() ? 0 : std::stoul(names.back().substr(kGeneration.size()));
  char name[40];
  std::snprintf(name, sizeof name, "gen-%06lu", last + 1);
  return name;
}

void refuse_foreign(const fs::path& store) {
  for (const fs::directory_entry& entry : fs::directory_iterator(store)) {
    const std::string name = entry.path().filename().string();
    if (!is_generation(name) && !name.starts_with(kStaging) && !name.starts_with(kCurrent) && name != kLock) {
      throw Error(
          ErrorKind::kInvalidArgument,
          store.string() + ": holds '" + name + "', which is no part of an index; name an empty or a new folder",
          "--index");
    }
  }
}

void remove_leftovers(const fs::path& store) {
  std::vector<fs::path> leftovers;
  for (const fs::directory_entry& entry : fs::directory_iterator(store)) {
    if (entry.path().filename().string().starts_with(kStaging)) leftovers.push_back(entry.path());
  }
  std::error_code ignored;  // a leftover that stays is only space
  for (const fs::path& path : leftovers) fs::remove_all(path, ignored);
}

// Somebody reads it, in this program or another: see Snapshot.
bool is_held(const fs::path& generation) {
  const int fd = ::open((generation / kBodyFile).c_str(), O_RDONLY | O_CLOEXEC);
  if (fd < 0) return false;
  const bool held = ::flock(fd, LOCK_EX | LOCK_NB) != 0 && errno == EWOULDBLOCK;
  ::close(fd);
  return held;
}

void sync_file(const fs::path& path) {
  const int fd = ::open(path.c_str(), O_RDONLY | O_CLOEXEC);
  const bool synced = fd >= 0 && ::fsync(fd) == 0;
  if (fd >= 0) ::close(fd);
  if (!synced) throw Error(ErrorKind::kUnavailable, path.string() + ": cannot sync: " + std::strerror(errno));
}

}  // namespace

std::optional<std::string> SnapshotStore::current() const {
  std::string name;
  try {
    name = read_file(folder_ / kCurrent, 4096);
  } catch (const Error& error) {
    if (error.kind() == ErrorKind::kNotFound) return std::nullopt;
    throw;
  }
  while (!name.empty() && name.back() == '\n') name.pop_back();
  if (!is_generation(name)) {
    throw Error(ErrorKind::kCorrupt,
                (folder_ / kCurrent).string() +
                    ": names no generation; rebuild the index with: pharos build CONTENT --index " + folder_.string());
  }
  return name;
}

std::shared_ptr<const Snapshot> SnapshotStore::open_current() const {
  const std::optional<std::string> name = current();
  if (!name) {
    throw Error(
        ErrorKind::kNotFound,
        folder_.string() + ": holds no index yet; build one with: pharos build CONTENT --index " + folder_.string(),
        "--index");
  }
  return Snapshot::open(folder_ / *name);
}

Staging::Staging(const fs::path& store_folder) : store_(store_folder) {
  std::error_code error;
  fs::create_directories(store_, error);
  if (error || !fs::is_directory(store_)) {
    throw Error(ErrorKind::kUnavailable, store_.string() + ": cannot create the folder: " + error.message(), "--index");
  }
  refuse_foreign(store_);
  lock_ = ::open((store_ / kLock).c_str(), O_RDWR | O_CREAT | O_CLOEXEC, 0644);
  if (lock_ < 0)
    throw Error(ErrorKind::kUnavailable, store_.string() + ": cannot write: " + std::strerror(errno), "--index");
  if (::flock(lock_, LOCK_EX | LOCK_NB) != 0) {
    ::close(lock_);
    lock_ = -1;
    throw Error(ErrorKind::kConflict, store_.string() + ": another build is writing here; wait until it has ended",
                "--index");
  }
  remove_leftovers(store_);
  folder_ = store_ / (std::string(kStaging) + random_hex(8));
  fs::create_directory(folder_, error);
  if (error) throw Error(ErrorKind::kUnavailable, folder_.string() + ": cannot create: " + error.message(), "--index");
}

Staging::~Staging() {
  std::error_code ignored;  // a leftover is removed by the next build
  if (!published_ && !folder_.empty()) fs::remove_all(folder_, ignored);
  if (lock_ >= 0) ::close(lock_);
}

std::string Staging::publish(Manifest manifest) {
  manifest.files.clear();
  for (const FoundFile& file : list_files(folder_).files) {
    sync_file(folder_ / file.path);
    manifest.files.push_back({file.path, file.size, sha256_of_file(folder_ / file.path)});
  }
  write_file_synced(folder_ / "manifest.json", to_json(manifest));
  sync_folder(folder_);
  std::string name = next_name(store_);
  std::error_code error;
  fs::rename(folder_, store_ / name, error);
  if (error) throw Error(ErrorKind::kUnavailable, (store_ / name).string() + ": cannot publish: " + error.message());
  published_ = true;
  sync_folder(store_);
  replace_file(store_ / kCurrent, name + "\n");
  const std::vector<std::string> names = generations(store_);
  for (std::size_t i = 0; i + kKeptGenerations < names.size(); ++i) {
    if (!is_held(store_ / names[i])) fs::remove_all(store_ / names[i], error);  // one that stays is only space
  }
  return name;
}

}  // namespace pharos::index
