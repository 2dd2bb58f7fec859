// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <arpa/inet.h>
#include <netinet/in.h>
#include <poll.h>
#include <sys/socket.h>
#include <unistd.h>

#include <algorithm>
#include <atomic>
#include <functional>
#include <map>
#include <mutex>
#include <stdexcept>
#include <string>
#include <thread>
#include <vector>

// A server on this machine that answers, or fails to, as a test says.
namespace pharos::gateway_test {

/// A request as it came; header names in lower case.
struct SeenRequest {
  std::string method, target, body;
  std::map<std::string, std::string> headers;

  std::string header(const std::string& name) const {
    const auto found = headers.find(name);
    return found == headers.end() ? std::string() : found->second;
  }
};

/// What the server does with a request: it sends the bytes, then closes the connection or keeps silent.
struct Reaction {
  std::string bytes;
  bool hang = false;
};

inline Reaction answer(int status, const std::string& body = {}, const std::string& headers = {}) {
  return {"HTTP/1.1 " + std::to_string(status) + " X\r\nConnection: close\r\nContent-Length: " +
          std::to_string(body.size()) + "\r\n" + headers + "\r\n" + body};
}
inline Reaction hang() { return {"", true}; }

class ScriptedServer {
 public:
  /// `react` is called on the server's thread, for one request at a time.
  explicit ScriptedServer(std::function<Reaction(const SeenRequest&)> react) : react_(std::move(react)) {
    listener_ = ::socket(AF_INET, SOCK_STREAM | SOCK_CLOEXEC, 0);
    sockaddr_in address{};
    address.sin_family = AF_INET;
    address.sin_addr.s_addr = htonl(INADDR_LOOPBACK);
    socklen_t size = sizeof address;
    if (::bind(listener_, reinterpret_cast<sockaddr*>(&address), size) != 0 || ::listen(listener_, 64) != 0 ||
        ::getsockname(listener_, reinterpret_cast<sockaddr*>(&address), &size) != 0) {
      throw std::runtime_error("no port for the scripted server");
    }
    port_ = ntohs(address.sin_port);
    thread_ = std::thread([this] { run(); });
  }
  explicit ScriptedServer(const Reaction& always) : ScriptedServer([always](const SeenRequest&) { return always; }) {}
  ~ScriptedServer() {
    stopped_ = true;
    thread_.join();
    ::close(listener_);
  }
  ScriptedServer(const ScriptedServer&) = delete;
  ScriptedServer& operator=(const ScriptedServer&) = delete;

  int port() const { return port_; }
  std::string url() const { return "http://127.0.0.1:" + std::to_string(port_); }
  std::vector<SeenRequest> requests() const {
    const std::lock_guard lock(mutex_);
    return requests_;
  }

 private:
  void run() {
    while (!stopped_) {
      if (!readable(listener_)) continue;
      const int peer = ::accept4(listener_, nullptr, nullptr, SOCK_CLOEXEC);
      if (peer < 0) continue;
      serve(peer);
      ::close(peer);
    }
  }

  void serve(int peer) {
    SeenRequest request;
    if (!receive(peer, request)) return;
    {
      const std::lock_guard lock(mutex_);
      requests_.push_back(request);
    }
    const Reaction reaction = react_(request);
    for (std::size_t sent = 0; sent < reaction.bytes.size() && !stopped_;) {
      const ssize_t count = ::send(peer, reaction.bytes.data() + sent, reaction.bytes.size() - sent, MSG_NOSIGNAL);
      if (count <= 0) return;
      sent += static_cast<std::size_t>(count);
    }
    char byte = 0;
    while (reaction.hang && !stopped_ && (!readable(peer) || ::recv(peer, &byte, 1, 0) > 0)) continue;
  }

  bool receive(int peer, SeenRequest& request) {
    std::string text;
    std::size_t end = 0;
    while ((end = text.find("\r\n\r\n")) == std::string::npos) {
      if (!more(peer, text)) return false;
    }
    const std::size_t first = text.find("\r\n");
    request.method = text.substr(0, text.find(' '));
    request.target = text.substr(request.method.size() + 1, text.rfind(' ', first) - request.method.size() - 1);
    for (std::size_t at = first + 2; at < end;) {
      const std::size_t line_end = text.find("\r\n", at);
      const std::size_t colon = text.find(": ", at);
      std::string name = text.substr(at, colon - at);
      std::transform(name.begin(), name.end(), name.begin(),
                     [](char c) { return c >= 'A' && c <= 'Z' ? static_cast<char>(c + 32) : c; });
      request.headers[name] = text.substr(colon + 2, line_end - colon - 2);
      at = line_end + 2;
    }
    request.body = text.substr(end + 4);
    const std::string length = request.header("content-length");
    while (!length.empty() && request.body.size() < std::stoul(length)) {
      if (!more(peer, request.body)) return false;
    }
    return true;
  }

  bool more(int peer, std::string& text) {
    while (!stopped_) {
      if (!readable(peer)) continue;
      std::string piece(1 << 16, '\0');
      const ssize_t count = ::recv(peer, piece.data(), piece.size(), 0);
      if (count <= 0) return false;
      text.append(piece, 0, static_cast<std::size_t>(count));
      return true;
    }
    return false;
  }

  static bool readable(int file) {
    pollfd waiting{file, POLLIN, 0};
    return ::poll(&waiting, 1, 20) > 0;
  }

  std::function<Reaction(const SeenRequest&)> react_;
  std::atomic<bool> stopped_{false};
  mutable std::mutex mutex_;
  std::vector<SeenRequest> requests_;
  int listener_ = -1, port_ = 0;
  std::thread thread_;
};

}  // namespace pharos::gateway_test
