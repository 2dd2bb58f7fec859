// SPDX-License-Identifier: GPL-3.0-or-later
#include "desk/sql_connection.h"

#include "pharos/base/utf8.h"

namespace pharos::desk {

void check_texts(const std::vector<SqlValue>& parameters) {
  for (std::size_t i = 0; i < parameters.size(); ++i) {
    const auto* text = std::get_if<std::string>(&parameters[i]);
    if (text == nullptr) continue;
    const bool nul = text->find('\0') != std::string::npos;
    if (!nul && !first_invalid_utf8(*text)) continue;
    throw Error(ErrorKind::kInvalidArgument, "value " + std::to_string(i + 1) +
                                                 (nul ? " has a NUL character" : " is not UTF-8") +
                                                 ", which the store does not keep; send text without it");
  }
}

}  // namespace pharos::desk
