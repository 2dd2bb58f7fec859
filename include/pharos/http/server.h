// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <filesystem>
#include <memory>
#include <string>
#include <vector>

#include "pharos/engine/help_center.h"
#include "pharos/http/desk_door.h"

namespace pharos::http {

/// How the help center is put on the network.
struct ServerOptions {
  std::string host = "127.0.0.1";
  int port = 8080;  ///< 0: any free one, see Server::port()
  int threads = 64;
  std::filesystem::path site;                ///< folder with templates, styles, scripts and interface texts
  std::vector<std::string> cors_origins;     ///< "https://www.example.com", or "*"
  bool live_reload = false;                  ///< pages reload when the generation changes (the preview)
  std::vector<std::string> trusted_proxies;  ///< addresses and networks whose X-Forwarded-For is believed
  DeskDoor door;
};

/// The HTTP server over a HelpCenter. start() and stop() belong to one thread; everything else runs on its own threads.
class Server {
 public:
  /// Throws Error{not_found} naming the missing file when `site` is incomplete, and Error{invalid_argument} for
  /// templates or texts that cannot be read and for proxies that are no address or network.
  Server(const engine::HelpCenter& help_center, ServerOptions options);
  ~Server();
  Server(const Server&) = delete;
  Server& operator=(const Server&) = delete;

  /// Binds and serves on threads of its own. Throws Error{unavailable} naming the address when the port is in use.
  void start();
  /// The bound port. REQUIRES: start() returned.
  int port() const;
  /// Ends connections and threads; safe to call twice.
  void stop();

 private:
  struct Impl;
  std::unique_ptr<Impl> impl_;
};

}  // namespace pharos::http
