// SPDX-License-Identifier: GPL-3.0-or-later
#include "http/page_rewrites.h"

#include <algorithm>
#include <array>
#include <cstddef>
#include <string_view>

namespace pharos::http {
namespace {

// Kinds that add words. Another region's word is right where the reader lives.
constexpr std::array<std::string_view, 5> kAdding = {"synonym", "typed", "translation", "prefix", "region"};
constexpr std::size_t kMostAlso = 4;

struct Mend {
  std::size_t begin, end;
  std::string_view to;
};

bool divides(char c) {
  const auto byte = static_cast<unsigned char>(c);
  return byte < 0x80 && (byte < '0' || (byte > '9' && byte < 'A') || (byte > 'Z' && byte < 'a') || byte > 'z');
}

bool stands_alone(std::string_view text, std::size_t begin, std::size_t end) {
  return (begin == 0 || divides(text[begin - 1])) && (end == text.size() || divides(text[end]));
}

bool is_taken(const std::vector<Mend>& mends, std::size_t begin, std::size_t end) {
  return std::any_of(mends.begin(), mends.end(),
                     [&](const Mend& mend) { return mend.begin < end && begin < mend.end; });
}

// A rewrite says what stood there and not where: wherever it stands as a word, else its first place within others, as
// in languages without spaces.
void find_places(std::string_view text, const search::Rewrite& rewrite, std::vector<Mend>& mends) {
  const std::size_t size = rewrite.from.size();
  std::size_t within = std::string_view::npos;
  bool alone = false;
  for (std::size_t at = text.find(rewrite.from); at != std::string_view::npos; at = text.find(rewrite.from, at + 1)) {
    const bool taken = is_taken(mends, at, at + size);
    if (stands_alone(text, at, at + size)) {
      alone = true;
      if (!taken) mends.push_back({at, at + size, rewrite.to});
    } else if (!taken && within == std::string_view::npos) {
      within = at;
    }
  }
  if (!alone && within != std::string_view::npos) mends.push_back({within, within + size, rewrite.to});
}

std::string mended(std::string_view text, std::vector<Mend> mends) {
  std::sort(mends.begin(), mends.end(), [](const Mend& a, const Mend& b) { return a.begin < b.begin; });
  std::string out;
  std::size_t at = 0;
  for (const Mend& mend : mends) {
    out += text.substr(at, mend.begin - at);
    out += mend.to;
    at = mend.end;
  }
  return out.append(text.substr(at));
}

bool is_repair(std::string_view kind) { return std::find(kAdding.begin(), kAdding.end(), kind) == kAdding.end(); }

}  // namespace

ShownRewrites shown_rewrites(const search::SearchResult& result) {
  ShownRewrites shown;
  std::vector<Mend> mends;
  for (const search::Rewrite& rewrite : result.rewrites) {
    if (is_repair(rewrite.kind)) {
      if (!rewrite.from.empty() && rewrite.from != rewrite.to) find_places(result.text, rewrite, mends);
    } else if (shown.also.size() < kMostAlso &&
               std::find(shown.also.begin(), shown.also.end(), rewrite.to) == shown.also.end()) {
      shown.also.push_back(rewrite.to);
    }
  }
  if (!mends.empty()) shown.repaired = mended(result.text, std::move(mends));
  if (shown.repaired == result.text) shown.repaired.clear();
  return shown;
}

}  // namespace pharos::http
