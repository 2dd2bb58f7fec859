// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <map>
#include <mutex>
#include <string>
#include <vector>

#include "gateway/scripted_server.h"

// A mail server on this machine that takes mail, or refuses at the step a test names.
namespace pharos::gateway_test {

class ScriptedMailServer {
 public:
  /// `replies` by the first word of a command ("MAIL", "RCPT", "DATA"...), "greeting", and "." for the mail itself;
  /// everything else is taken. An empty reply: the connection is closed; "hang": silence.
  explicit ScriptedMailServer(std::map<std::string, std::string> replies = {}) : replies_(std::move(replies)) {
    listener_ = ::socket(AF_INET, SOCK_STREAM | SOCK_CLOEXEC, 0);
    sockaddr_in address{};
    address.sin_family = AF_INET;
    address.sin_addr.s_addr = htonl(INADDR_LOOPBACK);
    socklen_t size = sizeof address;
    if (::bind(listener_, reinterpret_cast<sockaddr*>(&address), size) != 0 || ::listen(listener_, 8) != 0 ||
        ::getsockname(listener_, reinterpret_cast<sockaddr*>(&address), &size) != 0) {
      throw std::runtime_error("no port for the scripted mail server");
    }
    port_ = ntohs(address.sin_port);
    thread_ = std::thread([this] { run(); });
  }
  ~ScriptedMailServer() {
    stopped_ = true;
    thread_.join();
    ::close(listener_);
  }
  ScriptedMailServer(const ScriptedMailServer&) = delete;
  ScriptedMailServer& operator=(const ScriptedMailServer&) = delete;

  std::string port() const { return std::to_string(port_); }
  /// Each line as it came, the mail's too.
  std::vector<std::string> lines() const {
    const std::lock_guard lock(mutex_);
    return lines_;
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
    if (!reply(peer, "greeting", "220 scripted")) return;
    bool within_mail = false;
    std::string line;
    while (next_line(peer, line)) {
      if (within_mail) {
        if (line != ".") continue;
        within_mail = false;
        if (!reply(peer, ".", "250 taken")) return;
        continue;
      }
      const std::string word = line.substr(0, line.find(' '));
      within_mail = word == "DATA" && replies_.count("DATA") == 0;
      if (!reply(peer, word, within_mail ? "354 go on" : word == "QUIT" ? "221 bye" : "250 fine")) return;
    }
  }

  bool reply(int peer, const std::string& step, const std::string& usual) {
    const auto found = replies_.find(step);
    const std::string text = found == replies_.end() ? usual : found->second;
    char byte = 0;
    while (text == "hang" && !stopped_ && (!readable(peer) || ::recv(peer, &byte, 1, 0) > 0)) continue;
    if (text.empty() || text == "hang") return false;
    const std::string bytes = text + "\r\n";
    return ::send(peer, bytes.data(), bytes.size(), MSG_NOSIGNAL) == static_cast<ssize_t>(bytes.size());
  }

  bool next_line(int peer, std::string& line) {
    std::size_t end = 0;
    while ((end = pending_.find("\r\n")) == std::string::npos) {
      if (stopped_) return false;
      if (!readable(peer)) continue;
      std::string piece(1 << 14, '\0');
      const ssize_t count = ::recv(peer, piece.data(), piece.size(), 0);
      if (count <= 0) {
        pending_.clear();
        return false;
      }
      pending_.append(piece, 0, static_cast<std::size_t>(count));
    }
    line = pending_.substr(0, end);
    pending_.erase(0, end + 2);
    const std::lock_guard lock(mutex_);
    lines_.push_back(line);
    return true;
  }

  static bool readable(int file) {
    pollfd waiting{file, POLLIN, 0};
    return ::poll(&waiting, 1, 20) > 0;
  }

  std::map<std::string, std::string> replies_;
  std::atomic<bool> stopped_{false};
  mutable std::mutex mutex_;
  std::vector<std::string> lines_;
  std::string pending_;
  int listener_ = -1, port_ = 0;
  std::thread thread_;
};

}  // namespace pharos::gateway_test
