// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <string_view>

#include "http/exchange.h"
#include "pharos/desk/reader.h"

namespace pharos::http {

/// Who asks, for the desk: the address, the browser's name for itself, and the session that the cookie "pharos_session"
/// names, or the field Pharos-Session for programs and pages of other sites. No session where the browser says that it
/// does not want to be followed (DNT: 1, Sec-GPC: 1).
desk::Reader reader_of(const Request& request);

/// The same, with a new session for a browser on our own pages that has none. Call remember() with it on the answer.
desk::Reader identify(const Request& request);
/// Sets the cookie of a session that the request did not bring. The answer is then nobody else's.
void remember(const desk::Reader& reader, const Request& request, Response& response);

/// Whether it is a person's own request, as far as can be told: browsers fetch pages ahead that nobody may ever read.
bool asked_by_a_person(const Request& request);

}  // namespace pharos::http
