// SPDX-License-Identifier: GPL-3.0-or-later
#include "pharos/index/manifest.h"

#include "pharos/base/digest.h"
#include "pharos/base/error.h"
#include "pharos/base/files.h"
#include "pharos/base/json.h"
#include "pharos/index/schema.h"
#include "pharos/text/analyzer.h"

namespace pharos::index {
namespace {

constexpr std::string_view kRemedy = "; rebuild the index with: pharos build CONTENT --index DIR";

[[noreturn]] void refuse(const std::filesystem::path& folder, const std::string& what) {
  throw Error(ErrorKind::kCorrupt, folder.string() + ": " + what + std::string(kRemedy));
}

}  // namespace

std::string to_json(const Manifest& manifest) {
  JsonWriter out(JsonWriter::Style::kPretty);
  out.begin_object().member("format", "pharos-index").member("schema", manifest.schema);
  out.member("analyzer", manifest.analyzer).member("created", manifest.created).member("content", manifest.content);
  out.member("articles", manifest.articles).member("sections", manifest.sections);
  out.member("languages", manifest.languages).member("drafts", manifest.drafts);
  out.key("files").begin_array();
  for (const ManifestFile& file : manifest.files) {
    out.begin_object().member("name", file.name).member("bytes", file.bytes).member("sha256", file.sha256).end_object();
  }
  out.end_array().end_object();
  return out.take();
}

Manifest read_manifest(const std::filesystem::path& folder) {
  Json json;
  try {
    json = Json::parse(read_file(folder / "manifest.json", 64 << 20), "manifest.json");
  } catch (const Error& error) {
    if (error.kind() == ErrorKind::kInvalidArgument) refuse(folder, error.what());
    throw Error(error.kind(), std::string(error.what()) + std::string(kRemedy));
  }
  if (json["format"].string() != "pharos-index") refuse(folder, "is not an index of Pharos");
  Manifest manifest;
  manifest.schema = static_cast<int>(json["schema"].integer());
  if (manifest.schema != kSchemaVersion) {
    refuse(folder, "has index version " + std::to_string(manifest.schema) + ", this program reads version " +
                       std::to_string(kSchemaVersion));
  }
  manifest.analyzer = json["analyzer"].string();
  if (manifest.analyzer != text::Analyzer::fingerprint()) {
    refuse(folder, "was built with another text analyzer (" + manifest.analyzer + ", this program has " +
                       text::Analyzer::fingerprint() + "), its words would not be found");
  }
  manifest.created = json["created"].string();
  manifest.content = json["content"].string();
  manifest.articles = static_cast<std::uint64_t>(json["articles"].integer());
  manifest.sections = static_cast<std::uint64_t>(json["sections"].integer());
  manifest.languages = static_cast<std::uint64_t>(json["languages"].integer());
  manifest.drafts = json["drafts"].boolean();
  for (const Json& row : json["files"].items()) {
    manifest.files.push_back(
        {row["name"].string(), static_cast<std::uint64_t>(row["bytes"].integer()), row["sha256"].string()});
  }
  return manifest;
}

void verify_files(const Manifest& manifest, const std::filesystem::path& folder) {
  if (manifest.files.empty()) refuse(folder, "lists no files");
  for (const ManifestFile& file : manifest.files) {
    // A name is joined to a path: one that climbs out would make us read elsewhere.
    if (file.name.find("..") != std::string::npos || file.name.starts_with('/')) refuse(folder, "names foreign files");
    std::error_code error;
    const std::uint64_t bytes = std::filesystem::file_size(folder / file.name, error);
    if (error) refuse(folder, file.name + " is missing");
    if (bytes != file.bytes) {
      refuse(folder, file.name + " has " + std::to_string(bytes) + " bytes instead of " + std::to_string(file.bytes));
    }
    if (sha256_of_file(folder / file.name) != file.sha256) refuse(folder, file.name + " is damaged (SHA-256 differs)");
  }
}

}  // namespace pharos::index
