// SPDX-License-Identifier: GPL-3.0-or-later
#include "tools/desk_state.h"

#include <cstdlib>
#include <system_error>

#include "pharos/base/digest.h"
#include "pharos/base/error.h"
#include "pharos/base/files.h"

namespace pharos::tools {
namespace {

namespace fs = std::filesystem;

constexpr std::size_t kSecretBytes = 32;
constexpr std::size_t kLeastSecret = 16;
constexpr std::uint64_t kMostSmallFile = 4096;
constexpr const char* kServing = "serving";

std::string without_line_end(std::string text) {
  while (!text.empty() && (text.back() == '\n' || text.back() == '\r' || text.back() == ' ')) text.pop_back();
  return text;
}

void make_folder(const fs::path& folder) {
  std::error_code error;
  fs::create_directories(folder, error);
  if (error) throw Error(ErrorKind::kUnavailable, folder.string() + ": cannot be made: " + error.message(), "--state");
}

}  // namespace

void DeskState::declare(CLI::App& command) {
  command.add_option("--state", folder_, "Folder for what the server keeps")->capture_default_str();
  command.add_option("--store", store_,
                     "Database of the desk: a file, or postgresql://... for several servers (STATE/desk.sqlite)");
}

desk::StoreOptions DeskState::store(bool read_only) const {
  desk::StoreOptions options;
  options.address = store_.empty() ? (folder() / "desk.sqlite").string() : store_;
  options.read_only = read_only;
  if (!read_only) make_folder(folder());
  return options;
}

std::string DeskState::operator_token() const { return secret("PHAROS_OPERATOR_TOKEN", "operator-token"); }
std::string DeskState::form_key() const { return secret("PHAROS_FORM_KEY", "form-key"); }

std::string DeskState::secret(const char* variable, const char* file) const {
  if (const char* given = std::getenv(variable); given != nullptr && *given != '\0') {
    if (std::string_view(given).size() >= kLeastSecret) return given;
    throw Error(
        ErrorKind::kInvalidArgument,
        std::string(variable) + " is shorter than " + std::to_string(kLeastSecret) + " characters: make it longer",
        variable);
  }
  const fs::path path = folder() / file;
  if (fs::exists(path)) {
    std::string kept = without_line_end(read_file(path, kMostSmallFile));
    if (kept.size() >= kLeastSecret) return kept;
    throw Error(ErrorKind::kInvalidArgument, path.string() + ": holds less than " + std::to_string(kLeastSecret) +
                                                 " characters: remove it, and a new one is made");
  }
  make_folder(folder());
  std::string made = random_hex(kSecretBytes);
  // Closed to others while it is still empty, and whole when it gets its name.
  const fs::path unnamed = path.string() + ".new";
  write_file_synced(unnamed, "");
  fs::permissions(unnamed, fs::perms::owner_read | fs::perms::owner_write);
  write_file_synced(unnamed, made + "\n");
  fs::rename(unnamed, path);
  sync_folder(folder());
  return made;
}

void DeskState::announce(const std::string& url) const { replace_file(folder() / kServing, url + "\n"); }

void DeskState::withdraw() const noexcept {
  std::error_code ignored;  // it only tells where to look
  fs::remove(folder() / kServing, ignored);
}

std::optional<std::string> DeskState::server() const {
  const fs::path path = folder() / kServing;
  if (!fs::exists(path)) return std::nullopt;
  return without_line_end(read_file(path, kMostSmallFile));
}

}  // namespace pharos::tools
