// SPDX-License-Identifier: GPL-3.0-or-later
// An hour in which the support team's system fails in every way it can, on a simulated clock. PHAROS_FULL=1 sends
// 10,000 tickets through it instead of 500; PHAROS_OUTAGE=table prints what happened in each minute.
#include <doctest/doctest.h>

#include <array>
#include <cstdio>
#include <cstdlib>
#include <map>
#include <set>
#include <thread>

#include "desk/scripted_gateway.h"
#include "desk/test_store.h"
#include "desk/ticket_samples.h"
#include "pharos/desk/dispatcher.h"

namespace pharos::desk {
namespace {

using std::chrono::milliseconds;
using std::chrono::seconds;

constexpr UtcTime kBegin{1'795'392'000};
constexpr int kWellBefore = 2;  // minutes
constexpr int kPhase = 10;      // minutes of each of the troubles

enum class Trouble { kNone, kDown, kHangs, kError, kBusy, kHalfAnswer, kFlaky };
// The hour of the outage, ten minutes each, between two times without trouble.
constexpr std::array kHour = {Trouble::kFlaky, Trouble::kDown, Trouble::kHangs,
                              Trouble::kError, Trouble::kBusy, Trouble::kHalfAnswer};
constexpr std::array kNames = {"well", "down", "hangs", "500", "429", "half an answer", "flaky"};
constexpr int kOver = kWellBefore + kPhase * static_cast<int>(kHour.size());  // minute in which it is well again

Trouble trouble_at(int minute) {
  if (minute < kWellBefore || minute >= kOver) return Trouble::kNone;
  return kHour.at(static_cast<std::size_t>((minute - kWellBefore) / kPhase));
}

// What happened in a minute.
struct Minute {
  int arrived = 0, attempts = 0, taken = 0, repeated = 0;
  std::int64_t waiting = 0;
};

// The support team's system: it knows a hand-over again by its id.
class Receiver {
 public:
  explicit Receiver(SimulatedTime& time) : time_(time) {}

  Delivery take(const Handover& handover) {
    Minute& minute = minutes[now()];
    ++minute.attempts;
    switch (trouble_at(now())) {
      case Trouble::kDown:
        return not_now("connection refused");
      case Trouble::kHangs:
        time_.advance(seconds(20));
        return not_now("no answer within 20 seconds");
      case Trouble::kError:
        return not_now("500 Internal Server Error");
      case Trouble::kBusy:
        return not_now("429 Too Many Requests", seconds(120));
      case Trouble::kHalfAnswer:
        keep(handover, minute);
        return not_now("the answer ended in the middle");
      case Trouble::kFlaky:
        if (++calls_ % 2 == 0) return not_now("503 Service Unavailable");
        break;
      case Trouble::kNone:
        break;
    }
    time_.advance(milliseconds(40));
    return delivered_as(keep(handover, minute));
  }
  int now() const { return static_cast<int>((time_.wall().now().seconds - kBegin.seconds) / 60); }

  std::map<int, Minute> minutes;
  std::map<std::string, std::string> taken;  // remote ids by hand-over
  std::map<std::string, int> tickets;        // how many hand-overs each ticket has become

 private:
  std::string keep(const Handover& handover, Minute& minute) {
    const auto [at, fresh] = taken.emplace(handover.id, std::to_string(taken.size() + 1));
    ++(fresh ? minute.taken : minute.repeated);
    if (fresh) ++tickets[handover.ticket.code];
    return at->second;
  }

  SimulatedTime& time_;
  int calls_ = 0;
};

// Readers who come at the same time: their commits are grouped.
void open_tickets(Store& store, const Clock& clock, int count) {
  Tickets tickets(store, clock);
  std::vector<std::thread> readers;
  for (int i = 0; i < count; ++i) {
    readers.emplace_back([&] {
      Ticket ticket = sample_ticket();
      ticket.attachments.clear();
      tickets.open(std::move(ticket), {}, "desk");
    });
  }
  for (std::thread& reader : readers) reader.join();
}

std::string table(const std::map<int, Minute>& minutes) {
  std::string text = "minute  target          arrived  attempts  new  known again  waiting\n";
  for (const auto& [minute, m] : minutes) {
    char line[128];
    std::snprintf(line, sizeof line, "%6d  %-14s  %7d  %8d  %4d  %10d  %7lld\n", minute,
                  kNames.at(static_cast<std::size_t>(trouble_at(minute))), m.arrived, m.attempts, m.taken, m.repeated,
                  static_cast<long long>(m.waiting));
    text += line;
  }
  return text;
}

bool set(const char* variable, const std::string& value) {
  const char* given = std::getenv(variable);
  return given != nullptr && given == value;
}

TEST_CASE("an hour of all kinds of trouble: every ticket arrives once, and nobody storms") {
  const int all = set("PHAROS_FULL", "1") ? 10'000 : 500;
  TestStore store;
  const AttachmentStore files(store.folder() / "files");
  SimulatedTime time(kBegin);
  Receiver receiver(time);
  auto gateway =
      std::make_shared<ScriptedGateway>("desk", [&](const Handover& handover) { return receiver.take(handover); });
  std::uint32_t random = 1;
  const auto dispatcher = [&] {
    return std::make_unique<Dispatcher>(*store, std::vector<std::shared_ptr<Gateway>>{gateway}, files, DispatchPolicy(),
                                        time.wall(), time.monotonic(), [&random] {
                                          random = random * 1'664'525U + 1'013'904'223U;
                                          return static_cast<double>(random) / 4'294'967'296.0;
                                        });
  };
  auto running = dispatcher();
  Outbox outbox(*store, time.wall());

  int arrived = 0;
  int restarted = 0;
  for (int minute = 0; minute < 24 * 60; minute = receiver.now()) {
    const std::int64_t half_minutes = (time.wall().now().seconds - kBegin.seconds) / 30;
    const int due = static_cast<int>(std::min<std::int64_t>(all, all * (half_minutes + 1) / (kOver * 2)));
    if (due > arrived) {
      open_tickets(*store, time.wall(), due - arrived);
      receiver.minutes[minute].arrived += due - arrived;
      arrived = due;
    }
    // Every twenty minutes the server is started anew: what it knew of the target is forgotten.
    if (minute / 20 > restarted) {
      restarted = minute / 20;
      running = dispatcher();
    }
    // As its thread does: on while there is something to do, then after a second.
    if (running->run_once() == 0) time.advance(seconds(1));
    if (receiver.now() != minute) {
      receiver.minutes[minute].waiting = outbox.counts().waiting;
      if (arrived == all && receiver.minutes[minute].waiting == 0 && outbox.counts().leased == 0) break;
    }
  }

  const std::string printed = table(receiver.minutes);
  if (set("PHAROS_OUTAGE", "table")) MESSAGE(all, " tickets\n", printed);
  CAPTURE(printed);
  CHECK(receiver.taken.size() == static_cast<std::size_t>(all));
  CHECK(receiver.tickets.size() == static_cast<std::size_t>(all));
  const OutboxCounts counts = outbox.counts();
  CHECK(counts.delivered == all);
  CHECK(counts.dead == 0);
  int in_trouble = 0;
  for (const auto& [minute, happened] : receiver.minutes) {
    const Trouble trouble = trouble_at(minute);
    if (trouble == Trouble::kNone || trouble == Trouble::kFlaky) continue;
    CHECK(happened.attempts <= 10);  // five that open the circuit, then one each half minute
    in_trouble += happened.attempts;
  }
  CHECK(in_trouble <= 2 * kPhase * 5 + 5 * 4);
  CHECK(in_trouble >= kPhase * 2);
  // Well again at minute kOver: what was tried last waits a quarter of an hour at most.
  CHECK(receiver.minutes.rbegin()->first <= kOver + 16);
  std::size_t handed_on = 0;
  Tickets(*store, time.wall()).for_each(kBegin, time.wall().now(), [&](const Ticket& ticket) {
    handed_on += ticket.state == TicketState::kHandedOn && !ticket.remote_id.empty() ? 1 : 0;
  });
  CHECK(handed_on == static_cast<std::size_t>(all));
}

}  // namespace
}  // namespace pharos::desk
