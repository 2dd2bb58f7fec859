// SPDX-License-Identifier: GPL-3.0-or-later
#include "pharos/desk/attachments.h"

#include <sys/stat.h>

#include <algorithm>
#include <set>

#include "desk/media_type.h"
#include "pharos/base/digest.h"
#include "pharos/base/error.h"
#include "pharos/base/files.h"

namespace pharos::desk {
namespace {

namespace fs = std::filesystem;

constexpr unsigned kOwnerOnly = 0600;
constexpr std::int64_t kDay = 24 * 60 * 60;
/// Files that are being written; a crash leaves them behind.
constexpr std::string_view kUnfinished = ".new-";

std::string megabytes(std::uint64_t bytes) {
  const std::uint64_t tenths = (bytes * 10 + (1U << 19)) >> 20;
  return std::to_string(tenths / 10) + (tenths % 10 == 0 ? "" : "." + std::to_string(tenths % 10)) + " MB";
}

bool is_sha256(const std::string& text) {
  return text.size() == 64 &&
         std::all_of(text.begin(), text.end(), [](char c) { return (c >= '0' && c <= '9') || (c >= 'a' && c <= 'f'); });
}

/// Why the file may not be kept, or nothing; `media_type` is set when it may.
std::string fault_of(const Upload& upload, const AttachmentLimits& limits, std::string& media_type) {
  const std::string name = harmless_file_name(upload.file_name);
  if (upload.bytes.size() > limits.bytes) {
    return name + " has " + megabytes(upload.bytes.size()) + "; a file may have " + megabytes(limits.bytes);
  }
  const JudgedContent judged = judge_content(upload.bytes);
  media_type = judged.media_type;
  if (!judged.fault.empty()) return name + " " + judged.fault;
  if (std::find(limits.media_types.begin(), limits.media_types.end(), media_type) == limits.media_types.end()) {
    return name + " is " + media_type +
           " by its content, which is not taken; send a picture, a PDF, plain text or a film";
  }
  return {};
}

std::int64_t modified(const fs::path& path) {
  struct stat info {};
  return ::stat(path.c_str(), &info) == 0 ? info.st_mtim.tv_sec : 0;
}

}  // namespace

AttachmentStore::AttachmentStore(fs::path folder, AttachmentLimits limits)
    : folder_(std::move(folder)), limits_(std::move(limits)), changing_(std::make_shared<std::mutex>()) {
  std::error_code error;
  fs::create_directories(folder_, error);
  if (!error) fs::permissions(folder_, fs::perms::owner_all, error);
  if (error || !fs::is_directory(folder_)) {
    throw Error(ErrorKind::kUnavailable, folder_.string() + ": cannot make the folder for attachments: " +
                                             error.message() + "; make it, and let the server's user write there");
  }
}

Attachment AttachmentStore::keep(const Upload& upload) {
  Attachment kept;
  const std::string fault = fault_of(upload, limits_, kept.media_type);
  if (!fault.empty()) throw Error(ErrorKind::kInvalidArgument, fault, "attachments");
  kept.id = random_hex(16);
  kept.file_name = harmless_file_name(with_fitting_ending(harmless_file_name(upload.file_name), kept.media_type));
  kept.sha256 = sha256(upload.bytes);
  kept.bytes = upload.bytes.size();

  // A file that is there is written again: it may be damaged, and it is young again for remove_unused().
  const fs::path temporary = folder_ / (std::string(kUnfinished) + random_hex(8));
  const fs::path target = path_of(kept.sha256);
  const std::lock_guard lock(*changing_);
  std::error_code error;
  try {
    write_file_synced(temporary, upload.bytes, kOwnerOnly);
  } catch (const Error&) {
    fs::remove(temporary, error);
    throw;
  }
  fs::rename(temporary, target, error);
  if (error) {
    const std::string cause = error.message();
    fs::remove(temporary, error);
    throw Error(ErrorKind::kUnavailable, target.string() + ": cannot keep the attachment: " + cause);
  }
  sync_folder(folder_);
  return kept;
}

std::vector<std::string> AttachmentStore::faults(const std::vector<Upload>& uploads, std::size_t already) const {
  std::vector<std::string> faults;
  if (already + uploads.size() > limits_.count) {
    faults.push_back(std::to_string(already + uploads.size()) + " files; at most " + std::to_string(limits_.count) +
                     " may be sent");
  }
  for (const Upload& upload : uploads) {
    std::string media_type;
    std::string fault = fault_of(upload, limits_, media_type);
    if (!fault.empty()) faults.push_back(std::move(fault));
  }
  return faults;
}

fs::path AttachmentStore::path_of(const std::string& sha256) const {
  if (!is_sha256(sha256)) {
    throw Error(ErrorKind::kNotFound, "no attachment has this name; it is the SHA-256 in 64 hexadecimal digits");
  }
  return folder_ / sha256;
}

std::string AttachmentStore::read(const std::string& sha256) const {
  const fs::path path = path_of(sha256);
  std::string bytes = read_file(path);
  if (pharos::sha256(bytes) != sha256) {
    throw Error(ErrorKind::kCorrupt, path.string() + ": the attachment is not what was kept; restore it from a backup");
  }
  return bytes;
}

void AttachmentStore::remove(const std::string& sha256) {
  const fs::path path = path_of(sha256);
  const std::lock_guard lock(*changing_);
  std::error_code error;
  if (fs::remove(path, error)) sync_folder(folder_);
  if (error) throw Error(ErrorKind::kUnavailable, path.string() + ": cannot remove: " + error.message());
}

std::size_t AttachmentStore::remove_unused(const std::vector<std::string>& used, UtcTime now) {
  const std::set<std::string> needed(used.begin(), used.end());
  const std::lock_guard lock(*changing_);
  std::vector<fs::path> unused;
  std::error_code error;
  for (fs::directory_iterator entry(folder_, error), end; !error && entry != end; entry.increment(error)) {
    const std::string name = entry->path().filename().string();
    // What did not come from here is nobody's to remove.
    const bool ours = name.starts_with(kUnfinished) || is_sha256(name);
    if (ours && !needed.contains(name) && modified(entry->path()) < now.seconds - kDay) unused.push_back(entry->path());
  }
  if (error) throw Error(ErrorKind::kUnavailable, folder_.string() + ": cannot be read: " + error.message());
  std::size_t removed = 0;
  for (const fs::path& path : unused) removed += fs::remove(path, error) ? 1 : 0;
  if (removed > 0) sync_folder(folder_);
  return removed;
}

}  // namespace pharos::desk
