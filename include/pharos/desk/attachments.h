// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <cstdint>
#include <filesystem>
#include <memory>
#include <mutex>
#include <string>
#include <string_view>
#include <vector>

#include "pharos/desk/ticket.h"

namespace pharos::desk {

/// Limits on what strangers may send (each is a setting with this default).
struct AttachmentLimits {
  std::size_t count = 5;
  std::uint64_t bytes = 10ULL << 20;  ///< of one
  /// By content: pictures, PDF, plain text, films of screens. No archives, programs, documents with macros, HTML, SVG.
  std::vector<std::string> media_types = {"image/png",  "image/jpeg",      "image/gif",  "image/webp",
                                          "image/heic", "application/pdf", "text/plain", "video/mp4",
                                          "video/webm", "video/quicktime"};
};

/// A file as it was sent. A value type.
struct Upload {
  std::string file_name;
  std::string bytes;
};

/// Files of tickets in a folder of their own, named by their SHA-256, outside of all that is served. Thread-safe.
class AttachmentStore {
 public:
  /// Makes the folder where it is missing, readable by its owner only.
  AttachmentStore(std::filesystem::path folder, AttachmentLimits limits = {});

  /// What the file is (libmagic), and whether it may be kept. Throws Error{invalid_argument} with parameter
  /// "attachments" naming the file and the limit, {full} where the disk has no room. Durable when it returns; a name is
  /// made harmless and gets an ending that fits its content.
  Attachment keep(const Upload& upload);
  /// The faults of all files at once (count, size, type), before any is kept: empty when they may be.
  std::vector<std::string> faults(const std::vector<Upload>& uploads, std::size_t already = 0) const;

  /// Throws Error{not_found}, and Error{corrupt} when the bytes are not those that were kept.
  std::string read(const std::string& sha256) const;
  std::filesystem::path path_of(const std::string& sha256) const;
  void remove(const std::string& sha256);
  /// Removes files older than a day that `used` does not name: a ticket that was never acknowledged left them.
  std::size_t remove_unused(const std::vector<std::string>& used, UtcTime now);

  const AttachmentLimits& limits() const { return limits_; }

 private:
  std::filesystem::path folder_;
  AttachmentLimits limits_;
  std::shared_ptr<std::mutex> changing_;  ///< so that no file is removed while it is kept again
};

/// The name without path, control characters and what file systems or headers stumble over; at most 120 bytes, the
/// ending kept. "file" when nothing is left.
std::string harmless_file_name(std::string_view name);

}  // namespace pharos::desk
