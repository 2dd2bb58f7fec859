// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <cstdint>
#include <exception>
#include <functional>

#include "desk/sql_connection.h"
#include "desk/write_queue.h"

namespace pharos::desk {

/// What came of a group. A value type.
struct GroupOutcome {
  std::uint64_t commits = 0;
  std::exception_ptr problem;  ///< of the database itself, not of a job: the last one
};

/// Runs the jobs in common transactions and returns when each is either durable or has its `error`. A job that fails
/// is undone alone; what the database could not do now is run again, by itself; when a commit fails all that were in
/// it have failed. `told` gets the jobs whose fate is known, as soon as it is. Never throws.
GroupOutcome run_group(SqlConnection& connection, WriteJobs jobs, const std::function<void(const WriteJobs&)>& told);

}  // namespace pharos::desk
