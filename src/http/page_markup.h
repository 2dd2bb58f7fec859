// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <string>
#include <string_view>

#include "http/page_texts.h"

namespace pharos::http {

/// Makes an article's sanitized HTML ready for the page, in the interface's language: tables and code may scroll on
/// their own and are reachable by keyboard, callouts without a title of the author's get one, and pictures load late.
/// Linear in the length; relies on "<" being a tag's beginning, as in what the sanitizer writes.
std::string article_markup(std::string_view html, const PageTexts& texts);

}  // namespace pharos::http
