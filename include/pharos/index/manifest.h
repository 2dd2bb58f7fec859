// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <cstdint>
#include <filesystem>
#include <string>
#include <string_view>
#include <vector>

namespace pharos::index {

/// A file of a generation. A value type.
struct ManifestFile {
  std::string name;  ///< relative to the generation's folder
  std::uint64_t bytes = 0;
  std::string sha256;
};

/// What a generation says of itself: manifest.json. A value type.
struct Manifest {
  int schema = 0;
  std::string analyzer;  ///< text::Analyzer::fingerprint()
  std::string created;   ///< ISO 8601
  std::string content;   ///< the folder it was built from, as given
  std::uint64_t articles = 0, sections = 0, languages = 0;
  bool drafts = false;
  std::vector<ManifestFile> files;
};

std::string to_json(const Manifest& manifest);

/// Reads and checks a generation's manifest against this program: Error{not_found} when there is none, {corrupt} when
/// it cannot be read or is of another schema or analyzer. Every message ends with how to rebuild.
Manifest read_manifest(const std::filesystem::path& generation_folder);

/// Checks every file's size and SHA-256. Throws Error{corrupt} naming the file.
void verify_files(const Manifest& manifest, const std::filesystem::path& generation_folder);

}  // namespace pharos::index
