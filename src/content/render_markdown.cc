// SPDX-License-Identifier: GPL-3.0-or-later
#include <time.h>

#include <algorithm>
#include <optional>
#include <utility>

#include "content/markdown_budget.h"
#include "content/markdown_html.h"
#include "content/page_diagnostics.h"
#include "content/page_writer.h"
#include "content/sanitize.h"
#include "content/section_text.h"
#include "content/source_dialects.h"
#include "pharos/base/utf8.h"
#include "pharos/content/markdown.h"

namespace pharos::content {
namespace {

// The thread's own time: on a busy machine a page must not look dearer than it is.
double thread_seconds() {
  timespec time{};
  clock_gettime(CLOCK_THREAD_CPUTIME_ID, &time);
  return static_cast<double>(time.tv_sec) + static_cast<double>(time.tv_nsec) * 1e-9;
}

std::optional<RenderedMarkdown> render_within_budget(const std::string& markdown, const MarkdownOptions& options,
                                                     PageDiagnostics& diagnostics) {
  if (!affordable(markdown, options)) return std::nullopt;
  const double began = thread_seconds();
  const std::optional<std::string> html = markdown_to_html(markdown, options.first_line, diagnostics);
  if (!html || html->size() > options.max_html_bytes || thread_seconds() - began > options.max_seconds) {
    return std::nullopt;
  }
  PageWriter page(options, diagnostics);
  sanitize_html(*html, options.first_line, diagnostics, page);
  RenderedMarkdown rendered = page.take();
  if (rendered.html.size() > options.max_html_bytes) return std::nullopt;
  return rendered;
}

// What a reader gets of a page that would cost too much: all of its text, as it was written.
RenderedMarkdown plain_page(std::string_view markdown, const MarkdownOptions& options) {
  RenderedMarkdown page;
  SectionText text;
  markdown = cut_at_point(markdown, options.max_html_bytes / 6);  // escaping makes at most six bytes of one
  for (std::size_t begin = 0; begin < markdown.size();) {
    const std::size_t end = std::min(markdown.find("\n\n", begin), markdown.size());
    const std::string_view paragraph = markdown.substr(begin, end - begin);
    begin = end + 2;
    if (paragraph.find_first_not_of(" \t\n") == std::string_view::npos) continue;
    if (page.title.empty() && page.html.empty() && paragraph.substr(0, 2) == "# " &&
        paragraph.find('\n') == std::string_view::npos) {
      page.title = paragraph.substr(2);
      continue;
    }
    page.html += "<p>" + escape_html(paragraph) + "</p>\n";
    text.add_lines(paragraph);
    text.end_line();
  }
  page.sections.push_back({{}, {}, 0, text.take()});
  return page;
}

}  // namespace

RenderedMarkdown render_markdown(std::string_view body, const MarkdownOptions& options) {
  PageDiagnostics diagnostics(options.path);
  const std::string valid = replace_invalid_utf8(body);
  const std::string markdown = plain_markdown(valid, options.first_line, diagnostics);
  std::optional<RenderedMarkdown> page = render_within_budget(markdown, options, diagnostics);
  if (!page) {
    diagnostics.add(0, Severity::kError, "output-budget",
                    "This page would take too long to show or become too large, so its text is shown without markup: "
                    "look for endlessly repeated brackets, tables or references, or split the page.");
    page = plain_page(markdown, options);
  }
  page->diagnostics = diagnostics.take();
  return std::move(*page);
}

}  // namespace pharos::content
