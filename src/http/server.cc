// SPDX-License-Identifier: GPL-3.0-or-later
#include "pharos/http/server.h"

#include <httplib.h>
#include <netdb.h>
#include <spdlog/spdlog.h>
#include <sys/socket.h>

#include <algorithm>
#include <array>
#include <atomic>
#include <cerrno>
#include <chrono>
#include <cstring>
#include <mutex>
#include <set>
#include <thread>

#include "http/connection.h"
#include "http/dispatch.h"
#include "http/pages.h"
#include "http/routes.h"
#include "http/trusted_proxies.h"
#include "pharos/base/error.h"
#include "pharos/base/files.h"
#include "pharos/base/json.h"
#include "pharos/base/time.h"

#ifndef CPPHTTPLIB_OPENSSL_SUPPORT
#error \
    "compile with pkg-config --cflags cpp-httplib: without its definitions the sizes of its classes differ in silence"
#endif

namespace pharos::http {
namespace {

constexpr int kBacklog = 1024;
constexpr std::size_t kRequestsPerConnection = 1'000'000;
constexpr std::uint64_t kMaxOpenApiBytes = 4 * 1024 * 1024;

// The library reads a request from here and writes its answer here; the socket itself is Connection's.
class MemoryStream : public httplib::Stream {
 public:
  explicit MemoryStream(std::string in) : in_(std::move(in)) {}

  bool is_readable() const override { return at_ < in_.size(); }
  bool is_writable() const override { return true; }
  ssize_t read(char* to, size_t size) override {
    const size_t bytes = std::min(size, in_.size() - at_);
    std::memcpy(to, in_.data() + at_, bytes);
    at_ += bytes;
    return static_cast<ssize_t>(bytes);
  }
  ssize_t write(const char* from, size_t size) override {
    out_.append(from, size);
    return static_cast<ssize_t>(size);
  }
  void get_remote_ip_and_port(std::string& ip, int& port) const override {
    ip.clear();
    port = 0;
  }
  void get_local_ip_and_port(std::string& ip, int& port) const override {
    ip.clear();
    port = 0;
  }
  socket_t socket() const override { return 0; }

  std::string take() { return std::move(out_); }

 private:
  std::string in_;
  std::size_t at_ = 0;
  std::string out_;
};

// The answer for the request this thread is serving: the library's handlers get no other way to reach it.
thread_local Response* answer_under_way = nullptr;

// RFC 9110, 8.6: neither of them may carry a length of 0 that is not the representation's.
void drop_length(std::string& head_only) {
  constexpr std::string_view kField = "Content-Length: 0\r\n";
  const std::size_t at = head_only.find(kField);
  if (at != std::string::npos) head_only.erase(at, kField.size());
}

std::string peer_of(int socket) {
  sockaddr_storage peer{};
  socklen_t size = sizeof peer;
  if (::getpeername(socket, reinterpret_cast<sockaddr*>(&peer), &size) != 0) return {};
  std::array<char, NI_MAXHOST> text{};
  if (::getnameinfo(reinterpret_cast<sockaddr*>(&peer), size, text.data(), text.size(), nullptr, 0, NI_NUMERICHOST) !=
      0) {
    return {};
  }
  const auto address = parse_address(text.data());
  return address ? address_text(*address) : text.data();
}

// Uploads take time: most threads stay for those who only ask.
BodyRoomLimits room_limits(int threads) {
  BodyRoomLimits limits;
  const auto share = static_cast<std::size_t>(std::max(1, threads / 4));
  limits.uploads = std::min(limits.uploads, share);
  limits.uploads_of_one = std::min(limits.uploads_of_one, std::max<std::size_t>(1, share / 2));
  return limits;
}

std::string address_of(const ServerOptions& options) { return options.host + ":" + std::to_string(options.port); }

[[noreturn]] void throw_bind_failure(const ServerOptions& options, int cause) {
  const std::string address = address_of(options);
  if (cause == EADDRINUSE) {
    throw Error(ErrorKind::kUnavailable, address + " is in use by another program: stop it, or choose another port " +
                                             "with --port or another address with --listen");
  }
  if (cause == EACCES) {
    throw Error(ErrorKind::kUnavailable, address + " needs rights this program does not have: choose a port above " +
                                             "1023 with --port or --listen");
  }
  throw Error(ErrorKind::kUnavailable, address + " cannot be listened on (" +
                                           (cause == 0 ? "no such address" : std::strerror(cause)) +
                                           "): choose another one with --listen or --port");
}

std::string read_openapi(const std::filesystem::path& site) {
  const std::filesystem::path path = site / "openapi.json";
  std::string text = read_file(path, kMaxOpenApiBytes);
  Json::parse(text, path.string());
  return text;
}

}  // namespace

/// cpp-httplib with another reading of connections. What it does itself: accepting, the pool of threads, writing
/// answers. What it is kept from, because its version 0.11.4 is open there: framing requests, decoding headers, ranges,
/// compressing, routing by regular expression.
class Transport : public httplib::Server {
 public:
  Transport(const Dispatcher& dispatcher, const TrustedProxies& proxies, int threads)
      : dispatcher_(dispatcher),
        room_(room_limits(threads)),
        surroundings_{proxies, room_, [this](const RawRequest& head) { return dispatcher_.body_limit_of(head); }} {
    set_pre_routing_handler([](const httplib::Request&, httplib::Response& out) {
      Response& answer = *answer_under_way;
      out.status = answer.status;
      for (const auto& [name, value] : answer.headers) out.headers.emplace(name, value);
      if (!answer.body.empty()) out.set_content(answer.body, answer.content_type);
      return HandlerResponse::Handled;
    });
    set_keep_alive_max_count(kRequestsPerConnection);
    set_keep_alive_timeout(static_cast<time_t>(std::chrono::duration_cast<std::chrono::seconds>(limits_.idle).count()));
    set_tcp_nodelay(true);
    // Without SO_REUSEPORT, which would let two servers share a port without a word.
    set_socket_options([](socket_t socket) {
      const int yes = 1;
      ::setsockopt(socket, SOL_SOCKET, SO_REUSEADDR, &yes, sizeof yes);
    });
  }

  /// The library's own backlog is 5; listening again widens it.
  void widen_backlog() { ::listen(svr_sock_, kBacklog); }

  /// Ends connections that wait for a request; those with one under way finish it.
  void end_connections() {
    const std::lock_guard lock(mutex_);
    stopping_ = true;
    for (const int socket : open_) ::shutdown(socket, SHUT_RD);
  }

 private:
  bool process_and_close_socket(socket_t socket) override {
    if (admit(socket)) {
      serve(socket);
      const std::lock_guard lock(mutex_);
      open_.erase(socket);
    }
    ::shutdown(socket, SHUT_RDWR);
    ::close(socket);
    return true;
  }

  bool admit(int socket) {
    const std::lock_guard lock(mutex_);
    if (!stopping_) open_.insert(socket);
    return !stopping_;
  }

  bool stopping() {
    const std::lock_guard lock(mutex_);
    return stopping_;
  }

  void serve(int socket) {
    Connection connection(socket, peer_of(socket), limits_, surroundings_);
    while (true) {
      ReadOutcome outcome = connection.read();
      if (outcome.state == ReadOutcome::State::kNeedsMore) return;
      if (outcome.state == ReadOutcome::State::kRefused) {
        connection.write(in_bytes("GET", dispatcher_.refuse(outcome), false));
        connection.linger();
        return;
      }
      const std::string method = outcome.request.method;
      const bool keep = outcome.request.keep_alive && !stopping();
      if (!connection.write(in_bytes(method, dispatcher_.answer(std::move(outcome.request)), keep)) || !keep) return;
    }
  }

  // What the library gets to read is written here, never the client's own bytes: only the method matters to it.
  std::string in_bytes(const std::string& method, Response answer, bool keep) {
    answer.headers.emplace_back("Date", to_http_date(system_clock().now()));
    answer.headers.emplace_back("Accept-Ranges", "none");
    const int status = answer.status;
    answer_under_way = &answer;
    MemoryStream stream(method + " / HTTP/1.1\r\n" + (keep ? "\r\n" : "Connection: close\r\n\r\n"));
    bool closed = false;
    process_request(stream, !keep, closed, nullptr);
    answer_under_way = nullptr;
    std::string bytes = stream.take();
    if (status == 304 || status == 204) drop_length(bytes);
    return bytes;
  }

  const Dispatcher& dispatcher_;
  const ConnectionLimits limits_;
  BodyRoom room_;
  const ConnectionSurroundings surroundings_;
  std::mutex mutex_;
  std::set<int> open_;
  bool stopping_ = false;
};

struct Server::Impl {
  Impl(const engine::HelpCenter& help_center, ServerOptions server_options)
      : options(std::move(server_options)),
        pages(options.site, options.live_reload),
        openapi(read_openapi(options.site)),
        proxies(options.trusted_proxies),
        dispatcher(help_center, pages, openapi, CorsPolicy(options.cors_origins), routes(), options.door) {}

  ServerOptions options;
  Pages pages;
  std::string openapi;
  TrustedProxies proxies;
  Dispatcher dispatcher;
  std::unique_ptr<Transport> transport;
  std::thread acceptor;
  std::atomic<bool> ended{false};
  int port = 0;
};

Server::Server(const engine::HelpCenter& help_center, ServerOptions options)
    : impl_(std::make_unique<Impl>(help_center, std::move(options))) {}

Server::~Server() { stop(); }

void Server::start() {
  const ServerOptions& options = impl_->options;
  auto transport = std::make_unique<Transport>(impl_->dispatcher, impl_->proxies, options.threads);
  transport->new_task_queue = [threads = options.threads] {
    return new httplib::ThreadPool(static_cast<std::size_t>(std::max(1, threads)));
  };
  errno = 0;
  const int port = options.port == 0                                     ? transport->bind_to_any_port(options.host)
                   : transport->bind_to_port(options.host, options.port) ? options.port
                                                                         : -1;
  if (port <= 0) throw_bind_failure(options, errno);
  transport->widen_backlog();
  impl_->port = port;
  impl_->ended = false;
  impl_->transport = std::move(transport);
  impl_->acceptor = std::thread([this, raw = impl_->transport.get()] {
    raw->listen_after_bind();
    impl_->ended = true;
  });
  // stop() before the accepting thread runs would be lost on the library.
  while (!impl_->transport->is_running() && !impl_->ended) std::this_thread::sleep_for(std::chrono::milliseconds(1));
}

int Server::port() const { return impl_->port; }

void Server::stop() {
  if (!impl_->transport) return;
  impl_->transport->end_connections();
  impl_->transport->stop();
  if (impl_->acceptor.joinable()) impl_->acceptor.join();
  impl_->transport.reset();
}

}  // namespace pharos::http
