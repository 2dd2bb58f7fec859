// SPDX-License-Identifier: GPL-3.0-or-later
#include <algorithm>
#include <filesystem>
#include <iostream>
#include <memory>
#include <string>
#include <vector>

#include "pharos/base/digest.h"
#include "pharos/base/error.h"
#include "pharos/base/files.h"
#include "pharos/base/json.h"
#include "pharos/desk/store.h"
#include "tools/desk_state.h"
#include "tools/verbs.h"

namespace pharos::tools {
namespace {

namespace fs = std::filesystem;

struct Options {
  DeskState state;
  std::string to;
  bool json = false;
};

struct Copied {
  std::uint64_t store_bytes = 0, attachments = 0, attachment_bytes = 0;
  std::vector<std::string> damaged;  // attachments whose bytes are not those that were kept
};

// Attachments never change, and only forgetting a ticket removes one: what goes away under way was not to be kept.
void copy_attachments(const fs::path& from, const fs::path& to, Copied& copied) {
  fs::create_directory(to);
  if (!fs::exists(from)) return;
  for (const FoundFile& file : list_files(from).files) {
    std::string bytes;
    try {
      bytes = read_file(from / file.path);
    } catch (const Error& error) {
      if (error.kind() == ErrorKind::kNotFound) continue;
      throw;
    }
    fs::create_directories((to / file.path).parent_path());
    write_file_synced(to / file.path, bytes);
    // Their names are their SHA-256.
    if (sha256(bytes) != fs::path(file.path).filename()) copied.damaged.push_back((from / file.path).string());
    ++copied.attachments;
    copied.attachment_bytes += bytes.size();
  }
  sync_folder(to);
}

Copied copy(const Options& options) {
  const fs::path to = options.to;
  if (fs::exists(to)) {
    throw Error(ErrorKind::kInvalidArgument, to.string() + ": is there already; a backup is a new folder", "TO");
  }
  const fs::path part = to.string() + ".part";
  fs::remove_all(part);
  Copied copied;
  try {
    fs::create_directories(part);
    fs::permissions(part, fs::perms::owner_all);
    // The store first: every attachment that it names is there before its ticket is.
    desk::Store::backup(options.state.store(true).address, part / "desk.sqlite");
    copied.store_bytes = fs::file_size(part / "desk.sqlite");
    copy_attachments(options.state.attachments(), part / "attachments", copied);
    sync_folder(part);
    fs::rename(part, to);
  } catch (const fs::filesystem_error& error) {
    fs::remove_all(part);
    throw Error(ErrorKind::kUnavailable, std::string("cannot back up: ") + error.what());
  } catch (...) {
    fs::remove_all(part);
    throw;
  }
  sync_folder(to.has_parent_path() ? to.parent_path() : fs::path("."));
  return copied;
}

int run(const Options& options) {
  const Copied copied = copy(options);
  const int code = copied.damaged.empty() ? kDone : kFindings;
  if (options.json) {
    JsonWriter out;
    out.begin_object().member("backup", options.to).member("store_bytes", copied.store_bytes);
    out.member("attachments", copied.attachments).member("attachment_bytes", copied.attachment_bytes);
    out.strings("damaged", copied.damaged).end_object();
    std::cout << out.take() << "\n";
    return code;
  }
  std::cout << "backup       " << options.to << "\nstore        " << copied.store_bytes
            << " bytes, whole\nattachments  " << copied.attachments << ", " << copied.attachment_bytes << " bytes\n";
  for (const std::string& file : copied.damaged) std::cout << "damaged      " << file << "\n";
  return code;
}

}  // namespace

std::function<int()> add_backup(CLI::App& command) {
  auto options = std::make_shared<Options>();
  options->state.declare(command);
  command.add_option("TO", options->to, "Folder to make: the store and its attachments are copied into it")->required();
  command.add_flag("--json", options->json, "Print JSON");
  return [options] { return run(*options); };
}

}  // namespace pharos::tools
