// SPDX-License-Identifier: GPL-3.0-or-later
#include "search/snippet.h"

#include <algorithm>
#include <set>

#include "pharos/base/utf8.h"
#include "pharos/text/segment.h"

namespace pharos::search {
namespace {

// Line breaks of blocks become spaces: a snippet is one line.
void append_escaped(std::string& out, std::string_view text) {
  const std::string escaped = escape_html(text);
  bool space = !out.empty() && out.back() == ' ';
  for (const char c : escaped) {
    const bool is_space = c == '\n' || c == ' ' || c == '\t' || c == '\r';
    if (!is_space) out += c;
    if (is_space && !space) out += ' ';
    space = is_space;
  }
}

// How many characters lie before each byte, so that windows are measured as readers see them.
class Ruler {
 public:
  explicit Ruler(std::string_view text) : before_(text.size() + 1) {
    std::uint32_t count = 0;
    for (std::size_t at = 0; at < text.size(); ++at) {
      const bool begins = (static_cast<unsigned char>(text[at]) & 0xC0) != 0x80;
      before_[at] = count;
      if (begins) ++count;
    }
    before_[text.size()] = count;
  }
  std::uint32_t length(Span span) const { return before_[span.end] - before_[span.begin]; }

 private:
  std::vector<std::uint32_t> before_;
};

// The stretch of matches that shows most of the query within `limit` characters: different terms count, repeats do not.
Span best_stretch(const std::vector<Match>& matches, const Ruler& ruler, std::uint32_t limit) {
  Span best = matches.front().span;
  double best_weight = -1;
  for (std::size_t first = 0; first < matches.size(); ++first) {
    std::set<std::string_view> seen;
    double weight = 0;
    Span stretch = matches[first].span;
    for (std::size_t i = first; i < matches.size(); ++i) {
      const Span wider{stretch.begin, std::max(stretch.end, matches[i].span.end)};
      if (ruler.length(wider) > limit) break;
      stretch = wider;
      if (seen.insert(matches[i].term).second) weight += matches[i].weight;
    }
    if (weight > best_weight) {
      best_weight = weight;
      best = stretch;
    }
  }
  return best;
}

bool ends_sentence(std::string_view text, std::uint32_t at) {
  if (at == 0 || text[at - 1] == '\n') return true;
  for (const std::string_view stop : {"。", "！", "？", ". ", "! ", "? ", "؟ "}) {
    if (at >= stop.size() && text.substr(at - stop.size(), stop.size()) == stop) return true;
  }
  return false;
}

// Widens the stretch to whole words: first back to the beginning of its sentence if near, then on to the limit.
Span widened(std::string_view text, Span stretch, const std::vector<text::Token>& words, const Ruler& ruler,
             std::uint32_t limit) {
  const std::uint32_t room = limit > ruler.length(stretch) ? limit - ruler.length(stretch) : 0;
  Span window = stretch;
  for (auto word = words.rbegin(); word != words.rend(); ++word) {
    if (word->begin >= stretch.begin) continue;
    if (ruler.length({word->begin, stretch.begin}) > room / 2 + room / 4) break;
    if (ruler.length({word->begin, stretch.begin}) > room / 3 && ends_sentence(text, window.begin)) break;
    window.begin = word->begin;
  }
  if (ruler.length({0, stretch.begin}) <= room / 3) window.begin = 0;
  std::uint32_t end = window.end;
  for (const text::Token& word : words) {
    if (word.end <= window.end) continue;
    if (ruler.length({window.begin, word.end}) > limit) break;
    end = word.end;
  }
  window.end = end;
  // Punctuation that closes the last word belongs to it.
  std::uint32_t tail = window.end;
  while (tail < text.size() && tail < window.end + 6 && text[tail] != '\n' && text[tail] != ' ') ++tail;
  const bool at_stop = tail >= text.size() || text[tail] == '\n' || text[tail] == ' ';
  const auto next =
      std::find_if(words.begin(), words.end(), [&](const text::Token& w) { return w.begin >= window.end; });
  if (at_stop && (next == words.end() || next->begin >= tail)) window.end = tail;
  return window;
}

std::uint32_t previous_point(std::string_view text, std::uint32_t at) {
  do --at;
  while (at > 0 && (static_cast<unsigned char>(text[at]) & 0xC0) == 0x80);
  return at;
}

}  // namespace

Span whole_characters(std::string_view text, Span span) {
  while (span.begin > 0 && text::continues_character(decode_utf8(text, span.begin).point)) {
    span.begin = previous_point(text, span.begin);
  }
  while (span.end < text.size()) {
    const DecodedPoint next = decode_utf8(text, span.end);
    if (!text::continues_character(next.point)) break;
    span.end += static_cast<std::uint32_t>(next.bytes);
  }
  return span;
}

std::vector<Span> joined(const std::vector<Match>& matches) {
  std::vector<Span> spans;
  for (const Match& match : matches) {
    if (!spans.empty() && match.span.begin <= spans.back().end) {
      spans.back().end = std::max(spans.back().end, match.span.end);
    } else {
      spans.push_back(match.span);
    }
  }
  return spans;
}

Span best_passage(std::string_view text, const std::vector<Match>& matches, const std::vector<text::Token>& words,
                  std::uint32_t limit) {
  const Ruler ruler(text);
  const Span stretch = matches.empty() ? Span{0, 0} : best_stretch(matches, ruler, limit);
  const Span window = widened(text, stretch, words, ruler, limit);
  if (window.end > window.begin || words.empty()) return window;
  // A first word longer than a passage: what fits of it.
  return {0, static_cast<std::uint32_t>(cut_at_point(text, limit).size())};
}

std::string mark(std::string_view text, const std::vector<Span>& spans, Span window) {
  std::string out;
  std::uint32_t at = window.begin;
  for (const Span& span : spans) {
    const std::uint32_t begin = std::max(span.begin, at);
    const std::uint32_t end = std::min(span.end, window.end);
    if (begin >= end) continue;
    append_escaped(out, text.substr(at, begin - at));
    out += "<mark>";
    append_escaped(out, text.substr(begin, end - begin));
    out += "</mark>";
    at = end;
  }
  append_escaped(out, text.substr(at, window.end - at));
  return out;
}

}  // namespace pharos::search
