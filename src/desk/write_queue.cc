// SPDX-License-Identifier: GPL-3.0-or-later
#include "desk/write_queue.h"

#include <utility>

namespace pharos::desk {

void WriteQueue::number(WriteJob& job) {
  job.number = ++last_number_;
  unfinished_.insert(unfinished_.end(), job.number);
}

void WriteQueue::run(const std::function<void(Transaction&)>& job) {
  const auto mine = std::make_shared<WriteJob>(std::cref(job));
  mine->awaited = true;
  std::unique_lock lock(mutex_);
  number(*mine);
  awaited_.push_back(mine);
  arrived_.notify_one();
  mine->done.wait(lock, [&] { return mine->finished; });
  if (mine->error) std::rethrow_exception(std::exchange(mine->error, nullptr));
}

bool WriteQueue::add(std::function<void(Transaction&)> job) {
  auto mine = std::make_shared<WriteJob>(std::move(job));
  const std::lock_guard lock(mutex_);
  if (later_.size() >= most_later_) return false;
  number(*mine);
  later_.push_back(std::move(mine));
  arrived_.notify_one();
  return true;
}

void WriteQueue::flush() {
  std::unique_lock lock(mutex_);
  const std::uint64_t last = last_number_;
  finished_.wait(lock, [&] { return unfinished_.empty() || *unfinished_.begin() > last; });
}

WriteJobs WriteQueue::take(std::size_t most) {
  std::unique_lock lock(mutex_);
  arrived_.wait(lock, [&] { return stopped_ || !awaited_.empty() || !later_.empty(); });
  WriteJobs taken;
  for (auto* from : {&awaited_, &later_}) {
    for (; taken.size() < most && !from->empty(); from->pop_front()) taken.push_back(std::move(from->front()));
  }
  return taken;
}

void WriteQueue::finish(const WriteJobs& jobs) {
  const std::lock_guard lock(mutex_);
  for (const auto& job : jobs) {
    job->finished = true;
    unfinished_.erase(job->number);
    job->done.notify_one();
  }
  finished_.notify_all();
}

void WriteQueue::stop() {
  const std::lock_guard lock(mutex_);
  stopped_ = true;
  arrived_.notify_all();
}

}  // namespace pharos::desk
