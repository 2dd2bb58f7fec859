// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <algorithm>
#include <string_view>

namespace pharos::content {

/// Tells which lines of a markdown source are fenced code, fences included, reading them one after the other. Fences in
/// lists and quotes count. For sources before they are parsed: the parser itself decides what a page shows as code.
class CodeFence {
 public:
  bool is_code(std::string_view line) {
    const std::size_t begin = line.find_first_not_of(open_ == 0 ? " \t>*+-0123456789.)" : " \t>");
    if (begin == std::string_view::npos) return open_ > 0;
    const char c = line[begin];
    if (c != '`' && c != '~') return open_ > 0;
    const std::size_t end = std::min(line.find_first_not_of(c, begin), line.size());
    const std::size_t length = end - begin;
    const std::string_view info = line.substr(end);
    if (open_ > 0) {
      if (c == mark_ && length >= open_ && info.find_first_not_of(" \t\r") == std::string_view::npos) open_ = 0;
      return true;
    }
    if (length < 3 || (c == '`' && info.find('`') != std::string_view::npos)) return false;
    open_ = length;
    mark_ = c;
    return true;
  }

 private:
  std::size_t open_ = 0;  // length of the fence that is open
  char mark_ = '`';
};

}  // namespace pharos::content
