// SPDX-License-Identifier: GPL-3.0-or-later
#include "content/sanitize.h"

#include <gumbo.h>

#include <algorithm>
#include <charconv>
#include <cstddef>
#include <memory_resource>

#include "content/html_policy.h"
#include "content/link_target.h"
#include "content/raw_html.h"
#include "pharos/base/error.h"
#include "pharos/base/utf8.h"

namespace pharos::content {
namespace {

// gumbo asks for memory in tiny pieces and gives a tree back by recursion: one arena a page is faster, and lets the
// tree go at once, however deep. Out of memory ends the program, as it does within cmark: neither library can pass it
// on.
void* take_memory(void* arena, std::size_t size) noexcept {
  return static_cast<std::pmr::monotonic_buffer_resource*>(arena)->allocate(size, alignof(std::max_align_t));
}
void leave_memory(void*, void*) noexcept {}

bool blank(std::string_view text) { return text.find_first_not_of(" \t\n\r\f") == std::string_view::npos; }

class TreeWalker {
 public:
  TreeWalker(PageDiagnostics& diagnostics, HtmlSink& sink) : diagnostics_(diagnostics), sink_(sink) {}

  // With a stack of its own: the depth of a page must not be the depth of the program's stack.
  void walk(const GumboNode* root) {
    stack_.push_back({&root->v.element.children, 0, {}});
    while (!stack_.empty()) {
      Level& level = stack_.back();
      if (level.next == level.children->length) {
        const std::string_view closing = level.closing;
        stack_.pop_back();
        if (!closing.empty()) sink_.close(closing);
        continue;
      }
      visit(*static_cast<const GumboNode*>(level.children->data[level.next++]));
    }
  }

 private:
  struct Level {
    const GumboVector* children;
    unsigned next;
    std::string_view closing;  // "" when the element itself is not shown
  };

  void visit(const GumboNode& node) {
    if (node.type == GUMBO_NODE_TEXT || node.type == GUMBO_NODE_WHITESPACE || node.type == GUMBO_NODE_CDATA) {
      sink_.text(node.v.text.text);
    } else if (node.type == GUMBO_NODE_ELEMENT || node.type == GUMBO_NODE_TEMPLATE) {
      if (node.v.element.tag_namespace == GUMBO_NAMESPACE_HTML) visit_element(node.v.element);
    }
  }

  void visit_element(const GumboElement& source) {
    const ElementRule* const rule = element_rule(name_of(source));
    if (rule != nullptr && rule->treatment == Treatment::kDrop) return;
    std::string_view closing;
    if (rule != nullptr && rule->treatment == Treatment::kKeep) {
      SafeElement element = copy(source, *rule);
      if (finish(element) && !is_empty_paragraph(source, element)) {
        sink_.open(element);
        if (!rule->is(kVoid)) closing = rule->name;
        if (element.name == "pre" && begins_with_line_end(source)) sink_.text("\n");
      }
    }
    stack_.push_back({&source.children, 0, closing});
  }

  // Younger elements (<picture>) have no tag of their own in gumbo: only the page's own text says what they are.
  static std::string_view name_of(const GumboElement& element) {
    if (element.tag != GUMBO_TAG_UNKNOWN) return gumbo_normalized_tagname(element.tag);
    GumboStringPiece name = element.original_tag;
    gumbo_tag_from_original_text(&name);
    return {name.data, name.length};  // in lower case, since tame_html() wrote it
  }

  // HTML parsers make an empty <p> of a stray </p> and of <p> around blocks; it would show as a gap.
  static bool is_empty_paragraph(const GumboElement& source, const SafeElement& element) {
    if (element.name != "p" || !element.attributes.empty()) return false;
    return source.children.length == 0 ||
           (source.children.length == 1 &&
            static_cast<const GumboNode*>(source.children.data[0])->type == GUMBO_NODE_WHITESPACE);
  }

  // The parser took one line end after <pre> away, as the next one to read the page will.
  static bool begins_with_line_end(const GumboElement& source) {
    if (source.children.length == 0) return false;
    const auto& first = *static_cast<const GumboNode*>(source.children.data[0]);
    return (first.type == GUMBO_NODE_TEXT || first.type == GUMBO_NODE_WHITESPACE) && first.v.text.text[0] == '\n';
  }

  SafeElement copy(const GumboElement& source, const ElementRule& rule) {
    SafeElement element;
    element.name = rule.name;
    for (unsigned i = 0; i < source.attributes.length; ++i) {
      const auto& attribute = *static_cast<const GumboAttribute*>(source.attributes.data[i]);
      const std::string_view name = attribute.name;
      const std::string_view value = attribute.value;
      if (name == kLineAttribute) {
        std::from_chars(value.data(), value.data() + value.size(), element.line);
        continue;
      }
      std::optional<std::string> allowed = allowed_attribute(rule, name, value);
      if (allowed && is_address(name)) allowed = judged(element, name, *allowed);
      if (allowed) element.attributes.emplace_back(name, std::move(*allowed));
    }
    return element;
  }

  std::optional<std::string> judged(const SafeElement& element, std::string_view name, const std::string& address) {
    // Several pictures in one attribute would need a parser of their own; browsers fall back to <img>.
    if (name == "srcset" && address.find_first_of(", \t\n") != std::string::npos) return std::nullopt;
    LinkTarget target = classify_link(address);
    const bool contact_outside_link = target.kind == LinkTarget::Kind::kContact && name != "href";
    if (target.kind == LinkTarget::Kind::kRefused || contact_outside_link) {
      if (blank(address)) return std::nullopt;
      diagnostics_.add(element.line, Severity::kWarning, "unsafe-link",
                       "The address \"" + std::string(cut_at_point(address, 80)) +
                           "\" was left out: use http, https, mailto, tel or a path within the content.");
      return std::nullopt;
    }
    return std::move(target.address);
  }

  // Completes an element. False when nothing of it is worth showing (its children still are).
  bool finish(SafeElement& element) {
    if (element.name == "a") return finish_link(element);
    if (element.name == "img") return finish_picture(element);
    if (element.name == "video") element.set("controls", "");
    if (element.name == "source") return element.find("src") != nullptr || element.find("srcset") != nullptr;
    if (element.name == "input") {
      const std::string* const type = element.find("type");
      if (type == nullptr || *type != "checkbox") {
        diagnostics_.add(element.line, Severity::kWarning, "unsafe-html",
                         "<input> may only be a task list's checkbox: remove it.");
        return false;
      }
      element.set("disabled", "");
    }
    return true;
  }

  static bool finish_link(SafeElement& element) {
    if (const std::string* const name = element.find("name")) {
      if (element.find("id") == nullptr) element.set("id", *name);
      element.remove("name");
    }
    const std::string* const href = element.find("href");
    if (href != nullptr && classify_link(*href).kind == LinkTarget::Kind::kExternal) {
      element.set("rel", "noopener nofollow");
    }
    return href != nullptr || element.find("id") != nullptr;
  }

  bool finish_picture(SafeElement& element) {
    if (element.find("src") == nullptr) {
      if (const std::string* const alt = element.find("alt")) sink_.text(*alt);
      return false;
    }
    element.set("loading", "lazy");
    return true;
  }

  PageDiagnostics& diagnostics_;
  HtmlSink& sink_;
  std::vector<Level> stack_;
};

class TextSink : public HtmlSink {
 public:
  void open(SafeElement& element) override { html += start_tag(element); }
  void close(std::string_view name) override { html.append("</").append(name).append(">"); }
  void text(std::string_view text) override { html += escape_html(text); }
  std::string html;
};

}  // namespace

const std::string* SafeElement::find(std::string_view attribute) const {
  for (const auto& candidate : attributes) {
    if (candidate.first == attribute) return &candidate.second;
  }
  return nullptr;
}

void SafeElement::set(std::string_view attribute, std::string value) {
  for (auto& candidate : attributes) {
    if (candidate.first == attribute) {
      candidate.second = std::move(value);
      return;
    }
  }
  attributes.emplace_back(attribute, std::move(value));
}

void SafeElement::remove(std::string_view attribute) {
  attributes.erase(std::remove_if(attributes.begin(), attributes.end(),
                                  [&](const auto& candidate) { return candidate.first == attribute; }),
                   attributes.end());
}

bool SafeElement::has_class(std::string_view token) const {
  const std::string* const classes = find("class");
  return classes != nullptr && (' ' + *classes + ' ').find(' ' + std::string(token) + ' ') != std::string::npos;
}

std::string start_tag(const SafeElement& element) {
  std::string tag = "<";
  tag += element.name;
  for (const auto& [name, value] : element.attributes) tag += ' ' + name + "=\"" + escape_html(value) + '"';
  return tag + '>';
}

void sanitize_html(std::string_view html, int first_line, PageDiagnostics& diagnostics, HtmlSink& sink) {
  const std::string tame = tame_html(html, first_line, diagnostics);
  std::pmr::monotonic_buffer_resource arena(std::max<std::size_t>(4096, 8 * tame.size()));
  GumboOptions options = kGumboDefaultOptions;
  options.allocator = take_memory;
  options.deallocator = leave_memory;
  options.userdata = &arena;
  options.fragment_context = GUMBO_TAG_BODY;
  options.max_errors = 0;
  const GumboOutput* const output = gumbo_parse_with_options(&options, tame.data(), tame.size());
  if (output == nullptr || output->root == nullptr) throw Error(ErrorKind::kInternal, "The HTML parser gave no page.");
  TreeWalker(diagnostics, sink).walk(output->root);
}

std::string sanitized_html(std::string_view html, int first_line, PageDiagnostics& diagnostics) {
  TextSink sink;
  sanitize_html(html, first_line, diagnostics, sink);
  return std::move(sink.html);
}

}  // namespace pharos::content
