// SPDX-License-Identifier: GPL-3.0-or-later
#include "pharos/text/token.h"

namespace pharos::text {

std::string print(const std::vector<Token>& tokens) {
  std::string line;
  for (const Token& token : tokens) {
    if (!line.empty()) line += ' ';
    line += kTermClassTable[static_cast<std::size_t>(token.term_class)].name;
    line += ':' + token.term + '@' + std::to_string(token.begin) + '-' + std::to_string(token.end);
  }
  return line;
}

}  // namespace pharos::text
