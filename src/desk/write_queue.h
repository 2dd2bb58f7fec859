// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <condition_variable>
#include <cstdint>
#include <deque>
#include <exception>
#include <functional>
#include <memory>
#include <mutex>
#include <set>
#include <vector>

#include "desk/transaction.h"

namespace pharos::desk {

/// A job on its way to a common commit. Belongs to the thread that took it from the queue until it is finished.
struct WriteJob {
  explicit WriteJob(std::function<void(Transaction&)> what) : run(std::move(what)) {}

  std::function<void(Transaction&)> run;
  std::exception_ptr error;  ///< set: it has failed, and left nothing behind
  int attempts = 0;
  bool awaited = false;  ///< somebody waits for it

  std::uint64_t number = 0;  ///< by arrival; this and what follows is the queue's
  bool finished = false;
  std::condition_variable done;
};

using WriteJobs = std::vector<std::shared_ptr<WriteJob>>;

/// Jobs between the threads that give them and those that write. Those that somebody waits for go first. Thread-safe.
class WriteQueue {
 public:
  /// `most_later`: how many jobs that nobody waits for may be waiting.
  explicit WriteQueue(std::size_t most_later) : most_later_(most_later) {}

  /// Returns when the job is done; throws what it has failed of. REQUIRES: not called by a job.
  void run(const std::function<void(Transaction&)>& job);
  /// False when too many wait already.
  bool add(std::function<void(Transaction&)> job);
  /// Returns when all jobs given before are finished.
  void flush();

  /// Waits for jobs and takes up to `most`, oldest first. Empty when nothing is left after stop().
  WriteJobs take(std::size_t most);
  /// Tells those who wait.
  void finish(const WriteJobs& jobs);
  /// Lets the writers end when they have done what is there. REQUIRES: no thread gives jobs any more.
  void stop();

 private:
  void number(WriteJob& job);

  const std::size_t most_later_;
  std::mutex mutex_;
  std::condition_variable arrived_, finished_;
  std::deque<std::shared_ptr<WriteJob>> awaited_, later_;
  std::set<std::uint64_t> unfinished_;
  std::uint64_t last_number_ = 0;
  bool stopped_ = false;
};

}  // namespace pharos::desk
