// SPDX-License-Identifier: GPL-3.0-or-later
#include "desk/sql_sqlite.h"

#include <fcntl.h>
#include <sqlite3.h>
#include <sys/stat.h>
#include <unistd.h>

#include <array>
#include <cerrno>
#include <cstring>
#include <map>
#include <optional>

#include "desk/writer_lock.h"
#include "pharos/base/files.h"

namespace pharos::desk {
namespace {

namespace fs = std::filesystem;

// Statements that a connection keeps prepared; more come only of a fault.
constexpr std::size_t kStatements = 256;
constexpr int kBusyMilliseconds = 3000;

struct Cause {
  int code;
  ErrorKind kind;
  std::string_view mend;
};

constexpr std::string_view kRoom = "; make room on the disk, then writing goes on by itself";
constexpr std::string_view kBackup = "; stop the server and put back a backup (pharos backup makes them)";
constexpr std::string_view kAccess = "; file and folder must be there and writable for the user that runs pharos";

constexpr std::array kCauses = {
    Cause{SQLITE_FULL, ErrorKind::kFull, kRoom},
    Cause{SQLITE_BUSY, ErrorKind::kUnavailable, "; another program has the file locked: close it there"},
    Cause{SQLITE_LOCKED, ErrorKind::kUnavailable, "; another program has the file locked: close it there"},
    Cause{SQLITE_READONLY, ErrorKind::kUnavailable, kAccess},
    Cause{SQLITE_CANTOPEN, ErrorKind::kUnavailable, kAccess},
    Cause{SQLITE_PERM, ErrorKind::kUnavailable, kAccess},
    Cause{SQLITE_IOERR, ErrorKind::kUnavailable, "; is the disk in order?"},
    Cause{SQLITE_PROTOCOL, ErrorKind::kUnavailable, "; the file system must support locks"},
    Cause{SQLITE_NOMEM, ErrorKind::kUnavailable, "; the machine has no memory left"},
    Cause{SQLITE_CORRUPT, ErrorKind::kCorrupt, kBackup},
    Cause{SQLITE_NOTADB, ErrorKind::kCorrupt, kBackup},
    Cause{SQLITE_CONSTRAINT, ErrorKind::kConflict, ""},
    Cause{SQLITE_TOOBIG, ErrorKind::kInvalidArgument, "; the text is too long for the store"},
};

bool no_room(int system_error) { return system_error == ENOSPC || system_error == EDQUOT || system_error == EFBIG; }

// sqlite3_system_errno() is what the clean-up after the fault left; the files remember what they met.
bool met_no_room(sqlite3* db) {
  for (const int which : {SQLITE_FCNTL_FILE_POINTER, SQLITE_FCNTL_JOURNAL_POINTER}) {
    sqlite3_file* file = nullptr;
    int met = 0;
    if (sqlite3_file_control(db, "main", which, static_cast<void*>(&file)) != SQLITE_OK || file == nullptr) continue;
    if (file->pMethods != nullptr) file->pMethods->xFileControl(file, SQLITE_FCNTL_LAST_ERRNO, &met);
    if (no_room(met)) return true;
  }
  return false;
}

// The one place where SQLite's codes become ours. Its messages name columns, never values.
[[noreturn]] void fail(sqlite3* db, int code, const fs::path& file, std::string_view sql = {}) {
  int primary = code & 0xff;
  if (primary == SQLITE_IOERR && db != nullptr && met_no_room(db)) primary = SQLITE_FULL;
  Cause cause{primary, ErrorKind::kInternal, ""};
  for (const Cause& known : kCauses) {
    if (known.code == primary) cause = known;
  }
  std::string message = file.string() + ": " + (primary == (code & 0xff) ? sqlite3_errstr(code) : "the disk is full");
  if (db != nullptr && primary == (code & 0xff) && sqlite3_extended_errcode(db) == code) {
    message = file.string() + ": " + sqlite3_errmsg(db);
  }
  if (cause.kind == ErrorKind::kInternal) message += " in: " + std::string(sql.substr(0, 200));
  throw Error(cause.kind, message.append(cause.mend));
}

class SqliteConnection : public SqlConnection {
 public:
  SqliteConnection(fs::path file, bool writer) : file_(std::move(file)) {
    const int flags =
        (writer ? SQLITE_OPEN_READWRITE : SQLITE_OPEN_READONLY) | SQLITE_OPEN_NOMUTEX | SQLITE_OPEN_EXRESCODE;
    const int code = sqlite3_open_v2(file_.c_str(), &db_, flags, nullptr);
    try {
      if (code != SQLITE_OK) fail(db_, code, file_);
      sqlite3_busy_timeout(db_, kBusyMilliseconds);
      sqlite3_db_config(db_, SQLITE_DBCONFIG_DEFENSIVE, 1, nullptr);
      // Only the writer may move the log into the file, also when it is closed.
      sqlite3_db_config(db_, SQLITE_DBCONFIG_NO_CKPT_ON_CLOSE, writer ? 0 : 1, nullptr);
      for (const std::string_view pragma :
           {"PRAGMA trusted_schema = OFF", "PRAGMA cell_size_check = ON", "PRAGMA temp_store = MEMORY"}) {
        query(pragma);
      }
      if (writer) prepare_writing();
    } catch (...) {
      close();
      throw;
    }
  }
  ~SqliteConnection() override { close(); }
  SqliteConnection(const SqliteConnection&) = delete;
  SqliteConnection& operator=(const SqliteConnection&) = delete;

  std::vector<SqlRow> query(std::string_view sql, const std::vector<SqlValue>& parameters = {}) override {
    std::vector<SqlRow> rows;
    run(sql, parameters, [&rows](sqlite3_stmt* statement) { rows.push_back(row_of(statement)); });
    return rows;
  }

  std::int64_t execute(std::string_view sql, const std::vector<SqlValue>& parameters = {}) override {
    const std::int64_t before = sqlite3_total_changes64(db_);
    run(sql, parameters, [](sqlite3_stmt*) {});
    return sqlite3_total_changes64(db_) - before;
  }

  void begin_writing() override { begin("BEGIN IMMEDIATE"); }
  void begin_reading() override { begin("BEGIN"); }
  void begin_migration() override { begin("BEGIN IMMEDIATE"); }

  void commit() override {
    try {
      execute("COMMIT");
      begun_ = false;
    } catch (...) {
      rollback();
      throw;
    }
  }

  void rollback() noexcept override {
    begun_ = false;
    if (sqlite3_get_autocommit(db_) == 0) sqlite3_exec(db_, "ROLLBACK", nullptr, nullptr, nullptr);
  }

  bool in_transaction() const override { return sqlite3_get_autocommit(db_) == 0; }

  bool has_table(std::string_view name) override {
    return first("SELECT 1 FROM sqlite_schema WHERE type = 'table' AND name = ?", {std::string(name)}).has_value();
  }

  sqlite3* handle() { return db_; }

 private:
  void prepare_writing() {
    const auto mode = first("PRAGMA journal_mode = WAL");
    if (!mode || mode->text(0) != "wal") {
      throw Error(ErrorKind::kUnavailable,
                  file_.string() +
                      ": the file system does not support SQLite's write-ahead log; keep the store on a "
                      "local disk, or use PostgreSQL");
    }
    query("PRAGMA synchronous = FULL");
    query("PRAGMA journal_size_limit = 67108864");
    if (!has_table("schema_version") && first("SELECT 1 FROM sqlite_schema WHERE type = 'table'")) {
      throw Error(ErrorKind::kCorrupt, file_.string() +
                                           ": is a database of another program; give --state or --store "
                                           "a place of its own");
    }
  }

  void begin(std::string_view how) {
    rollback();
    execute(how);
    begun_ = true;
  }

  sqlite3_stmt* prepared(std::string_view sql) {
    const auto found = statements_.find(sql);
    if (found != statements_.end()) return found->second;
    if (statements_.size() >= kStatements) drop_statements();
    sqlite3_stmt* statement = nullptr;
    const int code = sqlite3_prepare_v3(db_, sql.data(), static_cast<int>(sql.size()), SQLITE_PREPARE_PERSISTENT,
                                        &statement, nullptr);
    if (code != SQLITE_OK) fail(db_, code, file_, sql);
    return statements_.emplace(std::string(sql), statement).first->second;
  }

  template <class Take>
  void run(std::string_view sql, const std::vector<SqlValue>& parameters, Take take) {
    // What follows would no longer be part of the job's transaction, but changes of their own.
    if (begun_ && !in_transaction()) {
      throw Error(ErrorKind::kUnavailable, file_.string() + ": the transaction was given up after an earlier error");
    }
    check_texts(parameters);
    sqlite3_stmt* statement = prepared(sql);
    if (static_cast<std::size_t>(sqlite3_bind_parameter_count(statement)) != parameters.size()) {
      throw Error(ErrorKind::kInternal, std::to_string(parameters.size()) + " values for: " + std::string(sql));
    }
    for (std::size_t i = 0; i < parameters.size(); ++i) bind(statement, static_cast<int>(i + 1), parameters[i]);
    int code = sqlite3_step(statement);
    for (; code == SQLITE_ROW; code = sqlite3_step(statement)) take(statement);
    const int reset = sqlite3_reset(statement);
    sqlite3_clear_bindings(statement);
    if (code != SQLITE_DONE) fail(db_, reset == SQLITE_OK ? code : reset, file_, sql);
  }

  void bind(sqlite3_stmt* statement, int place, const SqlValue& value) {
    int code = SQLITE_OK;
    if (const auto* integer = std::get_if<std::int64_t>(&value)) {
      code = sqlite3_bind_int64(statement, place, *integer);
    } else if (const auto* number = std::get_if<double>(&value)) {
      code = sqlite3_bind_double(statement, place, *number);
    } else if (const auto* text = std::get_if<std::string>(&value)) {
      code = sqlite3_bind_text64(statement, place, text->data(), text->size(), SQLITE_STATIC, SQLITE_UTF8);
    } else {
      code = sqlite3_bind_null(statement, place);
    }
    if (code != SQLITE_OK) fail(db_, code, file_);
  }

  static SqlRow row_of(sqlite3_stmt* statement) {
    std::vector<SqlValue> values;
    const int columns = sqlite3_column_count(statement);
    values.reserve(static_cast<std::size_t>(columns));
    for (int i = 0; i < columns; ++i) {
      switch (sqlite3_column_type(statement, i)) {
        case SQLITE_INTEGER:
          values.emplace_back(static_cast<std::int64_t>(sqlite3_column_int64(statement, i)));
          break;
        case SQLITE_FLOAT:
          values.emplace_back(sqlite3_column_double(statement, i));
          break;
        case SQLITE_NULL:
          values.emplace_back();
          break;
        default: {
          const auto* bytes = reinterpret_cast<const char*>(sqlite3_column_text(statement, i));
          const auto size = static_cast<std::size_t>(sqlite3_column_bytes(statement, i));
          values.emplace_back(bytes == nullptr ? std::string() : std::string(bytes, size));
        }
      }
    }
    return SqlRow(std::move(values));
  }

  void drop_statements() {
    for (const auto& [sql, statement] : statements_) sqlite3_finalize(statement);
    statements_.clear();
  }

  void close() noexcept {
    drop_statements();
    sqlite3_close(db_);
    db_ = nullptr;
  }

  fs::path file_;
  sqlite3* db_ = nullptr;
  bool begun_ = false;
  std::map<std::string, sqlite3_stmt*, std::less<>> statements_;
};

// Readers' words and addresses are in it: for its owner alone. SQLite gives the log beside it the same mode.
void create_private(const fs::path& file) {
  std::error_code ignored;
  if (file.has_parent_path()) fs::create_directories(file.parent_path(), ignored);
  const int fd = ::open(file.c_str(), O_RDWR | O_CREAT | O_CLOEXEC, 0600);
  if (fd < 0) {
    throw Error(no_room(errno) ? ErrorKind::kFull : ErrorKind::kUnavailable,
                file.string() + ": cannot open: " + std::strerror(errno) + std::string(kAccess));
  }
  ::close(fd);
}

class SqliteDatabase : public SqlDatabase {
 public:
  SqliteDatabase(fs::path file, bool read_only) : file_(std::move(file)) {
    if (!read_only) {
      std::error_code ignored;
      if (file_.has_parent_path()) fs::create_directories(file_.parent_path(), ignored);
      lock_.emplace(file_);
      create_private(file_);
    } else if (!fs::exists(file_)) {
      throw Error(ErrorKind::kNotFound,
                  file_.string() + ": there is no store yet; pharos serve makes it, or give the right --state");
    }
  }

  std::string_view kind() const override { return "sqlite"; }
  // Debian's SQLite 3.40.1 can damage the file when two connections write or checkpoint at once (the WAL-reset fault,
  // mended in 3.51.3).
  std::size_t writers() const override { return 1; }
  std::size_t group_limit() const override { return 256; }
  std::unique_ptr<SqlConnection> connect_writer() override { return std::make_unique<SqliteConnection>(file_, true); }
  std::unique_ptr<SqlConnection> connect_reader() override { return std::make_unique<SqliteConnection>(file_, false); }

  void backup(const fs::path& to) override {
    // One step copies one moment: a reader's transaction, which writers do not wait for.
    SqliteConnection from(file_, false);
    create_private(to);
    sqlite3* opened = nullptr;
    int code = sqlite3_open_v2(to.c_str(), &opened, SQLITE_OPEN_READWRITE | SQLITE_OPEN_EXRESCODE, nullptr);
    const std::unique_ptr<sqlite3, decltype(&sqlite3_close)> copy(opened, &sqlite3_close);
    if (code != SQLITE_OK) fail(opened, code, to);
    sqlite3_backup* work = sqlite3_backup_init(opened, "main", from.handle(), "main");
    if (work != nullptr) {
      sqlite3_backup_step(work, -1);
      sqlite3_backup_finish(work);
    }
    code = sqlite3_extended_errcode(opened);
    if (code != SQLITE_OK) fail(opened, code, to);
    // A file that needs none beside it, and may lie where nothing can be written.
    code = sqlite3_exec(opened, "PRAGMA journal_mode = DELETE", nullptr, nullptr, nullptr);
    if (code != SQLITE_OK) fail(opened, code, to);
    std::string found;
    const auto take = [](void* text, int, char** columns, char**) {
      *static_cast<std::string*>(text) = columns[0] != nullptr ? columns[0] : "";
      return 0;
    };
    code = sqlite3_exec(opened, "PRAGMA integrity_check(1)", take, &found, nullptr);
    if (code != SQLITE_OK) fail(opened, code, to);
    if (found != "ok")
      throw Error(ErrorKind::kCorrupt, file_.string() + ": is damaged: " + found + std::string(kBackup));
  }

 private:
  fs::path file_;
  std::optional<WriterLock> lock_;
};

}  // namespace

std::unique_ptr<SqlDatabase> open_sqlite(const fs::path& file, bool read_only) {
  return std::make_unique<SqliteDatabase>(file, read_only);
}

}  // namespace pharos::desk
