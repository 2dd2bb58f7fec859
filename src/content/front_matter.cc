// SPDX-License-Identifier: GPL-3.0-or-later
#include "content/front_matter.h"

#include <yaml-cpp/yaml.h>

#include <optional>
#include <set>
#include <string>
#include <utility>
#include <vector>

#include "content/line_fields.h"
#include "content/report.h"
#include "content/text_lines.h"

namespace pharos::content {
namespace {

constexpr std::size_t kMaxYamlBytes = 256 * 1024;
// Aliases let a few lines stand for millions of nodes, and a node may even contain itself.
constexpr std::size_t kMaxNodes = 50000;
constexpr std::size_t kMaxCopiedBytes = 4 * 1024 * 1024;
constexpr int kMaxDepth = 24;

struct YamlFault {
  int line;
  std::string message;
};

/// Copies yaml-cpp's nodes into ours, within a budget.
class YamlCopier {
 public:
  explicit YamlCopier(int first_line) : first_line_(first_line) {}

  DataNode copy(const YAML::Node& from, int depth) {
    DataNode node;
    node.line = from.Mark().line >= 0 ? first_line_ + from.Mark().line : line_;
    line_ = node.line;
    if (depth > kMaxDepth || ++nodes_ > kMaxNodes || bytes_ > kMaxCopiedBytes) {
      throw YAML::Exception(from.Mark(), "it nests too deep or repeats too much through aliases");
    }
    if (from.IsScalar()) {
      node.kind = DataNode::Kind::kText;
      node.text = from.Scalar();
      bytes_ += node.text.size();
      // "!" is what yaml-cpp calls a text in quotes.
      if (from.Tag() == "!" && from.Mark().pos > last_quote_.pos) last_quote_ = from.Mark();
    } else if (from.IsSequence()) {
      node.kind = DataNode::Kind::kList;
      for (const auto& item : from) node.items.push_back(copy(item, depth + 1));
    } else if (from.IsMap()) {
      node.kind = DataNode::Kind::kMap;
      std::set<std::string> keys;
      for (const auto& member : from) {
        if (!member.first.IsScalar()) {
          throw YAML::Exception(member.first.Mark(), "a key is a list or a map instead of a word");
        }
        const std::string& key = member.first.Scalar();
        const int line = first_line_ + member.first.Mark().line;
        if (!keys.insert(key).second) repeated_.push_back({line, key});
        DataNode value = copy(member.second, depth + 1);
        if (value.is_null()) value.line = line;
        value.name = key;
        node.members.push_back(std::move(value));
      }
    }
    return node;
  }

  const std::vector<YamlFault>& repeated() const { return repeated_; }
  /// Where the last text in quotes begins.
  const YAML::Mark& last_quote() const { return last_quote_; }

 private:
  int first_line_;
  int line_ = 0;
  std::size_t nodes_ = 0, bytes_ = 0;
  std::vector<YamlFault> repeated_;
  YAML::Mark last_quote_;
};

// yaml-cpp lets a text without its closing quote run to the end, with all keys behind it.
bool is_closed(std::string_view text, std::size_t at) {
  if (at >= text.size() || (text[at] != '"' && text[at] != '\'')) return true;
  const char quote = text[at];
  for (++at; at < text.size(); ++at) {
    if (text[at] == '\\' && quote == '"') {
      ++at;
    } else if (text[at] == quote) {
      if (quote == '"' || at + 1 >= text.size() || text[at + 1] != quote) return true;
      ++at;
    }
  }
  return false;
}

std::string advice(const std::string& fault) {
  return fault +
         ". A value with a colon, a quote or a leading [ { @ ` % & * needs quotes around it, and lines are indented by "
         "spaces, not tabs";
}

// The one place where yaml-cpp's exceptions end. Nothing when the text is broken.
std::optional<DataNode> parse_yaml(std::string_view text, const std::string& path, int first_line,
                                   std::string_view rule, Diagnostics& diagnostics) {
  if (text.size() > kMaxYamlBytes) {
    report(diagnostics, rule, path, first_line, "more than 256 KiB of YAML are not read: make it smaller");
    return std::nullopt;
  }
  try {
    YamlCopier copier(first_line);
    DataNode node = copier.copy(YAML::Load(std::string(text)), 0);
    if (!is_closed(text, static_cast<std::size_t>(copier.last_quote().pos))) {
      throw YAML::Exception(copier.last_quote(), "a quote is never closed");
    }
    for (const YamlFault& again : copier.repeated()) {
      report(diagnostics, rule, path, again.line,
             "the key \"" + again.message + "\" stands here a second time: the first one counts, remove one of them");
    }
    return node;
  } catch (const YAML::Exception& error) {
    const int line = error.mark.line >= 0 ? first_line + error.mark.line : first_line;
    report(diagnostics, rule, path, line, "this is not valid YAML: " + advice(error.msg));
    return std::nullopt;
  }
}

struct Fence {
  std::string_view marker;
  bool toml;
};
constexpr Fence kFences[] = {{"---", false}, {"+++", true}};

std::string_view right_trimmed(std::string_view line) {
  while (!line.empty() && (line.back() == ' ' || line.back() == '\t')) line.remove_suffix(1);
  return line;
}

// A page whose front matter is never closed: the lines that look like keys are it.
void read_unclosed(const Fence& fence, std::string_view rest, const std::string& path, FrontMatter& result,
                   Diagnostics& diagnostics) {
  const std::string_view whole = rest;
  std::size_t length = 0;
  int lines = 0;
  const char separator = fence.toml ? '=' : ':';
  while (!rest.empty()) {
    const std::string_view line = take_line(rest);
    if (read_line_fields(line, 1, separator).data.members.empty()) break;
    length = whole.size() - rest.size();
    ++lines;
  }
  // A rule (---) may open a page too: only lines that look like keys make it a front matter.
  if (lines == 0) return;
  report(diagnostics, "front-matter", path, 1,
         "the front matter opened here is never closed: put a line with " + std::string(fence.marker) +
             " behind its last key");
  result.data = read_line_fields(whole.substr(0, length), 2, separator).data;
  result.body = whole.substr(length);
  result.body_line = 2 + lines;
}

}  // namespace

DataNode read_yaml(std::string_view text, const std::string& path, int first_line, std::string_view rule,
                   Diagnostics& diagnostics) {
  return parse_yaml(text, path, first_line, rule, diagnostics).value_or(DataNode());
}

FrontMatter read_front_matter(std::string_view text, const std::string& path, Diagnostics& diagnostics) {
  FrontMatter result;
  result.data.kind = DataNode::Kind::kMap;
  result.body = text;
  std::string_view rest = text;
  const std::string_view opening = right_trimmed(take_line(rest));
  const Fence* fence = nullptr;
  for (const Fence& row : kFences) {
    if (opening == row.marker) fence = &row;
  }
  if (fence == nullptr) return result;

  const char* const begin = rest.data();
  int line = 2;
  bool closed = false;
  std::size_t length = 0;
  while (!rest.empty() && !closed) {
    length = static_cast<std::size_t>(rest.data() - begin);
    const std::string_view row = right_trimmed(take_line(rest));
    closed = row == fence->marker || (!fence->toml && row == "...");
    ++line;
  }
  if (!closed) {
    read_unclosed(*fence, text.substr(static_cast<std::size_t>(begin - text.data())), path, result, diagnostics);
    return result;
  }
  result.body = rest;
  result.body_line = line;
  const std::string_view block(begin, length);
  if (fence->toml) {
    LineFields fields = read_line_fields(block, 2, '=');
    for (const int strange : fields.strange_lines) {
      report(diagnostics, "front-matter", path, strange,
             "this TOML line is not understood: only key = value on one line is read, or use YAML between --- lines");
    }
    result.data = std::move(fields.data);
    return result;
  }
  std::optional<DataNode> node = parse_yaml(block, path, 2, "front-matter", diagnostics);
  if (!node) {
    result.data = read_line_fields(block, 2, ':').data;
  } else if (node->is_map()) {
    result.data = std::move(*node);
  } else if (!node->is_null()) {
    report(diagnostics, "front-matter", path, 2,
           "the front matter should be lines of \"key: value\", but is " + std::string(describe(node->kind)));
  }
  return result;
}

}  // namespace pharos::content
