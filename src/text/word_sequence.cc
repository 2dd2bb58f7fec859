// SPDX-License-Identifier: GPL-3.0-or-later
#include "pharos/text/word_sequence.h"

#include <algorithm>

#include "pharos/base/hash.h"
#include "pharos/text/fold.h"

namespace pharos::text {
namespace {

constexpr char16_t kFirstSyllable = 0xAC00;
constexpr char16_t kLastSyllable = 0xD7A3;

// A Hangul syllable in its letters by arithmetic (Unicode, section 3.12).
void append_jamo(std::u16string& out, char16_t syllable) {
  constexpr int kVowels = 21;
  constexpr int kTrailing = 28;
  const int index = syllable - kFirstSyllable;
  out += static_cast<char16_t>(0x1100 + index / (kVowels * kTrailing));
  out += static_cast<char16_t>(0x1161 + index % (kVowels * kTrailing) / kTrailing);
  if (index % kTrailing != 0) out += static_cast<char16_t>(0x11A7 + index % kTrailing);
}

std::uint32_t hash_of(std::u16string_view gram) { return spread(fnv1a(gram)); }

}  // namespace

std::vector<SequenceWord> word_sequence(const Analyzer& analyzer, std::string_view utf8) {
  std::vector<SequenceWord> sequence;
  std::uint32_t end = 0;
  for (Token& token : analyzer.words(utf8)) {
    const bool part = !sequence.empty() && token.begin < end;
    sequence.push_back({std::move(token.term), part, token.begin > end, token.begin, token.end});
    if (!part) end = token.end;  // words beside may reach beyond the one they begin in
  }
  return sequence;
}

std::vector<std::uint32_t> word_grams(std::u16string_view word, std::size_t size) {
  const std::u16string bounded = u"^" + std::u16string(word) + u"$";
  std::vector<std::uint32_t> grams;
  if (bounded.size() <= size) {
    grams.push_back(hash_of(bounded));
    return grams;
  }
  grams.reserve(bounded.size() - size + 1);
  for (std::size_t i = 0; i + size <= bounded.size(); ++i) {
    grams.push_back(hash_of(std::u16string_view(bounded).substr(i, size)));
  }
  return grams;
}

std::u16string gram_text(std::string_view word) {
  const std::u16string plain = without_marks(to_utf16(word));
  std::u16string out;
  out.reserve(plain.size() * 2);
  for (const char16_t unit : plain) {
    if (unit >= kFirstSyllable && unit <= kLastSyllable) {
      append_jamo(out, unit);
    } else {
      out += unit;
    }
  }
  return out;
}

}  // namespace pharos::text
