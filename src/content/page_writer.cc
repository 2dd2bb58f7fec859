// SPDX-License-Identifier: GPL-3.0-or-later
#include "content/page_writer.h"

#include <algorithm>
#include <optional>
#include <utility>

#include "content/html_policy.h"
#include "content/link_target.h"
#include "pharos/base/utf8.h"

namespace pharos::content {
namespace {

bool is_heading(std::string_view name) {
  return name.size() == 2 && name[0] == 'h' && name[1] >= '1' && name[1] <= '6';
}

// "{#custom-id}", "{: #id .class}" at the end of a heading; everything in braces that has an id or a class goes.
struct HeadingAttributes {
  std::size_t begin = 0;  // offset of "{"
  std::string id;
};

std::optional<HeadingAttributes> trailing_attributes(std::string_view heading) {
  const std::size_t last = heading.find_last_not_of(" \t\n");
  if (last == std::string_view::npos || heading[last] != '}') return std::nullopt;
  const std::size_t brace = heading.rfind('{', last);
  if (brace == std::string_view::npos) return std::nullopt;
  std::string_view inner = heading.substr(brace + 1, last - brace - 1);
  if (!inner.empty() && inner.front() == ':') inner.remove_prefix(1);
  HeadingAttributes found;
  found.begin = brace;
  bool marked = false;
  for (std::size_t at = inner.find_first_not_of(' '); at != std::string_view::npos;
       at = inner.find_first_not_of(' ', at)) {
    const std::size_t end = std::min(inner.find(' ', at), inner.size());
    const std::string_view token = inner.substr(at, end - at);
    if (token.size() > 1 && token.front() == '#') found.id = token.substr(1);
    if (token.size() > 1 && (token.front() == '#' || token.front() == '.')) marked = true;
    at = end;
  }
  if (!marked || found.id.find_first_of("{}<>&;\"'") != std::string::npos) return std::nullopt;
  return found;
}

}  // namespace

PageWriter::PageWriter(const MarkdownOptions& options, PageDiagnostics& diagnostics)
    : options_(options), diagnostics_(diagnostics) {
  page_.sections.emplace_back();
}

void PageWriter::open(SafeElement& element) {
  const ElementRule& rule = *element_rule(element.name);
  if (is_heading(element.name)) {
    if (heading_.name.empty()) return open_heading(element);
    ++inner_headings_;  // only raw HTML can do this; its text belongs to the outer heading
    return;
  }
  if (!rule.is(kVoid)) ++depth_;
  if (unread_depth_ == 0 &&
      (element.name == "video" || element.has_class("footnote-ref") || element.has_class("footnote-backref"))) {
    unread_depth_ = depth_;
  }
  if (rule.is(kBlock)) plain().end_line();
  if (rule.is(kCell)) plain().space();
  if (element.name == "pre") ++code_depth_;
  link(element, "href", false);
  for (const std::string_view attribute : {"src", "poster", "srcset"}) link(element, attribute, true);
  claim_id(element);
  if (element.name == "img" && unread_depth_ == 0) {
    if (const std::string* const alt = element.find("alt")) plain().add(*alt);
  }
  if (element.name == "table") out() += "<div class=\"table-wrap\">";
  out() += start_tag(element);
}

void PageWriter::close(std::string_view name) {
  if (is_heading(name)) {
    if (inner_headings_ == 0) return close_heading();
    --inner_headings_;
    return;
  }
  if (unread_depth_ == depth_) unread_depth_ = 0;
  --depth_;
  if (name == "pre") --code_depth_;
  const ElementRule& rule = *element_rule(name);
  if (rule.is(kBlock)) plain().end_line();
  if (rule.is(kCell)) plain().space();
  out().append("</").append(name).append(">");
  if (name == "table") out() += "</div>";
}

void PageWriter::text(std::string_view text) {
  out() += escape_html(text);
  if (unread_depth_ > 0) return;
  if (heading_.name.empty() && text.find_first_not_of(" \t\n") != std::string_view::npos) words_seen_ = true;
  if (code_depth_ > 0) {
    plain().add_lines(text);
  } else {
    plain().add(text);
  }
}

void PageWriter::open_heading(SafeElement& element) {
  heading_.name = element.name;
  heading_.element = element;
}

void PageWriter::close_heading() {
  Heading heading = std::exchange(heading_, {});
  std::string plain = heading.text.take();
  std::string custom;
  if (const std::string* const id = heading.element.find("id")) custom = *id;
  if (const auto attributes = trailing_attributes(plain)) {
    // The braces hold nothing that HTML escapes, so they end the HTML in the same way.
    const auto in_html = trailing_attributes(heading.html);
    if (in_html) {
      heading.html.erase(in_html->begin);
      heading.html.erase(heading.html.find_last_not_of(" \t\n") + 1);
      plain.erase(attributes->begin);
      plain.erase(plain.find_last_not_of(" \t\n") + 1);
      if (allowed_attribute(*element_rule("h2"), "id", attributes->id)) custom = attributes->id;
    }
  }
  std::replace(plain.begin(), plain.end(), '\n', ' ');
  if (plain.empty()) {  // a picture or an anchor alone leads no section
    page_.html += heading.html;
    return;
  }
  std::string wanted = custom.empty() ? heading_anchor(plain) : custom;
  if (wanted.empty()) wanted = "section";
  const std::string anchor = claim(wanted, heading.element.line, !custom.empty());

  const bool opens_page = page_.sections.size() == 1 && page_.title.empty() && !words_seen_;
  if (heading.name == "h1" && opens_page) {
    page_.title = plain;
    if (!custom.empty()) {
      page_.html += "<a id=\"" + escape_html(anchor) + "\"></a>";
      page_.custom_ids.push_back(anchor);
    }
    return;
  }
  end_section();
  const int level = std::max(2, heading.name[1] - '0');
  page_.sections.push_back({anchor, plain, level, {}});
  page_.custom_ids.push_back(anchor);
  heading.element.name = level == 2 ? std::string_view("h2") : heading.name;
  heading.element.set("id", anchor);
  page_.html += start_tag(heading.element) + heading.html;
  page_.html.append("</").append(heading.element.name).append(">");
}

void PageWriter::end_section() { page_.sections.back().text = text_.take(); }

void PageWriter::claim_id(SafeElement& element) {
  const std::string* const id = element.find("id");
  if (id == nullptr) return;
  const std::string anchor = claim(*id, element.line, true);
  element.set("id", anchor);
  page_.custom_ids.push_back(anchor);
}

std::string PageWriter::claim(const std::string& wanted, int line, bool by_author) {
  if (used_ids_.insert(wanted).second) return wanted;
  if (by_author) {
    diagnostics_.add(line, Severity::kWarning, "duplicate-anchor",
                     "The id \"" + wanted + "\" is used twice in this page: links lead to the first one, rename one.");
  }
  int& number = last_number_[wanted];  // kept, or a page of equal headings would take quadratic time
  while (true) {
    std::string numbered = wanted + "-" + std::to_string(++number);
    if (used_ids_.insert(numbered).second) return numbered;
  }
}

void PageWriter::link(SafeElement& element, std::string_view attribute, bool image) {
  const std::string* const address = element.find(attribute);
  if (address == nullptr) return;
  const LinkTarget where = classify_link(*address);
  Link link;
  link.target = percent_decoded(*address, false);
  link.line = element.line;
  link.image = image;
  if (where.kind == LinkTarget::Kind::kInPage) {
    if (unread_depth_ > 0) return;  // footnotes' own ways to and fro
    link.fragment = percent_decoded(address->substr(1), true);
    element.set(attribute, "#" + link.fragment);
  } else if (where.kind == LinkTarget::Kind::kRelative && options_.resolve) {
    if (const std::optional<std::string> resolved = options_.resolve(link)) element.set(attribute, *resolved);
  }
  page_.links.push_back(std::move(link));
}

RenderedMarkdown PageWriter::take() {
  end_section();
  return std::exchange(page_, {});
}

}  // namespace pharos::content
