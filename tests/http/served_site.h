// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <spdlog/spdlog.h>

#include <filesystem>
#include <string>
#include <string_view>
#include <vector>

#include "http/http_client.h"
#include "pharos/base/files.h"
#include "pharos/engine/build.h"
#include "pharos/engine/help_center.h"
#include "pharos/http/server.h"

// A small help center on a real port, built by the same road as any other.
namespace pharos::http_test {

struct SourceFile {
  std::string_view path;
  std::string_view text;
};

inline constexpr SourceFile kSourceFiles[] = {
    {"pharos.yml", R"(site:
  name: {en: Harbor Help, ru: Помощь Harbor}
  url: https://help.example
default_language: en
languages:
  - {tag: en, name: English}
  - {tag: ru, name: Русский, fallback: [en]}
  - {tag: zh-Hans, name: 简体中文, fallback: [en]}
categories: [account, deposits]
channels:
  - kind: chat
    name: {en: Live chat, ru: Чат}
    address: https://chat.example
    languages: [en]
    hours: {en: every day}
  - kind: email
    name: E-mail
    address: help@example.com
    languages: [ru]
)"},
    {"en/account/_index.md", "---\ntitle: Account\nsummary: Signing in and out.\n---\n"},
    {"ru/account/_index.md", "---\ntitle: Аккаунт\n---\n"},
    {"en/account/reset-password.md",
     "---\ntitle: Reset your password\nsummary: A new password in a minute.\nquestions: [I forgot my password]\n"
     "tags: [password]\nupdated: 2026-11-01\n---\nIntroduction.\n\n## By e-mail {#by-email}\n\nWe send you a link. "
     "Choose a new password.\n\n## Without e-mail\n\nAsk the support.\n"},
    {"ru/account/reset-password.md",
     "---\ntitle: Сброс пароля\n---\nВведение.\n\n## По почте {#by-email}\n\nМы отправим ссылку для нового пароля.\n"},
    {"en/deposits/_index.md", "---\ntitle: Deposits\n---\n"},
    {"en/deposits/wrong-network.md",
     "---\ntitle: I used the wrong network\nrelated: [account/reset-password]\n---\n"
     "Coins sent over the wrong network can often be recovered.\n\n![Diagram](network.svg)\n\n"
     "| Network | Fee |\n|---|---|\n| TRC20 | 1 |\n"},
    {"en/deposits/network.svg", "<svg xmlns=\"http://www.w3.org/2000/svg\" width=\"8\" height=\"8\"></svg>"},
    {"zh-Hans/deposits/wrong-network.md",
     "---\ntitle: 充值时选错了网络\n---\n通过错误的网络充值的资产通常可以找回。\n"},
    {"notices/delay.yml", "severity: incident\nstarted: 2026-01-01T00:00:00Z\naffects: [deposits]\n"},
    {"notices/delay.en.md", "---\ntitle: Deposits are delayed\ncause: Congestion\n---\nWe are on it.\n"},
};

/// A content folder and the index made of it, removed with the object. Belongs to one thread.
class BuiltSite {
 public:
  BuiltSite() {
    for (const SourceFile& file : kSourceFiles) write(file.path, file.text);
    build();
  }

  void write(std::string_view path, std::string_view text) {
    const std::filesystem::path file = content_.path() / path;
    std::filesystem::create_directories(file.parent_path());
    write_file_synced(file, text);
  }
  /// Publishes a generation of what is written.
  void build() { engine::build(content_.path(), index(), {}); }
  std::filesystem::path index() const { return index_.path() / "index"; }

  /// One for all tests that only read: publishing takes longer than they do.
  static const BuiltSite& shared() {
    static const BuiltSite site;
    return site;
  }

 private:
  TemporaryFolder content_;
  TemporaryFolder index_;
};

/// A server over a built site. Belongs to one thread.
class ServedSite {
 public:
  explicit ServedSite(std::vector<std::string> cors_origins = {}, const BuiltSite& built = BuiltSite::shared())
      : help_center_(built.index()), server_(help_center_, options(0, std::move(cors_origins))) {
    spdlog::set_level(spdlog::level::off);
    server_.start();
  }

  static http::ServerOptions options(int port, std::vector<std::string> cors_origins = {}) {
    http::ServerOptions options;
    options.port = port;
    options.site = std::filesystem::path(PHAROS_SOURCE_DIR) / "site";
    options.cors_origins = std::move(cors_origins);
    return options;
  }

  int port() const { return server_.port(); }
  engine::HelpCenter& help_center() { return help_center_; }
  http::Server& server() { return server_; }
  Answer get(const std::string& target, const Client::Headers& headers = {}) const {
    return http_test::get(port(), target, headers);
  }

 private:
  engine::HelpCenter help_center_;
  http::Server server_;
};

}  // namespace pharos::http_test
