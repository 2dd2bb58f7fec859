// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <ostream>
#include <string>
#include <string_view>

// Prometheus' text format, version 0.0.4.
namespace pharos::http {

/// What comes before a family's samples.
void write_family(std::ostream& out, std::string_view name, std::string_view type, std::string_view help);

/// A label's value, escaped as the format says.
std::string label_value(std::string_view value);

}  // namespace pharos::http
