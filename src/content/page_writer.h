// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <map>
#include <set>
#include <string>
#include <string_view>
#include <vector>

#include "content/page_diagnostics.h"
#include "content/sanitize.h"
#include "content/section_text.h"
#include "pharos/content/markdown.h"

namespace pharos::content {

/// Makes the page out of what the sanitizer lets through: HTML with anchors at the headings, sections as plain text,
/// links with where they lead. Not thread-safe; one a page.
class PageWriter : public HtmlSink {
 public:
  PageWriter(const MarkdownOptions& options, PageDiagnostics& diagnostics);

  void open(SafeElement& element) override;
  void close(std::string_view name) override;
  void text(std::string_view text) override;

  /// Title, html, sections, links and ids; no diagnostics. The writer is empty afterwards.
  RenderedMarkdown take();

 private:
  struct Heading {
    std::string_view name;  // "" outside headings
    SafeElement element;
    std::string html;
    SectionText text;
  };

  void open_heading(SafeElement& element);
  void close_heading();
  void link(SafeElement& element, std::string_view attribute, bool image);
  void claim_id(SafeElement& element);
  std::string claim(const std::string& wanted, int line, bool by_author);
  SectionText& plain() { return heading_.name.empty() ? text_ : heading_.text; }
  std::string& out() { return heading_.name.empty() ? page_.html : heading_.html; }
  void end_section();

  const MarkdownOptions& options_;
  PageDiagnostics& diagnostics_;
  RenderedMarkdown page_;
  SectionText text_;
  Heading heading_;
  bool words_seen_ = false;  // before a first-level heading: then it is not the title; a logo may stand there
  int inner_headings_ = 0;
  int code_depth_ = 0;
  std::size_t unread_depth_ = 0;  // > 0 within what is seen but not said: films' fallback texts, footnote marks
  std::size_t depth_ = 0;
  std::set<std::string> used_ids_;
  std::map<std::string, int> last_number_;
};

}  // namespace pharos::content
