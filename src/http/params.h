// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <cstddef>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "http/exchange.h"
#include "http/problem.h"
#include "pharos/base/article_key.h"

namespace pharos::http {

/// Reads a request's parameters and gathers everything that is wrong with them, so that all faults are told at once.
/// After a fault the reader gives nothing or a default; ask problem() before using any of them. One request, one
/// thread.
class Parameters {
 public:
  explicit Parameters(const Request& request) : request_(request) {}

  /// Text without NUL and other control characters but white space. Nothing when it is missing or was a fault.
  std::optional<std::string> text(std::string_view name);
  /// The same, and its absence is a fault.
  std::optional<std::string> required_text(std::string_view name);
  std::size_t number(std::string_view name, std::size_t fallback, std::size_t least, std::size_t most);
  /// "true" or "false".
  bool flag(std::string_view name, bool fallback);
  /// The site's language that serves `lang`; by Accept-Language when it is missing, else the default.
  Language language(const engine::HelpCenter& help_center);
  /// The key that the path names.
  std::optional<ArticleKey> key(const PathParameters& parts);
  void fault(std::string_view parameter, std::string message);

  /// The answer that lists all faults; nothing when there are none.
  std::optional<Response> problem() const;

 private:
  const Request& request_;
  std::vector<Fault> faults_;
};

/// The site's language that an Accept-Language value asks for, else the default.
Language negotiated_language(const engine::HelpCenter& help_center, const Request& request);

}  // namespace pharos::http
