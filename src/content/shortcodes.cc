// SPDX-License-Identifier: GPL-3.0-or-later
#include "content/shortcodes.h"

#include <algorithm>
#include <iterator>

namespace pharos::content {
namespace {

constexpr std::size_t kLongest = 2000;  // what spans more is not one tag, and looking further would cost too much

struct Bracket {
  std::string_view open, close;
  bool named;  // a shortcode has a name to tell the author
};

constexpr Bracket kBrackets[] = {
    {"{{<", ">}}", true},
    {"{{%", "%}}", true},
    {"{%", "%}", true},
    {"{/*", "*/}", false},
};

bool is_space(char c) { return c == ' ' || c == '\t' || c == '\n'; }
bool is_letter(char c) { return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z'); }

// The string in an expression that has exactly one: require('./a.png').default, "x", `x`.
std::string_view only_string(std::string_view expression) {
  const std::size_t begin = expression.find_first_of("'\"`{[");
  if (begin == std::string_view::npos || expression[begin] == '{' || expression[begin] == '[') return {};
  const std::size_t end = expression.find(expression[begin], begin + 1);
  if (end == std::string_view::npos || expression.find_first_of("'\"`<>&", end + 1) != std::string_view::npos)
    return {};
  const std::string_view text = expression.substr(begin + 1, end - begin - 1);
  return text.find_first_of("'\"`<>&${}\n") == std::string_view::npos ? text : std::string_view();
}

class Scanner {
 public:
  Scanner(std::string_view text, int first_line, PageDiagnostics& diagnostics)
      : text_(text), line_(first_line), diagnostics_(diagnostics), jsx_(text.find("={") != std::string_view::npos) {}

  std::string run() {
    out_.reserve(text_.size());
    while (at_ < text_.size()) {
      const std::size_t next = std::min(text_.find_first_of("`\\{<", at_), text_.size());
      keep(next);
      if (at_ == text_.size()) break;
      const char c = text_[at_];
      if (c == '`') {
        code_span();
      } else if (c == '\\') {
        keep(std::min(at_ + 2, text_.size()));
      } else if (!(c == '{' ? bracket() : jsx_ && jsx_tag())) {
        keep(at_ + 1);
      }
    }
    return std::move(out_);
  }

 private:
  void keep(std::size_t end) {
    const std::string_view kept = text_.substr(at_, end - at_);
    line_ += static_cast<int>(std::count(kept.begin(), kept.end(), '\n'));
    out_ += kept;
    at_ = end;
  }

  void drop(std::size_t end) {
    const std::string_view gone = text_.substr(at_, end - at_);
    const auto lines = std::count(gone.begin(), gone.end(), '\n');
    line_ += static_cast<int>(lines);
    out_.append(static_cast<std::size_t>(lines), '\n');
    at_ = end;
  }

  void code_span() {
    const std::size_t run_end = std::min(text_.find_first_not_of('`', at_), text_.size());
    const std::size_t length = run_end - at_;
    const std::size_t limit = std::min(text_.find("\n\n", at_), text_.size());
    for (std::size_t at = text_.find('`', run_end); at < limit; at = text_.find('`', at)) {
      const std::size_t end = std::min(text_.find_first_not_of('`', at), text_.size());
      if (end - at == length) return keep(end);
      at = end;
    }
    keep(run_end);
  }

  bool bracket() {
    const std::string_view rest = text_.substr(at_, kLongest);
    for (const Bracket& form : kBrackets) {
      if (rest.substr(0, form.open.size()) != form.open) continue;
      const std::size_t close = rest.find(form.close, form.open.size());
      if (close == std::string_view::npos) continue;
      const std::string_view inner = rest.substr(form.open.size(), close - form.open.size());
      if (inner.find(form.open) != std::string_view::npos) continue;  // the first one was never closed
      const int line = line_;
      drop(at_ + close + form.close.size());
      if (form.named) shortcode(inner, line);
      return true;
    }
    return false;
  }

  void shortcode(std::string_view inner, int line) {
    std::size_t begin = 0;
    while (begin < inner.size() && (is_space(inner[begin]) || inner[begin] == '-')) ++begin;
    inner.remove_prefix(begin);
    const std::string_view name = inner.substr(0, inner.find_first_of(" \t\n-/"));
    if (name == "ref" || name == "relref") {
      const std::size_t quote = inner.find('"');
      if (quote != std::string_view::npos) out_ += inner.substr(quote + 1, inner.find('"', quote + 1) - quote - 1);
      return;
    }
    if (name.empty() || name == "raw" || name.substr(0, 3) == "end") return;  // closing ones have been named before
    diagnostics_.add_once(name, line, Severity::kInfo, "unknown-shortcode",
                          "The shortcode \"" + std::string(name.substr(0, 64)) +
                              "\" is not known here: only the text inside it is shown.");
  }

  // A tag with at least one attribute={expression}, written anew with plain attributes only.
  bool jsx_tag() {
    const std::string_view rest = text_.substr(at_, kLongest);
    std::size_t at = 1;
    while (at < rest.size() && (is_letter(rest[at]) || rest[at] == '.' || (rest[at] >= '0' && rest[at] <= '9'))) ++at;
    if (at == 1 || at >= rest.size() || !is_space(rest[at])) return false;
    std::string tag(rest.substr(0, at));
    bool expressions = false;
    while (true) {
      while (at < rest.size() && is_space(rest[at])) ++at;
      if (at >= rest.size()) return false;
      if (rest[at] == '>' || rest.substr(at, 2) == "/>") break;
      const std::size_t begin = at;
      if (rest[at] == '{') {
        expressions = true;
        if (!skip_braces(rest, at)) return false;
        continue;
      }
      while (at < rest.size() && !is_space(rest[at]) &&
             std::string_view("=/>{<\"'").find(rest[at]) == std::string_view::npos) {
        ++at;
      }
      if (at == begin || at >= rest.size()) return false;
      const std::string_view name = rest.substr(begin, at - begin);
      if (rest[at] != '=') {
        tag.append(" ").append(name);
        continue;
      }
      const std::size_t value = ++at;
      if (value >= rest.size()) return false;
      if (rest[value] == '{') {
        expressions = true;
        if (!skip_braces(rest, at)) return false;
        const std::string_view text = only_string(rest.substr(value + 1, at - value - 2));
        if (!text.empty()) tag.append(" ").append(name).append("=\"").append(text).append("\"");
      } else if (rest[value] == '"' || rest[value] == '\'') {
        const std::size_t end = rest.find(rest[value], value + 1);
        if (end == std::string_view::npos) return false;
        at = end + 1;
        tag.append(" ").append(name).append("=").append(rest.substr(value, at - value));
      } else {
        return false;
      }
    }
    if (!expressions) return false;
    const bool self_closing = rest[at] == '/';
    out_ += tag + (self_closing ? " />" : ">");
    const auto already = std::count(tag.begin(), tag.end(), '\n');
    drop(at_ + at + (self_closing ? 2 : 1));
    out_.erase(out_.size() - static_cast<std::size_t>(already));  // line ends within quotes were kept
    return true;
  }

  // Moves `at` behind the brace that closes the one there.
  static bool skip_braces(std::string_view text, std::size_t& at) {
    int depth = 0;
    for (; at < text.size(); ++at) {
      depth += text[at] == '{' ? 1 : text[at] == '}' ? -1 : 0;
      if (depth == 0) {
        ++at;
        return true;
      }
    }
    return false;
  }

  std::string_view text_;
  int line_;
  PageDiagnostics& diagnostics_;
  bool jsx_;
  std::string out_;
  std::size_t at_ = 0;
};

}  // namespace

std::string without_shortcodes(std::string_view text, int first_line, PageDiagnostics& diagnostics) {
  return Scanner(text, first_line, diagnostics).run();
}

}  // namespace pharos::content
