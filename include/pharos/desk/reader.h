// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <string>

namespace pharos::desk {

/// Who is at the other end, as far as the desk may know for one request. The address and the agent are looked at for
/// limits and for one vote a reader; they are never stored. A value type.
struct Reader {
  std::string address;  ///< IP address, after trusted proxies
  std::string agent;    ///< the browser's name for itself
  std::string session;  ///< random id of the browser session; empty: not to be followed (Do-Not-Track, GPC)
};

}  // namespace pharos::desk
