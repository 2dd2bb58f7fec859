// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <arpa/inet.h>
#include <netinet/in.h>
#include <poll.h>
#include <sys/socket.h>
#include <unistd.h>
#include <zlib.h>

#include <array>
#include <chrono>
#include <map>
#include <string>
#include <string_view>

#include "pharos/base/article_key.h"
#include "pharos/base/error.h"
#include "pharos/base/json.h"

// A client of raw sockets for tests: it sends exactly the bytes it is given, also those no client should send.
namespace pharos::http_test {

/// An answer as received; header names in lower case.
struct Answer {
  int status = 0;  ///< 0: there was none
  std::map<std::string, std::string> headers;
  std::string body;

  std::string header(const std::string& name) const {
    const auto found = headers.find(name);
    return found == headers.end() ? std::string() : found->second;
  }
  Json json() const { return Json::parse(body, "answer"); }
};

/// One connection to a server on this machine. Not thread-safe.
class Client {
 public:
  using Headers = std::map<std::string, std::string>;

  explicit Client(int port) : socket_(::socket(AF_INET, SOCK_STREAM | SOCK_CLOEXEC, 0)) {
    sockaddr_in address{};
    address.sin_family = AF_INET;
    address.sin_port = htons(static_cast<std::uint16_t>(port));
    address.sin_addr.s_addr = htonl(INADDR_LOOPBACK);
    if (::connect(socket_, reinterpret_cast<sockaddr*>(&address), sizeof address) != 0) {
      ::close(socket_);
      throw Error(ErrorKind::kUnavailable, "cannot connect");
    }
  }
  ~Client() { ::close(socket_); }
  Client(const Client&) = delete;
  Client& operator=(const Client&) = delete;

  /// A request on the open connection and its answer.
  Answer request(const std::string& method, const std::string& target, const Headers& headers = {}) {
    std::string bytes = method + " " + target + " HTTP/1.1\r\nHost: localhost\r\n";
    for (const auto& [name, value] : headers) bytes += name + ": " + value + "\r\n";
    send(bytes + "\r\n");
    return receive(method == "HEAD");
  }

  /// POST of a body on the open connection and its answer.
  Answer post(const std::string& target, const std::string& type, std::string_view body, const Headers& headers = {}) {
    std::string bytes = "POST " + target + " HTTP/1.1\r\nHost: localhost\r\n";
    if (!type.empty()) bytes += "Content-Type: " + type + "\r\n";
    for (const auto& [name, value] : headers) bytes += name + ": " + value + "\r\n";
    bytes += "Content-Length: " + std::to_string(body.size()) + "\r\n\r\n";
    send(bytes.append(body));  // in one go: two small ones would wait for each other's acknowledgement
    return receive();
  }

  void send(std::string_view bytes) {
    while (!bytes.empty()) {
      const ssize_t sent = ::send(socket_, bytes.data(), bytes.size(), MSG_NOSIGNAL);
      if (sent <= 0) return;  // the server may end the connection early: receive() tells
      bytes.remove_prefix(static_cast<std::size_t>(sent));
    }
  }

  /// The next answer; `head`: it has no body whatever its length says.
  Answer receive(bool head = false) {
    Answer answer;
    std::size_t end;
    while ((end = buffer_.find("\r\n\r\n")) == std::string::npos) {
      if (!fill()) return answer;
    }
    answer.status = std::stoi(buffer_.substr(9, 3));
    for (std::size_t at = buffer_.find("\r\n") + 2; at < end + 2;) {
      const std::size_t line_end = buffer_.find("\r\n", at);
      const std::size_t colon = buffer_.find(':', at);
      std::string name = buffer_.substr(at, colon - at);
      for (char& c : name) c = c >= 'A' && c <= 'Z' ? static_cast<char>(c - 'A' + 'a') : c;
      std::string& value = answer.headers[name];
      if (!value.empty()) value += " | ";  // a field that stands twice is seen
      value += buffer_.substr(colon + 2, line_end - colon - 2);
      at = line_end + 2;
    }
    buffer_.erase(0, end + 4);
    const std::string length = answer.header("content-length");
    const std::size_t bytes = head || length.empty() ? 0 : std::stoul(length);
    while (buffer_.size() < bytes) {
      if (!fill()) return {};
    }
    answer.body = buffer_.substr(0, bytes);
    buffer_.erase(0, bytes);
    return answer;
  }

  /// Whether there is something to receive within that time.
  bool answered_within(std::chrono::milliseconds time) {
    pollfd waiting{socket_, POLLIN, 0};
    return !buffer_.empty() || ::poll(&waiting, 1, static_cast<int>(time.count())) > 0;
  }

  /// Whether the server ended the connection within that time, without sending more.
  bool closed_within(std::chrono::milliseconds time) {
    pollfd waiting{socket_, POLLIN, 0};
    if (!buffer_.empty() || ::poll(&waiting, 1, static_cast<int>(time.count())) <= 0) return false;
    char byte;
    return ::recv(socket_, &byte, 1, MSG_PEEK) <= 0;
  }

 private:
  static constexpr int kPatience = 20'000;  // milliseconds; a test on a busy machine must not fail for it

  bool fill() {
    pollfd waiting{socket_, POLLIN, 0};
    if (::poll(&waiting, 1, kPatience) <= 0) return false;
    std::array<char, 65536> chunk;
    const ssize_t received = ::recv(socket_, chunk.data(), chunk.size(), 0);
    if (received <= 0) return false;
    buffer_.append(chunk.data(), static_cast<std::size_t>(received));
    return true;
  }

  int socket_;
  std::string buffer_;
};

/// GET on a connection of its own.
inline Answer get(int port, const std::string& target, const Client::Headers& headers = {}) {
  return Client(port).request("GET", target, headers);
}

/// The text in gzip's bytes; throws pharos::Error for others.
inline std::string gunzip(std::string_view bytes) {
  z_stream stream{};
  inflateInit2(&stream, 15 + 16);
  stream.next_in = reinterpret_cast<Bytef*>(const_cast<char*>(bytes.data()));
  stream.avail_in = static_cast<uInt>(bytes.size());
  std::string text;
  int result = Z_OK;
  while (result == Z_OK) {
    std::array<char, 16384> chunk;
    stream.next_out = reinterpret_cast<Bytef*>(chunk.data());
    stream.avail_out = static_cast<uInt>(chunk.size());
    result = inflate(&stream, Z_NO_FLUSH);
    text.append(chunk.data(), chunk.size() - stream.avail_out);
  }
  inflateEnd(&stream);
  if (result != Z_STREAM_END) throw Error(ErrorKind::kCorrupt, "not gzip");
  return text;
}

/// Percent-encodes a query value.
inline std::string encoded(std::string_view value) { return url_path(value); }

}  // namespace pharos::http_test
