// SPDX-License-Identifier: GPL-3.0-or-later
#include "desk/sql_postgres.h"

namespace pharos::desk {

std::string with_numbered_parameters(std::string_view sql) {
  std::string numbered;
  numbered.reserve(sql.size() + 16);
  int last = 0;
  char quote = 0;
  bool comment = false;
  for (std::size_t i = 0; i < sql.size(); ++i) {
    const char c = sql[i];
    if (comment) {
      comment = c != '\n';
    } else if (quote != 0) {
      if (c == quote) quote = 0;
    } else if (c == '\'' || c == '"') {
      quote = c;
    } else if (c == '-' && sql.substr(i, 2) == "--") {
      comment = true;
    } else if (c == '?') {
      numbered += '$' + std::to_string(++last);
      continue;
    }
    numbered += c;
  }
  return numbered;
}

}  // namespace pharos::desk
