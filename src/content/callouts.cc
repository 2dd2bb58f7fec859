// SPDX-License-Identifier: GPL-3.0-or-later
#include "content/callouts.h"

#include <algorithm>
#include <map>

#include "content/callout_kinds.h"
#include "pharos/base/utf8.h"

namespace pharos::content {
namespace {

constexpr std::string_view kSpace = " \t\r\n";

std::string_view trimmed(std::string_view text) {
  const std::size_t begin = text.find_first_not_of(kSpace);
  if (begin == std::string_view::npos) return {};
  return text.substr(begin, text.find_last_not_of(kSpace) - begin + 1);
}

std::size_t run_of(std::string_view text, char c) { return std::min(text.find_first_not_of(c), text.size()); }

// A word of letters, in any script; "code-group" and "v-pre" are words too.
std::string_view leading_word(std::string_view text) {
  const auto ends = [](char c) {
    const auto byte = static_cast<unsigned char>(c);
    return byte < 0x80 && c != '-' && c != '_' && !((byte | 32) >= 'a' && (byte | 32) <= 'z');
  };
  return text.substr(0, static_cast<std::size_t>(std::find_if(text.begin(), text.end(), ends) - text.begin()));
}

// Docusaurus' ":::tip[Title]" and ":::tip{title="Title"}" beside the plain rest of the line.
std::string_view title_of(std::string_view rest) {
  rest = trimmed(rest);
  if (rest.size() > 1 && rest.front() == '[' && rest.back() == ']') return rest.substr(1, rest.size() - 2);
  if (rest.size() > 1 && rest.front() == '{' && rest.back() == '}') {
    const std::size_t title = rest.find("title=\"");
    if (title == std::string_view::npos) return {};
    rest.remove_prefix(title + 7);
    return rest.substr(0, rest.find('"'));
  }
  return rest;
}

std::string_view unquoted(std::string_view text) {
  if (text.size() > 1 && (text.front() == '"' || text.front() == '\'') && text.back() == text.front()) {
    return text.substr(1, text.size() - 2);
  }
  return text;
}

}  // namespace

std::optional<CalloutFence> read_colon_fence(std::string_view line) {
  line = trimmed(line);
  const std::size_t colons = run_of(line, ':');
  if (colons < 3 || colons > 64) return std::nullopt;
  CalloutFence fence;
  fence.colons = static_cast<int>(colons);
  const std::string_view rest = trimmed(line.substr(colons));
  if (rest.empty()) return fence;
  const std::string_view word = leading_word(rest);
  if (word.empty()) return std::nullopt;
  CalloutOpening opening;
  const CalloutKind* const kind = callout_kind(word);
  opening.shape = kind == nullptr ? CalloutOpening::Shape::kCallout : kind->shape;
  opening.kind = kind == nullptr ? "note" : kind->kind;
  opening.title = kind == nullptr ? rest : title_of(rest.substr(word.size()));
  if (opening.shape == CalloutOpening::Shape::kPlain) opening.title.clear();
  fence.opening = std::move(opening);
  return fence;
}

std::optional<CalloutOpening> read_admonition(std::string_view line) {
  line = trimmed(line);
  const std::string_view mark = line.substr(0, 3);
  if (mark != "!!!" && mark != "???") return std::nullopt;
  line.remove_prefix(3);
  CalloutOpening opening;
  if (mark == "???") {
    opening.shape = CalloutOpening::Shape::kDetails;
    opening.open = !line.empty() && line.front() == '+';
    if (opening.open) line.remove_prefix(1);
  }
  if (line.empty() || (line.front() != ' ' && line.front() != '\t')) return std::nullopt;
  line = trimmed(line);
  const std::string_view word = leading_word(line);
  const std::string_view title = trimmed(line.substr(word.size()));
  const CalloutKind* const kind = callout_kind(word);
  const bool quoted = unquoted(title).size() != title.size();
  // Without a kind we know or a quoted title it is somebody shouting: "!!! Do not share your code".
  if (word.empty() || (!title.empty() && !quoted) || (title.empty() && kind == nullptr)) return std::nullopt;
  opening.kind = kind == nullptr || kind->kind.empty() ? "note" : kind->kind;
  opening.title = unquoted(title);
  return opening;
}

std::optional<AlertMark> read_alert(std::string_view line) {
  if (line.substr(0, 2) != "[!") return std::nullopt;
  const std::size_t end = line.find(']');
  if (end == std::string_view::npos || end > 40) return std::nullopt;
  const std::string_view word = line.substr(2, end - 2);
  if (word.empty() || leading_word(word) != word) return std::nullopt;
  AlertMark alert;
  alert.after = end + 1;
  if (alert.after < line.size() && (line[alert.after] == '-' || line[alert.after] == '+')) {
    alert.opening.shape = CalloutOpening::Shape::kDetails;
    alert.opening.open = line[alert.after] == '+';
    ++alert.after;
  }
  const CalloutKind* const kind = callout_kind(word);
  alert.opening.kind = kind == nullptr || kind->kind.empty() ? "note" : kind->kind;
  if (kind == nullptr) alert.opening.title = word;
  return alert;
}

std::string callout_begin(const CalloutOpening& opening, std::string_view title_html) {
  const std::string title(title_html);
  const std::string attributes = " class=\"callout callout-" + opening.kind + "\" data-kind=\"" + opening.kind + "\"";
  switch (opening.shape) {
    case CalloutOpening::Shape::kPlain:
      return "<div>";
    case CalloutOpening::Shape::kDetails:
      // Without a summary the browser names it, in the reader's language.
      return "<details" + (opening.kind.empty() ? std::string() : attributes) + (opening.open ? " open>" : ">") +
             (title.empty() ? std::string() : "<summary>" + title + "</summary>");
    case CalloutOpening::Shape::kCallout:
      break;
  }
  return "<aside" + attributes + " role=\"note\"><p class=\"callout-title\">" + title + "</p>";
}

std::string_view callout_end(const CalloutOpening& opening) {
  switch (opening.shape) {
    case CalloutOpening::Shape::kPlain:
      return "</div>";
    case CalloutOpening::Shape::kDetails:
      return "</details>";
    case CalloutOpening::Shape::kCallout:
      break;
  }
  return "</aside>";
}

PairedFences pair_fences(const std::vector<FencePlace>& places) {
  PairedFences result;
  std::vector<bool> used(places.size(), false);
  std::map<int, std::vector<int>> open_by_parent;
  // Among siblings: a closing takes the innermost opening of its own length, else the innermost shorter one.
  for (int i = 0; i < static_cast<int>(places.size()); ++i) {
    std::vector<int>& open = open_by_parent[places[i].parent];
    if (places[i].opening) {
      open.push_back(i);
      continue;
    }
    constexpr std::size_t kLookBack = 16;  // deeper nests are damage, and looking through them all is quadratic
    const auto begin = open.size() > kLookBack ? open.end() - kLookBack : open.begin();
    const auto last_such = [&](auto fits) {
      for (auto at = open.end(); at != begin;) {
        if (fits(places[*--at].colons)) return at;
      }
      return open.end();
    };
    auto match = last_such([&](int colons) { return colons == places[i].colons; });
    if (match == open.end()) match = last_such([&](int colons) { return colons < places[i].colons; });
    if (match == open.end()) continue;
    result.pairs.push_back({*match, i});
    used[static_cast<std::size_t>(*match)] = used[static_cast<std::size_t>(i)] = true;
    open.erase(match, open.end());  // what stood open inside has lost its closing
  }
  // A closing that is indented otherwise than its opening stands in another block, one with too few colons closes
  // nothing by the rules: each goes to the nearest opening left over.
  std::vector<int> open;
  for (int i = 0; i < static_cast<int>(places.size()); ++i) {
    if (used[static_cast<std::size_t>(i)]) continue;
    if (places[i].opening) {
      open.push_back(i);
    } else if (!open.empty()) {
      result.pairs.push_back({open.back(), i});
      open.pop_back();
    } else {
      result.stray_closings.push_back(i);
    }
  }
  for (; !open.empty(); open.pop_back()) result.pairs.push_back({open.back(), -1});
  // A callout's own place comes before those of what it holds, so from the back inner ones come first.
  std::sort(result.pairs.begin(), result.pairs.end(),
            [](const CalloutPair& left, const CalloutPair& right) { return left.open > right.open; });
  return result;
}

}  // namespace pharos::content
