// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <filesystem>
#include <string>

#include "pharos/http/server.h"

namespace pharos::tools {

/// "127.0.0.1:8080", "[::1]:8080" or ":8080" into options. Throws Error{invalid_argument} naming --listen.
void parse_listen(const std::string& text, http::ServerOptions& options);

/// Where programs on this machine reach a server that listens on the host: "http://127.0.0.1:8080".
std::string local_address(const std::string& host, int port);

/// The folder with templates, styles and texts: the given one, else beside the program, else where it was built. Throws
/// Error{not_found} naming --site when none is there.
std::filesystem::path find_site(const std::string& given);

/// Logs go to standard error, one JSON object a line; without `requests` only failures are written.
void log_json_lines(bool requests);

/// Blocks SIGINT, SIGTERM and SIGHUP for the whole program. Call it before threads are started.
void take_signals();

enum class Wake { kTimeout, kStop, kReload };
/// Waits for a signal at most so long.
Wake wait_for_signal(int milliseconds);

}  // namespace pharos::tools
