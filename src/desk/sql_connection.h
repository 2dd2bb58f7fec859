// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <filesystem>
#include <memory>
#include <string>
#include <string_view>

#include "desk/transaction.h"
#include "pharos/base/error.h"

namespace pharos::desk {

/// "The database could not do this now, but may when the whole transaction is run again": another writer came first,
/// or the connection was lost before the commit. A value type.
class TryAgain : public Error {
 public:
  TryAgain(ErrorKind kind, const std::string& message, int most) : Error(kind, message), most_attempts(most) {}
  int most_attempts;  ///< after which it is an error like others
};

/// A connection to the database: a Transaction that can be begun and ended. For one thread at a time. All methods
/// throw as Transaction does.
class SqlConnection : public Transaction {
 public:
  /// Takes the right to write, or fails. A connection that was lost meanwhile is made anew.
  virtual void begin_writing() = 0;
  virtual void begin_reading() = 0;
  /// A writing transaction in which nobody else changes the schema.
  virtual void begin_migration() = 0;
  /// Returns when it is durable. After an error nothing is known of it but that the transaction is over.
  virtual void commit() = 0;
  virtual void rollback() noexcept = 0;
  /// False too when the database has given it up by itself, as SQLite does when the disk is full.
  virtual bool in_transaction() const = 0;
  virtual bool has_table(std::string_view name) = 0;
};

/// A database that can be connected to. Thread-safe.
///
/// Why no SOCI, which would have given one implementation of both (libsoci 4.0.3 was tried against these databases):
/// its error messages carry the values of parameters, so readers' texts and addresses would reach the logs; it cuts
/// texts at a NUL without a word when it writes to PostgreSQL; COUNT(*), SUM() and COALESCE() are text in SQLite rows
/// that are read without knowing their types; for PostgreSQL it tells no reason of an error beyond a rough class (a
/// retry needs the SQLSTATE), prepares every statement anew and knows no `?`. It drags in Boost's headers and the
/// clients of MySQL, Firebird and ODBC. What it would save are the two files sql_sqlite.cc and sql_postgres.cc; grouped
/// inserts through it took 1.1 (SQLite) and 1.3 times (PostgreSQL) as long.
class SqlDatabase {
 public:
  virtual ~SqlDatabase() = default;
  virtual std::string_view kind() const = 0;
  /// How many connections write side by side, and how many jobs a common commit may have.
  virtual std::size_t writers() const = 0;
  virtual std::size_t group_limit() const = 0;
  virtual std::unique_ptr<SqlConnection> connect_writer() = 0;
  virtual std::unique_ptr<SqlConnection> connect_reader() = 0;
  virtual void backup(const std::filesystem::path& to) = 0;
};

/// Text that only one of the databases would take is refused by both: NUL (PostgreSQL has none in TEXT), and bytes that
/// are not UTF-8. Throws Error{invalid_argument} naming the place of the parameter, never its text.
void check_texts(const std::vector<SqlValue>& parameters);

}  // namespace pharos::desk
