// SPDX-License-Identifier: GPL-3.0-or-later
#include "desk/group_commit.h"

#include <chrono>
#include <iterator>
#include <thread>
#include <utility>

namespace pharos::desk {
namespace {

// Of the database itself: the disk, the file, the server. Others are the job's own business.
bool is_problem(const Error& error) {
  return error.kind() == ErrorKind::kFull || error.kind() == ErrorKind::kUnavailable ||
         error.kind() == ErrorKind::kCorrupt;
}

class Group {
 public:
  Group(SqlConnection& connection, WriteJobs jobs) : connection_(connection), jobs_(std::move(jobs)) {}

  void run() {
    try {
      connection_.begin_writing();
    } catch (...) {
      together_ = true;
      for (const auto& job : jobs_) fail(job);
      return;
    }
    std::size_t next = 0;
    while (next < jobs_.size() && connection_.in_transaction()) run(jobs_[next++]);
    if (connection_.in_transaction()) {
      commit();
    } else {
      // The database gave the transaction up with all that was in it; the job that met it has its error already.
      again_.insert(again_.end(), done_.begin(), done_.end());
      done_.clear();
    }
    again_.insert(again_.end(), jobs_.begin() + static_cast<std::ptrdiff_t>(next), jobs_.end());
  }

  GroupOutcome outcome() const {
    GroupOutcome outcome{done_, committed_, problem_};
    outcome.known.insert(outcome.known.end(), failed_.begin(), failed_.end());
    return outcome;
  }
  const WriteJobs& again() const { return again_; }
  /// To be tried by themselves: together they would hinder each other again.
  const WriteJobs& alone() const { return alone_; }

 private:
  void run(const std::shared_ptr<WriteJob>& job) {
    const bool single = jobs_.size() == 1;
    try {
      if (!single) connection_.execute("SAVEPOINT job");
      job->run(connection_);
      if (!single) connection_.execute("RELEASE SAVEPOINT job");
      done_.push_back(job);
      return;
    } catch (...) {
      judge(job);
    }
    try {
      if (single) {
        connection_.rollback();
      } else if (connection_.in_transaction()) {
        connection_.execute("ROLLBACK TO SAVEPOINT job");
        connection_.execute("RELEASE SAVEPOINT job");
      }
    } catch (...) {
      connection_.rollback();
    }
  }

  void commit() {
    if (done_.empty()) return connection_.rollback();
    try {
      connection_.commit();
      committed_ = true;
    } catch (...) {
      together_ = true;
      for (const auto& job : done_) judge(job);
      done_.clear();
    }
  }

  // The exception under way: whether the job has failed of it, or is to be run again.
  void judge(const std::shared_ptr<WriteJob>& job) {
    try {
      throw;
    } catch (const TryAgain& busy) {
      if (++job->attempts < busy.most_attempts) return alone_.push_back(job);
    } catch (...) {
    }
    fail(job);
  }

  // Each job gets an error of its own, which the thread that waits takes along: nobody shares it.
  void fail(const std::shared_ptr<WriteJob>& job) {
    try {
      throw;
    } catch (const TryAgain& error) {
      job->error = std::make_exception_ptr(Error(error));
      problem_ = is_problem(error) ? error.what() : problem_;
    } catch (const Error& error) {
      job->error = together_ ? std::make_exception_ptr(Error(error)) : std::current_exception();
      problem_ = is_problem(error) ? error.what() : problem_;
    } catch (...) {
      job->error = std::current_exception();
    }
    failed_.push_back(job);
  }

  SqlConnection& connection_;
  WriteJobs jobs_, done_, failed_, again_, alone_;
  std::string problem_;
  bool committed_ = false, together_ = false;  // together_: an error is that of several jobs
};

}  // namespace

void run_group(SqlConnection& connection, WriteJobs jobs, const std::function<void(const GroupOutcome&)>& told) {
  WriteJobs alone;
  while (!jobs.empty() || !alone.empty()) {
    if (jobs.empty()) {
      jobs.push_back(alone.front());
      alone.erase(alone.begin());
      // Another server is at the same rows; the longer it takes, the longer the wait.
      std::this_thread::sleep_for(std::chrono::milliseconds(jobs.front()->attempts));
    }
    Group group(connection, std::move(jobs));
    group.run();
    jobs = group.again();
    alone.insert(alone.end(), group.alone().begin(), group.alone().end());
    told(group.outcome());
  }
}

}  // namespace pharos::desk
