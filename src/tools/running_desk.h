// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <map>
#include <memory>
#include <string>
#include <string_view>
#include <vector>

#include "pharos/content/site_settings.h"
#include "pharos/desk/dispatcher.h"
#include "pharos/engine/front_desk.h"
#include "pharos/gateway/gateways.h"
#include "tools/desk_state.h"

namespace pharos::tools {

/// All that a server needs to keep what readers hand over, and the threads that hand it on. Made and destroyed by one
/// thread; front() and read_reply() may be used by all.
class RunningDesk {
 public:
  /// Opens the store, makes the gateways that the site's settings name (a file where they name none), and begins to
  /// empty the outbox. Throws what Store and make_gateway() throw.
  RunningDesk(const DeskState& state, const engine::HelpCenter& help_center, const engine::DeskLimits& limits);
  /// Stops handing on; what is left waits in the store.
  ~RunningDesk();
  RunningDesk(const RunningDesk&) = delete;
  RunningDesk& operator=(const RunningDesk&) = delete;

  engine::FrontDesk& front() { return *front_; }

  /// What a target's signed webhook says. Throws Error{not_found} for a gateway that takes no replies this way, and as
  /// read_reply_webhook() does.
  desk::Reply read_reply(const std::string& target, const std::map<std::string, std::string>& headers,
                         std::string_view body) const;

  /// Compares the gateways in the settings being served with those that tickets are handed to. These stay until the
  /// server starts anew: a generation can be taken back, what was handed on cannot. What is different, for people;
  /// empty: nothing. /readyz says that there is something.
  std::string compare_gateways(const content::SiteSettings& site);

  /// Removes what is beyond its time, once an hour at most.
  void tidy();

 private:
  void tell_who_is_missing() const;

  std::vector<gateway::GatewaySettings> settings_;
  gateway::GatewaySurroundings surroundings_;
  std::unique_ptr<desk::Store> store_;
  std::unique_ptr<desk::AttachmentStore> files_;
  std::unique_ptr<engine::FrontDesk> front_;
  std::unique_ptr<desk::Dispatcher> dispatcher_;
  std::chrono::milliseconds tidied_{0};
  bool ever_tidied_ = false;
};

}  // namespace pharos::tools
