// SPDX-License-Identifier: GPL-3.0-or-later
#include "pharos/desk/dispatcher.h"

#include <algorithm>
#include <condition_variable>
#include <mutex>
#include <random>
#include <thread>

#include "desk/dispatcher_lane.h"
#include "desk/forward_clock.h"
#include "pharos/base/digest.h"
#include "pharos/base/error.h"
#include "pharos/desk/outbox.h"

namespace pharos::desk {
namespace {

// How long a lane with nothing to do waits before it looks again: for rows whose time comes, or of other servers.
constexpr std::chrono::seconds kIdle{1};

std::function<double()> system_random() {
  return [engine = std::mt19937_64(std::random_device()())]() mutable {
    return std::uniform_real_distribution<double>(0, 1)(engine);
  };
}

}  // namespace

struct Dispatcher::Impl {
  Impl(Store& store, const Clock& wall, const MonotonicClock& monotonic)
      : clock(wall, monotonic), outbox(store, clock) {}

  // A thread a lane: a target that hangs must not stop the others.
  void run(DispatcherLane& lane) {
    std::uint64_t seen = 0;
    while (!stopping) {
      lane.round(stopping);
      if (lane.eager()) continue;
      std::unique_lock lock(mutex);
      sleeper.wait_for(lock, kIdle, [&] { return stopping || wakes != seen; });
      seen = wakes;
    }
  }

  // Tickets for a gateway that was renamed or taken out of the settings wait for ever: somebody must hear of it.
  void add_unknown_targets(std::vector<TargetStatus>& all) const {
    for (const auto& [target, waiting] : outbox.waiting_by_target()) {
      TargetStatus status;
      status.name = target;
      const bool known =
          std::any_of(all.begin(), all.end(), [&](const TargetStatus& one) { return one.name == status.name; });
      if (known) continue;
      status.open = true;
      status.last_cause = "no gateway has this name: " + std::to_string(waiting) +
                          " hand-overs wait for it; bring it back in the settings";
      all.push_back(std::move(status));
    }
  }

  ForwardClock clock;
  const Outbox outbox;
  std::vector<std::unique_ptr<DispatcherLane>> lanes;
  std::vector<std::thread> threads;
  std::atomic<bool> stopping{false};
  std::mutex mutex;
  std::condition_variable sleeper;
  std::uint64_t wakes = 0;
};

Dispatcher::Dispatcher(Store& store, std::vector<std::shared_ptr<Gateway>> gateways, const AttachmentStore& files,
                       DispatchPolicy policy, const Clock& wall, const MonotonicClock& monotonic,
                       const std::function<double()>& random)
    : impl_(std::make_unique<Impl>(store, wall, monotonic)) {
  const std::string owner = random_hex(8);
  for (std::shared_ptr<Gateway>& gateway : gateways) {
    impl_->lanes.push_back(std::make_unique<DispatcherLane>(store, std::move(gateway), files, policy, impl_->clock,
                                                            monotonic, owner, random ? random : system_random()));
  }
}

Dispatcher::~Dispatcher() { stop(); }

std::size_t Dispatcher::run_once() {
  std::size_t attempts = 0;
  for (const auto& lane : impl_->lanes) attempts += lane->round(impl_->stopping);
  return attempts;
}

void Dispatcher::start() {
  if (!impl_->threads.empty()) return;
  impl_->stopping = false;
  for (const auto& lane : impl_->lanes) impl_->threads.emplace_back([this, &lane] { impl_->run(*lane); });
}

void Dispatcher::stop() {
  {
    const std::lock_guard lock(impl_->mutex);
    impl_->stopping = true;
  }
  impl_->sleeper.notify_all();
  for (std::thread& thread : impl_->threads) thread.join();
  impl_->threads.clear();
  impl_->stopping = false;
}

void Dispatcher::wake() {
  {
    const std::lock_guard lock(impl_->mutex);
    ++impl_->wakes;
  }
  impl_->sleeper.notify_all();
}

std::vector<TargetStatus> Dispatcher::status() const {
  std::vector<TargetStatus> all;
  for (const auto& lane : impl_->lanes) all.push_back(lane->status());
  try {
    impl_->add_unknown_targets(all);
  } catch (const Error&) {
    // The store is in trouble, and says so itself.
  }
  return all;
}

}  // namespace pharos::desk
