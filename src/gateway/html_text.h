// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <string>
#include <string_view>

namespace pharos::gateway {

/// What a person reads in a piece of HTML that a mail program or an editor wrote: tags dropped, paragraphs and breaks
/// as lines, character references decoded, no scripts and styles. Linear; for showing as text, never as HTML.
std::string text_of_html(std::string_view html);

}  // namespace pharos::gateway
