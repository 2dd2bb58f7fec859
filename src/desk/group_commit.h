// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <functional>
#include <string>

#include "desk/sql_connection.h"
#include "desk/write_queue.h"

namespace pharos::desk {

/// What came of one common transaction. A value type.
struct GroupOutcome {
  WriteJobs known;  ///< jobs that are durable or have failed by now
  bool committed = false;
  std::string problem;  ///< of the database itself, not of a job: the last one, or empty
};

/// Runs the jobs in common transactions until each is either durable or has its `error`. A job that fails is undone
/// alone; what the database could not do now is run again, by itself; when a commit fails all that were in it have
/// failed. `told` learns each job's fate once, as soon as it is known. Never throws.
void run_group(SqlConnection& connection, WriteJobs jobs, const std::function<void(const GroupOutcome&)>& told);

}  // namespace pharos::desk
