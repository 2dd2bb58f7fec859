// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <string>
#include <string_view>
#include <vector>

namespace pharos::text {

/// The readings of Japanese text in hiragana, likeliest first; empty where a part of it has none, or where no
/// dictionary is installed. Thread-safe: each thread has an analysis of its own.
std::vector<std::u16string> readings(std::u16string_view text);

/// Whether a dictionary of readings was found. Without one the program works, but finds no kanji by their reading.
bool readings_available();

/// Why not, in words for whoever set the program up; empty where one was found.
const std::string& why_no_readings();

}  // namespace pharos::text
