// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <chrono>
#include <cstdint>
#include <functional>
#include <memory>
#include <string>
#include <vector>

#include "pharos/desk/gateway.h"
#include "pharos/desk/outbox.h"
#include "pharos/desk/tickets.h"

namespace pharos::desk {

/// How hard to try. A value type.
struct DispatchPolicy {
  std::chrono::seconds first_wait{5};   ///< base of the exponential backoff, with full jitter (Brooker 2015)
  std::chrono::seconds most_wait{900};  ///< cap of it
  /// Then the row is dead, unless that attempt was a probe; a refusal by the target kills at once.
  std::int64_t attempts = 40;
  std::chrono::seconds lease{120};
  std::size_t batch = 16;
  /// Circuit breaker a target: after so many failures in a row, refusals too, nothing is tried but one probe each
  /// `open_for`; a target that names a time is left alone until then.
  int failures_to_open = 5;
  std::chrono::seconds open_for{30};
  std::chrono::seconds poll_every{60};  ///< for targets that are asked for replies
};

/// What a target is like now, for operators and metrics. A value type.
struct TargetStatus {
  std::string name;
  bool open = false;  ///< the circuit: nothing is tried until `retry_in`
  std::chrono::milliseconds retry_in{0};
  std::uint64_t delivered = 0, retried = 0, given_up = 0, replies = 0;
  std::string last_cause;
};

/// Empties the outbox into the gateways. run_once() is for one thread at a time; everything else is thread-safe. Waits
/// are measured by the monotonic clock; the store's next_attempt is for restarts and other servers.
class Dispatcher {
 public:
  /// `random` gives numbers in [0, 1) for the jitter; empty: the system's.
  Dispatcher(Store& store, std::vector<std::shared_ptr<Gateway>> gateways, const AttachmentStore& files,
             DispatchPolicy policy, const Clock& wall, const MonotonicClock& monotonic,
             const std::function<double()>& random = {});
  ~Dispatcher();
  Dispatcher(const Dispatcher&) = delete;
  Dispatcher& operator=(const Dispatcher&) = delete;

  /// One round over all targets: leases what is due, delivers, records; polls for replies where it is time. Gives how
  /// many attempts were made.
  std::size_t run_once();
  /// Rounds on threads of its own, one a target, so that none holds up the others; a new one when something is due or
  /// after wake().
  void start();
  /// Ends the threads after the attempts under way; what was leased and not tried is given back.
  void stop();
  /// A new row may be waiting.
  void wake();

  /// Of each gateway; and of each target that hand-overs wait for although no gateway has its name.
  std::vector<TargetStatus> status() const;

 private:
  struct Impl;
  std::unique_ptr<Impl> impl_;
};

}  // namespace pharos::desk
