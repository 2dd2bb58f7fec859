// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <map>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "pharos/base/language.h"
#include "pharos/base/time.h"

namespace pharos::content {

/// What kind of news it is; pages color it so.
enum class NoticeSeverity { kInfo, kMaintenance, kIncident };

std::string_view name(NoticeSeverity severity);

/// A notice's words in one language.
struct NoticeText {
  std::string title;
  std::string cause;
  std::string html;  ///< sanitized, links as in Article::html
};

/// Something that readers should know right now (or just had to): notices/<id>.yml with <id>.<language>.md beside it.
/// A value type.
struct Notice {
  std::string id;
  NoticeSeverity severity = NoticeSeverity::kInfo;
  std::optional<UtcTime> started, expected_end, ended;
  std::vector<std::string> affects;  ///< keys of articles and categories it is shown on; empty: everywhere
  std::map<Language, NoticeText> texts;

  /// It has begun and has not ended; one past its expected end is still active.
  bool active(UtcTime now) const { return (!started || *started <= now) && (!ended || *ended > now); }
};

}  // namespace pharos::content
