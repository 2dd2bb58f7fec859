// SPDX-License-Identifier: GPL-3.0-or-later
#include <algorithm>
#include <array>
#include <cstdint>

#include "desk/media_type.h"
#include "pharos/base/utf8.h"

namespace pharos::desk {
namespace {

using namespace std::string_view_literals;

/// How a file of the type begins; all rows of one type are alternatives. libmagic also finds marks further inside,
/// where another type's reader has begun to read already.
struct BeginningRow {
  std::string_view media_type;
  std::size_t offset;
  std::string_view mark;
};

constexpr BeginningRow kBeginnings[] = {
    {"image/png", 0, "\x89PNG\r\n\x1a\n"sv},
    {"image/jpeg", 0, "\xFF\xD8\xFF"sv},
    {"image/gif", 0, "GIF87a"sv},
    {"image/gif", 0, "GIF89a"sv},
    {"image/webp", 8, "WEBPVP8"sv},
    {"image/heic", 4, "ftyp"sv},
    {"application/pdf", 0, "%PDF-"sv},
    {"application/pdf", 0, "\xEF\xBB\xBF%PDF-"sv},
    {"video/mp4", 4, "ftyp"sv},
    {"video/webm", 0, "\x1A\x45\xDF\xA3"sv},
    {"video/quicktime", 4, "ftyp"sv},
    {"video/quicktime", 4, "moov"sv},
    {"video/quicktime", 4, "mdat"sv},
    {"video/quicktime", 4, "wide"sv},
};

/// Other names of libmagic for the same.
constexpr std::array<std::pair<std::string_view, std::string_view>, 3> kAliases = {{
    {"image/heif", "image/heic"},
    {"video/x-m4v", "video/mp4"},
    {"image/pjpeg", "image/jpeg"},
}};

/// Text that a program runs or shows as more than text; all other text is plain.
constexpr std::array<std::string_view, 20> kRunningText = {
    "text/html",          "text/xml",           "application/xml",       "image/svg+xml",
    "text/rtf",           "application/rtf",    "text/javascript",       "application/javascript",
    "text/x-shellscript", "text/x-php",         "text/x-perl",           "text/x-python",
    "text/x-ruby",        "text/x-msdos-batch", "text/x-script.python",  "text/x-lua",
    "text/x-tcl",         "text/x-awk",         "application/xhtml+xml", "message/rfc822",
};

struct EndingRow {
  std::string_view media_type;
  std::string_view endings;  ///< the first is given to names that have none of them
};

constexpr EndingRow kEndings[] = {
    {"image/png", ".png"},
    {"image/jpeg", ".jpg .jpeg .jfif"},
    {"image/gif", ".gif"},
    {"image/webp", ".webp"},
    {"image/heic", ".heic .heif"},
    {"application/pdf", ".pdf"},
    {"text/plain", ".txt .log .csv .json .md"},
    {"video/mp4", ".mp4 .m4v"},
    {"video/webm", ".webm"},
    {"video/quicktime", ".mov .qt"},
};

bool is_clean_text(std::string_view bytes) {
  return !first_invalid_utf8(bytes) && std::none_of(bytes.begin(), bytes.end(), [](char c) {
    const auto byte = static_cast<unsigned char>(c);
    return byte == 0x7F || (byte < 0x20 && byte != '\t' && byte != '\n' && byte != '\r' && byte != '\f');
  });
}

char lower(char c) { return c >= 'A' && c <= 'Z' ? static_cast<char>(c - 'A' + 'a') : c; }

bool begins_with(std::string_view bytes, std::string_view mark) {
  return bytes.size() >= mark.size() &&
         std::equal(mark.begin(), mark.end(), bytes.begin(), [](char a, char b) { return a == lower(b); });
}

/// What browsers take for a page when nobody tells them the type (WHATWG MIME Sniffing, 7.1), and a script's first
/// line.
bool begins_as_page(std::string_view bytes) {
  constexpr std::array<std::string_view, 22> kMarks = {
      "<!doctype", "<html", "<head", "<script", "<iframe", "<h1",  "<div",  "<font", "<table", "<a",  "<style",
      "<title",    "<b",    "<body", "<br",     "<p",      "<!--", "<?xml", "<?php", "<svg",   "#!/", "{\\rtf"};
  if (begins_with(bytes, "\xEF\xBB\xBF")) bytes.remove_prefix(3);
  const std::size_t first = bytes.find_first_not_of(" \t\r\n\f");
  if (first == std::string_view::npos) return false;
  return std::any_of(kMarks.begin(), kMarks.end(),
                     [&](std::string_view mark) { return begins_with(bytes.substr(first), mark); });
}

/// In a picture or a film these have no business; compressed data has them by chance once in some exabytes.
bool hides_page(std::string_view bytes) {
  constexpr std::array<std::string_view, 4> kMarks = {"<script", "<!doctype", "<?php", "<iframe"};
  for (std::size_t at = bytes.find('<'); at != std::string_view::npos; at = bytes.find('<', at + 1)) {
    const std::string_view rest = bytes.substr(at, 16);
    if (std::any_of(kMarks.begin(), kMarks.end(), [&](std::string_view mark) { return begins_with(rest, mark); })) {
      return true;
    }
  }
  return false;
}

/// Readers of ZIP begin at the end: a record whose comment reaches just to the last byte makes any file an archive.
bool hides_archive(std::string_view bytes) {
  constexpr std::size_t kRecord = 22;
  constexpr std::size_t kLongestComment = 0xFFFF;
  const std::size_t from = bytes.size() > kRecord + kLongestComment ? bytes.size() - kRecord - kLongestComment : 0;
  for (std::size_t at = bytes.find("PK\5\6"sv, from); at != std::string_view::npos;
       at = bytes.find("PK\5\6"sv, at + 1)) {
    if (at + kRecord > bytes.size()) return false;
    const auto byte = [&](std::size_t i) {
      return static_cast<std::size_t>(static_cast<unsigned char>(bytes[at + i]));
    };
    if (at + kRecord + byte(20) + (byte(21) << 8) == bytes.size()) return true;
  }
  return false;
}

bool begins_as(std::string_view bytes, std::string_view media_type) {
  bool listed = false;
  for (const BeginningRow& row : kBeginnings) {
    if (row.media_type != media_type) continue;
    listed = true;
    if (bytes.size() >= row.offset && bytes.substr(row.offset).starts_with(row.mark)) return true;
  }
  return !listed;
}

std::string decided_type(std::string_view bytes) {
  std::string type = media_type_of(bytes);
  for (const auto& [alias, known] : kAliases) {
    if (type == alias) type = known;
  }
  const bool running = std::find(kRunningText.begin(), kRunningText.end(), type) != kRunningText.end();
  if (running) return type;
  const bool texty = type.starts_with("text/") || type == "application/json" || type == "application/x-ndjson" ||
                     type == "application/csv";
  // A single letter, or a language's quirk, and libmagic calls a note a program's data.
  if (!texty && !(type == "application/octet-stream" && is_clean_text(bytes))) return type;
  return begins_as_page(bytes) ? "text/html" : "text/plain";
}

}  // namespace

JudgedContent judge_content(std::string_view bytes) {
  if (bytes.empty()) return {"application/x-empty", "is empty"};
  JudgedContent judged{decided_type(bytes), {}};
  const bool picture = judged.media_type.starts_with("image/") || judged.media_type.starts_with("video/");
  if (!begins_as(bytes, judged.media_type)) {
    judged.fault = "has a mark of " + judged.media_type + " but does not begin as such a file";
  } else if (hides_archive(bytes)) {
    judged.fault = "hides an archive";
  } else if (picture && hides_page(bytes)) {
    judged.fault = "hides a page or script";
  }
  return judged;
}

std::string with_fitting_ending(std::string file_name, std::string_view media_type) {
  const auto* const row = std::find_if(std::begin(kEndings), std::end(kEndings),
                                       [&](const EndingRow& ending) { return ending.media_type == media_type; });
  if (row == std::end(kEndings)) return file_name;
  const std::string known = std::string(row->endings) + " ";
  const std::size_t dot = file_name.rfind('.');
  std::string ending = dot == std::string::npos ? "" : file_name.substr(dot) + " ";
  std::transform(ending.begin(), ending.end(), ending.begin(), lower);
  if (!ending.empty() && known.find(ending) != std::string::npos) return file_name;
  return file_name.append(known, 0, known.find(' '));
}

}  // namespace pharos::desk
