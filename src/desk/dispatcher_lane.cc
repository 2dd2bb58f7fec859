// SPDX-License-Identifier: GPL-3.0-or-later
#include "desk/dispatcher_lane.h"

#include <algorithm>
#include <utility>

#include "desk/backoff.h"
#include "pharos/base/error.h"

namespace pharos::desk {
namespace {

constexpr std::size_t kPollSlice = 200;     // tickets asked for at once
constexpr std::int64_t kPollOverlap = 600;  // seconds that two machines' clocks may differ by, and more

Delivery rejected(std::string cause) { return {Delivery::Outcome::kRejected, std::move(cause), {}, {}, {}, {}}; }

}  // namespace

DispatcherLane::DispatcherLane(Store& store, std::shared_ptr<Gateway> gateway, const AttachmentStore& files,
                               DispatchPolicy policy, const Clock& clock, const MonotonicClock& monotonic,
                               std::string owner, std::function<double()> random)
    : gateway_(std::move(gateway)),
      files_(files),
      policy_(policy),
      clock_(clock),
      monotonic_(monotonic),
      owner_(std::move(owner)),
      random_(std::move(random)),
      outbox_(store, clock),
      tickets_(store, clock),
      next_poll_(monotonic.now()),
      breaker_(policy) {
  counts_.name = gateway_->name();
}

std::size_t DispatcherLane::round(const std::atomic<bool>& stopping) {
  eager_ = false;
  std::size_t attempts = 0;
  try {
    record_pending();
    attempts = deliver_due(stopping);
    if (!stopping) poll_when_due();
  } catch (const std::exception& error) {
    trouble(error.what());
  }
  return attempts;
}

std::size_t DispatcherLane::deliver_due(const std::atomic<bool>& stopping) {
  const auto begun = monotonic_.now();
  const auto allowed = [&] {
    const std::lock_guard lock(mutex_);
    return breaker_.allowed(monotonic_.now());
  };
  std::vector<OutboxRow> rows;
  if (const std::size_t most = allowed(); most > 0) rows = outbox_.lease(gateway_->name(), owner_, policy_.lease, most);
  std::size_t attempts = 0;
  while (attempts < rows.size()) {
    attempt(rows[attempts++]);
    // Slow attempts eat up the lease of those behind them, which another server would then deliver as well.
    const bool late = monotonic_.now() - begun > policy_.lease / 2;
    if (stopping || late || allowed() == 0) break;
  }
  outbox_.release({rows.begin() + static_cast<std::ptrdiff_t>(attempts), rows.end()}, owner_);
  eager_ = attempts > 0;
  return attempts;
}

void DispatcherLane::attempt(const OutboxRow& row) {
  Outcome outcome{row, {}, false};
  {
    const std::lock_guard lock(mutex_);
    outcome.probe = breaker_.probing();
  }
  outcome.delivery = deliver(row);
  {
    const std::lock_guard lock(mutex_);
    // A target that refuses one after the other is as wrong as one that is down: better found with few dead than many.
    if (outcome.delivery.outcome == Delivery::Outcome::kDelivered) {
      breaker_.succeeded();
    } else {
      breaker_.failed(monotonic_.now(), outcome.delivery.retry_after);
      counts_.last_cause = outcome.delivery.cause;
    }
  }
  // What the target has taken must not be forgotten because the disk is full just now.
  pending_.push_back(std::move(outcome));
  record_pending();
}

Delivery DispatcherLane::deliver(const OutboxRow& row) {
  Handover handover;
  handover.id = row.id;
  handover.files = &files_;
  try {
    auto found = tickets_.find(row.code);
    if (!found) return rejected("the ticket does not exist any more");
    if (!row.message.empty()) {
      const auto message = std::find_if(found->messages.begin(), found->messages.end(),
                                        [&](const TicketMessage& m) { return m.id == row.message; });
      if (message == found->messages.end()) return rejected("the message does not exist any more");
      handover.follow_up = std::move(*message);
    }
    handover.ticket = std::move(found->ticket);
  } catch (const Error& error) {
    if (error.kind() == ErrorKind::kCorrupt) return rejected(error.what());
    throw;
  }
  try {
    return gateway_->deliver(handover);
  } catch (const std::exception& error) {
    return {Delivery::Outcome::kRetry, std::string("a fault of the gateway: ") + error.what(), {}, {}, {}, {}};
  }
}

void DispatcherLane::record(const Outcome& outcome) {
  const auto& [row, delivery, probe] = outcome;
  const auto count = [&](std::uint64_t TargetStatus::*field) {
    const std::lock_guard lock(mutex_);
    ++(counts_.*field);
  };
  if (delivery.outcome == Delivery::Outcome::kDelivered) {
    outbox_.delivered(row, owner_, delivery.remote_id, delivery.remote_url, delivery.notes);
    count(&TargetStatus::delivered);
    // A probe is made to see whether the target is back: an outage of days must not kill the rows it was made with.
  } else if (delivery.outcome == Delivery::Outcome::kRejected || (!probe && row.attempts + 1 >= policy_.attempts)) {
    outbox_.give_up(row, owner_, delivery.cause);
    count(&TargetStatus::given_up);
  } else {
    const auto wait = backoff_wait(policy_, row.attempts + 1, random_(), delivery.retry_after);
    outbox_.retry_later(row, owner_, wait, delivery.cause);
    count(&TargetStatus::retried);
  }
}

void DispatcherLane::record_pending() {
  while (!pending_.empty()) {
    try {
      record(pending_.front());
    } catch (const Error& error) {
      if (error.kind() == ErrorKind::kUnavailable || error.kind() == ErrorKind::kFull) throw;
      trouble(error.what());  // a damaged row: when its lease is over it is found to be so, and given up
    }
    pending_.erase(pending_.begin());
  }
}

void DispatcherLane::poll_when_due() {
  if (!gateway_->polls() || monotonic_.now() < next_poll_) return;
  {
    const std::lock_guard lock(mutex_);
    if (breaker_.open(monotonic_.now())) return;
  }
  // Until this slice is through: a failure waits as long as a success.
  next_poll_ = monotonic_.now() + policy_.poll_every;
  if (polled_to_.empty()) poll_began_ = clock_.now();
  const std::vector<Ticket> slice = tickets_.awaiting(gateway_->name(), polled_to_, kPollSlice);
  if (!slice.empty()) poll_slice(slice);
  if (slice.size() == kPollSlice) {
    polled_to_ = slice.back().code;
    next_poll_ = monotonic_.now();
    eager_ = true;
  } else {
    polled_to_.clear();
    poll_since_ = {std::max<std::int64_t>(0, poll_began_.seconds - kPollOverlap)};
  }
}

void DispatcherLane::poll_slice(const std::vector<Ticket>& slice) {
  for (const Reply& reply : gateway_->poll(slice, poll_since_)) {
    try {
      if (!tickets_.take_reply(gateway_->name(), reply)) continue;
    } catch (const Error& error) {
      // Not ours, or of a damaged ticket: the others are taken all the same.
      if (error.kind() != ErrorKind::kNotFound && error.kind() != ErrorKind::kCorrupt) throw;
      trouble(error.what());
      continue;
    }
    const std::lock_guard lock(mutex_);
    ++counts_.replies;
  }
}

void DispatcherLane::trouble(const std::string& cause) {
  const std::lock_guard lock(mutex_);
  counts_.last_cause = cause;
}

TargetStatus DispatcherLane::status() const {
  const std::lock_guard lock(mutex_);
  TargetStatus status = counts_;
  status.open = breaker_.open(monotonic_.now());
  status.retry_in = breaker_.retry_in(monotonic_.now());
  return status;
}

}  // namespace pharos::desk
