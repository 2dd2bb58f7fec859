// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <CLI/CLI.hpp>
#include <filesystem>
#include <optional>
#include <string>
#include <utility>

#include "pharos/desk/attachments.h"
#include "pharos/desk/store.h"

namespace pharos::tools {

/// Where a server keeps what readers hand over, and the options that say so. What lies in the folder:
///   desk.sqlite     the store, unless --store names another
///   attachments/    files of tickets
///   operator-token  what the operator's part of the API asks for, unless $PHAROS_OPERATOR_TOKEN says it
///   form-key        signs forms, unless $PHAROS_FORM_KEY says it (several servers need the same)
///   serving         address of the server that is running on it
class DeskState {
 public:
  DeskState() = default;
  DeskState(std::string folder, std::string store) : folder_(std::move(folder)), store_(std::move(store)) {}

  void declare(CLI::App& command);

  std::filesystem::path folder() const { return folder_; }
  desk::StoreOptions store(bool read_only) const;
  std::filesystem::path attachments() const { return folder() / "attachments"; }
  /// Both are made at the first need; readable by the owner only.
  std::string operator_token() const;
  std::string form_key() const;

  void announce(const std::string& url) const;
  void withdraw() const noexcept;
  /// The address of the server that runs on this state, as far as is known.
  std::optional<std::string> server() const;

 private:
  std::string secret(const char* variable, const char* file) const;

  std::string folder_ = "state";
  std::string store_;
};

}  // namespace pharos::tools
