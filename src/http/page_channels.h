// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "http/page_frame.h"
#include "pharos/engine/views.h"

namespace pharos::http {

/// A way to reach the support team, for channels.mustache. Only addresses that are safe to open become links.
PageData channel_data(const PageFrame& frame, const engine::ChannelView& channel);

}  // namespace pharos::http
