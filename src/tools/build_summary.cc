// SPDX-License-Identifier: GPL-3.0-or-later
#include "tools/build_summary.h"

#include <algorithm>
#include <cstdio>
#include <map>

#include "pharos/base/json.h"

namespace pharos::tools {
namespace {

std::string row(std::string_view name, std::size_t count, std::string_view note = {}) {
  char text[64];
  std::snprintf(text, sizeof text, "  %-22s %8zu", std::string(name).c_str(), count);
  std::string line = text;
  if (!note.empty()) line += "  " + std::string(note);
  return line + "\n";
}

std::string megabytes(std::uint64_t bytes) {
  char text[32];
  std::snprintf(text, sizeof text, "%.1f MB", static_cast<double>(bytes) / 1e6);
  return text;
}

std::string language_table(const content::LibraryCounts& counts) {
  std::map<Language, std::pair<std::size_t, std::size_t>> rows;
  for (const auto& [language, count] : counts.articles_by_language) rows[language].first = count;
  for (const auto& [language, count] : counts.copies_by_language) rows[language].second = count;
  std::string out = "  language   articles   untranslated copies\n";
  for (const auto& [language, pair] : rows) {
    char text[80];
    std::snprintf(text, sizeof text, "  %-10s %8zu %12zu\n", language.tag().c_str(), pair.first, pair.second);
    out += text;
  }
  return out;
}

}  // namespace

std::string summary_table(const engine::BuildReport& report, std::size_t shown_diagnostics) {
  const content::LibraryCounts& counts = report.counts;
  std::string out = "layout: " + std::string(content::name(report.tree.layout));
  if (report.tree.default_language) out += ", default language " + report.tree.default_language->tag();
  out += "\n";
  for (const std::string& reason : report.tree.reasons) out += "  " + reason + "\n";
  std::size_t shown = 0;
  for (const Severity severity : {Severity::kError, Severity::kWarning}) {
    for (const Diagnostic& diagnostic : report.diagnostics) {
      if (diagnostic.severity != severity || shown >= shown_diagnostics) continue;
      out += to_line(diagnostic) + "\n";
      ++shown;
    }
  }
  if (counts.errors + counts.warnings > shown) {
    out += "... and " + std::to_string(counts.errors + counts.warnings - shown) + " more: pharos lint\n";
  }
  out += language_table(counts);
  out += row("files read", counts.files, megabytes(report.markdown_bytes) + " of markdown");
  out += row("articles", counts.articles, std::to_string(counts.keys) + " keys");
  out += row("sections", report.sections);
  out += row("languages", counts.languages);
  out += row("categories", counts.categories);
  out += row("untranslated copies", counts.untranslated_copies, "not indexed; readers get the original, marked");
  out += row("orphans", counts.orphans, "written only in a translation");
  out += row("held back", counts.held_back, "drafts, not yet published, expired");
  out += row("refused", counts.refused);
  out += row("errors", counts.errors);
  out += row("warnings", counts.warnings);
  out += row("notes", counts.infos);
  char time[120];
  std::snprintf(time, sizeof time, "read in %.1f s, indexed in %.1f s, index %s\n", report.read_seconds,
                report.index_seconds, megabytes(report.index_bytes).c_str());
  return out + time;
}

std::string summary_json(const engine::BuildReport& report) {
  const content::LibraryCounts& counts = report.counts;
  JsonWriter out;
  out.begin_object().member("generation", report.generation);
  out.key("layout").begin_object().member("name", content::name(report.tree.layout));
  out.member("documents_folder", report.tree.documents_folder);
  if (report.tree.default_language) out.member("default_language", report.tree.default_language->tag());
  out.strings("reasons", report.tree.reasons).end_object();
  out.member("files", counts.files).member("articles", counts.articles).member("keys", counts.keys);
  out.member("sections", report.sections).member("categories", counts.categories);
  out.member("untranslated_copies", counts.untranslated_copies).member("orphans", counts.orphans);
  out.member("held_back", counts.held_back).member("refused", counts.refused);
  out.member("errors", counts.errors).member("warnings", counts.warnings).member("infos", counts.infos);
  out.key("languages").begin_array();
  std::map<Language, std::pair<std::size_t, std::size_t>> rows;
  for (const auto& [language, count] : counts.articles_by_language) rows[language].first = count;
  for (const auto& [language, count] : counts.copies_by_language) rows[language].second = count;
  for (const auto& [language, pair] : rows) {
    out.begin_object().member("language", language.tag()).member("articles", pair.first);
    out.member("untranslated_copies", pair.second).end_object();
  }
  out.end_array();
  out.member("markdown_bytes", report.markdown_bytes).member("index_bytes", report.index_bytes);
  out.member("read_seconds", report.read_seconds).member("index_seconds", report.index_seconds).end_object();
  return out.take();
}

}  // namespace pharos::tools
