// SPDX-License-Identifier: GPL-3.0-or-later
#include "text/key_greek.h"

#include <algorithm>
#include <cstdint>
#include <iterator>

#include "pharos/text/fold.h"

namespace pharos::text {
namespace {

// Letters (of Greek or of Latin) and the sounds: i for η ι υ ει οι, o for ω, 8 for θ, h for χ, d for δ and ντ, g for γ,
// γκ and γγ, b for μπ. Longest first; a letter that no row has is read as itself.
struct Spelling {
  std::u16string_view letters;
  std::u16string_view sounds;
};

constexpr Spelling kGreek[] = {
    {u"ει", u"i"},  {u"οι", u"i"}, {u"υι", u"i"}, {u"ου", u"u"}, {u"αι", u"ai"}, {u"αυ", u"av"}, {u"ευ", u"ev"},
    {u"ηυ", u"iv"}, {u"μπ", u"b"}, {u"ντ", u"d"}, {u"γκ", u"g"}, {u"γγ", u"g"},  {u"γχ", u"gh"}, {u"α", u"a"},
    {u"β", u"v"},   {u"γ", u"g"},  {u"δ", u"d"},  {u"ε", u"e"},  {u"ζ", u"z"},   {u"η", u"i"},   {u"θ", u"8"},
    {u"ι", u"i"},   {u"κ", u"k"},  {u"λ", u"l"},  {u"μ", u"m"},  {u"ν", u"n"},   {u"ξ", u"ks"},  {u"ο", u"o"},
    {u"π", u"p"},   {u"ρ", u"r"},  {u"σ", u"s"},  {u"ς", u"s"},  {u"τ", u"t"},   {u"υ", u"i"},   {u"φ", u"f"},
    {u"χ", u"h"},   {u"ψ", u"ps"}, {u"ω", u"o"},
};

constexpr Spelling kLatin[] = {
    {u"nch", u"gh"}, {u"gch", u"gh"}, {u"ei", u"i"}, {u"oi", u"i"}, {u"ou", u"u"}, {u"au", u"av"}, {u"af", u"av"},
    {u"eu", u"ev"},  {u"ef", u"ev"},  {u"mp", u"b"}, {u"nt", u"d"}, {u"gk", u"g"}, {u"ng", u"g"},  {u"gg", u"g"},
    {u"th", u"8"},   {u"ch", u"h"},   {u"kh", u"h"}, {u"ph", u"f"}, {u"y", u"i"},  {u"w", u"o"},   {u"3", u"ks"},
    {u"c", u"k"},    {u"q", u"8"},    {u"j", u"ks"}, {u"'", u""},   {u"-", u""},
};

// How an ambiguous Latin letter is read. Bits.
enum Reading : std::uint32_t {
  kHAsEta = 1,      // otherwise χ
  kXAsXi = 2,       // otherwise χ
  kUAsUpsilon = 4,  // otherwise ου
  kBAsBeta = 8,     // otherwise μπ
};
struct Ambiguity {
  char16_t letter;
  Reading bit;
  std::u16string_view asked;
  std::u16string_view otherwise;
};
constexpr Ambiguity kAmbiguities[] = {
    {u'h', kHAsEta, u"i", u"h"},
    {u'x', kXAsXi, u"ks", u"h"},
    {u'u', kUAsUpsilon, u"i", u"u"},
    {u'b', kBAsBeta, u"v", u"b"},
};

template <std::size_t N>
const Spelling* find(const Spelling (&rows)[N], std::u16string_view text) {
  for (const Spelling& row : rows) {
    if (text.starts_with(row.letters)) return &row;
  }
  return nullptr;
}

const Ambiguity* ambiguity(char16_t letter) {
  for (const Ambiguity& row : kAmbiguities) {
    if (row.letter == letter) return &row;
  }
  return nullptr;
}

// Doubled letters are one; φ and β after α and ε sound as υ does.
void add(std::u16string& sounds, std::u16string_view more) {
  for (char16_t sound : more) {
    const char16_t last = sounds.empty() ? u' ' : sounds.back();
    if (sound == u'f' && (last == u'a' || last == u'e')) sound = u'v';
    if (sound != last) sounds += sound;
  }
}

std::u16string read(std::u16string_view latin, std::uint32_t reading) {
  std::u16string sounds;
  for (std::size_t at = 0; at < latin.size();) {
    if (const Spelling* const row = find(kLatin, latin.substr(at)); row != nullptr) {
      add(sounds, row->sounds);
      at += row->letters.size();
      continue;
    }
    const Ambiguity* const row = ambiguity(latin[at]);
    add(sounds, row == nullptr ? latin.substr(at, 1) : (reading & row->bit) != 0 ? row->asked : row->otherwise);
    ++at;
  }
  return sounds;
}

}  // namespace

std::u16string sounds_of_greek(std::u16string_view greek) {
  const std::u16string bare = without_marks(greek);
  const std::u16string_view text = bare;
  std::u16string sounds;
  for (std::size_t at = 0; at < text.size();) {
    const Spelling* const row = find(kGreek, text.substr(at));
    add(sounds, row == nullptr ? text.substr(at, 1) : row->sounds);
    at += row == nullptr ? 1 : row->letters.size();
  }
  return sounds;
}

Keys greek_readings(std::u16string_view latin) {
  std::uint32_t bits = 0;
  for (const char16_t unit : latin) {
    if (const Ambiguity* const row = ambiguity(unit); row != nullptr) bits |= row->bit;
  }
  Keys keys;
  for (std::uint32_t reading = 0; reading <= bits; ++reading) {
    if ((reading & ~bits) != 0) continue;
    std::u16string key = read(latin, reading);
    if (std::find(keys.begin(), keys.end(), key) == keys.end()) keys.push_back(std::move(key));
  }
  return keys;
}

}  // namespace pharos::text
