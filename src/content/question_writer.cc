// SPDX-License-Identifier: GPL-3.0-or-later
#include "pharos/content/question_writer.h"

#include <algorithm>
#include <optional>
#include <utility>
#include <vector>

#include "content/front_matter.h"
#include "content/page.h"
#include "content/text_lines.h"
#include "pharos/base/error.h"

namespace pharos::content {
namespace {

constexpr std::string_view kKey = "questions";

struct Line {
  std::size_t begin, end;  // without its line end
};

/// Text that is put in at a place; nothing is ever taken out.
struct Insertion {
  std::size_t at;
  std::string text;
};
/// One way of adding the question; by ascending place.
using Edit = std::vector<Insertion>;

/// A page cut at the lines of its front matter. The page must outlive it.
struct Source {
  std::string_view page;
  std::string_view line_end = "\n";
  std::size_t head = 0;     // behind a byte order mark
  std::vector<Line> lines;  // between the fences
  Line close{};             // the closing fence

  std::string_view text(const Line& line) const { return page.substr(line.begin, line.end - line.begin); }
};

std::size_t indent_of(std::string_view line) { return std::min(line.find_first_not_of(' '), line.size()); }

bool is_blank_or_comment(std::string_view line) {
  const std::string_view content = trim(line);
  return content.empty() || content.front() == '#';
}

bool is_item(std::string_view line) {
  const std::string_view content = trim(line);
  return content == "-" || content.substr(0, 2) == "- ";
}

[[noreturn]] void refuse(const std::string& path, const std::string& why, std::string_view line) {
  throw Error(ErrorKind::kInvalidArgument,
              path + ": " + why + ". Add this to its questions by hand: " + yaml_text(line), "article");
}

// Nothing when the page has no front matter.
std::optional<Source> cut(const std::string& page, const std::string& path, std::string_view question) {
  Source source;
  source.page = page;
  if (source.page.substr(0, 3) == "\xEF\xBB\xBF") source.head = 3;
  std::vector<Line> lines;
  for (std::size_t begin = source.head; begin < page.size();) {
    const std::size_t feed = std::min(page.find('\n', begin), page.size());
    const bool carriage = feed > begin && feed < page.size() && page[feed - 1] == '\r';
    if (lines.empty() && carriage) source.line_end = "\r\n";
    const Line line{begin, feed - (carriage ? 1 : 0)};
    const std::string_view fence = trim(source.text(line));
    const bool unindented = indent_of(source.text(line)) == 0;
    if (lines.empty() && (!unindented || fence != "---")) {
      if (unindented && fence == "+++") refuse(path, "its front matter is TOML, which is not edited", question);
      return std::nullopt;
    }
    if (!lines.empty() && unindented && (fence == "---" || fence == "...")) {
      source.close = line;
      source.lines.assign(lines.begin() + 1, lines.end());
      return source;
    }
    lines.push_back(line);
    begin = feed + 1;
  }
  if (lines.empty()) return std::nullopt;
  refuse(path, "its front matter is never closed by a line with ---", question);
}

// Behind the colon of a line such as `questions:`, or nothing.
std::optional<std::size_t> value_of_key(const Source& source, const Line& line, std::size_t indent) {
  std::string_view text = source.text(line);
  if (indent_of(text) != indent) return std::nullopt;
  text.remove_prefix(indent);
  const bool quoted = !text.empty() && (text.front() == '"' || text.front() == '\'');
  const std::string key = quoted ? text.front() + std::string(kKey) + text.front() : std::string(kKey);
  if (text.substr(0, key.size()) != key) return std::nullopt;
  std::size_t at = key.size();
  while (at < text.size() && text[at] == ' ') ++at;
  if (at >= text.size() || text[at] != ':') return std::nullopt;
  if (at + 1 < text.size() && text[at + 1] != ' ' && text[at + 1] != '\t') return std::nullopt;
  return line.begin + indent + at + 1;
}

// The bracket that closes the one at `open`, past texts in quotes; comments are not looked for.
std::optional<std::size_t> closing_bracket(const Source& source, std::size_t open) {
  int depth = 0;
  char quote = 0;
  for (std::size_t at = open; at < source.close.begin; ++at) {
    const char c = source.page[at];
    if (quote != 0) {
      if (c == '\\' && quote == '"') ++at;
      if (c == quote) quote = 0;
    } else if (c == '"' ||
               (c == '\'' && std::string_view(" ,[\t\n").find(source.page[at - 1]) != std::string_view::npos)) {
      quote = c;
    } else if (c == '[') {
      ++depth;
    } else if (c == ']' && --depth == 0) {
      return at;
    }
  }
  return std::nullopt;
}

void add_flow_edits(const Source& source, std::size_t open, std::string_view question, std::vector<Edit>& edits) {
  const std::string text = quoted_yaml_text(question);
  if (const auto close = closing_bracket(source, open)) {
    const std::size_t last = source.page.find_last_not_of(" \t\r\n", *close - 1);
    const char before = source.page[last];
    edits.push_back({{last + 1, before == '[' ? text : before == ',' ? " " + text : ", " + text}});
  }
  edits.push_back({{open + 1, text + ", "}});  // where the last line is a comment
}

// The ways of adding to what the key at `index` has, likeliest first.
std::vector<Edit> edits_of_key(const Source& source, std::size_t index, std::size_t value, std::size_t indent,
                               std::string_view question) {
  const Line& key = source.lines[index];
  // Lines that belong to the value: deeper ones, and items of a list, which may stand as far left as the key.
  std::size_t last = index;
  std::optional<std::size_t> items;
  for (std::size_t i = index + 1; i < source.lines.size(); ++i) {
    const std::string_view line = source.text(source.lines[i]);
    if (is_blank_or_comment(line)) continue;
    if (indent_of(line) < indent || (indent_of(line) == indent && !is_item(line))) break;
    if (!items && is_item(line)) items = indent_of(line);
    last = i;
  }
  const auto as_item = [&](std::size_t depth) {
    return std::string(source.line_end) + std::string(depth, ' ') + "- " + yaml_text(question);
  };
  std::vector<Edit> edits;
  const std::string_view rest = trim(source.page.substr(value, key.end - value));
  const std::size_t open = source.page.find('[', value);
  if (!rest.empty() && rest.front() != '#') {
    if (open < source.lines[last].end) add_flow_edits(source, open, question, edits);
    // A single text becomes the first item of a list.
    edits.push_back({{value, std::string(source.line_end) + std::string(indent + 2, ' ') + "-"},
                     {source.lines[last].end, as_item(indent + 2)}});
    return edits;
  }
  edits.push_back({{source.lines[last].end, as_item(items.value_or(indent + 2))}});
  if (open < source.lines[last].end) add_flow_edits(source, open, question, edits);
  return edits;
}

std::vector<Edit> edits_of(const Source& source, std::string_view question) {
  const auto first = std::find_if(source.lines.begin(), source.lines.end(),
                                  [&](const Line& line) { return !is_blank_or_comment(source.text(line)); });
  const std::size_t indent = first == source.lines.end() ? 0 : indent_of(source.text(*first));
  for (std::size_t i = 0; i < source.lines.size(); ++i) {
    if (const auto value = value_of_key(source, source.lines[i], indent)) {
      return edits_of_key(source, i, *value, indent, question);
    }
  }
  const std::string margin(indent, ' ');
  const std::string end(source.line_end);
  return {{{source.close.begin, margin + std::string(kKey) + ":" + end + margin + "  - " + yaml_text(question) + end}}};
}

std::string apply(const std::string& page, const Edit& edit) {
  std::string out;
  std::size_t at = 0;
  for (const Insertion& insertion : edit) {
    out.append(page, at, insertion.at - at);
    out += insertion.text;
    at = insertion.at;
  }
  return out.append(page, at, std::string::npos);
}

/// What a page says, as the library reads it.
struct Reading {
  DataNode data;
  std::vector<std::string> questions;
  std::string body;
  std::size_t faults = 0;
};

std::vector<std::string> questions_of(const DataNode* node) {
  if (node == nullptr) return {};
  if (node->is_text() && !trim(node->text).empty()) return {std::string(trim(node->text))};
  std::vector<std::string> questions;
  for (const DataNode& item : node->items) questions.emplace_back(trim(item.text));
  return questions;
}

std::optional<Reading> read(const std::string& page, const std::string& path) {
  Diagnostics diagnostics;
  const auto text = source_text(page, path, diagnostics);
  if (!text) return std::nullopt;
  const FrontMatter front = read_front_matter(*text, path, diagnostics);
  Reading reading;
  reading.questions = questions_of(front.data.find(kKey));
  for (const DataNode& member : front.data.members) {
    if (member.name != kKey) reading.data.members.push_back(member);
  }
  reading.body = front.body;
  reading.faults = diagnostics.size();
  return reading;
}

bool same(const DataNode& a, const DataNode& b) {
  return a.kind == b.kind && a.name == b.name && a.text == b.text &&
         std::equal(a.items.begin(), a.items.end(), b.items.begin(), b.items.end(), same) &&
         std::equal(a.members.begin(), a.members.end(), b.members.begin(), b.members.end(), same);
}

bool is_right(const std::string& edited, const Reading& before, const std::string& path, std::string_view question) {
  const auto after = read(edited, path);
  if (!after || after->faults > before.faults || after->body != before.body || !same(after->data, before.data)) {
    return false;
  }
  std::vector<std::string> last = before.questions;
  last.emplace_back(question);
  std::vector<std::string> first = {std::string(question)};
  first.insert(first.end(), before.questions.begin(), before.questions.end());
  return after->questions == last || after->questions == first;
}

}  // namespace

std::string add_question(const std::string& page, std::string_view line, const std::string& path) {
  const auto before = read(page, path);
  if (!before) refuse(path, "it is not UTF-8", line);
  if (std::find(before->questions.begin(), before->questions.end(), line) != before->questions.end()) return page;
  const auto source = cut(page, path, line);
  std::vector<Edit> edits;
  if (source) {
    edits = edits_of(*source, line);
  } else {
    const std::size_t head = page.substr(0, 3) == "\xEF\xBB\xBF" ? 3 : 0;
    const std::size_t feed = page.find('\n');
    const std::string end = feed != std::string::npos && feed > 0 && page[feed - 1] == '\r' ? "\r\n" : "\n";
    edits = {{{head, "---" + end + std::string(kKey) + ":" + end + "  - " + yaml_text(line) + end + "---" + end}}};
  }
  for (const Edit& edit : edits) {
    std::string edited = apply(page, edit);
    if (is_right(edited, *before, path, line)) return edited;
  }
  refuse(path, "its front matter is written in a way that cannot be added to without changing something else", line);
}

}  // namespace pharos::content
