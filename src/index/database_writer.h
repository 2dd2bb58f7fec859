// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <filesystem>
#include <memory>

#include "pharos/index/term_document.h"

namespace pharos::index {

/// Writes one language's database. Belongs to one thread.
class DatabaseWriter {
 public:
  /// `work` is a folder that may be filled and is removed by finish(). Throws Error{unavailable}.
  explicit DatabaseWriter(std::filesystem::path work);
  ~DatabaseWriter();
  DatabaseWriter(const DatabaseWriter&) = delete;
  DatabaseWriter& operator=(const DatabaseWriter&) = delete;

  void add(const TermDocument& document);
  /// Compacts everything added into the single file `target`.
  void finish(const std::filesystem::path& target);

 private:
  struct Impl;
  std::unique_ptr<Impl> impl_;
};

}  // namespace pharos::index
