// SPDX-License-Identifier: GPL-3.0-or-later
#include <cmark-gfm-core-extensions.h>
#include <cmark-gfm-extension_api.h>
#include <cmark-gfm.h>

#include <algorithm>
#include <memory>
#include <mutex>
#include <optional>
#include <string>
#include <string_view>
#include <unordered_map>
#include <utility>
#include <vector>

#include "content/callouts.h"
#include "content/markdown_html.h"
#include "content/raw_html.h"
#include "pharos/base/utf8.h"

namespace pharos::content {
namespace {

// One "~" stays a "~": in East Asian text it writes ranges (5~10), and two of them would strike out what is between.
constexpr int kOptions =
    CMARK_OPT_UNSAFE | CMARK_OPT_VALIDATE_UTF8 | CMARK_OPT_FOOTNOTES | CMARK_OPT_STRIKETHROUGH_DOUBLE_TILDE;
constexpr int kMostTableCells = 200000;              // short rows are filled up to the header's width
constexpr std::size_t kMostTextBeforeTable = 16384;  // the table extension looks through it all, in quadratic time
constexpr std::size_t kMostTitle = 500;

struct ParserDeleter {
  void operator()(cmark_parser* parser) const { cmark_parser_free(parser); }
};
struct NodeDeleter {
  void operator()(cmark_node* node) const { cmark_node_free(node); }
};
using Tree = std::unique_ptr<cmark_node, NodeDeleter>;

// What one parse has used up. cmark's callbacks know no context of their own, so it stands by the thread.
thread_local int table_cells = 0;

bool is_delimiter_row(std::string_view line) {
  return line.find_first_not_of(" \t|:-\r\n") == std::string_view::npos && line.find('-') != std::string_view::npos &&
         line.find_first_of("|:") != std::string_view::npos;
}

cmark_node* add_fence(cmark_syntax_extension* extension, cmark_parser* parser, cmark_node* parent, unsigned char* input,
                      int length, std::string_view line) {
  cmark_node* const node =
      cmark_parser_add_child(parser, parent, CMARK_NODE_CUSTOM_BLOCK, cmark_parser_get_first_nonspace(parser) + 1);
  cmark_node_set_syntax_extension(node, extension);
  cmark_node_set_on_enter(node, std::string(line).c_str());
  cmark_parser_advance_offset(parser, reinterpret_cast<char*>(input), length - 1 - cmark_parser_get_offset(parser), 0);
  return node;
}

// Every line of ":::", and the first of "!!!", becomes a block of our own, wherever markdown's own structure (lists,
// quotes, code) puts it; that is why this is not done on the text before parsing. Nothing else makes custom blocks.
cmark_node* open_block(cmark_syntax_extension* extension, int indented, cmark_parser* parser, cmark_node* parent,
                       unsigned char* input, int length) {
  const cmark_node_type type = cmark_node_get_type(parent);
  const auto start = static_cast<std::size_t>(cmark_parser_get_first_nonspace(parser));
  const std::string_view whole(reinterpret_cast<const char*>(input), static_cast<std::size_t>(length));
  const std::string_view line = whole.substr(std::min(start, whole.size()));
  const bool in_table = std::string_view(cmark_node_get_type_string(parent)) == "table";  // its type has no public name
  if (in_table) table_cells += cmark_gfm_extensions_get_table_columns(parent);
  const bool table_begins = type == CMARK_NODE_PARAGRAPH && is_delimiter_row(line);
  const char* const before = table_begins ? cmark_node_get_string_content(parent) : nullptr;
  if (table_cells > kMostTableCells || (before != nullptr && std::string_view(before).size() > kMostTextBeforeTable)) {
    return cmark_parser_add_child(parser, parent, CMARK_NODE_PARAGRAPH, static_cast<int>(start) + 1);
  }
  if (indented != 0 || line.size() < 3) return nullptr;
  const bool fence = line.substr(0, 3) == ":::" && read_colon_fence(line);
  if (!fence && !read_admonition(line)) return nullptr;
  return add_fence(extension, parser, parent, input, length, line);
}

// Whether a line goes on with the block: the indented body of "!!!" does, a line of ":::" is only one line.
int match_block(cmark_syntax_extension*, cmark_parser* parser, unsigned char* input, int, cmark_node* container) {
  const std::string_view opening = cmark_node_get_on_enter(container);
  if (opening.substr(0, 1) == ":") return 0;
  char* const text = reinterpret_cast<char*>(input);
  if (cmark_parser_is_blank(parser) != 0) {
    cmark_parser_advance_offset(parser, text, cmark_parser_get_first_nonspace(parser) - cmark_parser_get_offset(parser),
                                0);
    return 1;
  }
  if (cmark_parser_get_indent(parser) < 4) return 0;
  cmark_parser_advance_offset(parser, text, 4, 1);
  return 1;
}

struct Extensions {
  cmark_syntax_extension* callouts = nullptr;
  std::vector<cmark_syntax_extension*> gfm;
};

// cmark's registry is a plain global list: it is filled once, and only read afterwards.
const Extensions& extensions() {
  static const Extensions* const kExtensions = [] {
    cmark_gfm_core_extensions_ensure_registered();
    auto* all = new Extensions;
    all->callouts = cmark_syntax_extension_new("pharos-callouts");
    cmark_syntax_extension_set_open_block_func(all->callouts, open_block);
    cmark_syntax_extension_set_match_block_func(all->callouts, match_block);
    for (const char* name : {"table", "strikethrough", "autolink", "tasklist"}) {
      all->gfm.push_back(cmark_find_syntax_extension(name));
    }
    return all;
  }();
  return *kExtensions;
}

std::string render(cmark_node* node, int options) {
  char* const html = cmark_render_html(node, options, nullptr);
  std::string result(html);
  cmark_get_default_mem_allocator()->free(html);
  return result;
}

Tree parse(std::string_view markdown, bool with_callouts) {
  const std::unique_ptr<cmark_parser, ParserDeleter> parser(cmark_parser_new(kOptions));
  // Ours first: "|:--" and ":::" would otherwise be looked at as rows of a table.
  if (with_callouts) cmark_parser_attach_syntax_extension(parser.get(), extensions().callouts);
  for (cmark_syntax_extension* extension : extensions().gfm) {
    cmark_parser_attach_syntax_extension(parser.get(), extension);
  }
  cmark_parser_feed(parser.get(), markdown.data(), markdown.size());
  // cmark-gfm 0.29 keeps the characters that begin inline markup in one global table and changes it while it parses
  // inlines: two threads at once lose each other's ~~strike-through~~.
  static std::mutex inlines;
  const std::lock_guard lock(inlines);
  return Tree(cmark_parser_finish(parser.get()));
}

std::string without_paragraph(const std::string& html) {
  constexpr std::string_view kBegin = "<p>";
  constexpr std::string_view kEnd = "</p>\n";
  if (html.size() < kBegin.size() + kEnd.size() || html.compare(0, kBegin.size(), kBegin) != 0) return {};
  return html.substr(kBegin.size(), html.size() - kBegin.size() - kEnd.size());
}

std::string title_html(const std::string& title) {
  if (title.size() > kMostTitle || title.find_first_of("*_`[]<>&\\~:@") == std::string::npos) return escape_html(title);
  const Tree tree = parse(title, false);
  cmark_node* const first = cmark_node_first_child(tree.get());
  if (first == nullptr || cmark_node_next(first) != nullptr || cmark_node_get_type(first) != CMARK_NODE_PARAGRAPH) {
    return escape_html(title);
  }
  return without_paragraph(render(first, kOptions));
}

class Blocks {
 public:
  Blocks(cmark_node* root, int first_line, PageDiagnostics& diagnostics)
      : first_line_(first_line), diagnostics_(diagnostics) {
    std::unique_ptr<cmark_iter, void (*)(cmark_iter*)> iterator(cmark_iter_new(root), cmark_iter_free);
    for (cmark_event_type event = cmark_iter_next(iterator.get()); event != CMARK_EVENT_DONE;
         event = cmark_iter_next(iterator.get())) {
      if (event == CMARK_EVENT_ENTER) sort_out(cmark_iter_get_node(iterator.get()));
    }
  }

  void finish() {
    for (cmark_node* node : html_blocks_) {
      const std::string literal = cmark_node_get_literal(node);
      cmark_node_set_literal(node, (line_mark(line_of(node)) + literal).c_str());
    }
    for (cmark_node* node : admonitions_) {
      if (const auto opening = read_admonition(cmark_node_get_on_enter(node))) become(node, *opening);
    }
    pair();
    for (cmark_node* node : quotes_) alert(node);
  }

 private:
  int line_of(cmark_node* node) const { return first_line_ + cmark_node_get_start_line(node) - 1; }

  void sort_out(cmark_node* node) {
    switch (cmark_node_get_type(node)) {
      case CMARK_NODE_HTML_BLOCK:
        html_blocks_.push_back(node);
        break;
      case CMARK_NODE_BLOCK_QUOTE:
        quotes_.push_back(node);
        break;
      case CMARK_NODE_CUSTOM_BLOCK:
        (cmark_node_get_on_enter(node)[0] == ':' ? fences_ : admonitions_).push_back(node);
        break;
      default:
        break;
    }
  }

  static void become(cmark_node* node, const CalloutOpening& opening) {
    cmark_node_set_on_enter(node, callout_begin(opening, title_html(opening.title)).c_str());
    cmark_node_set_on_exit(node, std::string(callout_end(opening)).c_str());
  }

  void pair() {
    std::vector<FencePlace> places;
    std::vector<CalloutOpening> openings(fences_.size());
    std::unordered_map<cmark_node*, int> parents;
    for (std::size_t i = 0; i < fences_.size(); ++i) {
      std::optional<CalloutFence> fence = read_colon_fence(cmark_node_get_on_enter(fences_[i]));
      if (!fence) fence.emplace();
      const auto parent = parents.emplace(cmark_node_parent(fences_[i]), static_cast<int>(parents.size())).first;
      places.push_back({fence->colons, fence->opening.has_value(), parent->second, static_cast<int>(i)});
      if (fence->opening) openings[i] = std::move(*fence->opening);
    }
    const PairedFences paired = pair_fences(places);
    std::unordered_map<cmark_node*, int> wrapped;  // openings that hold their bodies already, with their colons
    for (const CalloutPair& pair : paired.pairs) {
      cmark_node* const open = fences_[static_cast<std::size_t>(pair.open)];
      cmark_node* const close = pair.close < 0 ? nullptr : fences_[static_cast<std::size_t>(pair.close)];
      const int colons = places[static_cast<std::size_t>(pair.open)].colons;
      wrap(open, body_end(open, close, colons, wrapped));
      become(open, openings[static_cast<std::size_t>(pair.open)]);
      wrapped[open] = colons;
      if (close == nullptr) {
        report(open, "This callout is never closed: put a line with as many colons after its text.");
      } else if (!fits(places[static_cast<std::size_t>(pair.open)], places[static_cast<std::size_t>(pair.close)])) {
        report(close, "This line does not fit the callout it closes: give it the same indent and as many colons.");
      }
      remove(close);
    }
    for (const int stray : paired.stray_closings) {
      report(fences_[static_cast<std::size_t>(stray)], "This line closes no callout: remove it.");
      remove(fences_[static_cast<std::size_t>(stray)]);
    }
  }

  static bool fits(const FencePlace& open, const FencePlace& close) {
    return open.parent == close.parent && close.colons >= open.colons;
  }

  // The first block that is no longer in the callout; null for the end of the parent.
  static cmark_node* body_end(cmark_node* open, cmark_node* close, int colons,
                              const std::unordered_map<cmark_node*, int>& wrapped) {
    if (close != nullptr) {
      cmark_node* at = close;
      while (at != nullptr && cmark_node_parent(at) != cmark_node_parent(open)) at = cmark_node_parent(at);
      return at == close || at == nullptr ? at : cmark_node_next(at);
    }
    cmark_node* at = cmark_node_next(open);
    for (; at != nullptr && cmark_node_get_type(at) != CMARK_NODE_HEADING; at = cmark_node_next(at)) {
      const auto inner = wrapped.find(at);
      if (inner != wrapped.end() && inner->second >= colons) break;
    }
    return at;
  }

  static void wrap(cmark_node* open, cmark_node* end) {
    while (cmark_node_next(open) != nullptr && cmark_node_next(open) != end) {
      cmark_node* const moved = cmark_node_next(open);
      cmark_node_unlink(moved);
      if (cmark_node_append_child(open, moved) == 0) cmark_node_free(moved);
    }
  }

  static void remove(cmark_node* node) {
    if (node != nullptr) cmark_node_free(node);
  }

  void report(cmark_node* node, const char* message) {
    diagnostics_.add(line_of(node), Severity::kWarning, "unbalanced-callout", message);
  }

  // "> [!NOTE]": the quote's children move into a callout in its place.
  static void alert(cmark_node* quote) {
    cmark_node* const paragraph = cmark_node_first_child(quote);
    if (paragraph == nullptr || cmark_node_get_type(paragraph) != CMARK_NODE_PARAGRAPH) return;
    std::string words;  // the brackets are nodes of their own
    cmark_node* text = cmark_node_first_child(paragraph);
    for (int i = 0; i < 8 && text != nullptr && cmark_node_get_type(text) == CMARK_NODE_TEXT; ++i) {
      words += cmark_node_get_literal(text);
      text = cmark_node_next(text);
    }
    std::optional<AlertMark> mark = read_alert(words);
    if (!mark) return;
    take_away(paragraph, mark->after);
    const std::string title = first_line(paragraph);
    cmark_node* const callout = cmark_node_new(CMARK_NODE_CUSTOM_BLOCK);
    const std::string begin = callout_begin(mark->opening, title.empty() ? escape_html(mark->opening.title) : title);
    cmark_node_set_on_enter(callout, begin.c_str());
    cmark_node_set_on_exit(callout, std::string(callout_end(mark->opening)).c_str());
    if (cmark_node_first_child(paragraph) == nullptr) cmark_node_free(paragraph);
    while (cmark_node* child = cmark_node_first_child(quote)) {
      cmark_node_unlink(child);
      if (cmark_node_append_child(callout, child) == 0) cmark_node_free(child);
    }
    if (cmark_node_replace(quote, callout) != 0) cmark_node_free(quote);
  }

  static void take_away(cmark_node* paragraph, std::size_t bytes) {
    while (bytes > 0) {
      cmark_node* const text = cmark_node_first_child(paragraph);
      const std::string literal = cmark_node_get_literal(text);
      if (literal.size() > bytes) {
        cmark_node_set_literal(text, literal.substr(bytes).c_str());
        return;
      }
      bytes -= literal.size();
      cmark_node_free(text);
    }
  }

  // Takes the rest of the first line away and gives it as HTML.
  static std::string first_line(cmark_node* paragraph) {
    const Tree document(cmark_node_new(CMARK_NODE_DOCUMENT));  // the renderer asks a paragraph for its parents
    cmark_node* const title = cmark_node_new(CMARK_NODE_PARAGRAPH);
    cmark_node_append_child(document.get(), title);
    while (cmark_node* node = cmark_node_first_child(paragraph)) {
      const cmark_node_type type = cmark_node_get_type(node);
      cmark_node_unlink(node);
      if (type == CMARK_NODE_SOFTBREAK || type == CMARK_NODE_LINEBREAK) {
        cmark_node_free(node);
        break;
      }
      if (cmark_node_append_child(title, node) == 0) cmark_node_free(node);
    }
    std::string html = without_paragraph(render(title, kOptions));
    html.erase(0, html.find_first_not_of(' '));
    return html;
  }

  int first_line_;
  PageDiagnostics& diagnostics_;
  std::vector<cmark_node*> html_blocks_, quotes_, fences_, admonitions_;
};

}  // namespace

std::optional<std::string> markdown_to_html(std::string_view markdown, int first_line, PageDiagnostics& diagnostics) {
  table_cells = 0;
  const Tree tree = parse(markdown, true);
  if (table_cells > kMostTableCells) return std::nullopt;
  Blocks(tree.get(), first_line, diagnostics).finish();
  return render(tree.get(), kOptions | CMARK_OPT_SOURCEPOS);
}

}  // namespace pharos::content
