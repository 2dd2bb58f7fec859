// SPDX-License-Identifier: GPL-3.0-or-later
#include "content/source_dialects.h"

#include <algorithm>
#include <iterator>
#include <optional>
#include <utility>
#include <vector>

#include "content/callouts.h"
#include "content/code_fence.h"
#include "content/shortcodes.h"

namespace pharos::content {
namespace {

std::string with_plain_line_ends(std::string_view source) {
  constexpr std::string_view kByteOrderMark = "\xEF\xBB\xBF";
  if (source.substr(0, kByteOrderMark.size()) == kByteOrderMark) source.remove_prefix(kByteOrderMark.size());
  std::string text;
  text.reserve(source.size());
  for (std::size_t i = 0; i < source.size(); ++i) {
    if (source[i] != '\r') {
      text += source[i];
    } else if (i + 1 == source.size() || source[i + 1] != '\n') {
      text += '\n';
    }
  }
  return text;
}

bool contains(std::string_view text, std::string_view part) { return text.find(part) != std::string_view::npos; }

bool starts(std::string_view text, std::string_view prefix) { return text.substr(0, prefix.size()) == prefix; }

std::string_view trimmed(std::string_view text) {
  const std::size_t begin = text.find_first_not_of(" \t");
  if (begin == std::string_view::npos) return {};
  return text.substr(begin, text.find_last_not_of(" \t") - begin + 1);
}

bool is_toc(std::string_view line) {
  line = trimmed(line);
  return line == "[[toc]]" || line == "[[TOC]]" || line == "[TOC]" || line == "[toc]" || line == "{:toc}";
}

bool is_kramdown_attributes(std::string_view line) {
  line = trimmed(line);
  return line.size() > 3 && starts(line, "{:") && line.back() == '}';
}

// "import Tabs from '@theme/Tabs';", and not "import your wallet from the backup".
bool is_mdx_import(std::string_view line) {
  if (!starts(line, "import ")) return false;
  const std::string_view rest = trimmed(line.substr(7));
  if (starts(rest, "'") || starts(rest, "\"")) return true;
  if (contains(rest, " from '") || contains(rest, " from \"")) return true;
  return rest == "{" || (starts(rest, "{") && !contains(rest, "}"));
}

struct ExportForm {
  std::string_view word, needs;
};

constexpr ExportForm kExportForms[] = {
    {"const ", "="},     {"let ", "="},     {"var ", "="},          {"function ", "("}, {"async function ", "("},
    {"class ", "{"},     {"{", "}"},        {"* from ", "'"},       {"* from ", "\""},  {"default function", "("},
    {"default (", "=>"}, {"default {", ""}, {"default class", "{"}, {"default ", ";"},
};

bool is_mdx_export(std::string_view line) {
  if (!starts(line, "export ")) return false;
  const std::string_view rest = line.substr(7);
  return std::any_of(std::begin(kExportForms), std::end(kExportForms), [&](const ExportForm& form) {
    return starts(rest, form.word) && contains(rest.substr(form.word.size() - 1), form.needs);
  });
}

int brace_balance(std::string_view line) {
  return static_cast<int>(std::count_if(line.begin(), line.end(), [](char c) { return c == '{' || c == '('; }) -
                          std::count_if(line.begin(), line.end(), [](char c) { return c == '}' || c == ')'; }));
}

// Translation tools lose the indent of a callout's closing line, which would end the list around it. The line gets its
// opening's indent back.
class CalloutIndents {
 public:
  // The indent the line should have, or nothing when it may stay.
  std::optional<std::string_view> mended(std::string_view line) {
    const std::size_t indent = std::min(line.find_first_not_of(" \t"), line.size());
    if (line.substr(indent, 1) == "#") open_.clear();  // a heading ends what has lost its closing
    if (!starts(line.substr(indent), ":::")) return std::nullopt;
    const std::optional<CalloutFence> fence = read_colon_fence(line);
    if (!fence) return std::nullopt;
    if (fence->opening) {
      open_.emplace_back(fence->colons, line.substr(0, indent));
      return std::nullopt;
    }
    if (open_.empty() || open_.back().first != fence->colons) return std::nullopt;
    const std::string_view wanted = open_.back().second;
    open_.pop_back();
    return wanted == line.substr(0, indent) ? std::nullopt : std::optional(wanted);
  }

 private:
  std::vector<std::pair<int, std::string_view>> open_;
};

constexpr std::string_view kSigns[] = {":::",     "{{<",   "{{%",   "{%", "={",      "{/*",    "[[toc]]",
                                       "[[TOC]]", "[toc]", "[TOC]", "{:", "import ", "export "};

// Goes through the lines, gathers what is not code, and hands it to the shortcodes' scanner in whole stretches, since
// one shortcode may span lines.
class Dialects {
 public:
  Dialects(std::string_view text, int first_line, PageDiagnostics& diagnostics)
      : text_(text), line_(first_line), stretch_line_(first_line), diagnostics_(diagnostics) {}

  std::string run() {
    CodeFence fence;
    for (std::size_t begin = 0; begin < text_.size();) {
      const std::size_t end = std::min(text_.find('\n', begin), text_.size());
      const std::string_view line = text_.substr(begin, end - begin);
      const std::string_view line_end = text_.substr(end, 1);
      if (fence.is_code(line)) {
        flush();
        out_.append(line).append(line_end);
      } else {
        if (stretch_.empty()) stretch_line_ = line_;
        if (const auto indent = indents_.mended(line)) {
          stretch_.append(*indent).append(trimmed(line));
          diagnostics_.add(line_, Severity::kWarning, "unbalanced-callout",
                           "This line does not fit the callout it closes: give it the same indent.");
        } else if (!dropped(line)) {
          stretch_.append(line);
        }
        stretch_.append(line_end);
      }
      ++line_;
      begin = end + 1;
    }
    flush();
    return std::move(out_);
  }

 private:
  bool dropped(std::string_view line) {
    if (open_braces_ > 0) {  // within an import or export of several lines; an empty line ends the damage
      open_braces_ = trimmed(line).empty() ? 0 : open_braces_ + brace_balance(line);
      return true;
    }
    if (is_mdx_import(line) || is_mdx_export(line)) {
      open_braces_ = std::max(0, brace_balance(line));
      return true;
    }
    return is_toc(line) || is_kramdown_attributes(line);
  }

  void flush() {
    if (stretch_.empty()) return;
    out_ += without_shortcodes(stretch_, stretch_line_, diagnostics_);
    stretch_.clear();
  }

  std::string_view text_;
  int line_;
  int stretch_line_;
  PageDiagnostics& diagnostics_;
  std::string out_, stretch_;
  CalloutIndents indents_;
  int open_braces_ = 0;
};

}  // namespace

std::string plain_markdown(std::string_view source, int first_line, PageDiagnostics& diagnostics) {
  std::string text = with_plain_line_ends(source);
  if (std::none_of(std::begin(kSigns), std::end(kSigns), [&](std::string_view sign) { return contains(text, sign); })) {
    return text;
  }
  return Dialects(text, first_line, diagnostics).run();
}

}  // namespace pharos::content
