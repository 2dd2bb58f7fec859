// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <cstdint>
#include <filesystem>
#include <functional>
#include <memory>
#include <string>

#include "pharos/base/time.h"

namespace pharos::desk {

class Transaction;  ///< SQL; private to the room (desk/transaction.h)

/// Where what readers hand over is kept. A value type.
struct StoreOptions {
  /// A file for the embedded SQLite ("state/desk.sqlite" or "sqlite:state/desk.sqlite"), or
  /// "postgresql://user@host/database".
  std::string address;
  /// For reports and lists beside a running server: no migration, nothing is written. Throws where a migration is due.
  bool read_only = false;
  std::size_t readers = 4;  ///< connections that read at the same time
  std::size_t group = 0;    ///< jobs that share a commit, at most; 0: what suits the database
};

/// What the store did since it was opened. A value type.
struct StoreCounts {
  std::uint64_t jobs = 0;     ///< acknowledged write jobs
  std::uint64_t commits = 0;  ///< durable commits: fewer than jobs where jobs came together
  std::uint64_t failed = 0;   ///< write jobs that were told to have failed
  std::uint64_t dropped = 0;  ///< jobs of write_later() that found the queue full, or failed
};

/// The desk's one database. What write() has returned from is durable: a kill or a power cut at any later instruction
/// does not lose it. Writes of many threads are grouped into common commits. Thread-safe.
///
/// SQLite: WAL with synchronous=FULL; exactly one connection of one process writes and checkpoints (3.40.1 has the
/// WAL-reset fault), kept by a lock on the file beside it. A second process that wants to write is refused with
/// Error{conflict}; read_only ones are welcome. PostgreSQL: several servers share one database.
class Store {
 public:
  /// Opens, creates or migrates the database. Throws Error{unavailable} when it cannot be reached or written,
  /// {conflict} when another process writes it, {corrupt} when it is damaged or was written by a newer version,
  /// {not_found} when it is to be read only and is not there; the message says how to mend it.
  explicit Store(const StoreOptions& options);
  ~Store();
  Store(const Store&) = delete;
  Store& operator=(const Store&) = delete;

  /// Runs the job within a transaction and returns when its effects are durable. A job that throws leaves nothing
  /// behind, does not harm those it is grouped with, and its exception is thrown here. A job may be run twice when its
  /// group fails, so it must have no effects outside the transaction but assignments. Throws Error{full} when the disk
  /// has no room, {unavailable} when the store is gone or locked.
  void write(const std::function<void(Transaction&)>& job);

  /// The same without waiting, for what may be lost (events): false, and counted as dropped, when too much waits.
  bool write_later(std::function<void(Transaction&)> job);

  /// Reads one consistent moment of what was acknowledged.
  void read(const std::function<void(Transaction&)>& job) const;

  /// Returns when all jobs given before are durable.
  void flush();

  /// A consistent copy of the store at the address into a new file, while whoever writes it goes on (SQLite's backup
  /// interface), of any schema version. What has the file's name afterwards is whole. Throws Error{invalid_argument}
  /// for PostgreSQL (its own pg_dump does that) and when the file exists, {corrupt} when the store is damaged.
  static void backup(const std::string& address, const std::filesystem::path& to);

  StoreCounts counts() const;
  /// Empty while writes succeed; otherwise what the last one failed of.
  std::string last_problem() const;
  /// "sqlite" or "postgresql".
  std::string kind() const;

 private:
  struct Impl;
  std::unique_ptr<Impl> impl_;
};

}  // namespace pharos::desk
