// SPDX-License-Identifier: GPL-3.0-or-later
#include <doctest/doctest.h>

#include <algorithm>
#include <set>

#include "gateway/gateway_options.h"
#include "gateway/handover_samples.h"
#include "pharos/base/files.h"

namespace pharos::gateway_test {
namespace {

TEST_CASE("a gateway is called by its name, or by its kind where none is given") {
  CHECK(made("file", {})->name() == "file");
  CHECK(gateway::make_gateway({"file", "second-file", {}, {}}, {{}, "/nonexistent"})->name() == "second-file");
}

TEST_CASE("each kind stands once and says what it is") {
  std::set<std::string_view> seen;
  for (const gateway::GatewayKind& kind : gateway::kinds()) {
    CHECK(seen.insert(kind.name).second);
    CHECK_FALSE(kind.what.empty());
  }
  CHECK(seen.count("file") == 1);
  CHECK(seen.count("webhook") == 1);
}

TEST_CASE("wrong settings name the option") {
  const std::map<std::string, std::string> environment = {
      {"HOOK", kSecret}, {"SHORT", "whsec_c2hvcnQ="}, {"EMPTY", ""}};
  struct Row {
    std::string kind;
    std::map<std::string, std::string> options;
    std::string faulty;
  };
  const std::string url = "https://example.org/hook";
  const std::vector<Row> rows = {
      {"pigeon", {}, "gateways.pigeon.kind"},
      {"file", {{"folder", "x"}}, "gateways.file.folder"},
      {"file", {{"path", "a\nb"}}, "gateways.file.path"},
      {"file", {{"path", "/"}}, "gateways.file.path"},
      {"webhook", {{"secret_env", "HOOK"}}, "gateways.webhook.url"},
      {"webhook", {{"url", url}}, "gateways.webhook.secret_env"},
      {"webhook", {{"url", url}, {"secret_env", "NOT_SET"}}, "gateways.webhook.secret_env"},
      {"webhook", {{"url", url}, {"secret_env", "EMPTY"}}, "gateways.webhook.secret_env"},
      {"webhook", {{"url", url}, {"secret_env", "SHORT"}}, "gateways.webhook.secret_env"},
      {"webhook", {{"url", url}, {"secret_file", "/nonexistent/secret"}}, "gateways.webhook.secret_file"},
      {"webhook", {{"url", url}, {"secret_env", "HOOK"}, {"secret_file", "x"}}, "gateways.webhook.secret_file"},
      {"webhook", {{"url", url}, {"secret", kSecret}}, "gateways.webhook.secret"},
      {"webhook", {{"url", "file:///etc/passwd"}, {"secret_env", "HOOK"}}, "gateways.webhook.url"},
      {"webhook", {{"url", "gopher://example.org"}, {"secret_env", "HOOK"}}, "gateways.webhook.url"},
      {"webhook", {{"url", "https://user:word@example.org"}, {"secret_env", "HOOK"}}, "gateways.webhook.url"},
      {"webhook", {{"url", "https:///path"}, {"secret_env", "HOOK"}}, "gateways.webhook.url"},
      {"webhook", {{"url", url}, {"secret_env", "HOOK"}, {"allow_private", "yes"}}, "gateways.webhook.allow_private"},
      {"webhook", {{"url", url}, {"secret_env", "HOOK"}, {"timeout", "0"}}, "gateways.webhook.timeout"},
      {"webhook", {{"url", url}, {"secret_env", "HOOK"}, {"timeout", "5 s"}}, "gateways.webhook.timeout"},
      {"webhook", {{"url", url}, {"secret_env", "HOOK"}, {"attachments", "all"}}, "gateways.webhook.attachments"},
      {"webhook", {{"url", url}, {"secret_env", "HOOK"}}, ""},
  };
  for (const Row& row : rows) {
    CAPTURE(row.faulty);
    CHECK(faulty_option(row.kind, row.options, environment) == row.faulty);
  }
}

TEST_CASE("a secret is never in a message") {
  const std::string secret = "whsec_tooShortButSecret";
  try {
    made("webhook", {{"url", "https://example.org"}, {"secret_env", "HOOK"}}, {{"HOOK", secret}});
    FAIL("it was made");
  } catch (const Error& error) {
    CHECK(std::string(error.what()).find("tooShort") == std::string::npos);
  }
}

TEST_CASE("a secret may stand in a file of its own") {
  const TemporaryFolder folder;
  const auto path = folder.path() / "secret";
  write_file_synced(path, kSecret + "\n" + kNextSecret + "\n");
  CHECK(faulty_option("webhook", {{"url", "https://example.org"}, {"secret_file", path.string()}}) == "");
}

TEST_CASE("replies are signed with the gateway's own secrets, both while one replaces the other") {
  const TemporaryFolder folder;
  const auto path = folder.path() / "secret";
  write_file_synced(path, kSecret + "\n" + kNextSecret + "\n");
  CHECK(gateway::reply_secrets({"webhook", "hook", {}, {{"secret_file", path.string()}}}, {}) ==
        std::vector<std::string>{kSecret, kNextSecret});
  CHECK(gateway::reply_secrets({"file", "file", {}, {}}, {}).empty());
}

TEST_CASE("each option is explained to operators") {
  const std::string readme = read_file(PHAROS_SOURCE_DIR "/tools/README.md");
  for (const gateway::GatewayKind& kind : gateway::kinds()) {
    const std::size_t begin = readme.find("**`" + std::string(kind.name) + "`**");
    REQUIRE(begin != std::string::npos);
    const std::string section =
        readme.substr(begin, std::min(readme.find("\n**`", begin), readme.find("\n#", begin)) - begin);
    auto options = kind.required;
    options.insert(options.end(), kind.optional.begin(), kind.optional.end());
    for (const std::string_view option : options) {
      CAPTURE(option);
      CHECK(section.find("`" + std::string(option) + "`") != std::string::npos);
    }
  }
}

TEST_CASE("words are what stands between white space and commas") {
  CHECK(gateway::words_of(" a, b\n c,,") == std::vector<std::string>{"a", "b", "c"});
  CHECK(gateway::words_of(" ,\n").empty());
}

}  // namespace
}  // namespace pharos::gateway_test
