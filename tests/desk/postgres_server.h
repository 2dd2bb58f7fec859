// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <fcntl.h>
#include <libpq-fe.h>
#include <pwd.h>
#include <signal.h>
#include <sys/prctl.h>
#include <sys/wait.h>
#include <unistd.h>

#include <chrono>
#include <filesystem>
#include <optional>
#include <stdexcept>
#include <string>
#include <thread>
#include <vector>

#include "pharos/base/files.h"

namespace pharos::desk {

/// A real PostgreSQL in a temporary folder, reached through a socket there and nowhere else, for the tests of one
/// program. It ends with the program, however that ends. Never as root: then it runs as Debian's user "postgres". It
/// does not wait for the disk: the tests end its processes, not the machine.
class PostgresServer {
 public:
  /// The program's one server, started when it is first asked for; null where PostgreSQL is not installed.
  static PostgresServer* instance() {
    static const auto binaries = find_binaries();
    if (!binaries) return nullptr;
    static PostgresServer server(*binaries);
    return &server;
  }

  /// The address of a schema of its own within the server's database.
  std::string fresh_address() {
    const std::string schema = "t" + std::to_string(++schemas_);
    PGconn* const connection = PQconnectdb(address("public").c_str());
    PGresult* const result = PQexec(connection, ("CREATE SCHEMA " + schema).c_str());
    const bool made = PQresultStatus(result) == PGRES_COMMAND_OK;
    PQclear(result);
    PQfinish(connection);
    if (!made) throw std::runtime_error("PostgreSQL made no schema");
    return address(schema);
  }

  std::string address(const std::string& schema) const {
    return "postgresql://pharos@/postgres?host=" + folder_.path().string() + "&options=-csearch_path%3D" + schema;
  }

  /// As when its machine loses power; start() recovers.
  void stop() { end(SIGQUIT); }
  void start() {
    process_ = spawn({binaries_ / "postgres", "-D", data(), "-k", folder_.path(), "-c", "listen_addresses=", "-c",
                      "shared_buffers=16MB", "-c", "max_connections=60", "-c", "fsync=off"});
    const auto until = std::chrono::steady_clock::now() + std::chrono::seconds(60);
    while (PQping(address("public").c_str()) != PQPING_OK) {
      if (std::chrono::steady_clock::now() > until) throw std::runtime_error("PostgreSQL does not start");
      std::this_thread::sleep_for(std::chrono::milliseconds(20));
    }
  }

  ~PostgresServer() { end(SIGINT); }
  PostgresServer(const PostgresServer&) = delete;
  PostgresServer& operator=(const PostgresServer&) = delete;

 private:
  explicit PostgresServer(std::filesystem::path binaries) : binaries_(std::move(binaries)) {
    if (::geteuid() == 0) {
      owner_ = ::getpwnam("postgres");
      if (owner_ == nullptr || ::chown(folder_.path().c_str(), owner_->pw_uid, owner_->pw_gid) != 0) {
        throw std::runtime_error("there is no user postgres to run PostgreSQL as");
      }
    }
    const pid_t initdb = spawn({binaries_ / "initdb", "-D", data(), "-A", "trust", "-U", "pharos", "-E", "UTF8",
                                "--locale=C", "--no-sync", "--no-instructions"});
    int status = 0;
    if (::waitpid(initdb, &status, 0) < 0 || status != 0) throw std::runtime_error("initdb failed");
    start();
  }

  static std::optional<std::filesystem::path> find_binaries() {
    for (int version = 20; version >= 13; --version) {
      const std::filesystem::path folder = "/usr/lib/postgresql/" + std::to_string(version) + "/bin";
      if (std::filesystem::exists(folder / "postgres")) return folder;
    }
    return std::nullopt;
  }

  std::string data() const { return (folder_.path() / "data").string(); }

  pid_t spawn(const std::vector<std::string>& command) {
    std::vector<char*> arguments;
    for (const std::string& word : command) arguments.push_back(const_cast<char*>(word.c_str()));
    arguments.push_back(nullptr);
    const pid_t child = ::fork();
    if (child != 0) return child;
    ::setpgid(0, 0);
    if (owner_ != nullptr && (::setgid(owner_->pw_gid) != 0 || ::setuid(owner_->pw_uid) != 0)) ::_exit(1);
    ::prctl(PR_SET_PDEATHSIG, SIGQUIT);
    const int nowhere = ::open("/dev/null", O_RDWR);
    for (const int stream : {0, 1, 2}) ::dup2(nowhere, stream);
    if (::chdir("/") == 0) ::execv(arguments[0], arguments.data());
    ::_exit(127);
  }

  void end(int signal) {
    if (process_ <= 0) return;
    ::kill(process_, signal);
    ::waitpid(process_, nullptr, 0);
    process_ = -1;
  }

  TemporaryFolder folder_;
  std::filesystem::path binaries_;
  const passwd* owner_ = nullptr;
  pid_t process_ = -1;
  int schemas_ = 0;
};

}  // namespace pharos::desk
