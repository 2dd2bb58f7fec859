// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <string>
#include <string_view>
#include <vector>

namespace pharos::content {

/// Without ASCII white space at both ends.
std::string_view trim(std::string_view text);

/// The first line without its line end; `text` is moved behind it.
std::string_view take_line(std::string_view& text);

/// The parts between separators, trimmed, empty ones left out.
std::vector<std::string> split_list(std::string_view text, char separator);

std::string join(const std::vector<std::string>& parts, std::string_view separator);

/// A file's or folder's name as a title: "wrong-network" becomes "Wrong network", "01-intro" becomes "Intro".
std::string readable_name(std::string_view slug);

/// ASCII letters only.
std::string ascii_lower(std::string_view text);

}  // namespace pharos::content
