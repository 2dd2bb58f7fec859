// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <atomic>
#include <functional>
#include <memory>
#include <mutex>
#include <string>
#include <vector>

#include "desk/circuit_breaker.h"
#include "pharos/desk/dispatcher.h"

namespace pharos::desk {

/// One target's way: its rows, its circuit, its replies. A lane that hangs holds up no other. round() is for one thread
/// at a time; status() for any.
class DispatcherLane {
 public:
  /// All must outlive the lane. `random` is called by the lane's thread only.
  DispatcherLane(Store& store, std::shared_ptr<Gateway> gateway, const AttachmentStore& files, DispatchPolicy policy,
                 const Clock& clock, const MonotonicClock& monotonic, std::string owner,
                 std::function<double()> random);

  /// Leases what is due, delivers, records; asks for replies where it is time. Ends early when `stopping` is set. Gives
  /// how many attempts were made, and never throws: a store in trouble is tried again in the next round.
  std::size_t round(const std::atomic<bool>& stopping);
  /// Whether another round should follow at once: there may be more to do.
  bool eager() const { return eager_; }

  TargetStatus status() const;

 private:
  /// What came of an attempt, until it is recorded.
  struct Outcome {
    OutboxRow row;
    Delivery delivery;
    bool probe = false;
  };

  std::size_t deliver_due(const std::atomic<bool>& stopping);
  void attempt(const OutboxRow& row);
  Delivery deliver(const OutboxRow& row);
  void record(const Outcome& outcome);
  void record_pending();
  void poll_when_due();
  void poll_slice(const std::vector<Ticket>& slice);
  void trouble(const std::string& cause);

  std::shared_ptr<Gateway> gateway_;
  const AttachmentStore& files_;
  const DispatchPolicy policy_;
  const Clock& clock_;
  const MonotonicClock& monotonic_;
  const std::string owner_;
  const std::function<double()> random_;
  Outbox outbox_;
  Tickets tickets_;

  std::vector<Outcome> pending_;  // delivered, but the store did not take it down
  bool eager_ = false;
  std::chrono::milliseconds next_poll_{0};
  std::string polled_to_;  // code of the last ticket asked for; empty: the next slice is the first
  UtcTime poll_began_;     // of the first slice
  UtcTime poll_since_;

  mutable std::mutex mutex_;  // guards what follows
  CircuitBreaker breaker_;
  TargetStatus counts_;
};

}  // namespace pharos::desk
