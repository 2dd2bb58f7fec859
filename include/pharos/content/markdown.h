// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <functional>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "pharos/base/diagnostic.h"
#include "pharos/content/article.h"

namespace pharos::content {

/// Decides where a link or picture of a page leads. Gets the link as written (target, fragment still inside target,
/// image, line) and may fill in Link::article and Link::fragment; gives the address to write into the page, or nothing
/// to leave external and in-page ("#...") targets as they are. Only called for targets without a scheme or host.
using LinkResolver = std::function<std::optional<std::string>(Link& link)>;

struct MarkdownOptions {
  std::string path;      ///< for diagnostics
  int first_line = 1;    ///< line of the source file that the body begins on
  LinkResolver resolve;  ///< may be empty: all targets stay as written
  std::size_t max_html_bytes = 4 * 1024 * 1024;
  double max_seconds = 2;  ///< time budget for one page
};

/// A page as it is shown and as it is searched. A value type.
struct RenderedMarkdown {
  std::string title;              ///< text of a first-level heading that opens the page (dropped from html), or empty
  std::string html;               ///< sanitized; see Article::html
  std::vector<Section> sections;  ///< never empty
  std::vector<Link> links;
  std::vector<std::string> custom_ids;  ///< every id="" in html, for checking fragments: headings and author's own.
                                        ///< None begins with "pharos-" that an author wrote: these are the page's
  Diagnostics diagnostics;
};

/// Renders GitHub Flavored Markdown (https://github.github.com/gfm/) with tables, strike-through, task lists,
/// autolinks, footnotes; callouts as ":::note Title ... :::", "!!! note", "> [!NOTE]"; "## Heading {#custom-id}";
/// raw HTML through an allowlist. MDX import/export lines are dropped and JSX components show their inner text; unknown
/// shortcodes show their inner text. Pure and thread-safe. Never throws for what is in the text: faults are diagnostics
/// (rules: unbalanced-callout, unsafe-html, unsafe-link, duplicate-anchor, output-budget, unknown-shortcode).
RenderedMarkdown render_markdown(std::string_view body, const MarkdownOptions& options);

/// The anchor a heading gets: lower case (per Unicode), white space to "-", punctuation dropped, letters of every
/// script kept, as GitHub does it. Not yet made unique within a page.
std::string heading_anchor(std::string_view heading);

}  // namespace pharos::content
