// SPDX-License-Identifier: GPL-3.0-or-later
#include "content/markdown_budget.h"

#include <algorithm>

namespace pharos::content {
namespace {

// Nanoseconds, measured with cmark-gfm 0.29.0.gfm.6 on a slow machine and rounded up.
constexpr double kPerPictureAndBracket = 6;     // "![[]()": each link walks back over all pictures left open
constexpr double kPerDeclarationAndByte = 1;    // "<?", "<!A": each looks for its end in the rest of the paragraph
constexpr double kPerParenthesisAndByte = 0.7;  // "http://a/))))": each ")" counts those of the whole address
constexpr double kPerAtAndByte = 0.03;          // "a@a@a@"

bool is_space(char c) { return c == ' ' || c == '\t' || c == '\n' || c == '\r'; }

// What a stretch of text without an empty line can cost. Not all of it need be one paragraph (it may be code, or a
// list), but telling would mean parsing it in exactly the parser's way.
struct Stretch {
  double bytes = 0, pictures = 0, brackets = 0, declarations = 0, ats = 0;

  double cost() const {
    return kPerPictureAndBracket * pictures * brackets + kPerDeclarationAndByte * declarations * bytes +
           kPerAtAndByte * ats * bytes;
  }
};

double inline_cost(std::string_view markdown) {
  double total = 0;
  Stretch stretch;
  double word = 0, parentheses = 0;  // of the word so far, words being what spaces part
  bool blank = true;
  for (std::size_t i = 0; i < markdown.size(); ++i) {
    const char c = markdown[i];
    const char next = i + 1 < markdown.size() ? markdown[i + 1] : ' ';
    stretch.bytes += 1;
    if (is_space(c)) {
      if (parentheses > 1) total += kPerParenthesisAndByte * parentheses * word;
      word = parentheses = 0;
      if (c == '\n') {
        if (blank) {
          total += stretch.cost();
          stretch = {};
        }
        blank = true;
      }
      continue;
    }
    blank = false;
    word += 1;
    parentheses += c == ')' ? 1 : 0;
    stretch.brackets += c == ']' ? 1 : 0;
    stretch.pictures += c == '!' && next == '[' ? 1 : 0;
    stretch.declarations += c == '<' && (next == '?' || next == '!') ? 1 : 0;
    stretch.ats += c == '@' ? 1 : 0;
  }
  if (parentheses > 1) total += kPerParenthesisAndByte * parentheses * word;
  return total + stretch.cost();
}

// Every line is held against all open quotes, however many.
constexpr std::size_t kMostQuotes = 200;

// How deep the quotes of a page are nested: marks stand at the beginning of a line, between list markers.
std::size_t deepest_quote(std::string_view markdown) {
  std::size_t deepest = 0;
  for (std::size_t begin = 0; begin < markdown.size();) {
    const std::size_t text = std::min(markdown.find_first_not_of(" \t>*+-0123456789.)", begin), markdown.size());
    const std::string_view marks = markdown.substr(begin, text - begin);
    deepest = std::max(deepest, static_cast<std::size_t>(std::count(marks.begin(), marks.end(), '>')));
    begin = std::min(markdown.find('\n', text), markdown.size()) + 1;
  }
  return deepest;
}

// Every use of a reference copies its address: the longest definition, used wherever a bracket closes.
double reference_bytes(std::string_view markdown) {
  double longest = 0, current = 0;
  bool may_define = false, defines = false;
  for (std::size_t begin = 0; begin < markdown.size();) {
    const std::size_t end = std::min(markdown.find('\n', begin), markdown.size());
    const std::string_view line = markdown.substr(begin, end - begin);
    begin = end + 1;
    const std::size_t text = line.find_first_not_of(" \t>*+-0123456789.)");
    if (text == std::string_view::npos || line[text] == '[') {
      may_define = text != std::string_view::npos;
      defines = false;
      current = 0;
    }
    if (!may_define) continue;
    current += static_cast<double>(line.size());
    defines = defines || line.find("]:") != std::string_view::npos;
    if (defines) longest = std::max(longest, current);
  }
  return longest * static_cast<double>(std::count(markdown.begin(), markdown.end(), ']'));
}

}  // namespace

bool affordable(std::string_view markdown, const MarkdownOptions& options) {
  return inline_cost(markdown) <= options.max_seconds * 0.5e9 && deepest_quote(markdown) <= kMostQuotes &&
         reference_bytes(markdown) <= 8.0 * static_cast<double>(options.max_html_bytes);
}

}  // namespace pharos::content
