// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <string>
#include <string_view>

namespace pharos::content {

/// Builds the plain text of a page: blocks on lines of their own, one space for any white space, none at the ends of
/// lines. A value type.
class SectionText {
 public:
  void add(std::string_view text);
  /// As add(), but line ends stay: for code.
  void add_lines(std::string_view text);
  void end_line() { gap_ = kLine; }
  void space() { gap_ = gap_ == kLine ? kLine : kSpace; }
  bool empty() const { return text_.empty(); }
  const std::string& text() const { return text_; }
  std::string take();

 private:
  enum Gap { kNone, kSpace, kLine };
  void add(std::string_view text, bool keep_lines);
  std::string text_;
  Gap gap_ = kNone;  // held back until something follows
};

}  // namespace pharos::content
