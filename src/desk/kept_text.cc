// SPDX-License-Identifier: GPL-3.0-or-later
#include "desk/kept_text.h"

#include "desk/ticket_json.h"
#include "pharos/base/utf8.h"
#include "pharos/desk/secret_guard.h"

namespace pharos::desk {

std::string kept_text(std::string_view text, std::size_t most_bytes) {
  std::string kept = storable(text.substr(0, kMostKeptBytes));
  kept.resize(cut_at_point(kept, most_bytes).size());
  return kept;
}

std::string masked_text(std::string_view text, std::size_t most_bytes) {
  return kept_text(mask_secrets(kept_text(text), GuardLevel::kPersonal).text, most_bytes);
}

}  // namespace pharos::desk
