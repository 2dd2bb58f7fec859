// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "content/page_diagnostics.h"

namespace pharos::content {

/// An element that passed the allowlist. Values are plain text (entities decoded, not escaped). A value type.
struct SafeElement {
  std::string_view name;  ///< in lower case; lives as long as the program
  std::vector<std::pair<std::string, std::string>> attributes;
  int line = 0;  ///< in the source file

  const std::string* find(std::string_view attribute) const;
  void set(std::string_view attribute, std::string value);
  void remove(std::string_view attribute);
  bool has_class(std::string_view token) const;
};

/// Gets a sanitized page in its order: every open() of an element that is not void is followed by its close().
class HtmlSink {
 public:
  virtual ~HtmlSink() = default;
  virtual void open(SafeElement& element) = 0;
  virtual void close(std::string_view name) = 0;
  virtual void text(std::string_view text) = 0;  ///< plain, not escaped
};

/// Passes to `sink` what the allowlist (html_policy.h) leaves of any HTML, well-formed and in linear time. Adds
/// rel="noopener nofollow" to external links, loading="lazy" to pictures and controls to films. Authors are told about
/// what was left out (unsafe-html, unsafe-link). `first_line` is the line that line 1 of data-sourcepos stands for.
/// Pure and thread-safe; throws Error{internal} when the HTML parser fails.
void sanitize_html(std::string_view html, int first_line, PageDiagnostics& diagnostics, HtmlSink& sink);

/// The same as text. Sanitizing the result again changes nothing.
std::string sanitized_html(std::string_view html, int first_line, PageDiagnostics& diagnostics);

/// An element's start tag as text, values escaped.
std::string start_tag(const SafeElement& element);

}  // namespace pharos::content
