// SPDX-License-Identifier: GPL-3.0-or-later
#include "desk/sql_postgres.h"

#include <libpq-fe.h>
#include <poll.h>

#include <array>
#include <cerrno>
#include <charconv>
#include <chrono>
#include <cstdio>
#include <map>

namespace pharos::desk {
namespace {

using Deadline = std::chrono::steady_clock::time_point;

// A server that hangs is a server that is gone. Reports read longer than anybody writes.
constexpr std::chrono::seconds kWriteWait{10}, kReadWait{60};
constexpr std::size_t kStatements = 256;
// PostgreSQL's numbers for the types of parameters and columns (pg_type.dat; they never change).
constexpr Oid kBool = 16, kInt8 = 20, kInt2 = 21, kInt4 = 23, kText = 25, kFloat4 = 700, kFloat8 = 701, kNumeric = 1700;
constexpr std::string_view kMigrationLock = "SELECT pg_advisory_xact_lock(5782117)";

struct Cause {
  std::string_view state;  // beginning of the SQLSTATE; empty: the connection is lost
  ErrorKind kind;
  int attempts;  // worth so many in all
  std::string_view mend;
};

constexpr std::string_view kUnreachable = "; is the server running, and does it let pharos in?";
// The first row that fits counts.
constexpr std::array kCauses = {
    Cause{"40", ErrorKind::kUnavailable, 12, "; too many servers write the same at once"},
    Cause{"55P03", ErrorKind::kUnavailable, 0, "; another program has the rows locked"},
    // Another server may have inserted between a job's SELECT and its INSERT: the second time it sees it.
    Cause{"23505", ErrorKind::kConflict, 2, ""},
    Cause{"23", ErrorKind::kConflict, 0, ""},
    Cause{"53100", ErrorKind::kFull, 0, "; make room on the database server's disk, then writing goes on by itself"},
    Cause{"53", ErrorKind::kUnavailable, 0, "; the database server has no resources left"},
    Cause{"57014", ErrorKind::kUnavailable, 0, "; it took too long"},
    Cause{"57", ErrorKind::kUnavailable, 2, kUnreachable},
    Cause{"58", ErrorKind::kUnavailable, 0, "; is the database server's disk in order?"},
    Cause{"08", ErrorKind::kUnavailable, 2, kUnreachable},
    Cause{"25006", ErrorKind::kUnavailable, 0, "; the database can only be read: is it a standby?"},
    Cause{"28", ErrorKind::kUnavailable, 0, kUnreachable},
    Cause{"3D", ErrorKind::kUnavailable, 0, "; create the database first (createdb)"},
    Cause{"42501", ErrorKind::kUnavailable, 0, "; the database's user may not do that: let it own the database"},
    Cause{"XX00", ErrorKind::kCorrupt, 0, "; see the database server's log"},
    Cause{"", ErrorKind::kUnavailable, 2, kUnreachable},
};

std::string one_line(std::string text) {
  while (!text.empty() && text.back() == '\n') text.pop_back();
  for (char& c : text) {
    if (c == '\n') c = ' ';
  }
  return text;
}

struct Finish {
  void operator()(PGconn* connection) const { PQfinish(connection); }
};

struct FreeResult {
  void operator()(PGresult* result) const { PQclear(result); }
};
using Result = std::unique_ptr<PGresult, FreeResult>;

class PostgresConnection : public SqlConnection {
 public:
  PostgresConnection(std::string address, std::string place, std::chrono::seconds wait)
      : address_(std::move(address)), place_(std::move(place)), wait_(wait) {
    connect();
  }

  std::vector<SqlRow> query(std::string_view sql, const std::vector<SqlValue>& parameters = {}) override {
    const Result result = run(sql, parameters);
    std::vector<SqlRow> rows;
    const int count = PQntuples(result.get()), columns = PQnfields(result.get());
    rows.reserve(static_cast<std::size_t>(count));
    for (int row = 0; row < count; ++row) {
      std::vector<SqlValue> values;
      values.reserve(static_cast<std::size_t>(columns));
      for (int column = 0; column < columns; ++column) values.push_back(value_of(result.get(), row, column));
      rows.emplace_back(std::move(values));
    }
    return rows;
  }

  std::int64_t execute(std::string_view sql, const std::vector<SqlValue>& parameters = {}) override {
    const Result result = run(sql, parameters);
    const std::string_view count = PQcmdTuples(result.get());
    std::int64_t changed = 0;
    std::from_chars(count.data(), count.data() + count.size(), changed);
    return changed;
  }

  void begin_writing() override { begin("BEGIN ISOLATION LEVEL REPEATABLE READ READ WRITE"); }
  void begin_reading() override { begin("BEGIN ISOLATION LEVEL REPEATABLE READ READ ONLY"); }
  void begin_migration() override {
    // The lock must come before the first look at the database: READ COMMITTED looks anew with each statement.
    begin("BEGIN ISOLATION LEVEL READ COMMITTED READ WRITE");
    execute("SET LOCAL lock_timeout = '60s'");
    query(kMigrationLock);
  }

  void commit() override {
    try {
      const Result result = run("COMMIT", {});
      if (std::string_view(PQcmdStatus(result.get())) != "COMMIT") {
        throw Error(ErrorKind::kInternal, place_ + ": a statement of the transaction had failed");
      }
    } catch (const TryAgain& cause) {
      rollback();
      if (PQstatus(connection_.get()) == CONNECTION_OK) throw;
      // The answer was lost, not necessarily the commit: running it again could do it twice.
      throw Error(ErrorKind::kUnavailable,
                  std::string(cause.what()) + " It is not known whether the last writes were kept.");
    } catch (...) {
      rollback();
      throw;
    }
  }

  void rollback() noexcept override {
    try {
      if (in_transaction()) run("ROLLBACK", {});
    } catch (const Error&) {
      drop();
    }
  }

  bool in_transaction() const override {
    const PGTransactionStatusType status = PQtransactionStatus(connection_.get());
    return status == PQTRANS_INTRANS || status == PQTRANS_INERROR;
  }

  bool has_table(std::string_view name) override {
    return first("SELECT to_regclass(?) IS NOT NULL", {std::string(name)})->flag(0);
  }

 private:
  void connect() {
    drop();
    // What stands before the address is overridden by it.
    const std::array<const char*, 6> names = {"connect_timeout", "application_name", "tcp_user_timeout",
                                              "client_encoding", "dbname",           nullptr};
    const std::array<const char*, 6> values = {"3", "pharos", "10000", "UTF8", address_.c_str(), nullptr};
    connection_.reset(PQconnectdbParams(names.data(), values.data(), 1));
    if (PQstatus(connection_.get()) != CONNECTION_OK) fail(nullptr, "");
    PQsetnonblocking(connection_.get(), 1);
    PQsetNoticeProcessor(
        connection_.get(), [](void*, const char*) {}, nullptr);
    // A server may be set to acknowledge what it has not yet on its disk; here acknowledged means durable.
    query(
        "SELECT set_config('synchronous_commit', 'on', false) WHERE current_setting('synchronous_commit') IN ('off', "
        "'local')");
    execute("SET lock_timeout = '5s'");
    execute("SET idle_in_transaction_session_timeout = '60s'");
  }

  void drop() noexcept {
    connection_.reset();
    statements_.clear();
  }

  void begin(const char* how) {
    if (PQstatus(connection_.get()) == CONNECTION_OK) {
      try {
        execute(how);
        return;
      } catch (const TryAgain&) {
        // The server was started anew since the last time: nothing has begun, so nothing is lost.
      }
    }
    connect();
    execute(how);
  }

  // The one place where PostgreSQL's codes become ours. Only the first part of its message is shown: the rest, and
  // messages about values (class 22), quote what readers wrote.
  [[noreturn]] void fail(const PGresult* result, std::string_view sql) {
    const char* const given = result == nullptr ? nullptr : PQresultErrorField(result, PG_DIAG_SQLSTATE);
    const std::string state = given == nullptr || PQstatus(connection_.get()) != CONNECTION_OK ? "" : given;
    const char* const primary = result == nullptr ? nullptr : PQresultErrorField(result, PG_DIAG_MESSAGE_PRIMARY);
    std::string message = place_ + ": " + one_line(primary != nullptr ? primary : PQerrorMessage(connection_.get()));
    if (state.starts_with("22")) message = place_ + ": a value was refused (SQLSTATE " + state + ")";
    if (state.empty() && connection_ == nullptr) message = place_ + ": not connected";
    for (const Cause& cause : kCauses) {
      if (!state.starts_with(cause.state) || (cause.state.empty() && !state.empty())) continue;
      message.append(cause.mend);
      if (cause.attempts > 0) throw TryAgain(cause.kind, message, cause.attempts);
      throw Error(cause.kind, message);
    }
    throw Error(ErrorKind::kInternal, message + " in: " + std::string(sql.substr(0, 200)));
  }

  // Waits until the connection has an answer, or has sent what it is to send.
  void wait_for(short events, Deadline deadline) {
    const auto left =
        std::chrono::duration_cast<std::chrono::milliseconds>(deadline - std::chrono::steady_clock::now());
    pollfd waiting{PQsocket(connection_.get()), events, 0};
    const int ready = left.count() <= 0 ? 0 : ::poll(&waiting, 1, static_cast<int>(left.count()));
    if (ready > 0 || (ready < 0 && errno == EINTR)) return;
    drop();
    throw TryAgain(ErrorKind::kUnavailable,
                   place_ + ": no answer within " + std::to_string(wait_.count()) + " s" + std::string(kUnreachable),
                   2);
  }

  Result answer(std::string_view sql) {
    const Deadline deadline = std::chrono::steady_clock::now() + wait_;
    for (int unsent = PQflush(connection_.get()); unsent != 0; unsent = PQflush(connection_.get())) {
      if (unsent < 0) fail(nullptr, sql);
      wait_for(POLLIN | POLLOUT, deadline);
      if (PQconsumeInput(connection_.get()) == 0) fail(nullptr, sql);
    }
    Result last;
    for (;;) {
      while (PQisBusy(connection_.get()) != 0) {
        wait_for(POLLIN, deadline);
        if (PQconsumeInput(connection_.get()) == 0) fail(nullptr, sql);
      }
      Result result(PQgetResult(connection_.get()));
      if (!result) break;
      if (!last || PQresultStatus(last.get()) != PGRES_FATAL_ERROR) last = std::move(result);
    }
    const ExecStatusType status = PQresultStatus(last.get());
    if (status != PGRES_TUPLES_OK && status != PGRES_COMMAND_OK) fail(last.get(), sql);
    return last;
  }

  const std::string& prepared(std::string_view sql, const std::vector<Oid>& types) {
    std::string key(sql);
    for (const Oid type : types) key += ' ' + std::to_string(type);
    const auto found = statements_.find(key);
    if (found != statements_.end()) return found->second;
    if (statements_.size() >= kStatements) {
      if (PQsendQuery(connection_.get(), "DEALLOCATE ALL") == 0) fail(nullptr, sql);
      answer(sql);
      statements_.clear();
    }
    const std::string name = "s" + std::to_string(++last_statement_);
    if (PQsendPrepare(connection_.get(), name.c_str(), with_numbered_parameters(sql).c_str(),
                      static_cast<int>(types.size()), types.data()) == 0) {
      fail(nullptr, sql);
    }
    answer(sql);
    return statements_.emplace(std::move(key), name).first->second;
  }

  Result run(std::string_view sql, const std::vector<SqlValue>& parameters) {
    if (connection_ == nullptr) fail(nullptr, sql);
    check_texts(parameters);
    std::vector<Oid> types;
    std::vector<std::string> texts;
    std::vector<const char*> values;
    texts.reserve(parameters.size());
    for (const SqlValue& parameter : parameters) {
      texts.push_back(text_of(parameter, types));
      values.push_back(std::holds_alternative<std::monostate>(parameter) ? nullptr : texts.back().c_str());
    }
    const std::string& name = prepared(sql, types);
    if (PQsendQueryPrepared(connection_.get(), name.c_str(), static_cast<int>(values.size()), values.data(), nullptr,
                            nullptr, 0) == 0) {
      fail(nullptr, sql);
    }
    return answer(sql);
  }

  static std::string text_of(const SqlValue& value, std::vector<Oid>& types) {
    if (const auto* integer = std::get_if<std::int64_t>(&value)) {
      types.push_back(kInt8);
      return std::to_string(*integer);
    }
    if (const auto* number = std::get_if<double>(&value)) {
      types.push_back(kFloat8);
      std::array<char, 32> text{};
      return {text.data(), static_cast<std::size_t>(std::snprintf(text.data(), text.size(), "%.17g", *number))};
    }
    const auto* text = std::get_if<std::string>(&value);
    types.push_back(text != nullptr ? kText : 0);
    return text != nullptr ? *text : std::string();
  }

  static SqlValue value_of(const PGresult* result, int row, int column) {
    if (PQgetisnull(result, row, column) != 0) return {};
    const std::string_view text(PQgetvalue(result, row, column),
                                static_cast<std::size_t>(PQgetlength(result, row, column)));
    Oid type = PQftype(result, column);
    // SUM() and AVG() of BIGINT give NUMERIC: a whole number where it is one, as in SQLite.
    if (type == kNumeric) type = text.find('.') == std::string_view::npos ? kInt8 : kFloat8;
    if (type == kBool) return std::int64_t{text == "t"};
    if (type == kInt8 || type == kInt4 || type == kInt2) {
      std::int64_t integer = 0;
      std::from_chars(text.data(), text.data() + text.size(), integer);
      return integer;
    }
    if (type == kFloat8 || type == kFloat4) {
      double number = 0;
      std::from_chars(text.data(), text.data() + text.size(), number);
      return number;
    }
    return std::string(text);
  }

  std::string address_, place_;
  std::chrono::seconds wait_;
  std::unique_ptr<PGconn, Finish> connection_;
  std::map<std::string, std::string, std::less<>> statements_;  // what was prepared, by its text and types
  std::uint64_t last_statement_ = 0;
};

class PostgresDatabase : public SqlDatabase {
 public:
  PostgresDatabase(std::string address, std::string place) : address_(std::move(address)), place_(std::move(place)) {}

  std::string_view kind() const override { return "postgresql"; }
  std::size_t writers() const override { return 4; }
  // Beyond 64 savepoints a transaction's bookkeeping spills out of PostgreSQL's shared memory.
  std::size_t group_limit() const override { return 64; }
  std::unique_ptr<SqlConnection> connect_writer() override {
    return std::make_unique<PostgresConnection>(address_, place_, kWriteWait);
  }
  std::unique_ptr<SqlConnection> connect_reader() override {
    return std::make_unique<PostgresConnection>(address_, place_, kReadWait);
  }
  void backup(const std::filesystem::path&) override {
    throw Error(ErrorKind::kInvalidArgument,
                "a PostgreSQL store is backed up with PostgreSQL's own pg_dump, or by its server's archive", "--store");
  }

 private:
  std::string address_, place_;
};

}  // namespace

std::unique_ptr<SqlDatabase> open_postgres(const std::string& address) {
  char* fault = nullptr;
  PQconninfoOption* const options = PQconninfoParse(address.c_str(), &fault);
  if (options == nullptr) {
    PQfreemem(fault);  // it may quote the address with its password
    throw Error(ErrorKind::kInvalidArgument,
                "the store's address cannot be read; it has the form postgresql://user@host:port/database?name=value, "
                "with %-escapes for what has a meaning there",
                "--store");
  }
  std::map<std::string, std::string> known;
  for (const PQconninfoOption* option = options; option->keyword != nullptr; ++option) {
    if (option->val != nullptr) known[option->keyword] = option->val;
  }
  PQconninfoFree(options);
  const std::string database = known["dbname"].empty() ? known["user"] : known["dbname"];
  const std::string host = known["host"].empty() ? "this machine" : known["host"];
  return std::make_unique<PostgresDatabase>(address, "PostgreSQL database " + database + " on " + host);
}

}  // namespace pharos::desk
