// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <functional>
#include <mutex>
#include <set>
#include <string>
#include <utility>
#include <vector>

#include "pharos/desk/gateway.h"

namespace pharos::desk {

inline Delivery delivered_as(const std::string& remote_id) {
  Delivery delivery;
  delivery.outcome = Delivery::Outcome::kDelivered;
  delivery.remote_id = remote_id;
  return delivery;
}

inline Delivery not_now(const std::string& cause, std::optional<std::chrono::seconds> retry_after = {}) {
  Delivery delivery;
  delivery.outcome = Delivery::Outcome::kRetry;
  delivery.cause = cause;
  delivery.retry_after = retry_after;
  return delivery;
}

inline Delivery refused(const std::string& cause) {
  Delivery delivery;
  delivery.outcome = Delivery::Outcome::kRejected;
  delivery.cause = cause;
  return delivery;
}

/// A way out that does what a test says, and keeps what it was given. Thread-safe.
class ScriptedGateway : public Gateway {
 public:
  using Answer = std::function<Delivery(const Handover&)>;
  using Replies = std::function<std::vector<Reply>(const std::vector<Ticket>&, UtcTime)>;

  explicit ScriptedGateway(std::string name, Answer answer = {}, Replies replies = {})
      : name_(std::move(name)), answer_(std::move(answer)), replies_(std::move(replies)) {}

  const std::string& name() const override { return name_; }
  Delivery deliver(const Handover& handover) override {
    Answer answer;
    {
      const std::lock_guard lock(mutex_);
      seen_.push_back(handover);
      answer = answer_;
    }
    return answer ? answer(handover) : delivered_as("r-" + handover.id);
  }
  std::vector<Reply> poll(const std::vector<Ticket>& tickets, UtcTime since) override {
    return replies_(tickets, since);
  }
  bool polls() const override { return static_cast<bool>(replies_); }

  void answer(Answer answer) {
    const std::lock_guard lock(mutex_);
    answer_ = std::move(answer);
  }
  std::vector<Handover> seen() const {
    const std::lock_guard lock(mutex_);
    return seen_;
  }

 private:
  std::string name_;
  mutable std::mutex mutex_;
  Answer answer_;
  Replies replies_;
  std::vector<Handover> seen_;
};

}  // namespace pharos::desk
