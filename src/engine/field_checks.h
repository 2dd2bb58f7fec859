// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <cstddef>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "pharos/engine/front_desk.h"

namespace pharos::engine {

/// Holds the fields of a form against their limits and gathers all faults. One request, one thread.
class FieldChecks {
 public:
  /// `already`: faults found before; of their fields no others are told.
  explicit FieldChecks(std::vector<FieldFault> already = {}) : already_(already.size()), faults_(std::move(already)) {}

  /// The text as typed: line ends as LF, white space around it cut, at most `most` characters, UTF-8 without
  /// control characters but tabs and line ends. Empty after a fault.
  std::string text(std::string_view field, const std::string& value, std::size_t most);
  /// The same on one line: line ends become spaces.
  std::string line(std::string_view field, const std::string& value, std::size_t most);
  /// The same, and an empty text is a fault.
  std::string required_text(std::string_view field, const std::string& value, std::size_t most);
  /// An address one can answer to (RFC 5321 in what matters: one @, both sides there, no spaces), at most `most` bytes.
  std::string email(std::string_view field, const std::string& value, std::size_t most);
  /// An id such as a search's: letters, digits and hyphens, at most 64. Anything else is taken as none: it only links.
  static std::string id(const std::string& value);

  void fault(std::string_view field, std::string message);
  /// Throws InvalidFields when there were faults.
  void done() const;

 private:
  std::size_t already_;
  std::vector<FieldFault> faults_;
};

}  // namespace pharos::engine
