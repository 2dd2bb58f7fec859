// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <filesystem>
#include <string>
#include <string_view>

#include "pharos/base/files.h"
#include "pharos/engine/build.h"
#include "pharos/engine/help_center.h"

namespace pharos::engine {

inline Language lang(std::string_view tag) { return Language::require(tag); }

/// A content folder and its index for one test, built by the same road as any other.
class HelpSite {
 public:
  HelpSite& file(const std::string& path, std::string_view text) {
    const std::filesystem::path target = content() / path;
    std::filesystem::create_directories(target.parent_path());
    write_file_synced(target, text);
    return *this;
  }
  HelpSite& page(const std::string& path, const std::string& title, const std::string& body = "Text.\n",
                 const std::string& front_matter = "") {
    return file(path, "---\ntitle: " + title + "\n" + front_matter + "---\n" + body);
  }
  HelpSite& build() {
    BuildOptions options;
    options.read.now = *parse_time("2026-11-22");
    engine::build(content(), index(), options);
    return *this;
  }
  /// Flips a bit in a file of the newest generation.
  void damage(const std::string& generation, const std::string& name) const {
    std::string bytes = read_file(index() / generation / name);
    bytes[bytes.size() / 2] = static_cast<char>(bytes[bytes.size() / 2] ^ 1);
    write_file_synced(index() / generation / name, bytes);
  }

  std::filesystem::path content() const { return folder_.path() / "content"; }
  std::filesystem::path index() const { return folder_.path() / "index"; }

 private:
  TemporaryFolder folder_;
};

/// A site with what a help center has: languages with fallbacks, nested categories, notices, channels, a picture.
inline HelpSite& sample_site() {
  static HelpSite* const site = [] {
    auto* made = new HelpSite;  // lives as long as the tests
    made->file("pharos.yml", R"(site:
  name: {en: Lumen Help, ru: Помощь Lumen}
  url: https://help.example
default_language: en
languages:
  - en
  - {tag: ru, fallback: [en]}
  - {tag: uk, fallback: [ru, en]}
  - {tag: ar, fallback: [en]}
categories: [deposits, account]
channels:
  - {kind: email, name: E-mail, address: help@example.com, languages: [en, ru], hours: {en: always, ru: всегда}}
  - {kind: chat, name: {en: Chat, ar: دردشة}, address: "https://chat.example", languages: [ar]}
  - {kind: community, name: Forum, address: "https://forum.example"}
)");
    made->file("en/account/_index.md", "---\ntitle: Account\nsummary: Sign in.\nicon: key\n---\n");
    made->file("ru/account/_index.md", "---\ntitle: Аккаунт\n---\n");
    made->file("en/deposits/_index.md", "---\ntitle: Deposits\n---\n");
    made->file("en/deposits/crypto/_index.md", "---\ntitle: Crypto\n---\n");
    made->page("en/account/reset.md", "Reset your password",
               "Start.\n\n## Steps {#steps}\n\nChoose.\n\n### Deeper\n\nMore.\n",
               "order: 2\nsummary: A new one.\nrelated: [deposits/crypto/late, account/absent]\ntags: "
               "[password]\nupdated: 2026-11-01\n"
               "aliases: [old/reset, faq/password]\n");
    made->page("ru/account/reset.md", "Сброс пароля", "Начните.\n\n## Шаги {#steps}\n\nВыберите.\n", "order: 2\n");
    made->page("en/account/a-first.md", "Zero", "First by order.\n", "order: 1\n");
    made->page("en/account/agents.md", "Flags", "Secret.\n", "audience: agent\n");
    made->page("en/deposits/crypto/late.md", "Deposit not credited",
               "See [reset](../../account/reset.md#steps) and "
               "[deposits](../_index.md).\n\n![Net](net.svg)\n\n\"pharos:x\" stays.\n");
    made->file("en/deposits/crypto/net.svg", "<svg xmlns=\"http://www.w3.org/2000/svg\"></svg>");
    made->page("ru/deposits/only.md", "Только по-русски", "Текст.\n");
    made->file(
        "notices/active.yml",
        "severity: incident\nstarted: 2026-11-20T00:00:00Z\nexpected_end: 2026-11-21T00:00:00Z\naffects: [deposits]\n");
    made->file("notices/active.en.md",
               "---\ntitle: Deposits are late\ncause: Congestion\n---\nSee [reset](../en/account/reset.md).\n");
    made->file("notices/past.yml",
               "severity: maintenance\nstarted: 2026-11-10T00:00:00Z\nended: 2026-11-11T00:00:00Z\n");
    made->file("notices/past.en.md", "---\ntitle: Maintenance\n---\nDone.\n");
    made->file("notices/past.ru.md", "---\ntitle: Работы\n---\nГотово.\n");
    made->file("notices/future.yml", "severity: info\nstarted: 2026-12-01T00:00:00Z\n");
    made->file("notices/future.en.md", "---\ntitle: Soon\n---\nSoon.\n");
    made->build();
    return made;
  }();
  return *site;
}

}  // namespace pharos::engine
