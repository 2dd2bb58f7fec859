// SPDX-License-Identifier: GPL-3.0-or-later
#include "content/raw_html.h"

#include <algorithm>
#include <charconv>
#include <unordered_map>
#include <vector>

#include "content/html_policy.h"
#include "content/html_tag.h"

namespace pharos::content {
namespace {

constexpr std::size_t kMostDepth = 100;
constexpr int kMostBrokenTags = 256;  // each may cost a look through the rest of the page
constexpr std::string_view kLineMark = "<!--pharos-line:";

int leading_number(std::string_view text) {
  int number = 0;
  const auto result = std::from_chars(text.data(), text.data() + text.size(), number);
  return result.ec == std::errc() && number > 0 ? number : 0;
}

class Tamer {
 public:
  Tamer(std::string_view html, int first_line, PageDiagnostics& diagnostics)
      : html_(html), first_line_(first_line), line_(first_line), diagnostics_(diagnostics) {}

  std::string run() {
    find_end_tags();
    out_.reserve(html_.size() + html_.size() / 4);
    while (at_ < html_.size()) {
      const std::size_t less = std::min(html_.find('<', at_), html_.size());
      out_.append(html_, at_, less - at_);
      pass(less);
      if (less < html_.size()) markup();
    }
    close_down_to(0);
    return std::move(out_);
  }

 private:
  // Where the last end tag of each name stands: tells a placeholder from an element, and bounds the search for ends.
  void find_end_tags() {
    for (std::size_t at = html_.find("</"); at != std::string_view::npos; at = html_.find("</", at + 2)) {
      const std::size_t end = std::min(html_.find_first_of(" \t\n\f\r/>", at + 2), at + 2 + 64);
      last_end_[lower(html_.substr(at + 2, end - at - 2))] = at;
    }
  }

  static std::string lower(std::string_view text) {
    std::string result(text);
    for (char& c : result) c = c >= 'A' && c <= 'Z' ? static_cast<char>(c + 32) : c;
    return result;
  }

  void pass(std::size_t end) {
    line_ += static_cast<int>(std::count(html_.begin() + static_cast<std::ptrdiff_t>(at_),
                                         html_.begin() + static_cast<std::ptrdiff_t>(end), '\n'));
    at_ = end;
  }

  void show_less_than() {
    out_ += "&lt;";
    pass(at_ + 1);
  }

  void markup() {
    const std::string_view rest = html_.substr(at_);
    if (rest.substr(0, 4) == "<!--") return comment();
    if (rest.substr(0, 2) == "<!" || rest.substr(0, 2) == "<?") {
      const std::size_t end = rest.find('>');
      return end == std::string_view::npos ? show_less_than() : pass(at_ + end + 1);
    }
    if (broken_tags_ >= kMostBrokenTags) return show_less_than();
    const bool may_be_tag = rest.size() > 1 && (rest[1] == '/' || ((rest[1] | 32) >= 'a' && (rest[1] | 32) <= 'z'));
    const std::optional<HtmlTag> tag = may_be_tag ? read_html_tag(html_, at_) : std::nullopt;
    if (!tag) {
      broken_tags_ += may_be_tag ? 1 : 0;
      return show_less_than();
    }
    if (tag->end_tag) {
      end_tag(*tag);
    } else {
      start_tag(*tag);
    }
    pass(std::max(tag->end, at_));
  }

  void comment() {
    const std::string_view rest = html_.substr(at_);
    if (rest.substr(0, kLineMark.size()) == kLineMark) {
      if (const int line = leading_number(rest.substr(kLineMark.size())); line > 0) {
        pass(at_ + rest.find('>') + 1);
        line_ = line;
        return;
      }
    }
    const std::size_t end = no_comment_end_ ? std::string_view::npos : rest.find("-->", 2);
    if (end == std::string_view::npos) {
      no_comment_end_ = true;
      diagnostics_.add(line_, Severity::kWarning, "unsafe-html", "The comment \"<!--\" has no \"-->\": add it.");
      return show_less_than();
    }
    pass(at_ + end + 3);
  }

  void start_tag(const HtmlTag& tag) {
    for (const TagAttribute& attribute : tag.attributes) {
      if (attribute.name == "data-sourcepos") {
        if (const int line = leading_number(attribute.value); line > 0) line_ = first_line_ + line - 1;
      }
    }
    const ElementRule* const rule = element_rule(tag.name);
    const auto last_end = last_end_.find(tag.name);
    const bool has_end = last_end != last_end_.end() && last_end->second > at_;
    if (rule == nullptr || (rule->treatment == Treatment::kRefuse && rule->is(kVoid)) ||
        rule->treatment == Treatment::kDrop) {
      if (!has_end && !tag.self_closing && is_placeholder(tag)) return placeholder(tag.end);
    }
    if (rule == nullptr) {
      diagnostics_.add_once(tag.name, line_, Severity::kInfo, "unknown-shortcode",
                            "<" + std::string(tag.written_name.substr(0, 64)) +
                                "> is nothing that a page can show: only the text inside it is shown.");
    } else if (rule->treatment == Treatment::kKeep) {
      keep(tag, *rule);
    } else if (rule->treatment != Treatment::kUnwrap) {
      diagnostics_.add(line_, Severity::kWarning, "unsafe-html",
                       "<" + tag.name + "> may not stand in an article and was left out: remove it.");
      if (rule->treatment == Treatment::kDrop && has_end && !tag.self_closing) skip_element(tag);
    }
  }

  // "<version>", "<your api key>": words, but no values.
  static bool is_placeholder(const HtmlTag& tag) {
    return std::none_of(tag.attributes.begin(), tag.attributes.end(),
                        [](const TagAttribute& attribute) { return attribute.has_value; });
  }

  void placeholder(std::size_t end) {
    out_ += "&lt;";
    for (char c : html_.substr(at_ + 1, end - at_ - 2)) {
      if (c == '<') {
        out_ += "&lt;";
      } else {
        out_ += c;
      }
    }
    out_ += "&gt;";
  }

  void skip_element(const HtmlTag& tag) {
    const std::size_t last = last_end_[tag.name];
    for (std::size_t at = html_.find("</", tag.end); at < last; at = html_.find("</", at + 2)) {
      if (lower(html_.substr(at + 2, tag.name.size())) == tag.name &&
          html_.find_first_of(" \t\n\f\r/>", at + 2) == at + 2 + tag.name.size()) {
        return pass(at);
      }
    }
    pass(last);
  }

  void keep(const HtmlTag& tag, const ElementRule& rule) {
    if (!rule.is(kVoid)) {
      if (open_.size() >= kMostDepth) {
        ++too_deep_[&rule];
        diagnostics_.add_once("depth", line_, Severity::kWarning, "unsafe-html",
                              "Elements are nested more than 100 deep: the inner ones are shown as plain text.");
        return;
      }
      open_.push_back(&rule);
      ++open_count_[&rule];
    }
    out_ += '<';
    out_ += rule.name;
    if (line_matters(tag)) out_.append(" ").append(kLineAttribute).append("=\"" + std::to_string(line_) + '"');
    for (const TagAttribute& attribute : tag.attributes) {
      if (dangerous_attribute(attribute.name)) {
        diagnostics_.add(line_, Severity::kWarning, "unsafe-html",
                         "The attribute " + attribute.name.substr(0, 64) + " of <" + tag.name +
                             "> may not stand in an article and was left out: remove it.");
      } else if (attribute.name == "style") {
        diagnostics_.add_once("style", line_, Severity::kInfo, "unsafe-html",
                              "style=\"\" has no effect in an article: remove it.");
      } else if (known_attribute(attribute.name)) {
        write_attribute(attribute);
      }
    }
    out_ += '>';
  }

  // The sanitizer and the page have something to say about these only; elsewhere it would cost time for nothing.
  static bool line_matters(const HtmlTag& tag) {
    return tag.name == "input" || (tag.name.size() == 2 && tag.name[0] == 'h') ||
           std::any_of(tag.attributes.begin(), tag.attributes.end(), [](const TagAttribute& attribute) {
             return attribute.name == "id" || attribute.name == "name" || is_address(attribute.name);
           });
  }

  void write_attribute(const TagAttribute& attribute) {
    out_ += ' ' + attribute.name + "=\"";
    for (char c : attribute.value) {
      if (c == '"') {
        out_ += "&quot;";
      } else if (c == '<') {
        out_ += "&lt;";
      } else {
        out_ += c;
      }
    }
    out_ += '"';
  }

  void end_tag(const HtmlTag& tag) {
    const ElementRule* const rule = element_rule(tag.name);
    if (rule == nullptr || rule->treatment != Treatment::kKeep) return;
    if (int& deep = too_deep_[rule]; deep > 0) {
      --deep;
      return;
    }
    if (open_count_[rule] == 0) return;
    const bool tabular = rule->is(kScope) || rule->name.front() == 't';  // table, its rows and groups
    for (std::size_t depth = open_.size(); depth-- > 0;) {
      if (open_[depth] == rule) return close_down_to(depth);
      if (open_[depth]->is(kScope) && !tabular) return;
    }
  }

  void close_down_to(std::size_t depth) {
    while (open_.size() > depth) {
      const ElementRule* const rule = open_.back();
      open_.pop_back();
      --open_count_[rule];
      out_ += "</";
      out_ += rule->name;
      out_ += '>';
    }
  }

  std::string_view html_;
  int first_line_;
  int line_;
  PageDiagnostics& diagnostics_;
  std::string out_;
  std::size_t at_ = 0;
  int broken_tags_ = 0;
  bool no_comment_end_ = false;
  std::unordered_map<std::string, std::size_t> last_end_;
  std::vector<const ElementRule*> open_;
  std::unordered_map<const ElementRule*, int> open_count_;
  std::unordered_map<const ElementRule*, int> too_deep_;
};

}  // namespace

std::string line_mark(int line) { return std::string(kLineMark) + std::to_string(line) + "-->"; }

std::string tame_html(std::string_view html, int first_line, PageDiagnostics& diagnostics) {
  return Tamer(html, first_line, diagnostics).run();
}

}  // namespace pharos::content
