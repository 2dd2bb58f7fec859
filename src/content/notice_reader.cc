// SPDX-License-Identifier: GPL-3.0-or-later
#include "content/notice_reader.h"

#include <algorithm>
#include <map>
#include <optional>
#include <utility>

#include "content/field_reader.h"
#include "content/front_matter.h"
#include "content/page.h"
#include "content/page_names.h"
#include "content/report.h"
#include "content/tree_places.h"

namespace pharos::content {
namespace {

constexpr std::string_view kRule = "notice";
constexpr std::string_view kYamlEndings[] = {".yml", ".yaml"};
constexpr std::uint64_t kMaxBytes = 256 * 1024;

struct SeverityRow {
  NoticeSeverity severity;
  std::string_view name;
};
constexpr SeverityRow kSeverities[] = {{NoticeSeverity::kInfo, "info"},
                                       {NoticeSeverity::kMaintenance, "maintenance"},
                                       {NoticeSeverity::kIncident, "incident"}};

/// One key of a notice's yml on its way into the notice.
struct Entry {
  const DataNode& node;
  std::string_view key;
  FieldReader& reader;
  Notice& notice;
};

void read_severity(const Entry& e) {
  const std::optional<std::string> word = e.reader.text(e.node, e.key);
  for (const SeverityRow& row : kSeverities) {
    if (word == row.name) {
      e.notice.severity = row.severity;
      return;
    }
  }
  e.reader.wrong_type(e.node, e.key, "info, maintenance or incident");
}

struct FieldRow {
  std::string_view key;
  void (*read)(const Entry& entry);
};
constexpr FieldRow kFields[] = {
    {"severity", read_severity},
    {"started", [](const Entry& e) { e.notice.started = e.reader.moment(e.node, e.key); }},
    {"expected_end", [](const Entry& e) { e.notice.expected_end = e.reader.moment(e.node, e.key); }},
    {"ended", [](const Entry& e) { e.notice.ended = e.reader.moment(e.node, e.key); }},
    {"affects", [](const Entry& e) { e.notice.affects = e.reader.texts(e.node, e.key); }},
};

std::optional<std::string> text_of(const std::filesystem::path& root, const FoundFile& file, Diagnostics& diagnostics) {
  if (file.size > kMaxBytes) {
    report(diagnostics, kRule, file.path, 0, "the file is larger than 256 KiB: a notice is a few sentences");
    return std::nullopt;
  }
  return source_text(read_file(root / file.path), file.path, diagnostics);
}

void read_fields(const std::string& text, const std::string& path, Notice& notice, Diagnostics& diagnostics) {
  const DataNode data = read_yaml(text, path, 1, kRule, diagnostics);
  FieldReader reader(path, kRule, diagnostics);
  if (!data.is_map() && !data.is_null()) reader.fault(data, "a notice should be lines of \"key: value\"");
  for (const DataNode& member : data.members) {
    const auto row = std::find_if(std::begin(kFields), std::end(kFields),
                                  [&member](const FieldRow& field) { return field.key == member.name; });
    if (row == std::end(kFields)) {
      reader.fault(member, "a notice has no \"" + member.name +
                               "\": there are severity, started, expected_end, ended and affects");
    } else if (!member.is_null()) {
      row->read(Entry{member, row->key, reader, notice});
    }
  }
}

NoticeText read_text(const std::string& text, const std::string& path, const Language& language, const LinkMap& links,
                     Diagnostics& diagnostics) {
  NoticeText words;
  const FrontMatter front = read_front_matter(text, path, diagnostics);
  FieldReader reader(path, kRule, diagnostics);
  if (const DataNode* title = front.data.find("title")) words.title = reader.text(*title, "title").value_or("");
  if (const DataNode* cause = front.data.find("cause")) words.cause = reader.text(*cause, "cause").value_or("");
  std::vector<std::string> assets;
  MarkdownOptions options;
  options.path = path;
  options.first_line = front.body_line;
  options.resolve = links.resolver(path, language, diagnostics, assets);
  RenderedMarkdown rendered = render_markdown(front.body, options);
  diagnostics.insert(diagnostics.end(), rendered.diagnostics.begin(), rendered.diagnostics.end());
  if (words.title.empty()) words.title = rendered.title;
  if (words.title.empty())
    report(diagnostics, kRule, path, 1, "the notice has no title: add title: to its front matter");
  words.html = std::move(rendered.html);
  return words;
}

}  // namespace

std::string_view name(NoticeSeverity severity) {
  for (const SeverityRow& row : kSeverities) {
    if (row.severity == severity) return row.name;
  }
  return "info";
}

std::vector<Notice> read_notices(const std::filesystem::path& root, const FileList& files, const SiteSettings& settings,
                                 const LinkMap& links, UtcTime now, Diagnostics& diagnostics) {
  std::map<std::string, Notice> notices;
  std::map<std::string, std::string> paths;
  for (const FoundFile& file : files.files) {
    const std::optional<std::string_view> inside = below(file.path, settings.notices_folder);
    if (!inside || inside->empty()) continue;
    for (const std::string_view ending : kYamlEndings) {
      if (!inside->ends_with(ending)) continue;
      const std::string id(inside->substr(0, inside->size() - ending.size()));
      const std::optional<std::string> text = text_of(root, file, diagnostics);
      notices[id].id = id;
      paths[id] = file.path;
      if (text) read_fields(*text, file.path, notices[id], diagnostics);
    }
  }
  for (const FoundFile& file : files.files) {
    const std::optional<std::string_view> inside = below(file.path, settings.notices_folder);
    if (!inside || !is_markdown(*inside)) continue;
    const std::string_view page = stem(*inside);
    const std::optional<Language> language = suffix_of(page);
    if (!language) {
      report(diagnostics, kRule, file.path, 0, "the name says no language: call it " + std::string(page) + ".en.md");
      continue;
    }
    if (settings.find(*language) == nullptr) {
      report(diagnostics, "unconfigured-language", file.path, 0,
             "the language " + language->tag() + " is not among the site's languages: add it to pharos.yml");
      continue;
    }
    const std::string id(page.substr(0, page.rfind('.')));
    const auto notice = notices.find(id);
    if (notice == notices.end()) {
      report(
          diagnostics, kRule, file.path, 0,
          "there is no " + join_path(settings.notices_folder, id) + ".yml beside it: add it with severity and started");
      continue;
    }
    const std::optional<std::string> text = text_of(root, file, diagnostics);
    if (text) notice->second.texts[*language] = read_text(*text, file.path, *language, links, diagnostics);
  }
  std::vector<Notice> result;
  for (auto& [id, notice] : notices) {
    if (notice.texts.empty()) {
      report(diagnostics, kRule, paths[id], 0,
             "the notice has no text and is not shown: add " + id + ".<language>.md beside it");
      continue;
    }
    result.push_back(std::move(notice));
  }
  std::stable_sort(result.begin(), result.end(), [now](const Notice& a, const Notice& b) {
    if (a.active(now) != b.active(now)) return a.active(now);
    return a.started.value_or(UtcTime{}) > b.started.value_or(UtcTime{});
  });
  return result;
}

}  // namespace pharos::content
