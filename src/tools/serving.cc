// SPDX-License-Identifier: GPL-3.0-or-later
#include "tools/serving.h"

#include <spdlog/sinks/stdout_sinks.h>
#include <spdlog/spdlog.h>

#include <charconv>
#include <csignal>
#include <ctime>

#include "pharos/base/error.h"

namespace pharos::tools {
namespace {

namespace fs = std::filesystem;

sigset_t handled_signals() {
  sigset_t set;
  sigemptyset(&set);
  sigaddset(&set, SIGINT);
  sigaddset(&set, SIGTERM);
  sigaddset(&set, SIGHUP);
  return set;
}

}  // namespace

void parse_listen(const std::string& text, http::ServerOptions& options) {
  const std::size_t colon = text.rfind(':');
  int port = -1;
  if (colon != std::string::npos) {
    const char* end = text.data() + text.size();
    const auto read = std::from_chars(text.data() + colon + 1, end, port);
    if (read.ec != std::errc() || read.ptr != end) port = -1;
  }
  if (port < 0 || port > 65535) {
    throw Error(ErrorKind::kInvalidArgument, "'" + text + "' is no address to listen on; write 127.0.0.1:8080",
                "--listen");
  }
  std::string host = text.substr(0, colon);
  if (host.size() > 1 && host.front() == '[' && host.back() == ']') host = host.substr(1, host.size() - 2);
  options.host = host.empty() ? "0.0.0.0" : host;
  options.port = port;
}

std::string local_address(const std::string& host, int port) {
  const bool everywhere = host == "0.0.0.0" || host == "::";
  const bool ipv6 = host.find(':') != std::string::npos;
  const std::string name = everywhere ? (ipv6 ? "[::1]" : "127.0.0.1") : ipv6 ? "[" + host + "]" : host;
  return "http://" + name + ":" + std::to_string(port);
}

fs::path find_site(const std::string& given) {
  std::error_code ignored;  // a folder that cannot be looked at is not there
  if (!given.empty()) {
    if (fs::is_directory(given, ignored)) return given;
    throw Error(ErrorKind::kNotFound, given + ": is not a folder; name the one with templates, static and texts",
                "--site");
  }
  const fs::path program = fs::read_symlink("/proc/self/exe", ignored);
  for (const fs::path& candidate :
       {program.parent_path() / ".." / "share" / "pharos" / "site", fs::path(PHAROS_SITE_DIR)}) {
    if (fs::is_directory(candidate / "templates", ignored)) return candidate;
  }
  throw Error(ErrorKind::kNotFound, "the folder with templates and texts is not beside the program", "--site");
}

void log_json_lines(bool requests) {
  spdlog::set_default_logger(spdlog::stderr_logger_mt("pharos"));
  spdlog::set_pattern("%v");
  spdlog::set_level(requests ? spdlog::level::info : spdlog::level::warn);
}

void take_signals() {
  const sigset_t set = handled_signals();
  pthread_sigmask(SIG_BLOCK, &set, nullptr);
  std::signal(SIGPIPE, SIG_IGN);
}

Wake wait_for_signal(int milliseconds) {
  const sigset_t set = handled_signals();
  const timespec limit{milliseconds / 1000, (milliseconds % 1000) * 1'000'000L};
  const int signal = sigtimedwait(&set, nullptr, &limit);
  if (signal == SIGHUP) return Wake::kReload;
  return signal == SIGINT || signal == SIGTERM ? Wake::kStop : Wake::kTimeout;
}

}  // namespace pharos::tools
