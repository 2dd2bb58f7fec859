// SPDX-License-Identifier: GPL-3.0-or-later
#include <doctest/doctest.h>
#include <sys/stat.h>

#include <fstream>
#include <thread>

#include "gateway/handover_samples.h"
#include "gateway/line_file.h"
#include "pharos/base/files.h"
#include "pharos/base/json.h"

namespace pharos::gateway_test {
namespace {

using Outcome = desk::Delivery::Outcome;

std::vector<std::string> lines_of(const std::filesystem::path& path) {
  std::vector<std::string> lines;
  const std::string text = read_file(path);
  REQUIRE((text.empty() || text.back() == '\n'));
  for (std::size_t at = 0, end; (end = text.find('\n', at)) != std::string::npos; at = end + 1) {
    lines.push_back(text.substr(at, end - at));
  }
  return lines;
}

TEST_CASE("a ticket becomes a line with all that is known of it") {
  const TemporaryFolder folder;
  const auto gateway = made("file", {}, {}, folder.path().string());
  CHECK(gateway->deliver(new_ticket()).outcome == Outcome::kDelivered);
  CHECK(gateway->deliver(follow_up()).outcome == Outcome::kDelivered);

  const auto path = folder.path() / "tickets.jsonl";
  const auto lines = lines_of(path);
  REQUIRE(lines.size() == 2);
  const Json ticket = Json::parse(lines[0]);
  CHECK(ticket["id"].string() == "out-1");
  CHECK(ticket["type"].string() == "ticket.created");
  CHECK(ticket["timestamp"].string() == to_iso(UtcTime{1795000100}));
  const Json& data = ticket["data"];
  CHECK(data["code"].string() == "7K3M-9QWX-2HTR-5VBN");
  CHECK(data["subject"].string() == "提现一直没有到账");
  CHECK(data["message"].string() == new_ticket().ticket.message);
  CHECK(data["email"].string() == "reader@example.org");
  CHECK(data["routing"]["priority"].string() == "high");
  CHECK(data["routing"]["reasons"].strings() == std::vector<std::string>{"says 提现"});
  CHECK(data["trail"].items().size() == 2);
  CHECK(data["trail"].items()[1]["text"].string() == "withdrawals/not-arrived");
  CHECK(data["masked"].strings() == std::vector<std::string>{"card-number"});
  const Json message = Json::parse(lines[1]);
  CHECK(message["type"].string() == "ticket.message");
  CHECK(message["data"]["message_id"].string() == "m-2");
  CHECK(message["data"]["message"].string() == "还是没有, bitte helfen Sie.");

  struct stat status {};
  REQUIRE(::stat(path.c_str(), &status) == 0);
  CHECK((status.st_mode & 0777) == 0600);
}

TEST_CASE("the same hand-over twice is one line, also for a new process") {
  const TemporaryFolder folder;
  for (int run = 0; run < 2; ++run) {
    const auto gateway = made("file", {{"path", "sub/out.jsonl"}}, {}, folder.path().string());
    CHECK(gateway->deliver(new_ticket("a")).outcome == Outcome::kDelivered);
    CHECK(gateway->deliver(new_ticket("a")).outcome == Outcome::kDelivered);
  }
  CHECK(lines_of(folder.path() / "sub/out.jsonl").size() == 1);
}

TEST_CASE("a line that a kill has torn is cut off, at whatever byte") {
  const std::string first = R"({"id":"a","text":"提现"})";
  const std::string second = R"({"id":"b","text":"не пришло"})";
  for (std::size_t kept = 0; kept <= second.size(); ++kept) {
    const TemporaryFolder folder;
    const auto path = folder.path() / "out.jsonl";
    write_file_synced(path, first + "\n" + second.substr(0, kept));
    gateway::LineFile file(path);
    // A line without its end only is whole: the hand-over is there.
    CHECK(file.append("b", second) == (kept < second.size()));
    CHECK(file.append("c", R"({"id":"c"})"));
    CHECK(lines_of(path) == std::vector<std::string>{first, second, R"({"id":"c"})"});
  }
}

TEST_CASE("lines of somebody else stay, and are no fault") {
  const TemporaryFolder folder;
  const auto path = folder.path() / "out.jsonl";
  write_file_synced(path, "a note\n{\"id\":7}\n\n");
  gateway::LineFile file(path);
  CHECK(file.append("7", R"({"id":"7"})"));
  CHECK(lines_of(path) == std::vector<std::string>{"a note", "{\"id\":7}", "", R"({"id":"7"})"});
}

TEST_CASE("a file that was moved away or emptied is begun anew") {
  const TemporaryFolder folder;
  const auto path = folder.path() / "out.jsonl";
  gateway::LineFile file(path);
  CHECK(file.append("a", R"({"id":"a"})"));
  std::filesystem::rename(path, folder.path() / "out.1");
  CHECK(file.append("b", R"({"id":"b"})"));
  CHECK(lines_of(path) == std::vector<std::string>{R"({"id":"b"})"});
  std::filesystem::resize_file(path, 0);
  CHECK(file.append("b", R"({"id":"b"})"));
  CHECK(lines_of(path).size() == 1);
}

TEST_CASE("two writers of one file keep each id once and each line whole") {
  const TemporaryFolder folder;
  const auto path = folder.path() / "out.jsonl";
  std::vector<std::thread> writers;
  for (int writer = 0; writer < 2; ++writer) {
    writers.emplace_back([&path] {
      gateway::LineFile file(path);
      for (int number = 0; number < 50; ++number) {
        const std::string id = std::to_string(number);
        for (bool done = false; !done;) {
          try {
            file.append(id, "{\"id\":\"" + id + "\"}");
            done = true;
          } catch (const Error&) {
            std::this_thread::yield();  // the other one has the lock
          }
        }
      }
    });
  }
  for (std::thread& writer : writers) writer.join();
  CHECK(lines_of(path).size() == 50);
}

TEST_CASE("a file that cannot be written is tried again later, and says why") {
  const auto gateway = made("file", {{"path", "/proc/pharos/tickets.jsonl"}});
  const desk::Delivery delivery = gateway->deliver(new_ticket());
  CHECK(delivery.outcome == Outcome::kRetry);
  CHECK(delivery.cause.find("/proc/pharos/tickets.jsonl") != std::string::npos);
}

TEST_CASE("a full disk leaves no part of a line") {
  if (!std::filesystem::exists("/dev/full")) return;
  const auto gateway = made("file", {{"path", "/dev/full"}});
  const desk::Delivery delivery = gateway->deliver(new_ticket());
  CHECK(delivery.outcome == Outcome::kRetry);
  CHECK(delivery.cause.find("No space left") != std::string::npos);
}

}  // namespace
}  // namespace pharos::gateway_test
