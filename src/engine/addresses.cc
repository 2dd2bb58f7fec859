// SPDX-License-Identifier: GPL-3.0-or-later
#include "pharos/engine/addresses.h"

#include "pharos/base/article_key.h"

namespace pharos::engine {

std::string page_address(const Language& language, std::string_view key, std::string_view anchor) {
  std::string address = "/" + language.tag();
  if (!key.empty()) address += "/" + url_path(key);
  if (!anchor.empty()) address += "#" + url_path(anchor);
  return address;
}

std::string asset_address(std::string_view name) { return "/assets/" + url_path(name); }

}  // namespace pharos::engine
