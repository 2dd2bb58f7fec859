// SPDX-License-Identifier: GPL-3.0-or-later
#include "desk/number_run.h"

namespace pharos::desk {
namespace {

std::size_t digits_end(const GuardedSource& source, std::size_t at) {
  while (is_digit(source.at(at))) ++at;
  return at;
}

bool is_attached(const GuardedSource& source, std::size_t begin) {
  if (begin == 0) return false;
  const char32_t before = source.glyphs[begin - 1].point;
  if (is_ascii_letter(before)) return true;
  const bool joint = before == U'.' || before == U',' || before == U'-' || before == U'_' || before == U'/';
  return joint && begin > 1 && is_ascii_word(source.glyphs[begin - 2].point);
}

}  // namespace

std::string NumberRun::digits(const GuardedSource& source, std::size_t first, std::size_t last) const {
  std::string text;
  for (std::size_t i = first; i < last; ++i) text += source.ascii(groups[i].begin, groups[i].end);
  return text;
}

std::vector<NumberRun> number_runs(const GuardedSource& source, std::u32string_view separators,
                                   std::size_t widest_gap) {
  std::vector<NumberRun> runs;
  for (std::size_t at = 0; at < source.glyphs.size();) {
    if (!is_digit(source.glyphs[at].point)) {
      ++at;
      continue;
    }
    NumberRun run;
    run.begin = at;
    if (run.begin > 0 && source.glyphs[run.begin - 1].point == U'(') --run.begin;
    if (run.begin > 0 && source.glyphs[run.begin - 1].point == U'+') --run.begin;
    run.plus = source.at(run.begin) == U'+';
    run.attached = is_attached(source, run.begin);
    while (is_digit(source.at(at))) {
      const std::size_t end = digits_end(source, at);
      run.groups.push_back({at, end});
      at = end;
      while (at < end + widest_gap && separators.find(source.at(at)) != std::u32string_view::npos) ++at;
      if (!is_digit(source.at(at))) at = end;
    }
    runs.push_back(std::move(run));
  }
  return runs;
}

}  // namespace pharos::desk
